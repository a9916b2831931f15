//! The report on GitHub Actions: a step's summary, and annotations.

mod annotations;
mod escape;
mod summary;

pub use annotations::annotations;
pub use summary::summary;
