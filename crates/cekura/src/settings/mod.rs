//! The settings of a client: base URL, credential, timeouts, TLS.

mod base_url;
mod environment;
mod redact;
mod secret;
mod timeouts;
pub(crate) mod tls;

pub(crate) use base_url::BaseUrl;
pub(crate) use environment::Environment;
pub(crate) use secret::Credential;
pub use secret::{AccessToken, ApiKey};
pub use timeouts::Timeouts;
