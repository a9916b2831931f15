//! Decodes responses: also slightly invalid JSON, and within a memory limit.

mod decode;
mod mend;
mod weight;

pub use decode::{Damage, DecodeError, DecodedBody, decode};
pub(crate) use weight::{afford_text, afford_wrapping};
