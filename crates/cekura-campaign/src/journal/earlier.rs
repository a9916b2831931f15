//! Finds the definition of the verdicts before in the journals of earlier campaigns.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::document::Side;
use super::error::JournalError;
use super::open::{Journal, connect};
use super::schema::{APPLICATION_ID, VERSION};
use crate::report::{EarlierDefinition, Report};

/// How many call logs are compared.
const COMPARED: u32 = 50;

/// When a stored state was last changed at the service.
const CHANGED: &str = "SELECT json_extract(body, '$.updated_at') FROM documents WHERE round = 0 AND log = ? AND side = ?";

impl Journal {
    /// Adds to a report which definition gave the verdicts before, from the journal of a campaign whose results are this one's
    /// state before. Files that are not journals are skipped.
    ///
    /// # Errors
    /// When this journal cannot be read.
    pub fn add_earlier_definitions(
        &self,
        report: &mut Report,
        journals: &[PathBuf],
    ) -> Result<(), JournalError> {
        let states = self.states_before()?;
        let mut found: Option<Earlier> = None;
        for path in journals.iter().filter(|path| **path != self.path) {
            let read = Earlier::read(path, &states).ok().flatten();
            // The latest one is the one whose results were there.
            if let Some(earlier) = read
                && found
                    .as_ref()
                    .is_none_or(|known| known.created_at < earlier.created_at)
            {
                found = Some(earlier);
            }
        }
        let Some(earlier) = found else { return Ok(()) };
        for metric in &mut report.metrics {
            let fingerprint = metric.id.and_then(|id| earlier.definitions.get(&id));
            metric.definition.earlier = fingerprint.map(|fingerprint| EarlierDefinition {
                campaign: earlier.id.clone(),
                fingerprint: fingerprint.clone(),
            });
        }
        Ok(())
    }

    /// Call logs, and when the state before was last changed.
    fn states_before(&self) -> Result<Vec<(i64, String)>, JournalError> {
        self.db
            .prepare(
                "SELECT t.log, json_extract(d.body, '$.updated_at') FROM tasks t \
                 JOIN documents d ON d.round = t.round AND d.log = t.log AND d.side = 0 \
                 WHERE t.round = 0 AND json_extract(d.body, '$.updated_at') IS NOT NULL \
                 ORDER BY t.submit_order LIMIT ?",
            )
            .and_then(|mut find| {
                find.query_map([COMPARED], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect()
            })
            .map_err(|e| self.failed(e))
    }
}

/// An earlier campaign.
struct Earlier {
    id: String,
    created_at: String,
    /// Of metrics whose definition stayed while it ran.
    definitions: BTreeMap<i64, String>,
}

impl Earlier {
    /// Nothing where its results are not what was there before, for one call log at least.
    fn read(path: &Path, states: &[(i64, String)]) -> rusqlite::Result<Option<Self>> {
        let Ok(db) = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY) else {
            return Ok(None);
        };
        let pragma = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
        let is_ours =
            pragma("application_id")? == APPLICATION_ID && pragma("user_version")? == VERSION;
        if !is_ours || states.is_empty() {
            return Ok(None);
        }
        {
            let mut find = db.prepare(CHANGED)?;
            for (log, before) in states {
                let after: Option<Option<String>> = find
                    .query_row((log, Side::After as i64), |row| row.get(0))
                    .optional()?;
                if after.flatten().as_ref() != Some(before) {
                    return Ok(None);
                }
            }
        }
        let plan: serde_json::Value = serde_json::from_str(&meta(&db, "plan")?).unwrap_or_default();
        let definitions = db
            .prepare(
                "SELECT metric, after FROM definitions WHERE after IS NOT NULL AND before IS after",
            )?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(Some(Self {
            id: meta(&db, "id")?,
            created_at: plan["created_at"].as_str().unwrap_or_default().to_owned(),
            definitions,
        }))
    }
}

fn meta(db: &Connection, name: &str) -> rusqlite::Result<String> {
    db.query_row("SELECT value FROM meta WHERE name = ?", [name], |row| {
        row.get(0)
    })
}
