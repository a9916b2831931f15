//! The statistics of a report, for campaigns of up to 100,000 call logs and more.
//!
//! Functions take counts and return values of [the report](crate::report). They perform no I/O.

mod agreement;
mod binomial;
mod flips;
mod holm;
mod noise;
mod paired;
mod proportion;
#[cfg(test)]
mod simulated;

pub use agreement::{
    FEWEST_REVIEWED, Kappa, Reviewed, agreement, cohens_kappa, reviewer_agreement,
};
pub use binomial::binomial_upper_tail;
pub use flips::mcnemar_exact;
pub use holm::holm;
pub use noise::{noise, noise_rate};
pub use paired::{paired_difference, pass_rate_change};
pub use proportion::wilson;
