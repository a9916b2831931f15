//! What a judge of calls asks of the models: how long, passed or not, who said what when.

mod duration;
mod transcript;
mod verdict;

pub use transcript::{Transcript, Turn, Turns};
