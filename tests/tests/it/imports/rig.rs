//! A laboratory with a file of calls.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use cekura::Timestamp;
use cekura_campaign::JournalError;
use cekura_campaign::import::{Import, ImportFile, ImportJournal, ImportOutcome, ImportSummary};
use cekura_campaign::journal::OpenOptions;
use cekura_sandbox::{Quirks, SandboxBuilder};
use cekura_tests::{Folder, Lab};
use serde_json::{Value, json};

pub(crate) const OBSERVE: &str = "call_logs_observe";
pub(crate) const LIST: &str = "call_logs_list";

/// A sandbox, a client on its clock, and a folder with a file of calls.
pub(crate) struct Rig {
    pub(crate) lab: Lab,
    folder: Folder,
}

impl Rig {
    /// A rig with a file of `calls` calls.
    pub(crate) async fn open(calls: usize) -> Self {
        Self::with(calls, |sandbox| sandbox).await
    }

    pub(crate) async fn with(
        calls: usize,
        set_up: impl FnOnce(SandboxBuilder) -> SandboxBuilder,
    ) -> Self {
        let rig = Self {
            lab: Lab::with(set_up).await,
            folder: Folder::new(),
        };
        rig.write(&rig.calls(calls));
        rig
    }

    /// The first calls. Their times depend on the present one.
    pub(crate) fn calls(&self, calls: usize) -> Vec<Value> {
        (0..calls).map(|n| self.call(n)).collect()
    }

    /// The `n`th call, an hour after the one before.
    pub(crate) fn call(&self, n: usize) -> Value {
        let begin = self.lab.sandbox().now() - Duration::from_secs(40 * 86_400);
        let at = begin + Duration::from_secs(3600) * u32::try_from(n).unwrap();
        json!({
            "call_id": format!("harbor-{n}"),
            "agent": self.lab.agent().0,
            "timestamp": Timestamp::from(at).as_str(),
            "transcript_json": [
                { "role": "Main Agent", "content": "Harbor Hotel.", "start_time": 0.2, "end_time": 1.9 },
            ],
        })
    }

    pub(crate) fn write(&self, calls: &[Value]) {
        let lines: Vec<String> = calls.iter().map(Value::to_string).collect();
        fs::write(self.file(), lines.join("\n")).unwrap();
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.file("calls.jsonl")
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.folder.file("calls.jsonl.import")
    }

    /// An import of the file with its journal, one call at a time.
    pub(crate) fn import(&self) -> Import {
        self.try_import().unwrap()
    }

    pub(crate) fn try_import(&self) -> Result<Import, JournalError> {
        let client = self.lab.client().clone();
        let file = ImportFile::open(&self.file()).unwrap();
        let journal = ImportJournal::open(&self.journal(), client.base_url(), OpenOptions::new())?;
        let import = Import::new(client, file, journal).with_concurrency(1);
        Ok(import.with_clock(self.lab.clock().clone()))
    }

    /// Imports everything.
    pub(crate) async fn finish(&self) -> ImportSummary {
        run(self.import()).await
    }

    /// How many lists an import reads before it sends its first call.
    pub(crate) async fn look_ups_of_new_calls(&self) -> usize {
        let mark = self.lab.mark();
        self.import().forecast().await.unwrap();
        self.lab.since(mark).count(LIST)
    }

    /// How many evaluations were paid for, none of them twice.
    #[track_caller]
    pub(crate) fn paid(&self) -> u64 {
        let ledger = self.lab.sandbox().ledger();
        assert_eq!(ledger.paid_more_than_once(), []);
        ledger.evaluations()
    }

    /// How many calls arrived.
    pub(crate) fn sent_calls(&self) -> usize {
        self.lab.arrived().count(OBSERVE)
    }
}

/// A service that lists calls so many seconds late, and takes a call in as often as it is sent.
pub(crate) fn late_and_twice(seconds: u64) -> Quirks {
    Quirks {
        list_lag: Duration::from_secs(seconds),
        allow_duplicate_call_ids: true,
        ..Quirks::default()
    }
}

/// Runs an import to its end.
pub(crate) async fn run(mut import: Import) -> ImportSummary {
    assert_eq!(import.run().await.unwrap(), ImportOutcome::Finished);
    import.summary()
}
