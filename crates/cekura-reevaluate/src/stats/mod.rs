//! The statistics of a report: exact where that is cheap, and usable for a hundred thousand call logs.
//!
//! Every function takes counts and gives values of [the report](crate::report); nothing here reads or sends anything.

mod agreement;
mod binomial;
mod flips;
mod noise;
mod share;

pub use agreement::{Kappa, agreement, cohens_kappa};
pub use binomial::binomial_upper_tail;
pub use flips::mcnemar_exact;
pub use noise::noise;
pub use share::wilson;
