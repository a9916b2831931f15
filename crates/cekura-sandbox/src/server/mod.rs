//! Real HTTP on 127.0.0.1: connections that can be cut, and the steps of a request.

mod accept;
mod apply_fault;
mod connect_delay;
mod connection;
mod limit;
mod pipeline;
mod reply;
mod send_body;

pub(crate) use accept::serve;
pub(crate) use connect_delay::ConnectDelay;
pub(crate) use limit::Limiter;
pub(crate) use pipeline::handle;
pub(crate) use reply::Reply;
pub(crate) use send_body::whole;

pub use limit::{BadRateLimit, RateLimit};
