//! What the commands about campaigns share: selecting, naming, working, judging, showing.

mod begin;
mod begun;
mod board;
mod checks;
mod command;
mod csv_rows;
mod files;
#[cfg(test)]
mod formats_tests;
mod metrics_table;
mod place;
mod prices;
mod requests;
mod select;
mod settings;
mod show;
mod summary;
mod tables;
mod trial;
mod verdict;
mod work;

pub(crate) use begin::{Beginning, begin};
pub(crate) use begun::Claim;
pub(crate) use board::Board;
pub(crate) use checks::{Balance, Checked, cost_of, odd_metrics, share_words, shortage};
pub(crate) use csv_rows::{broken, harmless, write_csv};
pub(crate) use files::{
    check_output, check_targets, create_output, unwritable, write_file, write_files,
};
pub(crate) use place::{
    Place, check_name, default_name, folder, handle, journal_of, quoted, tell_lost,
};
pub(crate) use prices::prices;
pub(crate) use requests::Effort;
pub(crate) use select::{make_plan, plan, tell_incomplete};
pub(crate) use settings::{at_pace_of, budget_of, noise_of};
pub(crate) use show::{Shown, Wanted, published};
pub(crate) use summary::{amount, credits, rest, several, summary};
pub(crate) use tables::tables;
pub(crate) use trial::Trial;
pub(crate) use verdict::{End, check_plan, check_results, conclude, gate};
pub(crate) use work::{TICK, Work, work};
