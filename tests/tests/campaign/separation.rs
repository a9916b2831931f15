//! Promise: agents, unknown outcomes and kinds of errors are handled separately.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use cekura::{CallLogId, ProjectId, Scope};
use cekura_campaign::engine::{Announcer, Observer, Settings, Step};
use cekura_campaign::plan::Query;
use cekura_campaign::{CampaignOutcome, Planner};
use cekura_sandbox::Fault;

use crate::rig::Rig;

const READ: &str = "call_logs_retrieve";
const RERUN: &str = "call_logs_rerun_evaluation";
const S: fn(u64) -> Duration = Duration::from_secs;

#[tokio::test]
async fn each_request_names_call_logs_of_one_agent_only() {
    let rig = Rig::open().await;
    let sandbox = rig.lab.sandbox();
    let agents = sandbox.agent_ids();
    let project = ProjectId(sandbox.project_of(agents[0]).unwrap());
    let planner = Planner::new(rig.lab.client().clone(), Scope::Project(project));
    let planner = planner.selection(Query::new()).sample(50, 4);
    let plan = planner.plan(SystemTime::UNIX_EPOCH).await.unwrap();
    let owners: BTreeMap<i64, i64> = agents
        .iter()
        .flat_map(|agent| {
            let logs = sandbox.call_log_ids_of(*agent).into_iter();
            logs.map(|log| (log, *agent))
        })
        .collect();
    let mut campaign = rig.campaign_of(&plan, &Settings::default());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let tally = rig.lab.arrived();
    assert!(tally.paid_requests() > 1);
    for request in tally.of(RERUN) {
        let body = request.json().unwrap();
        for log in body["call_logs"].as_array().unwrap() {
            let owner = owners[&log.as_i64().unwrap()];
            assert_eq!(body["agent_id"].as_i64(), Some(owner), "call log {log}");
        }
    }
}

#[tokio::test]
async fn reading_goes_on_after_a_429_and_a_server_error() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    let plan = rig.plan(logs.clone()).await;
    // Each as often as one read is tried.
    for status in [429, 503] {
        for _ in 0..5 {
            rig.lab.fault(READ, Fault::status(status).before_work());
        }
    }
    let mut campaign = rig.campaign_of(&plan, &Settings::default());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.paid_each(&logs), [1]);
}

#[tokio::test]
async fn the_baseline_of_a_request_with_unknown_outcome_is_not_read_again() {
    let rig = Rig::open().await;
    let logs = rig.lab.idle(1).await;
    let plan = rig.plan(logs.clone()).await;
    rig.lab.fault(RERUN, Fault::reset());
    let mark = rig.lab.mark();
    let mut settings = Settings::default();
    // What was read before the request is older than 15 minutes then.
    settings.settle_window = S(1_200);
    let campaign = rig.campaign_of(&plan, &settings);
    let mut campaign = campaign.with_resends(true);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let tally = rig.lab.since(mark);
    let paid = tally.times(RERUN);
    assert_eq!(paid.len(), 2);
    let end = paid[0] + S(1_200);
    let reads = tally.times(READ).into_iter();
    let late = reads.filter(|at| *at >= end && *at <= paid[1]);
    assert_eq!(late.count(), 1, "the last poll, and nothing after it");
}

/// Announces every call log at every poll.
struct Herald {
    announcer: Announcer,
    logs: Vec<CallLogId>,
}

impl Observer for Herald {
    fn step(&self, step: Step) {
        if step == Step::Polled {
            let logs = self.logs.iter();
            logs.for_each(|log| self.announcer.announce(*log));
        }
    }
}

#[tokio::test]
async fn announced_results_restart_the_stall_timeout() {
    // The judge takes between 200 and 400 seconds.
    let rig = Rig::with(|sandbox| sandbox.evaluation_time(S(300))).await;
    let logs = rig.lab.idle(12).await;
    let announcer = Announcer::default();
    let herald = Herald {
        announcer: announcer.clone(),
        logs: logs.clone(),
    };
    let mut settings = Settings::default();
    settings.stall_timeout = S(280);
    let began = rig.lab.clock().elapsed();
    let campaign = rig.campaign(logs, settings).await;
    let campaign = campaign.with_observer(Arc::new(herald));
    let mut campaign = campaign.with_announcer(announcer);
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let took = rig.lab.clock().elapsed() - began;
    assert!(took > S(300), "the last one takes longer: {took:?}");
    let coverage = rig.report().coverage;
    assert_eq!((coverage.timed_out, coverage.evaluated()), (0, 12));
}
