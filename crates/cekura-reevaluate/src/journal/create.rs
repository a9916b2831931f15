//! Making a journal: the whole plan is in it before anything is sent.

use std::fs;
use std::path::Path;

use rusqlite::{OpenFlags, params};

use super::error::JournalError;
use super::filesystem::check_local;
use super::lock::Lock;
use super::open::{Journal, connect, folder_of, log_of};
use super::schema::migrate;
use super::state::TaskState;
use crate::campaign::Settings;
use crate::plan::Plan;
use crate::shard::{Shard, Share, splitmix64};

/// What a journal is founded on.
#[derive(Debug)]
pub struct Founding<'a> {
    /// The campaign's name.
    pub id: &'a str,
    /// The whole plan; of a shard too.
    pub plan: &'a Plan,
    /// Which part of the plan is worked on here.
    pub shard: Option<Shard>,
    /// How it is worked on.
    pub settings: &'a Settings,
}

impl Journal {
    /// Makes the journal of a new campaign and takes its lock.
    ///
    /// # Errors
    /// When there is such a file already, or it cannot be made; the text says what to do.
    pub fn create(path: &Path, founding: &Founding<'_>) -> Result<Self, JournalError> {
        if founding.plan.part.is_some() {
            return Err(JournalError::usage(
                "a journal holds the whole plan's digest: give the whole plan, and the shard beside it",
            ));
        }
        if let Some(objection) = founding.settings.objection() {
            return Err(JournalError::usage(objection));
        }
        let folder = folder_of(path);
        fs::create_dir_all(folder).map_err(|e| JournalError::io(folder, "making the folder", e))?;
        check_local(folder)?;
        let lock = Lock::take(path)?;
        if path.exists() {
            return Err(JournalError::usage(format!(
                "{} exists already: resume that campaign, or choose another name",
                path.display()
            )));
        }
        let log = log_of(path, "wal");
        if log.exists() {
            return Err(JournalError::usage(format!(
                "{} is left of a journal whose file is gone: bring {} back to resume that campaign, or choose another name",
                log.display(),
                path.display()
            )));
        }
        make_private(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let db = connect(path, flags)?;
        let mut journal = Self::with(db, path, Some(lock));
        journal.session = 1;
        match journal.fill(founding) {
            Ok(()) => Ok(journal),
            Err(e) => {
                journal.discard();
                Err(e)
            }
        }
    }

    /// Takes a new journal away again: nothing was sent, and a file that is no journal would only be in the way.
    pub(super) fn discard(self) {
        let Self {
            db, path, _lock, ..
        } = self;
        drop(db);
        for file in [log_of(&path, "wal"), log_of(&path, "shm"), path] {
            let _ = fs::remove_file(file);
        }
    }

    fn fill(&mut self, founding: &Founding<'_>) -> Result<(), JournalError> {
        self.set_up()?;
        migrate(&mut self.db, 0).map_err(|e| self.failed(e))?;
        let path = self.path.clone();
        let failed = |e| JournalError::sqlite(&path, e);
        let change = self.db.transaction().map_err(failed)?;
        {
            let mut insert = change
                .prepare("INSERT INTO tasks (round, log, state, place, agent, time) VALUES (0, ?, ?, ?, ?, ?)")
                .map_err(failed)?;
            let part = founding.plan.logs.iter().filter(|log| {
                founding
                    .shard
                    .as_ref()
                    .is_none_or(|shard| shard.contains(log.id))
            });
            for log in part {
                let agent = log.agent.map(|agent| agent.0);
                let place = place_of(log.id.0);
                insert
                    .execute(params![
                        log.id.0,
                        TaskState::Selected,
                        place,
                        agent,
                        log.time
                    ])
                    .map_err(failed)?;
            }
            let facts = [
                ("id", founding.id.to_owned()),
                ("plan", head_of(founding.plan)),
                (
                    "planned",
                    u64::try_from(founding.plan.logs.len())
                        .unwrap_or(u64::MAX)
                        .to_string(),
                ),
                ("settings", json(founding.settings)),
                ("sessions", "1".to_owned()),
                (
                    "shard",
                    founding
                        .shard
                        .as_ref()
                        .map(ToString::to_string)
                        .unwrap_or_default(),
                ),
                ("share", json(&share_of(founding))),
            ];
            for (name, value) in facts {
                change
                    .execute(
                        "INSERT INTO facts (name, value) VALUES (?, ?)",
                        [name, &value],
                    )
                    .map_err(failed)?;
            }
        }
        change.commit().map_err(failed)
    }
}

/// How much of the plan is worked on here.
fn share_of(founding: &Founding<'_>) -> Share {
    let logs = &founding.plan.logs;
    let of = logs.len() as u64;
    let Some(shard) = founding.shard else {
        return Share {
            before: 0,
            own: of,
            of,
        };
    };
    let upto = |index| {
        let parts = (1..=index).filter_map(|n| Shard::new(n, shard.of()).ok());
        let parts: Vec<Shard> = parts.collect();
        let inside = logs.iter().filter(|log| parts.iter().any(|part| part.contains(log.id)));
        inside.count() as u64
    };
    let before = upto(shard.index() - 1);
    Share {
        before,
        own: upto(shard.index()) - before,
        of,
    }
}

/// A log's place in the order of submission: scattered, so that a canary is a fair sample, and the same for every shard.
pub(super) fn place_of(log: i64) -> i64 {
    i64::try_from(splitmix64(log.cast_unsigned()) >> 1).unwrap_or(i64::MAX)
}

/// The plan without its call logs, which are rows of their own.
fn head_of(plan: &Plan) -> String {
    json(&Plan {
        version: plan.version,
        created_at: plan.created_at.clone(),
        scope: plan.scope.clone(),
        work: plan.work.clone(),
        selection: plan.selection.clone(),
        logs: Vec::new(),
        metrics: plan.metrics.clone(),
        prices: plan.prices.clone(),
        not_listed: plan.not_listed,
        part: plan.part,
        digest: plan.digest.clone(),
    })
}

/// Our own types, whose keys are all text.
pub(super) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Makes the file before SQLite does, so that nobody else can read what customers said.
fn make_private(path: &Path) -> Result<(), JournalError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(e) => Err(JournalError::io(path, "making the journal", e)),
    }
}
