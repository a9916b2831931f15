//! Fingerprints of the metrics' definitions, before and after.

use cekura::MetricId;
use rusqlite::params;

use super::error::JournalError;
use super::open::Journal;

impl Journal {
    /// The metrics that judge the campaign's call logs and lack a fingerprint of the given side.
    pub(crate) fn undefined_metrics(&self, after: bool) -> Result<Vec<MetricId>, JournalError> {
        let query = match after {
            false => "SELECT metric FROM definitions WHERE before IS NULL ORDER BY metric",
            true => "SELECT metric FROM definitions WHERE after IS NULL ORDER BY metric",
        };
        self.db
            .prepare_cached(query)
            .and_then(|mut find| {
                find.query_map([], |row| row.get(0).map(MetricId))?
                    .collect()
            })
            .map_err(|e| self.failed(e))
    }

    pub(crate) fn store_definition(
        &mut self,
        metric: MetricId,
        after: bool,
        fingerprint: &str,
    ) -> Result<(), JournalError> {
        let change = match after {
            false => "UPDATE definitions SET before = ?2 WHERE metric = ?1",
            true => "UPDATE definitions SET after = ?2 WHERE metric = ?1",
        };
        self.db
            .execute(change, params![metric.0, fingerprint])
            .map(|_| ())
            .map_err(|e| self.failed(e))
    }
}
