//! Sends requests: attempts, timeouts, redirects, and the transport of the generated client.

mod attempt;
mod body_watch;
mod call;
mod classify;
mod connections;
mod engine;
mod find_operation;
mod headers;
mod http_response;
mod options;
mod redirect;
mod response;
pub(crate) mod response_checks;
mod throttle;
mod trace;
mod upload;
mod upload_body;

pub(crate) use call::{
    ApiRequest, Mismatch, api_request, call, decode, error_text, exchange, finish, json_of,
    send_upload,
};
pub(crate) use classify::Expected;
pub(crate) use connections::{Connections, MakeBuilder, Setup};
pub(crate) use engine::{RequestContext, Shared};
pub(crate) use find_operation::find_operation;
pub(crate) use headers::own_header;
pub(crate) use http_response::HttpResponse;
pub(crate) use options::{CallOptions, call_options, call_options_of};
pub(crate) use redirect::RedirectRefusal;
pub use response::{Response, ResponseMeta};
pub(crate) use response::{sends, value_of};
pub(crate) use upload::Upload;
