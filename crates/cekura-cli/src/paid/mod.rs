//! Shared parts of the paid commands: work, confirmation, request or campaign, results.

mod confirmation;
mod ending;
mod request;
mod result;
mod sandbox_defaults;
mod table;
mod wait;
mod work;

pub(crate) use confirmation::{Accuracy, Cost, can_ask, check_all, confirm, confirm_cost};
pub(crate) use request::request;
pub(crate) use sandbox_defaults::{agent_of, contents_of, report_unknown_ids, resolve, sample};
pub(crate) use table::number;
pub(crate) use wait::wait;
pub(crate) use work::{Logs, PaidWork, chosen, open};
