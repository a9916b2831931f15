//! Merges the journals of shards into one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cekura::CallLogId;
use rusqlite::types::ToSqlOutput;

use super::create::{Draft, NewCampaign};
use super::error::JournalError;
use super::open::Journal;
use super::options::OpenOptions;
use crate::plan::{Plan, digest_of};
use crate::shard::Shard;

/// The most ids in a message.
const NAMED: usize = 5;

/// Merges the journals of all shards of a plan into a new one at `out`, named `id`, for reports and exports.
///
/// Nothing is sent, and the shards' journals are not changed. A shard may still be running; its results so far are merged.
///
/// # Errors
/// When the journals are of different plans or services, overlap, or do not cover the plan; when `out` exists; or when a journal
/// cannot be read or written.
pub fn merge(id: &str, out: &Path, journals: &[PathBuf]) -> Result<Journal, JournalError> {
    OpenOptions::new().merge(id, out, journals)
}

pub(super) fn merge_with(
    options: OpenOptions,
    id: &str,
    out: &Path,
    journals: &[PathBuf],
) -> Result<Journal, JournalError> {
    let Some((first, rest)) = journals.split_first() else {
        return Err(JournalError::usage(
            "no journals are given: give those of all shards",
        ));
    };
    let first = Journal::read(first)?;
    let plan = first.plan()?;
    let mut parts = vec![first];
    for path in rest {
        let part = Journal::read(path)?;
        check_together(&parts[0], &plan, &part)?;
        parts.push(part);
    }
    let union = check_union(&parts, &plan)?;
    let whole = Plan {
        logs: Vec::new(),
        ..plan
    };
    let settings = parts[0].settings()?;
    let new_campaign = NewCampaign {
        id,
        plan: &whole,
        shard: None,
        settings: &settings,
    };
    let mut draft = Draft::of(out, &new_campaign, options)?;
    let merged = &mut draft.journal;
    merged.set_meta("planned", &union.to_string())?;
    merged.mark_merged()?;
    for part in &parts {
        merged.copy_from(part)?;
    }
    merged.merge_meta(&parts)?;
    draft.publish()
}

fn check_together(first: &Journal, plan: &Plan, part: &Journal) -> Result<(), JournalError> {
    let (one, other) = (first.path().display(), part.path().display());
    if part.plan()?.digest != plan.digest {
        return Err(JournalError::usage(format!(
            "{one} and {other} are of different plans: give the journals of one plan's shards"
        )));
    }
    match (first.service()?, part.service()?) {
        (Some(service), Some(another)) if service != another => Err(JournalError::usage(format!(
            "{one} belongs to {service} and {other} to {another}: the same ids are other call logs there; give the \
                 journals of one service"
        ))),
        _ => Ok(()),
    }
}

/// Rejects overlaps and gaps; returns the number of call logs.
fn check_union(parts: &[Journal], plan: &Plan) -> Result<usize, JournalError> {
    let mut union: BTreeSet<CallLogId> = BTreeSet::new();
    let mut twice = Vec::new();
    for part in parts {
        for log in part.selected()? {
            if !union.insert(log) {
                twice.push(log);
            }
        }
    }
    if !twice.is_empty() {
        return Err(JournalError::usage(format!(
            "{} in more than one journal: {}; give each shard's journal once",
            if twice.len() == 1 {
                "1 call log is".to_owned()
            } else {
                format!("{} call logs are", twice.len())
            },
            named(&twice)
        )));
    }
    if digest_of(&plan.scope, &plan.operation, union.iter().copied()) == plan.digest {
        return Ok(union.len());
    }
    let planned: usize = parts[0]
        .meta("planned")?
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    Err(JournalError::usage(format!(
        "the journals hold {} of the plan's {planned} call logs: {}",
        union.len(),
        missing(parts)?
    )))
}

/// The missing shards, as text.
fn missing(parts: &[Journal]) -> Result<String, JournalError> {
    let mut there = BTreeSet::new();
    let mut of = 0;
    for part in parts {
        let shard = part.meta("shard")?.unwrap_or_default();
        if let Ok(shard) = shard.parse::<Shard>() {
            of = shard.of();
            there.insert(shard.index());
        }
    }
    let absent: Vec<String> = (1..=of)
        .filter(|index| !there.contains(index))
        .map(|index| format!("{index}/{of}"))
        .collect();
    Ok(match absent.as_slice() {
        [] => "some call logs are in none of them".to_owned(),
        [one] => format!("shard {one} is missing"),
        many => format!("shards {} are missing", many.join(", ")),
    })
}

fn named(logs: &[CallLogId]) -> String {
    let mut text = logs
        .iter()
        .take(NAMED)
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    if logs.len() > NAMED {
        text.push_str(&format!(" and {} more", logs.len() - NAMED));
    }
    text
}

impl Journal {
    fn selected(&self) -> Result<Vec<CallLogId>, JournalError> {
        self.db
            .prepare("SELECT log FROM tasks WHERE round = 0")
            .and_then(|mut find| {
                find.query_map([], |row| row.get(0).map(CallLogId))?
                    .collect()
            })
            .map_err(|e| self.failed(e))
    }

    /// Copies a snapshot of another journal.
    fn copy_from(&mut self, part: &Self) -> Result<(), JournalError> {
        // A consistent snapshot, while another process may be writing.
        let moment = part
            .db
            .unchecked_transaction()
            .map_err(|e| part.failed(e))?;
        let path = self.path.clone();
        let failed = |e| JournalError::sqlite(&path, e);
        let change = self.db.transaction().map_err(failed)?;
        let last: i64 = change
            .query_row("SELECT ifnull(max(id), 0) FROM batches", [], |row| {
                row.get(0)
            })
            .map_err(failed)?;
        for table in TABLES {
            let mut from = moment.prepare(table.from).map_err(|e| part.failed(e))?;
            let mut to = change.prepare(table.to).map_err(failed)?;
            let width = from.column_count();
            let mut rows = from.query([]).map_err(|e| part.failed(e))?;
            while let Some(row) = rows.next().map_err(|e| part.failed(e))? {
                for column in 0..width {
                    let value = row.get_ref(column).map_err(|e| part.failed(e))?;
                    let value = ToSqlOutput::Borrowed(value);
                    to.raw_bind_parameter(column + 1, value).map_err(failed)?;
                }
                if table.has_requests {
                    to.raw_bind_parameter(width + 1, last).map_err(failed)?;
                }
                to.raw_execute().map_err(failed)?;
            }
        }
        change.commit().map_err(failed)
    }

    /// Sets the metadata of the merged journal.
    fn merge_meta(&mut self, parts: &[Self]) -> Result<(), JournalError> {
        let mut sessions = 0;
        let mut is_finished = true;
        for part in parts {
            let status = part.status()?;
            sessions += status.sessions;
            is_finished &= status.finished;
            if let Some(stopped) = status.stopped {
                self.set_meta("stopped", &stopped)?;
            }
        }
        if is_finished {
            self.set_meta("finished", "yes")?;
        }
        self.set_meta("sessions", &sessions.to_string())
    }
}

/// How the rows of one table are copied.
struct Table {
    from: &'static str,
    to: &'static str,
    /// Whether a row names a request, whose number is another one in the joined journal; the last parameter is by how much.
    has_requests: bool,
}

const TABLES: [Table; 7] = [
    Table {
        from: "SELECT id, round, agent, size, state, intended, ended, attempts, status, request_id, answer, answer_text FROM batches",
        to: "INSERT INTO batches VALUES (?1 + ?13, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        has_requests: true,
    },
    Table {
        from: "SELECT round, log, state, submit_order, agent, time, read, metrics, cost, counted, batch, sends, resends, evidence, \
               certainty, reason FROM tasks",
        to: "INSERT INTO tasks (round, log, state, submit_order, agent, time, read, metrics, cost, counted, batch, sends, resends, \
             evidence, certainty, reason) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 + ?17, ?12, ?13, ?14, ?15, ?16)",
        has_requests: true,
    },
    Table {
        from: "SELECT round, log, side, listed, body FROM documents",
        to: "INSERT INTO documents VALUES (?, ?, ?, ?, ?)",
        has_requests: false,
    },
    Table {
        from: "SELECT round, log, seen, session, polled FROM watches",
        to: "INSERT INTO watches VALUES (?, ?, ?, ?, ?)",
        has_requests: false,
    },
    Table {
        from: "SELECT round, log, nth, metric, name, kind, change, before_passed, before_score, before_value, before_why, \
               after_passed, after_score, after_value, after_why, human FROM verdicts",
        to: "INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        has_requests: false,
    },
    Table {
        from: "SELECT round, log, before, after, human, number, excerpt FROM calls",
        to: "INSERT INTO calls VALUES (?, ?, ?, ?, ?, ?, ?)",
        has_requests: false,
    },
    // Where shards saw different definitions, the first one's count for before and the last one's for after.
    Table {
        from: "SELECT metric, before, after FROM definitions",
        to: "INSERT INTO definitions VALUES (?1, ?2, ?3) ON CONFLICT (metric) DO UPDATE \
             SET before = ifnull(before, ?2), after = ifnull(?3, after)",
        has_requests: false,
    },
];
