//! The settings of a client: base URL, credential, timeouts, TLS.

mod base_url;
mod credential;
mod environment;
mod redact;
mod secret;
mod timeouts;
pub(crate) mod tls;

pub(crate) use base_url::BaseUrl;
pub use credential::TokenProvider;
pub(crate) use credential::{Credential, Header};
pub(crate) use environment::Environment;
pub use secret::{AccessToken, ApiKey};
pub use timeouts::Timeouts;
