//! Joining the journals of shards into one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cekura::CallLogId;
use rusqlite::params;

use super::create::Founding;
use super::error::JournalError;
use super::open::Journal;
use crate::plan::{Plan, digest_of};
use crate::shard::Shard;

/// Most names in a message.
const NAMED: usize = 5;

/// Joins the journals of all shards of a plan into a new one at `out`, named `id`, that can be reported on and exported.
///
/// Nothing is sent, and the shards' journals stay as they are. A shard may still be at work; what it has done so far is taken.
///
/// # Errors
/// When the journals are not of one plan, two of them hold the same call log, call logs of the plan are in none of them, `out`
/// exists, or a journal cannot be read or written. The text names which.
pub fn merge(id: &str, out: &Path, journals: &[PathBuf]) -> Result<Journal, JournalError> {
    let Some((first, rest)) = journals.split_first() else {
        return Err(JournalError::usage(
            "no journals are named: give those of all shards",
        ));
    };
    let first = Journal::read(first)?;
    let plan = first.plan()?;
    let mut parts = vec![first];
    for path in rest {
        let part = Journal::read(path)?;
        check_same_plan(&parts[0], &plan, &part)?;
        parts.push(part);
    }
    let union = check_union(&parts, &plan)?;
    let whole = Plan {
        logs: Vec::new(),
        ..plan
    };
    let settings = parts[0].settings()?;
    let founding = Founding {
        id,
        plan: &whole,
        shard: None,
        settings: &settings,
    };
    let mut merged = Journal::create(out, &founding)?;
    let filled = merged
        .set_fact("planned", &union.to_string())
        .and_then(|()| merged.seal())
        .and_then(|()| parts.iter().try_for_each(|part| merged.absorb(part)));
    match filled {
        Ok(()) => Ok(merged),
        Err(e) => {
            drop(merged);
            let _ = fs::remove_file(out);
            Err(e)
        }
    }
}

fn check_same_plan(first: &Journal, plan: &Plan, part: &Journal) -> Result<(), JournalError> {
    if part.plan()?.digest == plan.digest {
        return Ok(());
    }
    Err(JournalError::usage(format!(
        "{} and {} are of different plans: give the journals of one plan's shards",
        first.path().display(),
        part.path().display()
    )))
}

/// Refuses overlaps and gaps by name; gives how many call logs there are.
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
            "{} in more than one journal: {}; name each shard's journal once",
            if twice.len() == 1 {
                "1 call log is".to_owned()
            } else {
                format!("{} call logs are", twice.len())
            },
            named(&twice)
        )));
    }
    if digest_of(&plan.scope, &plan.work, union.iter().copied()) == plan.digest {
        return Ok(union.len());
    }
    let planned: usize = parts[0]
        .fact("planned")?
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    Err(JournalError::usage(format!(
        "the journals hold {} of the plan's {planned} call logs: {}",
        union.len(),
        missing(parts)?
    )))
}

/// Which shards are not there, in words.
fn missing(parts: &[Journal]) -> Result<String, JournalError> {
    let mut there = BTreeSet::new();
    let mut of = 0;
    for part in parts {
        let shard = part.fact("shard")?.unwrap_or_default();
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
        [] => "some are in none of them".to_owned(),
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

    /// Takes over everything that another journal holds.
    fn absorb(&mut self, part: &Self) -> Result<(), JournalError> {
        let failed = |e| JournalError::sqlite(part.path(), e);
        self.db
            .execute("ATTACH ? AS part", [part.path().to_string_lossy()])
            .map_err(failed)?;
        let taken = self.take_over();
        let detached = self.db.execute_batch("DETACH part");
        taken.and(detached).map_err(failed)?;
        let sessions = |journal: &Self| -> Result<i64, JournalError> {
            Ok(journal
                .fact("sessions")?
                .and_then(|text| text.parse().ok())
                .unwrap_or(0))
        };
        let both = sessions(self)? + sessions(part)?;
        self.set_fact("sessions", &both.to_string())?;
        match part.fact("stopped")?.filter(|text| !text.is_empty()) {
            Some(stopped) => self.set_fact("stopped", &stopped),
            None => Ok(()),
        }
    }

    fn take_over(&mut self) -> rusqlite::Result<()> {
        let change = self.db.transaction()?;
        let last: i64 = change.query_row("SELECT ifnull(max(id), 0) FROM batches", [], |row| {
            row.get(0)
        })?;
        change.execute(
            "INSERT INTO batches SELECT id + ?, round, agent, size, metrics, cost, state, intended, ended, attempts, \
             status, request_id, note FROM part.batches",
            params![last],
        )?;
        change.execute(
            "INSERT INTO tasks (round, log, state, place, agent, time, metrics, cost, batch, sends, evidence, finish, reason) \
             SELECT round, log, state, place, agent, time, metrics, cost, batch + ?, sends, evidence, finish, reason \
             FROM part.tasks",
            params![last],
        )?;
        for table in ["documents", "watches", "verdicts", "calls"] {
            change.execute(
                &format!("INSERT INTO {table} SELECT * FROM part.{table}"),
                [],
            )?;
        }
        // Where shards saw different definitions, the first one's count for before and the last one's for after.
        change.execute(
            "INSERT INTO definitions SELECT metric, before, after FROM part.definitions WHERE true \
             ON CONFLICT (metric) DO UPDATE SET before = ifnull(before, excluded.before), after = ifnull(excluded.after, after)",
            [],
        )?;
        change.commit()
    }
}
