//! Campaigns worked on by processes that die.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use cekura::{AgentId, ApiKey, CallLogId, Client, Scope};
use cekura_campaign::engine::{Settings, Step};
use cekura_campaign::journal::{NewCampaign, ReportOptions};
use cekura_campaign::plan::Selection;
use cekura_campaign::{Journal, Planner, Report};
use cekura_sandbox::{Sandbox, SandboxBuilder};
use cekura_tests::Folder;

/// A sandbox in real time, and a journal that processes of their own work on.
pub(crate) struct Workshop {
    pub(crate) sandbox: Sandbox,
    pub(crate) logs: Vec<CallLogId>,
    pub(crate) folder: Folder,
}

/// Settings for a judge that is done in a few seconds.
pub(crate) fn quick() -> Settings {
    let mut settings = Settings::default();
    // Longer than the judge takes: a reviewed call log shows nothing before it is done.
    settings.settle_window = Duration::from_secs(4);
    settings.poll_interval = [Duration::from_millis(100), Duration::from_millis(400)];
    settings.stability_window = [Duration::from_millis(1_200), Duration::from_millis(2_000)];
    settings.stall_timeout = Duration::from_secs(60);
    settings
}

impl Workshop {
    /// A campaign over the first `count` call logs of the first agent. A person's verdict hides what an evaluation does, so
    /// those that were reviewed can be left out.
    pub(crate) async fn open(
        count: usize,
        with_reviewed: bool,
        settings: &Settings,
        set_up: impl FnOnce(SandboxBuilder) -> SandboxBuilder,
    ) -> Self {
        let builder = Sandbox::builder()
            .seed(7)
            .evaluation_time(Duration::from_secs(3));
        let sandbox = set_up(builder).start().await.unwrap();
        let agent = sandbox.agent_ids()[0];
        let logs: Vec<_> = sandbox.call_log_ids_of(agent);
        let reviewed = sandbox.reviewed_call_log_ids();
        let logs = logs
            .into_iter()
            .filter(|log| with_reviewed || !reviewed.contains(log));
        let logs: Vec<_> = logs.take(count).map(CallLogId).collect();
        assert_eq!(logs.len(), count, "the sandbox has so many call logs");
        let client = Client::builder()
            .api_key(ApiKey::new(sandbox.api_key()).unwrap())
            .base_url(sandbox.url())
            .build()
            .unwrap();
        let plan = Planner::new(client, Scope::Agent(AgentId(agent)))
            .selection(Selection::ids(logs.clone()))
            .plan(SystemTime::UNIX_EPOCH)
            .await
            .unwrap();
        let workshop = Self {
            sandbox,
            logs,
            folder: Folder::new(),
        };
        let to = fs::File::create(workshop.folder.file("plan.json")).unwrap();
        plan.write(to).unwrap();
        let new_campaign = NewCampaign {
            id: "harbor",
            plan: &plan,
            shard: None,
            settings,
        };
        Journal::create(&workshop.journal(), &new_campaign).unwrap();
        workshop
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.folder.file("campaign.db")
    }

    /// A process works on the campaign until it is done.
    pub(crate) async fn work(&self, options: &[&str]) -> String {
        let (success, out, err) = self.process(options).await;
        assert!(success, "{err}");
        out.trim().to_owned()
    }

    /// A process works on the campaign and is killed at the `nth` time that it reaches a step. Tells whether it did.
    pub(crate) async fn die(&self, step: Step, nth: u32, options: &[&str]) -> bool {
        let (step, nth) = (format!("{step:?}"), nth.to_string());
        let options: Vec<_> = ["--die", &step, &nth]
            .into_iter()
            .chain(options.iter().copied())
            .collect();
        let (success, out, err) = self.process(&options).await;
        assert!(err.is_empty(), "{step}: {err}");
        assert_eq!(
            success,
            !out.is_empty(),
            "{step}: dead processes say nothing"
        );
        !success
    }

    async fn process(&self, options: &[&str]) -> (bool, String, String) {
        let mut command = std::process::Command::new(campaigner());
        command
            .arg(self.sandbox.url())
            .arg(self.sandbox.api_key())
            .arg(self.journal())
            .args(options)
            .stdin(Stdio::null());
        let done = tokio::task::spawn_blocking(move || command.output()).await;
        let done = done.unwrap().unwrap();
        (
            done.status.success(),
            String::from_utf8(done.stdout).unwrap(),
            String::from_utf8(done.stderr).unwrap(),
        )
    }

    pub(crate) fn report(&self) -> Report {
        let journal = Journal::read(&self.journal()).unwrap();
        journal.report(&ReportOptions::default()).unwrap()
    }

    /// How often each call log was paid for.
    pub(crate) fn paid(&self) -> Vec<u64> {
        let ledger = self.sandbox.ledger();
        self.logs
            .iter()
            .map(|log| ledger.evaluations_of(log.0))
            .collect()
    }
}

pub(crate) fn campaigner() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_campaigner"))
}
