//! Hand-written types that `openapi.yaml` refers to, and lenient decoding of responses.

mod credits;
mod id;
pub mod lenient;
mod timestamp;

pub use credits::{Credits, ParseCreditsError};
pub use id::{AgentId, AssistantId, CallLogId, MetricId, OrganizationId, ParseIdError, ProjectId};
pub use timestamp::Timestamp;
