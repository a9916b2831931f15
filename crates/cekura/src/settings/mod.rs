//! What a client is told before its first call: where to, as whom, how long.

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
