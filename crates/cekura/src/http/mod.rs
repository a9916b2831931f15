//! Sends requests: attempts, timeouts, redirects, and the transport of the generated client.

mod attempt;
mod body_watch;
mod call;
mod classify;
mod connections;
mod engine;
mod find_operation;
mod headers;
mod options;
mod redirect;
mod reply;
pub(crate) mod reply_checks;
mod response;
mod throttle;
mod trace;

pub(crate) use call::{Mismatch, call, decode, read};
pub(crate) use classify::Expected;
pub(crate) use connections::{Connections, MakeBuilder, Setup};
pub(crate) use engine::{RequestContext, Shared};
pub(crate) use find_operation::find_operation;
pub(crate) use headers::own_header;
pub(crate) use options::{CallOptions, call_options, call_options_of};
pub(crate) use redirect::RedirectRefusal;
pub(crate) use reply::Reply;
pub(crate) use response::sends;
pub use response::{Response, ResponseMeta};
