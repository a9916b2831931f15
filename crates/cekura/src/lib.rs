#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(feature = "full"),
    allow(
        dead_code,
        unreachable_pub,
        unused_imports,
        unused_macros,
        reason = "each area uses a part of what the areas share"
    )
)]

mod client;
mod client_builder;
pub mod clock;
mod error;
#[rustfmt::skip]
#[allow(clippy::clone_on_copy, reason = "generated for ids of every type")]
mod generated;
mod http;
pub mod job;
mod patch;
mod polling;
mod raw;
#[cfg(feature = "observability")]
pub mod reevaluation;
pub mod resources;
pub mod retry;
mod scope;
mod settings;
mod targets;
#[cfg(feature = "test-util")]
pub mod test_util;

pub use ::http::Method;
#[cfg(feature = "unstable-reqwest")]
pub use ::reqwest;
pub use cekura_api::scalars::{
    AgentId, AssistantId, CallLogId, Credits, MetricId, OrganizationId, ProjectId, Timestamp,
};
pub use cekura_api::{Effect, Operation, Page, operations, types};
#[cfg(any(feature = "observability", feature = "testing"))]
pub use cekura_api::{Speaker, ToolStep, ToolUse, Transcript, Turn};
pub use client::Client;
pub use client_builder::ClientBuilder;
pub use error::{
    Error, ErrorKind, Evidence, JobReport, LogEvidence, OutcomeUnknown, ServiceMessage,
};
pub use http::{Response, ResponseMeta};
pub use job::Job;
pub use patch::Patch;
pub use raw::{RawRequest, RawResponse};
#[cfg(feature = "observability")]
pub use reevaluation::reconcile::OnUnknown;
#[cfg(feature = "observability")]
pub use resources::{CallLogPatch, NewCallLog, Utterance};
pub use retry::{RetryPolicy, SharedCooldown};
pub use scope::Scope;
pub use settings::{AccessToken, ApiKey, Timeouts, TokenProvider};
pub use targets::{AcceptUnboundedCost, CallLogTargets};

/// The result of every call of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A boxed future, as the request builders return it.
pub type BoxFuture<T> = std::pin::Pin<Box<dyn std::future::Future<Output = T> + Send>>;

/// A boxed stream, as the paging methods return it.
pub type BoxStream<T> = std::pin::Pin<Box<dyn futures_core::Stream<Item = T> + Send>>;
