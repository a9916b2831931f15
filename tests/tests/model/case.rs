//! What one case is: a campaign, what goes wrong, and how often it is killed and resumed.

use std::time::Duration;

use cekura_campaign::engine::{Detail, Step};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// One campaign and everything that happens to it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Call logs of the plan.
    pub(crate) logs: usize,
    /// Whether only chosen metrics are evaluated.
    pub(crate) chosen: bool,
    pub(crate) batch: u32,
    pub(crate) concurrency: u32,
    pub(crate) canary: Option<u64>,
    pub(crate) noise: Option<(u32, u64)>,
    pub(crate) detail: Detail,
    pub(crate) shards: u32,
    pub(crate) max_evaluations: Option<u64>,
    pub(crate) max_credits: Option<f64>,
    pub(crate) world: World,
    /// What becomes of the paid requests, in the order in which they come.
    pub(crate) paid: Vec<Trouble>,
    /// What becomes of reads.
    pub(crate) reads: Vec<ReadTrouble>,
    pub(crate) events: Vec<(Moment, Happening)>,
    /// Each shard is worked on in these sessions, one after the other, and in a last one that nothing interrupts.
    pub(crate) sessions: Vec<Session>,
    /// Whether the last session gives leave to send again.
    pub(crate) last_resends: bool,
}

/// How the service behaves where nobody knows.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) list_lag: u64,
    pub(crate) single_lag: u64,
    pub(crate) list_hides: Option<u64>,
    pub(crate) list_lies: bool,
    pub(crate) passed_over: Option<u64>,
    pub(crate) ignores_choice: bool,
    pub(crate) first_pass: u64,
    /// Credits that there are, where they may run out.
    pub(crate) credits: Option<u32>,
    pub(crate) partial_402: bool,
    pub(crate) corrupted: Option<u8>,
    pub(crate) busy_is_refused: bool,
}

/// What becomes of one paid request.
#[derive(Clone, Debug)]
pub(crate) enum Trouble {
    Fine,
    Status(u16, Work),
    Reset(Work),
    Late(u64),
    LateStatus(u16, u64),
    Truncated,
    Garbage(Work),
    LoginPage(Work),
    Empty(Work),
    Redirect(Work),
    TooMany,
    CloseUnread,
    Corruption(u8),
}

/// How much of its work is done before a request fails.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Work {
    None,
    Part(u64),
    All,
}

/// What becomes of one read.
#[derive(Clone, Debug)]
pub(crate) enum ReadTrouble {
    Fine,
    Status(u16),
    Reset,
    Garbage,
    Corruption(u8),
}

/// When something happens beside the campaign.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Moment {
    After(u64),
    BeforePaid(u64),
    AfterPaid(u64),
}

/// What happens beside it; numbers are places in the plan.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Happening {
    Review(usize, bool),
    Edit(usize),
    Delete(usize),
    AssignMetric,
    EditMetric,
    AddCredits,
}

/// One time that the campaign is worked on.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// After which step, reached for which time, the process is killed.
    pub(crate) kill: Option<(Step, u32)>,
    /// What becomes of the journal's write-ahead log then.
    pub(crate) damage: Option<Damage>,
    pub(crate) resends: bool,
    pub(crate) deadline: Option<u64>,
    /// A new limit of evaluations, from now on.
    pub(crate) max_evaluations: Option<u64>,
    pub(crate) batch: Option<u32>,
    /// Seconds until the next session.
    pub(crate) rest: u64,
}

/// What a crash of the machine does to a write-ahead log.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Damage {
    /// It ends after this many thousandths of itself.
    Cut(usize),
    /// One bit is another, so many thousandths into it.
    Flip(usize),
}

const SECONDS: std::ops::Range<u64> = 1..100;

pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let shape = (
        1..20_usize,
        prop::bool::weighted(0.2),
        1..7_u32,
        1..4_u32,
        option::weighted(0.2, 1..10_u64),
        option::weighted(0.2, (1..3_u32, 1..5_u64)),
        select(vec![Detail::Verdicts, Detail::Before, Detail::Explanations]),
        prop_oneof![4 => Just(1_u32), 1 => Just(2)],
        option::weighted(0.25, 0..25_u64),
        option::weighted(0.25, 0.0..25.0_f64),
    );
    let rest = (
        world(),
        paid(),
        vec(read_trouble(), 0..10),
        vec((moment(), happening()), 0..4),
        sessions(),
        prop::bool::weighted(0.3),
    );
    (shape, rest).prop_map(|(shape, rest)| {
        let (logs, chosen, batch, concurrency, canary, noise, detail, shards, evaluations, credits) =
            shape;
        let (world, paid, reads, events, sessions, last_resends) = rest;
        Case {
            logs,
            chosen,
            batch,
            concurrency,
            canary,
            noise,
            detail,
            shards,
            max_evaluations: evaluations,
            max_credits: credits,
            world,
            paid,
            reads,
            events,
            sessions,
            last_resends,
        }
    })
}

fn world() -> impl Strategy<Value = World> {
    (
        prop_oneof![3 => Just(0_u64), 1 => 1..30_u64],
        prop_oneof![3 => Just(0_u64), 1 => 1..30_u64],
        option::weighted(0.15, 2..4_u64),
        prop::bool::weighted(0.1),
        option::weighted(0.1, 2..5_u64),
        any::<bool>(),
        prop_oneof![4 => Just(0_u64), 1 => 1..4_u64],
        option::weighted(0.2, 0..20_u32),
        any::<bool>(),
        option::weighted(0.15, 0..7_u8),
        any::<bool>(),
    )
        .prop_map(|world| World {
            list_lag: world.0,
            single_lag: world.1,
            list_hides: world.2,
            list_lies: world.3,
            passed_over: world.4,
            ignores_choice: world.5,
            first_pass: world.6,
            credits: world.7,
            partial_402: world.8,
            corrupted: world.9,
            busy_is_refused: world.10,
        })
}

pub(crate) fn work() -> impl Strategy<Value = Work> {
    prop_oneof![
        Just(Work::None),
        (1..4_u64).prop_map(Work::Part),
        Just(Work::All)
    ]
}

pub(crate) fn trouble() -> impl Strategy<Value = Trouble> {
    let refusals = vec![400, 401, 402, 403, 404, 409, 413, 422];
    prop_oneof![
        3 => Just(Trouble::Fine),
        4 => (select(refusals), work()).prop_map(|(status, work)| Trouble::Status(status, work)),
        2 => (select(vec![408, 500, 502, 503, 504]), work())
            .prop_map(|(status, work)| Trouble::Status(status, work)),
        2 => work().prop_map(Trouble::Reset),
        2 => SECONDS.prop_map(Trouble::Late),
        1 => (select(vec![500, 504]), SECONDS).prop_map(|(status, s)| Trouble::LateStatus(status, s)),
        1 => Just(Trouble::Truncated),
        1 => work().prop_map(Trouble::Garbage),
        1 => work().prop_map(Trouble::LoginPage),
        1 => work().prop_map(Trouble::Empty),
        1 => work().prop_map(Trouble::Redirect),
        1 => Just(Trouble::TooMany),
        1 => Just(Trouble::CloseUnread),
        1 => (0..7_u8).prop_map(Trouble::Corruption),
    ]
}

/// What becomes of the paid requests: one thing after another, or the same again and again, as of a service that is down.
fn paid() -> impl Strategy<Value = Vec<Trouble>> {
    let lost = prop_oneof![
        2 => Just(Trouble::Reset(Work::None)),
        1 => select(vec![500, 503]).prop_map(|status| Trouble::Status(status, Work::None)),
        1 => Just(Trouble::Empty(Work::None)),
        1 => Just(Trouble::CloseUnread),
    ];
    prop_oneof![
        3 => vec(trouble(), 0..10),
        1 => (lost, 2..8_usize).prop_map(|(lost, times)| vec![lost; times]),
    ]
}

/// One session after another; leave to send again is given now and then, or every time.
fn sessions() -> impl Strategy<Value = Vec<Session>> {
    (vec(session(), 0..4), prop::bool::weighted(0.25)).prop_map(|(mut sessions, always)| {
        for session in &mut sessions {
            session.resends |= always;
        }
        sessions
    })
}

pub(crate) fn read_trouble() -> impl Strategy<Value = ReadTrouble> {
    prop_oneof![
        4 => Just(ReadTrouble::Fine),
        1 => select(vec![403_u16, 500, 503]).prop_map(ReadTrouble::Status),
        1 => Just(ReadTrouble::Reset),
        1 => Just(ReadTrouble::Garbage),
        1 => (0..7_u8).prop_map(ReadTrouble::Corruption),
    ]
}

fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        SECONDS.prop_map(Moment::After),
        (1..6_u64).prop_map(Moment::BeforePaid),
        (1..6_u64).prop_map(Moment::AfterPaid),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        (0..20_usize, any::<bool>()).prop_map(|(log, success)| Happening::Review(log, success)),
        (0..20_usize).prop_map(Happening::Edit),
        (0..20_usize).prop_map(Happening::Delete),
        Just(Happening::AssignMetric),
        Just(Happening::EditMetric),
        Just(Happening::AddCredits),
    ]
}

fn session() -> impl Strategy<Value = Session> {
    let damage = prop_oneof![
        (0..1000_usize).prop_map(Damage::Cut),
        (0..1000_usize).prop_map(Damage::Flip)
    ];
    (
        option::weighted(0.8, (select(Step::ALL.to_vec()), 1..4_u32)),
        option::weighted(0.15, damage),
        prop::bool::weighted(0.3),
        option::weighted(0.15, 1..200_u64),
        option::weighted(0.15, 0..40_u64),
        option::weighted(0.15, 1..7_u32),
        0..120_u64,
    )
        .prop_map(|session| Session {
            kill: session.0,
            damage: session.1,
            resends: session.2,
            deadline: session.3,
            max_evaluations: session.4,
            batch: session.5,
            rest: session.6,
        })
}

pub(crate) fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
