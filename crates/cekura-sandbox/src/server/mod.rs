//! Real HTTP on 127.0.0.1: connections that can be cut, and the way of a request through the sandbox.

mod accept;
mod deliver;
mod intake;
mod limit;
mod line;
mod pipeline;
mod reply;
mod strike;

pub(crate) use accept::serve;
pub(crate) use deliver::whole;
pub(crate) use limit::Limiter;
pub(crate) use pipeline::handle;
pub(crate) use reply::Reply;

pub use limit::{BadRateLimit, RateLimit};
