//! Creates journals: the whole plan is stored before anything is sent.

use std::collections::hash_map::RandomState;
use std::fs::{self, File};
use std::hash::BuildHasher as _;
use std::path::{Path, PathBuf};
use std::{io, mem};

use rusqlite::{Connection, OpenFlags, params};

use super::error::JournalError;
use super::filesystem::check_local;
use super::lock::lock_journal;
use super::open::{Journal, check_file, connect, log_of};
use super::options::OpenOptions;
use super::recover::KEY;
use super::schema::migrate;
use super::sent::record_of;
use super::state::TaskState;
use crate::engine::Settings;
use crate::files::{folder_of, private, put_in_place, with_ending};
use crate::plan::Plan;
use crate::shard::{Shard, Share, splitmix64};

/// The content of a new campaign's journal.
#[derive(Debug)]
pub struct NewCampaign<'a> {
    /// The campaign's name.
    pub id: &'a str,
    /// The whole plan, even for a shard.
    pub plan: &'a Plan,
    /// The shard to evaluate; `None` for the whole plan.
    pub shard: Option<Shard>,
    /// The settings.
    pub settings: &'a Settings,
}

impl Journal {
    /// Creates the journal of a new campaign and takes its lock.
    ///
    /// The file appears only when it is complete and on the disk.
    ///
    /// # Errors
    /// When the file exists or cannot be created; the text says what to do.
    pub fn create(path: &Path, new_campaign: &NewCampaign<'_>) -> Result<Self, JournalError> {
        OpenOptions::new().create(path, new_campaign)
    }
}

/// An unpublished journal under a temporary name; removed on drop unless published.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) journal: Journal,
    path: PathBuf,
}

impl Draft {
    /// Starts a draft, under the journal's lock.
    pub(super) fn of(
        path: &Path,
        new_campaign: &NewCampaign<'_>,
        options: OpenOptions,
    ) -> Result<Self, JournalError> {
        if new_campaign.plan.part.is_some() {
            return Err(JournalError::usage(
                "the plan is only a shard: give the whole plan, and the shard separately",
            ));
        }
        new_campaign
            .settings
            .validate()
            .map_err(JournalError::usage)?;
        let folder = folder_of(path);
        fs::create_dir_all(folder).map_err(|e| JournalError::io(folder, "making the folder", e))?;
        check_local(folder, options.allow_any_filesystem)?;
        let lock = lock_journal(path)?;
        check_free(path)?;
        remove_draft(path);
        let draft = draft_of(path);
        let made = private().create_new(true).open(&draft);
        made.map_err(|e| JournalError::io(&draft, "making the journal", e))?;
        let mut journal = Journal::with(connect(&draft, FLAGS)?, path, Some(lock));
        journal.session = 1;
        let mut draft = Self {
            journal,
            path: draft,
        };
        draft.journal.disable_sync()?;
        draft.journal.fill(new_campaign)?;
        Ok(draft)
    }

    /// Syncs the draft and renames it to the journal's path.
    pub(super) fn publish(mut self) -> Result<Journal, JournalError> {
        let path = self.journal.path.clone();
        let failed = |doing| move |e| JournalError::io(&draft_of(&path), doing, e);
        self.journal.set_up()?;
        let nothing = Connection::open_in_memory().map_err(|e| self.journal.failed(e))?;
        let whole = mem::replace(&mut self.journal.db, nothing);
        whole.close().map_err(|(_, e)| self.journal.failed(e))?;
        let write = || -> io::Result<()> {
            // The log is emptied into the file when it is closed; a commit that stayed in it would be left behind.
            if log_of(&self.path, "wal").exists() {
                return Err(io::Error::other("its write-ahead log could not be emptied"));
            }
            File::options().write(true).open(&self.path)?.sync_all()?;
            put_in_place(&self.path, &self.journal.path)
        };
        write().map_err(failed("making the journal"))?;
        let lock = self.journal.lock.take();
        let path = &self.journal.path;
        let mut journal = Journal::with(connect(path, FLAGS)?, path, lock);
        journal.session = 1;
        journal.set_up()?;
        Ok(journal)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // A file that is open cannot be removed everywhere.
        if let Ok(nothing) = Connection::open_in_memory() {
            self.journal.db = nothing;
        }
        remove_draft(&self.journal.path);
    }
}

const FLAGS: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE;

/// The temporary name of a file; a leftover of that name is removed.
pub(super) fn draft_of(journal: &Path) -> PathBuf {
    with_ending(journal, ".cekura-draft")
}

/// Removes a draft that a killed process left; nothing was sent from it. The caller holds the lock.
pub(super) fn remove_draft(journal: &Path) {
    let draft = draft_of(journal);
    for file in [
        log_of(&draft, "wal"),
        log_of(&draft, "shm"),
        log_of(&draft, "journal"),
        draft,
    ] {
        let _ = fs::remove_file(file);
    }
}

/// Rejects a path with a journal, or with the remains of one.
fn check_free(path: &Path) -> Result<(), JournalError> {
    if path.exists() {
        // Where it is no whole one, that says more than that it is there.
        check_file(path)?;
        return Err(JournalError::usage(format!(
            "{} exists already: resume that campaign, or choose another name",
            path.display()
        )));
    }
    match [log_of(path, "wal"), record_of(path)]
        .iter()
        .find(|rest| rest.exists())
    {
        None => Ok(()),
        Some(rest) => Err(JournalError::usage(format!(
            "{} belongs to a journal that is missing, and requests may have been sent and paid from it: restore {} to resume \
             that campaign, or choose another name",
            rest.display(),
            path.display()
        ))),
    }
}

impl Journal {
    /// Disables syncing: a draft is synced once, before it is published.
    fn disable_sync(&self) -> Result<(), JournalError> {
        self.db
            .execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")
            .map_err(|e| self.failed(e))
    }

    fn fill(&mut self, new_campaign: &NewCampaign<'_>) -> Result<(), JournalError> {
        migrate(&mut self.db, 0).map_err(|e| self.failed(e))?;
        let path = &self.path;
        let change = self.db.transaction().and_then(|change| {
            insert_tasks(&change, new_campaign)?;
            insert_meta(&change, new_campaign)?;
            change.commit()
        });
        change.map_err(|e| JournalError::sqlite(path, e))
    }
}

fn insert_tasks(db: &Connection, new_campaign: &NewCampaign<'_>) -> rusqlite::Result<()> {
    let mut insert = db.prepare(
        "INSERT INTO tasks (round, log, state, submit_order, agent, time) VALUES (0, ?, ?, ?, ?, ?)",
    )?;
    let shard = new_campaign.shard.as_ref();
    let logs = new_campaign.plan.logs.iter();
    for log in logs.filter(|log| shard.is_none_or(|shard| shard.contains(log.id))) {
        insert.execute(params![
            log.id.0,
            TaskState::Selected,
            submit_order(log.id.0),
            log.agent.map(|agent| agent.0),
            log.time
        ])?;
    }
    Ok(())
}

fn insert_meta(db: &Connection, new_campaign: &NewCampaign<'_>) -> rusqlite::Result<()> {
    let NewCampaign {
        id,
        plan,
        shard,
        settings,
    } = new_campaign;
    let shard_text = shard.as_ref().map(ToString::to_string);
    for (name, value) in [
        ("id", (*id).to_owned()),
        ("plan", head_of(plan)),
        ("planned", plan.logs.len().to_string()),
        ("settings", json(settings)),
        ("sessions", "1".to_owned()),
        (KEY, new_key()),
        ("shard", shard_text.unwrap_or_default()),
        ("share", json(&Share::of(plan, *shard))),
    ] {
        db.execute(
            "INSERT INTO meta (name, value) VALUES (?, ?)",
            [name, &value],
        )?;
    }
    Ok(())
}

/// A random key that binds a journal to its record of sent requests.
fn new_key() -> String {
    let chance = || RandomState::new().hash_one(std::process::id());
    format!("{:016x}{:016x}", chance(), chance())
}

/// A call log's position in the submit order: a hash, so that a canary is a random sample, and the same in every shard.
pub(super) fn submit_order(log: i64) -> i64 {
    i64::try_from(splitmix64(log.cast_unsigned()) >> 1).unwrap_or(i64::MAX)
}

/// The plan without its call logs, which are rows of their own.
fn head_of(plan: &Plan) -> String {
    json(&Plan {
        version: plan.version,
        created_at: plan.created_at.clone(),
        scope: plan.scope.clone(),
        operation: plan.operation.clone(),
        selection: plan.selection.clone(),
        logs: Vec::new(),
        metrics: plan.metrics.clone(),
        prices: plan.prices.clone(),
        not_listed: plan.not_listed,
        count_mismatch: plan.count_mismatch,
        part: plan.part,
        digest: plan.digest.clone(),
    })
}

/// Our own types, whose keys are all text.
pub(super) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
