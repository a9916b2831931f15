//! Decodes responses within a memory limit, slightly invalid JSON included.

mod decode;
mod path;
mod repair;
mod tokens;
mod weight;

pub use decode::{Damage, DecodeError, DecodedBody, decode};
pub(crate) use weight::{afford_text, afford_wrapping};
