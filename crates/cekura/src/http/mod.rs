//! From a finished request to a whole reply: attempts, limits, redirects, and the seam to generated code.

mod admission;
mod attempt;
mod call;
mod connections;
mod documented;
mod engine;
mod handover;
mod headers;
mod judge;
mod options;
mod redirect;
mod reply;
mod response;
mod trace;

pub(crate) use call::{Mismatch, call, decode, read};
pub(crate) use connections::{Connections, MakeBuilder, Setup};
pub(crate) use documented::documented;
pub(crate) use engine::{RequestContext, Shared};
pub(crate) use headers::own_header;
pub(crate) use judge::Expected;
pub(crate) use options::{CallOptions, call_options, call_options_of};
pub(crate) use redirect::Refusal;
pub(crate) use reply::Reply;
pub(crate) use response::sends;
pub use response::{Response, ResponseMeta};
