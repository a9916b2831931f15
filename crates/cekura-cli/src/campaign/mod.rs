//! Shared parts of the campaign commands: selection, journals, running, gate, output.

mod begin;
mod command;
mod csv_rows;
mod exit_status;
mod files;
#[cfg(test)]
mod formats_tests;
mod gate;
mod journal_path;
mod loaded_report;
mod metrics_table;
mod plan_check;
mod prices;
mod progress;
mod request_count;
mod select;
mod settings;
mod started_plans;
mod summary;
mod tables;
mod temporary_folder;
mod work;

pub(crate) use begin::{StartOptions, begin};
pub(crate) use csv_rows::write_csv;
pub(crate) use exit_status::{RunEnd, conclude, to_resume};
pub(crate) use files::{
    check_output, check_targets, create_output, unwritable, write_file, write_files,
};
pub(crate) use gate::{check_plan, check_results, gate};
pub(crate) use journal_path::{
    JournalPath, check_name, default_name, folder, handle, journal_of, quoted, warn_lost_requests,
};
pub(crate) use loaded_report::{ChangeLimit, LoadedReport, published};
pub(crate) use plan_check::{Balance, PlanCheck, cost_of, share_words, shortage, unused_metrics};
pub(crate) use prices::prices;
pub(crate) use progress::ProgressDisplay;
pub(crate) use request_count::RequestCount;
pub(crate) use select::{make_plan, plan, warn_incomplete_list, whole_seconds};
pub(crate) use settings::{budget_of, default_settings, for_this_run, noise_of};
pub(crate) use started_plans::Claim;
pub(crate) use summary::{amount, credits, metric_words, rest, several, summary};
pub(crate) use tables::tables;
pub(crate) use temporary_folder::TemporaryFolder;
pub(crate) use work::{TICK, Work, until_stopped, work};
