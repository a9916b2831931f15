//! The approved cost, and what is still to be sent.

use cekura::reevaluation::MAX_RESENDS;
use rusqlite::params;

use super::error::JournalError;
use super::open::Journal;
use super::state::TaskState;
use crate::cost::CostForecast;

/// The metadata key of the approved cost.
const APPROVED_COST: &str = "approved_cost";

/// What may still be sent in one round.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Unsent {
    pub(crate) logs: u64,
    /// Of these, call logs that were read, so that their metrics are known.
    pub(crate) read: u64,
    /// The metrics of the call logs that were read.
    pub(crate) metrics: u64,
    /// The credits of those metrics.
    pub(crate) credits: f64,
}

impl Journal {
    /// Returns the last approved cost; `None` if none was approved yet.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn approved_cost(&self) -> Result<Option<CostForecast>, JournalError> {
        let text = self.meta(APPROVED_COST)?;
        text.map(|text| {
            serde_json::from_str(&text).map_err(|e| {
                JournalError::unusable(
                    self.path(),
                    format!("its metadata {APPROVED_COST:?} cannot be read: {e}"),
                )
            })
        })
        .transpose()
    }

    /// Stores the approved cost.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn approve(&mut self, forecast: &CostForecast) -> Result<(), JournalError> {
        self.set_meta(APPROVED_COST, &super::create::json(forecast))
    }

    /// Returns the call logs of a round that may still be sent; with `may_resend`, including those that may be sent again.
    pub(crate) fn unsent(&self, round: u32, may_resend: bool) -> Result<Unsent, JournalError> {
        self.db
            .query_row(
                "SELECT count(*), count(metrics), ifnull(sum(metrics), 0), ifnull(sum(cost), 0.0) FROM tasks \
                 WHERE round = ?1 AND (state IN (?2, ?3) OR (state = ?4 AND evidence IS NULL) \
                 OR (?5 AND resends < ?6 AND (state IN (?7, ?8) OR (state = ?4 AND evidence IS NOT NULL))))",
                params![
                    round,
                    TaskState::Selected,
                    TaskState::Busy,
                    TaskState::Ready,
                    may_resend,
                    MAX_RESENDS,
                    TaskState::Unknown,
                    TaskState::Intended
                ],
                |row| {
                    Ok(Unsent {
                        logs: row.get(0)?,
                        read: row.get(1)?,
                        metrics: row.get(2)?,
                        credits: row.get(3)?,
                    })
                },
            )
            .map_err(|e| self.failed(e))
    }
}
