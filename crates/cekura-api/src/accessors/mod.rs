//! Accessors of the models: duration, transcript, passed.

mod duration;
mod transcript;
mod verdict;

pub use transcript::{Speaker, ToolStep, ToolUse, Transcript, Turn};
