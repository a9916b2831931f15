//! The Cekura API as `openapi.yaml` describes it: models, operations, and a client with one method for each.
//!
//! Most programs use the crate `cekura`, which adds safe retries, baselines, waiting, paging and one error type. This crate
//! is the layer below it:
//!
//! - [`types`] are the models. Decoding responses is tolerant: every field is optional, an unknown field is kept in
//!   `unknown_fields`, an unknown enum word in `Unknown`, and a value of an unexpected type is not an error (see
//!   [`scalars::lenient`]).
//! - [`operations`] is the table of all operations, with the [`Effect`] of sending each one twice, and of
//!   the jobs that some of them start.
//! - [`Client`] has one method for each operation and does not retry. It sends every request through a [`Transport`],
//!   which can be replaced.
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
//!
//! Areas of the API are cargo features: `observability` (default), `testing`, `account`, and `full` for all. A model is there with
//! each area whose operations reach it.

#![cfg_attr(docsrs, feature(doc_cfg))]

// The generated code names the types of `scalars` by the crate's public name, as openapi.yaml does.
#[cfg(any(feature = "observability", feature = "testing", feature = "account"))]
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
#[cfg(any(feature = "observability", feature = "testing"))]
mod accessors;
mod job;
pub mod json;
mod operation;
mod page;
pub mod scalars;
mod transport;

#[cfg(any(feature = "observability", feature = "testing"))]
pub use accessors::{Speaker, ToolStep, ToolUse, Transcript, Turn};
pub use generated::{Client, operations, types};
pub use job::{JobEnd, JobRule, JobState};
pub use operation::{Effect, Operation};
pub use page::Page;
pub use progenitor_client::{Error, ResponseValue};
pub use scalars::{
    AgentId, AssistantId, CallLogId, Credits, MetricId, OrganizationId, ProjectId, Timestamp,
};
pub use transport::{BoxFuture, Direct, Inner, Transport};
