//! Eight processes share a plan, a service with a rate limit, and what it tells one of them.

use std::path::PathBuf;
use std::process::{Output, Stdio};
use std::time::{Duration, SystemTime};

use cekura::{AgentId, ApiKey, CallLogId, Client, Scope};
use cekura_campaign::engine::{Settings, Step};
use cekura_campaign::journal::{ReportOptions, merge};
use cekura_campaign::plan::Selection;
use cekura_campaign::{Planner, Report};
use cekura_sandbox::{RateLimit, Sandbox};
use cekura_tests::Folder;

use crate::worker::{campaigner, quick};

const WORKERS: u32 = 8;
const LOGS: usize = 400;
const LIMIT: RateLimit = RateLimit::per_second(80);

/// What each worker keeps to: together half as much again as the limit, and few requests under way at a time, so that nearly
/// every 429 is one that a worker could have known of.
const RATE: &str = "15";

fn settings() -> Settings {
    let mut settings = quick();
    settings.batch_size = 10;
    // A process that dies leaves no request under way: when it was sent and judged is for `kill` to vary.
    settings.concurrency = 1;
    settings.poll_interval = [Duration::from_secs(1), Duration::from_secs(3)];
    settings
}

/// A sandbox with a limit, and a plan that workers share.
struct Crew {
    sandbox: Sandbox,
    logs: Vec<CallLogId>,
    folder: Folder,
    shares_hold: bool,
}

impl Crew {
    async fn open(shares_hold: bool) -> Self {
        let sandbox = Sandbox::builder()
            .seed(7)
            .call_logs(1_000)
            .evaluation_time(Duration::from_secs(2))
            .start()
            .await
            .unwrap();
        let agent = sandbox.agent_ids()[0];
        let reviewed = sandbox.reviewed_call_log_ids();
        let logs = sandbox.call_log_ids_of(agent).into_iter();
        let logs = logs.filter(|log| !reviewed.contains(log));
        let logs: Vec<_> = logs.take(LOGS).map(CallLogId).collect();
        let client = Client::builder()
            .api_key(ApiKey::new(sandbox.api_key()).unwrap())
            .base_url(sandbox.url());
        let plan = Planner::new(client.build().unwrap(), Scope::Agent(AgentId(agent)))
            .selection(Selection::ids(logs.clone()))
            .plan(SystemTime::UNIX_EPOCH)
            .await
            .unwrap();
        let folder = Folder::new();
        plan.write(std::fs::File::create(folder.file("plan.json")).unwrap())
            .unwrap();
        sandbox.set_rate_limit(Some(LIMIT));
        Self {
            sandbox,
            logs,
            folder,
            shares_hold,
        }
    }

    fn journal(&self, index: u32) -> PathBuf {
        self.folder.file(&format!("part-{index}.db"))
    }

    /// A worker at its part of the plan, until it ends.
    async fn worker(&self, index: u32, options: &[&str]) -> Output {
        let mut command = std::process::Command::new(campaigner());
        command
            .args([self.sandbox.url(), self.sandbox.api_key()])
            .arg(self.journal(index))
            .args(["--rate", RATE])
            .args(options)
            .stdin(Stdio::null());
        if self.shares_hold {
            command.arg("--hold").arg(self.folder.path());
        }
        tokio::task::spawn_blocking(move || command.output())
            .await
            .unwrap()
            .unwrap()
    }

    /// A new worker, and where it is to be killed, another one that takes its campaign up.
    async fn part(&self, index: u32, dies: Option<Step>) {
        let plan = self.folder.file("plan.json");
        let settings = serde_json::to_string(&settings()).unwrap();
        let (shard, step) = (format!("{index}/{WORKERS}"), format!("{dies:?}"));
        let mut options = vec![
            "--plan",
            plan.to_str().unwrap(),
            "--settings",
            &settings,
            "--shard",
            &shard,
        ];
        if dies.is_some() {
            let step = step.trim_start_matches("Some(").trim_end_matches(')');
            options.extend(["--die", step, "2"]);
        }
        let mut done = self.worker(index, &options).await;
        if dies.is_some() {
            assert!(
                !done.status.success() && done.stdout.is_empty(),
                "worker {index} was not killed: {done:?}"
            );
            done = self.worker(index, &["--resend"]).await;
        }
        assert!(done.status.success(), "worker {index}: {done:?}");
        assert_eq!(done.stdout, b"Finished\n", "worker {index}");
    }

    /// All parts at once; the third worker is killed at a step and its campaign taken up.
    async fn work(&self, step: Step) -> Report {
        let parts = (1..=WORKERS).map(|index| self.part(index, (index == 3).then_some(step)));
        futures_util::future::join_all(parts).await;
        let journals: Vec<_> = (1..=WORKERS).map(|index| self.journal(index)).collect();
        let whole = merge("harbor", &self.folder.file("whole.db"), &journals).unwrap();
        whole.report(&ReportOptions::default()).unwrap()
    }

    /// How many requests were refused by the limit.
    fn refused(&self) -> u64 {
        let operations = [
            "call_logs_retrieve",
            "call_logs_list",
            "call_logs_rerun_evaluation",
            "metrics_retrieve",
        ];
        let request_counts = self.sandbox.request_counts();
        operations
            .iter()
            .map(|operation| request_counts.answered(operation, Some(429)))
            .sum()
    }

    fn all_were_evaluated_once(&self, report: &Report) {
        let ledger = self.sandbox.ledger();
        assert_eq!(ledger.evaluations(), LOGS as u64);
        for log in &self.logs {
            assert_eq!(ledger.evaluations_of(log.0), 1, "call log {log}");
        }
        assert!(report.coverage.is_complete(), "{:?}", report.unfinished);
        assert_eq!(report.coverage.selected, LOGS as u64);
        assert_eq!(
            (
                report.campaign.shard.as_deref(),
                report.campaign.evaluations
            ),
            (None, LOGS as u64)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_workers_evaluate_each_call_log_once_and_hold_back_together() {
    let (together, apart) = tokio::join!(Crew::open(true), Crew::open(false));
    // Side by side, so that whatever else the machine does strikes both alike. One process dies with a request in its journal
    // that it has not sent, the other with an answer that it has just written down.
    let (report, other) = tokio::join!(together.work(Step::Intended), apart.work(Step::Concluded));
    together.all_were_evaluated_once(&report);
    apart.all_were_evaluated_once(&other);
    let (refused, without) = (together.refused(), apart.refused());
    #[expect(
        clippy::print_stdout,
        reason = "the figures of docs/performance.md, with --nocapture"
    )]
    for (crew, refused) in [(&together, refused), (&apart, without)] {
        let arrived = crew.sandbox.request_counts().total();
        let hold = crew.shares_hold;
        println!("{refused} of {arrived} requests refused, shared hold: {hold}");
    }
    assert!(
        2 * refused < without,
        "{refused} times 429 with a shared hold, {without} without"
    );
}
