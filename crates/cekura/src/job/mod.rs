//! Jobs: work that an operation starts in the background, and that is polled by its id.
//!
//! The method of such an operation, such as
//! [`create_scenarios`](crate::resources::CallLogsClient::create_scenarios), returns a [`Job`]. The method of the same name
//! with `_job` returns the job of an id that was kept; it sends nothing.
//!
//! ```no_run
//! # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
//! let job = cekura.alerts().summarize(61).await?; // sent once
//! println!("job {}", job.id());
//! let summary = job.wait().await?;
//!
//! // Later, in another process:
//! let job = cekura.alerts().summarize_job("5b0c7f3e-9a41-4d0e-8a57-2f4f7c0d9e11");
//! let now = job.progress().await?;
//! println!("{:?} ({})", now.state, now.status);
//! # Ok(()) }
//! ```

mod handle;
mod poll;
mod wait;

pub use crate::polling::PollInterval;
pub use cekura_api::{JobEnd, JobRule, JobState};
pub use handle::Job;
pub use poll::JobProgress;
pub use wait::JobWait;
