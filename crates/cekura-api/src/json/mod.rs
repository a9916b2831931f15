//! Decodes replies: what no strict JSON reader accepts, and no more than fits into memory.

mod decode;
mod mend;
mod weight;

pub use decode::{Damage, DecodeError, DecodedBody, decode};
pub(crate) use weight::{afford_text, afford_wrapping};
