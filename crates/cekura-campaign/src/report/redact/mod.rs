//! Hides telephone numbers in text.

mod customer_number;
mod hide;
mod units;

pub(super) use hide::Hidden;
