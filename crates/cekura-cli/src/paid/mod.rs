//! What the two paid commands share: which call logs, a confirmation, the request, the wait, the report.

mod carry_out;
mod choice;
mod conclude;
mod confirm;
mod expand;
mod follow;
mod outcome;
mod report;
mod stand_in;

pub(crate) use carry_out::{carry_out, limits};
pub(crate) use choice::chosen;
pub(crate) use conclude::Plan;
pub(crate) use confirm::{Cost, ask, can_ask, check_all, confirm, consent};
pub(crate) use expand::{Expanded, expand};
pub(crate) use outcome::number;
pub(crate) use stand_in::{inventory, owner_of, resolve, sample, tell_unknown};
