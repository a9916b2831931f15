//! Carrying a case out.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::time::SystemTime;

use cekura::{CallLogId, Scope};
use cekura_campaign::engine::{NoiseSettings, Settings};
use cekura_campaign::journal::NewCampaign;
use cekura_campaign::plan::Selection;
use cekura_campaign::{Campaign, CampaignOutcome, Journal, Plan, Planner, Shard};
use cekura_sandbox::{
    Corruption, Event, EventTrigger as At, Fault, ListCount, OutOfCredits, OverlappingRerun,
    Quirks, RetryAfter, SandboxBuilder,
};
use cekura_tests::{Folder, Lab};
use futures_util::FutureExt as _;
use proptest::test_runner::TestCaseResult;

use crate::case::{Case, Happening, Moment, ReadTrouble, Session, Trouble, Work, World, seconds};
use crate::check;
use crate::crash::{Killed, Killer, restore};

/// The two paid operations.
pub(crate) const PAID: [&str; 2] = ["call_logs_rerun_evaluation", "call_logs_evaluate_metrics"];

/// How often the journal says that each call log may have been evaluated, by round and call log.
pub(crate) type Sends = BTreeMap<(u32, i64), u32>;

/// One shard's journal, and how often its campaign was given leave to send again.
pub(crate) struct Part {
    pub(crate) journal: PathBuf,
    pub(crate) folder: Folder,
    pub(crate) image: Folder,
    pub(crate) resends: bool,
    /// How often each call log was sent in each round, at the end of the session before.
    pub(crate) sends: Sends,
    /// The highest limit that there ever was; nothing where there was none at some time.
    pub(crate) limit: Option<u64>,
    /// Whether the journal was refused after damage: nothing more is sent then.
    pub(crate) is_lost: bool,
    pub(crate) ending: Option<CampaignOutcome>,
}

pub(crate) async fn drive(case: &Case) -> TestCaseResult {
    let lab = Lab::with(|builder| set_up(builder, &case.world)).await;
    let logs = lab.fresh(case.logs);
    let plan = plan(&lab, case, &logs).await;
    let Some(plan) = plan else { return Ok(()) };
    trouble(&lab, case, &logs);
    for index in 1..=case.shards {
        let shard = (case.shards > 1).then(|| Shard::new(index, case.shards).unwrap());
        let mut part = found(case, &plan, shard);
        for session in &case.sessions {
            work(&lab, case, &mut part, session).await;
            check::leave(&mut part, session)?;
            lab.sandbox().advance(seconds(session.rest));
        }
        let last = Session {
            kill: None,
            damage: None,
            resends: case.last_resends,
            deadline: None,
            max_evaluations: None,
            batch: None,
            rest: 0,
        };
        lab.sandbox().faults().clear();
        work(&lab, case, &mut part, &last).await;
        check::leave(&mut part, &last)?;
        // Whatever still waits at the service is done by now.
        lab.sandbox().advance(seconds(600));
        check::part(&lab, case, &part)?;
        check::resumed(&lab, &mut part).await?;
    }
    Ok(())
}

fn set_up(builder: SandboxBuilder, world: &World) -> SandboxBuilder {
    let corruptions = |kind: u8| corruption(kind);
    let mut quirks = Quirks {
        list_lag: seconds(world.list_lag),
        single_lag: seconds(world.single_lag),
        list_hides_every: world.list_hides,
        passed_over_every: world.passed_over,
        ignores_metrics_filter: world.ignores_choice,
        first_pass: world.first_pass,
        ..Quirks::default()
    };
    if world.list_lies {
        quirks.list_count = ListCount::Off(3);
    }
    if world.partial_402 {
        quirks.out_of_credits = OutOfCredits::Partial;
    }
    if world.busy_is_refused {
        quirks.overlapping_rerun = OverlappingRerun::Reject;
    }
    let mut builder = builder.agents(1).call_logs(40).evaluation_time(seconds(20));
    if let Some(credits) = world.credits {
        builder = builder.credits(credits.to_string());
    }
    if let Some(kind) = world.corrupted {
        // Which ids there are is the same in every sandbox of this seed.
        quirks.corrupted.insert(5_020, corruptions(kind));
    }
    builder.quirks(quirks)
}

async fn plan(lab: &Lab, case: &Case, logs: &[CallLogId]) -> Option<Plan> {
    let scope = Scope::Agent(lab.agent());
    let mut planner =
        Planner::new(lab.client().clone(), scope).selection(Selection::ids(logs.to_vec()));
    if case.chosen {
        planner = planner.metrics(lab.metrics().into_iter().take(2));
    }
    planner.plan(SystemTime::UNIX_EPOCH).await.ok()
}

fn settings(case: &Case) -> Settings {
    let mut settings = Settings::default();
    settings.batch_size = case.batch;
    settings.concurrency = case.concurrency;
    settings.canary = case.canary.into_iter().collect();
    settings.canary_max_regressions = 1_000;
    settings.noise = case
        .noise
        .map(|(rounds, sample)| NoiseSettings { rounds, sample });
    settings.detail = case.detail;
    settings.budget.max_evaluations = case.max_evaluations;
    settings.budget.max_credits = case.max_credits;
    settings
}

fn found(case: &Case, plan: &Plan, shard: Option<Shard>) -> Part {
    let folder = Folder::new();
    let journal = folder.file("campaign.db");
    let new_campaign = NewCampaign {
        id: "harbor",
        plan,
        shard,
        settings: &settings(case),
    };
    drop(Journal::create(&journal, &new_campaign).unwrap());
    Part {
        journal,
        image: Folder::new(),
        folder,
        resends: false,
        sends: Sends::new(),
        limit: case.max_evaluations,
        is_lost: false,
        ending: None,
    }
}

/// One session, to its end or until it is killed.
async fn work(lab: &Lab, case: &Case, part: &mut Part, session: &Session) {
    if part.is_lost {
        return;
    }
    let Ok(journal) = Journal::open(&part.journal) else {
        part.is_lost = true;
        return;
    };
    part.resends |= session.resends;
    let killer = Killer::new(session.kill, part.folder.path(), part.image.path());
    let mut campaign = Campaign::new(lab.client().clone(), journal)
        .unwrap()
        .with_clock(lab.clock().clone())
        .with_resends(session.resends)
        .with_observer(killer);
    if let Some(deadline) = session.deadline {
        campaign = campaign.with_timeout(seconds(deadline));
    }
    let mut settings = campaign.settings().clone();
    if let Some(most) = session.max_evaluations {
        settings.budget.max_evaluations = Some(most);
        part.limit = part.limit.map(|limit| limit.max(most));
    }
    if let Some(batch) = session.batch {
        settings.batch_size = batch;
    }
    campaign.set(settings).unwrap();
    if case.canary.is_some() {
        campaign.continue_past_canary().unwrap();
    }
    let ended = AssertUnwindSafe(campaign.run()).catch_unwind().await;
    drop(campaign);
    match ended {
        Ok(ending) => part.ending = ending.ok(),
        Err(panic) if panic.is::<Killed>() => {
            restore(part.folder.path(), part.image.path(), session.damage);
            part.ending = None;
        }
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn trouble(lab: &Lab, case: &Case, logs: &[CallLogId]) {
    let paid = PAID[usize::from(case.chosen)];
    for trouble in &case.paid {
        lab.fault(paid, fault(trouble));
    }
    for (nth, trouble) in case.reads.iter().enumerate() {
        let operation = ["call_logs_retrieve", "call_logs_list"][nth % 2];
        lab.fault(operation, read_fault(trouble));
    }
    for (moment, happening) in &case.events {
        let at = match *moment {
            Moment::After(span) => At::After(seconds(span)),
            Moment::BeforePaid(nth) => At::BeforePaidRequest(nth),
            Moment::AfterPaid(nth) => At::AfterPaidRequest(nth),
        };
        let log = |nth: usize| logs[nth % logs.len()].0;
        lab.sandbox().schedule(
            at,
            match *happening {
                Happening::Review(nth, success) => Event::Review {
                    call_log: log(nth),
                    success,
                },
                Happening::Edit(nth) => Event::EditCallLog { call_log: log(nth) },
                Happening::Delete(nth) => Event::DeleteCallLog { call_log: log(nth) },
                Happening::AssignMetric => Event::AssignMetric {
                    agent: lab.agent().0,
                },
                Happening::EditMetric => Event::EditMetric {
                    metric: lab.metrics()[0].0,
                },
                Happening::AddCredits => Event::AddCredits {
                    credits: "10".parse().unwrap(),
                },
            },
        );
    }
}

pub(crate) fn fault(trouble: &Trouble) -> Fault {
    match *trouble {
        Trouble::Fine => Fault::none(),
        Trouble::Status(status, work) => after(Fault::status(status), work),
        Trouble::Reset(work) => after(Fault::reset(), work),
        Trouble::Late(span) => Fault::late(seconds(span)),
        Trouble::LateStatus(status, span) => {
            Fault::status(status).after_work().delay_work(seconds(span))
        }
        Trouble::Truncated => Fault::truncate(40),
        Trouble::Garbage(work) => after(Fault::garbage(), work),
        Trouble::LoginPage(work) => after(Fault::login_page(), work),
        Trouble::Empty(work) => after(Fault::empty(), work),
        Trouble::Redirect(work) => after(Fault::redirect(302, "http://127.0.0.1:9/"), work),
        Trouble::TooMany => Fault::too_many_requests(RetryAfter::Seconds(2)),
        Trouble::CloseUnread => Fault::close_unread(),
        Trouble::Corruption(kind) => Fault::corrupt(corruption(kind)),
    }
}

pub(crate) fn after(fault: Fault, work: Work) -> Fault {
    match work {
        Work::None => fault.before_work(),
        Work::Part(logs) => fault.after_part(logs),
        Work::All => fault.after_work(),
    }
}

pub(crate) fn read_fault(trouble: &ReadTrouble) -> Fault {
    match *trouble {
        ReadTrouble::Fine => Fault::none(),
        ReadTrouble::Status(status) => Fault::status(status),
        ReadTrouble::Reset => Fault::reset(),
        ReadTrouble::Garbage => Fault::garbage(),
        ReadTrouble::Corruption(kind) => Fault::corrupt(corruption(kind)),
    }
}

fn corruption(kind: u8) -> Corruption {
    match kind {
        0 => Corruption::HalfCharacter,
        1 => Corruption::ControlCharacters,
        2 => Corruption::BadUtf8,
        3 => Corruption::HugeNumber,
        4 => Corruption::NotANumber,
        5 => Corruption::DeepNesting,
        _ => Corruption::ByteOrderMark,
    }
}
