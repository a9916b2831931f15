//! Hides telephone numbers in text.

mod hide;
mod own;
mod units;

pub(super) use hide::Hidden;
