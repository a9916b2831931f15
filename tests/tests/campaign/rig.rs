//! A laboratory with a folder for journals.

use std::path::PathBuf;
use std::time::SystemTime;

use cekura::{CallLogId, Scope};
use cekura_campaign::engine::Settings;
use cekura_campaign::journal::{NewCampaign, ReportOptions};
use cekura_campaign::plan::Selection;
use cekura_campaign::{Campaign, Journal, Plan, Planner, Report};
use cekura_sandbox::SandboxBuilder;
use cekura_tests::{Folder, Lab};

/// A sandbox, a client on its clock, and a folder.
pub(crate) struct Rig {
    pub(crate) lab: Lab,
    pub(crate) folder: Folder,
}

impl Rig {
    pub(crate) async fn open() -> Self {
        Self::with(|sandbox| sandbox).await
    }

    pub(crate) async fn with(set_up: impl FnOnce(SandboxBuilder) -> SandboxBuilder) -> Self {
        Self {
            lab: Lab::with(set_up).await,
            folder: Folder::new(),
        }
    }

    pub(crate) async fn plan(&self, logs: impl IntoIterator<Item = CallLogId>) -> Plan {
        Planner::new(self.lab.client().clone(), Scope::Agent(self.lab.agent()))
            .selection(Selection::ids(logs))
            .plan(SystemTime::UNIX_EPOCH)
            .await
            .unwrap()
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.file("campaign.db")
    }

    /// A new campaign over `logs`.
    pub(crate) async fn campaign(
        &self,
        logs: impl IntoIterator<Item = CallLogId>,
        settings: Settings,
    ) -> Campaign {
        self.campaign_of(&self.plan(logs).await, &settings)
    }

    /// A new campaign that carries out `plan`.
    pub(crate) fn campaign_of(&self, plan: &Plan, settings: &Settings) -> Campaign {
        let new_campaign = NewCampaign {
            id: "harbor",
            plan,
            shard: None,
            settings,
        };
        let journal = Journal::create(&self.path(), &new_campaign).unwrap();
        self.take_up(journal)
    }

    /// The campaign of the journal, taken up again.
    pub(crate) fn resume(&self) -> Campaign {
        self.take_up(Journal::open(&self.path()).unwrap())
    }

    fn take_up(&self, journal: Journal) -> Campaign {
        Campaign::new(self.lab.client().clone(), journal)
            .unwrap()
            .with_clock(self.lab.clock().clone())
    }

    pub(crate) fn report(&self) -> Report {
        let journal = Journal::read(&self.path()).unwrap();
        journal.report(&ReportOptions::default()).unwrap()
    }
}
