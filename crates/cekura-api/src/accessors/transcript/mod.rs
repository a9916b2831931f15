//! The transcript of a call, whoever wrote it down.

mod entry;
mod lines;
mod list;
mod models;
mod reader;
mod speaker;
mod time;
mod tool;
mod turn;

pub use list::Transcript;
pub use speaker::Speaker;
pub use tool::{ToolStep, ToolUse};
pub use turn::Turn;
