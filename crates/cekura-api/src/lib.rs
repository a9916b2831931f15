//! The Cekura API as `openapi.yaml` describes it: models, operations, and a client with one method for each.
//!
//! Most people want the crate `cekura`, which adds what a paid, id-less call needs: retries that never pay
//! twice, baselines, waiting, paging, one error type. This crate is the layer below it:
//!
//! - [`types`] are the models. Replies are tolerant: every field is optional, an unknown field lands in
//!   `unknown_fields`, an unknown word in an enum's `Unknown`, and a value of an unexpected kind never makes a
//!   reply unreadable (see [`scalars::lenient`]).
//! - [`operations`] is a table of what exists, and of what sending a call twice would do ([`Effect`]).
//! - [`Client`] has one method for each operation and no opinion about retries. It sends every request through
//!   a [`Transport`], where the facade puts its own.
//!
//! ```
//! use cekura_api::types::CallLog;
//!
//! let log: CallLog = serde_json::from_str(
//!     r#"{"id": "5001", "duration": "01:34", "status": "triaged", "weather": "fog"}"#,
//! )?;
//! assert_eq!(log.id, Some(cekura_api::CallLogId(5001)));
//! assert_eq!(log.duration(), Some(std::time::Duration::from_secs(94)));
//! assert_eq!(log.status.unwrap().as_str(), "triaged");
//! assert_eq!(log.unknown_fields["weather"], "fog");
//! # Ok::<(), serde_json::Error>(())
//! ```

// The generated code names the types of `scalars` by the crate's public name, as openapi.yaml does.
extern crate self as cekura_api;

#[rustfmt::skip]
#[allow(
    clippy::all,
    clippy::allow_attributes_without_reason,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_imports,
    reason = "generated: change openapi.yaml or the xtask instead"
)]
mod generated;
mod accessors;
pub mod json;
mod operation;
pub mod scalars;
mod transport;

pub use accessors::{Transcript, Turn, Turns};
pub use generated::{Client, operations, types};
pub use operation::{Effect, Operation};
pub use progenitor_client::{Error, ResponseValue};
pub use scalars::{
    AgentId, AssistantId, CallLogId, Credits, MetricId, OrganizationId, ProjectId, Timestamp,
};
pub use transport::{BoxFuture, Direct, Inner, Transport};
