//! Imports of a file of calls: what goes wrong, when the process is killed, and what holds then.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use cekura::{CallLogId, Timestamp};
use cekura_campaign::engine::{Observer, Progress};
use cekura_campaign::import::{Import, ImportFile, ImportJournal, ImportOutcome, NamedCall};
use cekura_campaign::journal::OpenOptions;
use cekura_sandbox::{Fault, Quirks};
use cekura_tests::{Folder, Lab};
use futures_util::FutureExt as _;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestCaseResult};
use serde_json::json;

use crate::case::{ReadTrouble, Trouble, Work, read_trouble, seconds, trouble, work};
use crate::crash::Killed;
use crate::drive::{after, fault, read_fault};

const OBSERVE: &str = "call_logs_observe";
const LIST: &str = "call_logs_list";

/// An import and everything that happens to it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    calls: usize,
    concurrency: u32,
    /// Shorter than the settle window.
    list_lag: u64,
    /// Whether the service takes a call in, and charges it, as often as it is sent.
    takes_twice: bool,
    sends: Vec<Send>,
    lists: Vec<ReadTrouble>,
    /// The import is repeated in these sessions, and in a last one that nothing interrupts.
    sessions: Vec<Session>,
    last_resends: bool,
}

/// What becomes of one call that is sent.
#[derive(Clone, Debug)]
enum Send {
    Trouble(Trouble),
    /// The process is killed while it waits for the response.
    Kill(Work),
}

/// One time that the import is run.
#[derive(Clone, Debug, Default)]
struct Session {
    /// How many lines of the file there are by now.
    lines: usize,
    /// After how many records of outcomes the process is killed.
    kill: Option<u64>,
    /// How many bytes of the last outcome were not on the disk then.
    torn: Option<usize>,
    resends: bool,
    /// Seconds until the next session.
    rest: u64,
}

pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let send = prop_oneof![
        4 => trouble().prop_map(Send::Trouble),
        1 => work().prop_map(Send::Kill),
    ];
    let session = (
        1..20_usize,
        option::weighted(0.4, 1..12_u64),
        option::weighted(0.5, 1..60_usize),
        prop::bool::weighted(0.2),
        prop_oneof![2 => 0..10_u64, 1 => 0..120_u64],
    );
    let session = session.prop_map(|(lines, kill, torn, resends, rest)| Session {
        lines,
        kill,
        torn,
        resends,
        rest,
    });
    let case = (
        1..20_usize,
        1..5_u32,
        prop_oneof![1 => Just(0_u64), 1 => 1..50_u64],
        any::<bool>(),
        vec(send, 0..20),
        vec(read_trouble(), 0..6),
        vec(session, 0..5),
        prop::bool::weighted(0.2),
    );
    case.prop_map(|case| Case {
        calls: case.0,
        concurrency: case.1,
        list_lag: case.2,
        takes_twice: case.3,
        sends: case.4,
        lists: case.5,
        sessions: case.6,
        last_resends: case.7,
    })
}

pub(crate) async fn drive(case: &Case) -> TestCaseResult {
    let quirks = Quirks {
        list_lag: seconds(case.list_lag),
        allow_duplicate_call_ids: case.takes_twice,
        ..Quirks::default()
    };
    let lab = Lab::with(|sandbox| sandbox.agents(1).call_logs(5).quirks(quirks)).await;
    let rig = Rig::new(&lab, case);
    for send in &case.sends {
        let fault = match send {
            Send::Trouble(trouble) => fault(trouble),
            Send::Kill(work) => after(Fault::hang(), *work),
        };
        lab.fault(OBSERVE, fault);
    }
    for list in &case.lists {
        lab.fault(LIST, read_fault(list));
    }
    for session in &case.sessions {
        let killed = lab.sandbox().stalled();
        rig.work(session, killed).await?;
        lab.sandbox().advance(seconds(session.rest));
    }
    lab.faults().clear();
    let last = Session {
        lines: case.calls,
        resends: case.last_resends,
        ..Session::default()
    };
    let ended = rig.work(&last, std::future::pending()).await?;
    prop_assert!(
        matches!(ended, Some(Ok(ImportOutcome::Finished))),
        "{ended:?}"
    );
    // Whatever is late at the service is done by now.
    lab.sandbox().advance(seconds(600));
    rig.check().await
}

type Ended = Option<Result<ImportOutcome, String>>;

struct Rig<'a> {
    lab: &'a Lab,
    case: &'a Case,
    folder: Folder,
    lines: Vec<String>,
}

impl<'a> Rig<'a> {
    fn new(lab: &'a Lab, case: &'a Case) -> Self {
        let begin = lab.sandbox().now() - seconds(40 * 86_400);
        let line = |n: u64| {
            let call = json!({
                "call_id": format!("harbor-{n}"),
                "agent": lab.agent().0,
                "timestamp": Timestamp::from(begin + seconds(3600 * n)).as_str(),
            });
            call.to_string()
        };
        Self {
            lab,
            case,
            folder: Folder::new(),
            lines: (0..case.calls as u64).map(line).collect(),
        }
    }

    fn journal(&self) -> PathBuf {
        self.folder.file("calls.jsonl.import")
    }

    fn import(&self, lines: usize) -> Import {
        let path = self.folder.file("calls.jsonl");
        let lines = &self.lines[..lines.min(self.lines.len())];
        fs::write(&path, lines.join("\n")).unwrap();
        let client = self.lab.client().clone();
        let file = ImportFile::open(&path).unwrap();
        let journal = ImportJournal::open(&self.journal(), client.base_url(), OpenOptions::new());
        Import::new(client, file, journal.unwrap())
            .with_clock(self.lab.clock().clone())
            .with_concurrency(self.case.concurrency)
    }

    /// Runs the import to its end, or until it is killed; without leave nothing is sent that may have been taken in.
    async fn work(
        &self,
        session: &Session,
        killed: impl Future<Output = ()>,
    ) -> Result<Ended, TestCaseError> {
        let mut import = self.import(session.lines);
        let unknown = names(&import.summary().unknowns).into_iter();
        let before: Vec<_> = unknown.map(|id| (self.sends(&id), id)).collect();
        let killer = Arc::new(Killer(session.kill.unwrap_or_default().into()));
        let import = import.with_resends(session.resends);
        let mut import = import.with_observer(killer);
        let run = AssertUnwindSafe(import.run()).catch_unwind();
        let ended = tokio::select! {
            () = killed => None,
            ended = run => match ended {
                Ok(ended) => Some(ended.map_err(|e| e.to_string())),
                Err(panic) if panic.is::<Killed>() => None,
                Err(panic) => std::panic::resume_unwind(panic),
            },
        };
        drop(import);
        if ended.is_none() {
            self.tear(session.torn);
        }
        // What was on its way when the process was killed may arrive later, so that the journal is asked.
        for (sends, call_id) in before {
            prop_assert!(
                session.resends || self.sends(&call_id) == sends,
                "{call_id} was sent again without leave"
            );
        }
        Ok(ended)
    }

    /// How often a call was about to be sent, by the journal.
    fn sends(&self, call_id: &str) -> usize {
        let text = fs::read_to_string(self.journal()).unwrap_or_default();
        let call_id = format!("{call_id:?}");
        let is_send = |line: &&str| line.contains("\"sending\"") && line.contains(&call_id);
        text.lines().filter(is_send).count()
    }

    /// Takes bytes of the last outcome away. What is sent is on the disk before.
    fn tear(&self, bytes: Option<usize>) {
        let Some(bytes) = bytes else { return };
        let Ok(text) = fs::read_to_string(self.journal()) else {
            return;
        };
        let last = text.lines().last().unwrap_or_default();
        if !last.contains("\"sending\"") && !last.contains("\"cekura_import\"") {
            let left = text.len() - bytes.min(last.len());
            fs::write(self.journal(), &text[..left]).unwrap();
        }
    }

    /// What holds at the end: each call is sent, already there, or named as unknown, and paid for as often as was permitted.
    async fn check(&self) -> TestCaseResult {
        let summary = self.import(self.case.calls).summary();
        let unknown = names(&summary.unknowns);
        let done = summary.sent + summary.already_there + summary.unknown;
        prop_assert!(
            done == self.case.calls as u64 && unknown.len() as u64 == summary.unknown,
            "{summary:?}"
        );
        let ledger = self.lab.sandbox().ledger();
        prop_assert!(ledger.paid_more_than_once().is_empty());
        let mut paid: BTreeMap<String, u32> = BTreeMap::new();
        let entries = ledger.entries().iter();
        for log in BTreeSet::from_iter(entries.map(|entry| entry.call_log)) {
            let log = self.lab.read(CallLogId(log)).await;
            *paid.entry(log.call_id.unwrap_or_default()).or_default() += 1;
        }
        let case = self.case;
        let with_leave = case.last_resends || case.sessions.iter().any(|it| it.resends);
        for n in 0..case.calls {
            let call_id = format!("harbor-{n}");
            let times = paid.get(&call_id).copied().unwrap_or(0);
            let most = self.sends(&call_id).min(1 + usize::from(with_leave));
            prop_assert!(
                times as usize <= most,
                "{call_id} was paid for {times} times"
            );
            prop_assert!(
                times > 0 || unknown.contains(&call_id),
                "{call_id} is not at Cekura: {summary:?}"
            );
        }
        Ok(())
    }
}

fn names(calls: &[NamedCall]) -> BTreeSet<String> {
    calls.iter().map(|call| call.call_id.clone()).collect()
}

/// Kills the import when so many outcomes are in its journal; 0 for never.
struct Killer(AtomicU64);

impl Observer for Killer {
    fn progress(&self, _: Progress) {
        if self.0.fetch_sub(1, Ordering::Relaxed) == 1 {
            std::panic::resume_unwind(Box::new(Killed));
        }
    }
}
