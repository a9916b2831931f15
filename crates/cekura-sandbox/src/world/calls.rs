//! The circumstances of one call: when, who, how it ended.

use std::time::Duration;

use super::script::Caller;
use super::{FIRST_CALL_LOG, World};
use crate::random::Random;
use crate::timestamp::Timestamp;

const DAY: f64 = 86_400.0;
/// The newest call was made about this long before the sandbox started.
const NEWEST: f64 = 3_600.0;
/// Most calls lie within the last 25 days, the others reach back to about 60.
const RECENT_SHARE: f64 = 0.85;
const RECENT_DAYS: f64 = 25.0;
const OLDEST_DAYS: f64 = 60.0;

const REVIEWED_SHARE: f64 = 0.1;
/// Human and judge agree about most of the calls that both have looked at.
const AGREED_SHARE: f64 = 0.85;

/// The one ending that leaves something open.
pub(crate) const LINE_WENT_SILENT: &str = "line_went_silent";

const CARRIERS: [&str; 3] = ["Tidewater Telecom", "Northgate Voice", "Linden Fibre"];

const ENDINGS: [&str; 4] = [
    "caller_hung_up",
    "assistant_said_goodbye",
    "caller_hung_up",
    LINE_WENT_SILENT,
];

/// The data of a call without its transcript.
#[derive(Debug)]
pub(crate) struct Call {
    /// The provider's identifier of the call.
    pub(crate) call_id: String,
    pub(crate) caller: Caller,
    pub(crate) ended_reason: &'static str,
    pub(crate) carrier: &'static str,
    /// How long the caller waited for the agent.
    pub(crate) queue_seconds: f64,
    pub(crate) inbound: bool,
    pub(crate) trace_id: String,
    pub(crate) has_recording: bool,
    /// A human corrected the transcript.
    pub(crate) corrected: bool,
    /// The project judges by a rubric.
    pub(crate) has_rubric: bool,
}

/// When a call was made and worked on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    pub(crate) timestamp: Timestamp,
    /// When the log was made: shortly after the call.
    pub(crate) created_at: Timestamp,
    /// When its first evaluation ended.
    pub(crate) evaluated_at: Timestamp,
}

pub(super) fn call(world: &World, id: i64) -> Call {
    let mut draw = Random::of(world.seed, &[1, id.unsigned_abs()]);
    Call {
        call_id: format!("call_{:016x}", draw.next()),
        caller: Caller::draw(&mut draw, world.agent_of(id).trade.prefix),
        ended_reason: draw.word(&ENDINGS),
        carrier: CARRIERS[id.unsigned_abs() as usize % CARRIERS.len()],
        queue_seconds: (draw.unit() * 9_000.0).round() / 1_000.0,
        inbound: draw.chance(0.8),
        trace_id: if draw.chance(0.5) {
            format!("{:016x}{:016x}", draw.next(), draw.next())
        } else {
            String::new()
        },
        has_recording: draw.chance(0.9),
        corrected: draw.chance(0.05),
        has_rubric: draw.chance(0.3),
    }
}

pub(super) fn times(world: &World, id: i64) -> Times {
    let mut draw = Random::of(world.seed, &[4, id.unsigned_abs()]);
    let mut timestamp = world.started.minus(age(world, id));
    if draw.chance(0.5) {
        timestamp = timestamp.whole_second();
    }
    let created_at = timestamp.plus(Duration::from_secs(240 + draw.below(60)));
    let judged_in = Duration::from_micros(12_000_000 + draw.below(18_000_000));
    Times {
        timestamp,
        created_at,
        evaluated_at: created_at.plus(judged_in),
    }
}

/// The agent skipped a step of its script; the first version of the script metric finds that.
pub(super) fn step_skipped(world: &World, id: i64) -> bool {
    Random::of(world.seed, &[5, id.unsigned_abs()]).chance(0.25)
}

/// For the tenth of the calls that a human reviewed before the sandbox started: did they agree with the judge?
pub(super) fn reviewer_agreed(world: &World, id: i64) -> Option<bool> {
    let mut draw = Random::of(world.seed, &[6, id.unsigned_abs()]);
    draw.chance(REVIEWED_SHARE)
        .then(|| draw.chance(AGREED_SHARE))
}

/// How long before the start of the sandbox the call was made: shrinks as the ids grow.
fn age(world: &World, id: i64) -> Duration {
    let count = world.calls.max(1) as f64;
    let from_newest = world.calls as f64 - 1.0 - (id - FIRST_CALL_LOG) as f64;
    let within = Random::of(world.seed, &[2, id.unsigned_abs()]).unit();
    let position = (from_newest.max(0.0) + within * 0.9) / count;
    let days = if position < RECENT_SHARE {
        RECENT_DAYS * position / RECENT_SHARE
    } else {
        let rest = (position - RECENT_SHARE) / (1.0 - RECENT_SHARE);
        RECENT_DAYS + (OLDEST_DAYS - RECENT_DAYS) * rest
    };
    Duration::from_micros(((NEWEST + days * DAY) * 1_000_000.0) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> World {
        World::new(7, Timestamp::from_seconds(1_772_442_000), 2, 500)
    }

    #[test]
    fn newer_ids_are_newer_calls_and_most_lie_within_25_days() {
        let world = world();
        let times: Vec<Timestamp> = world
            .call_log_ids()
            .map(|id| world.times(id).timestamp)
            .collect();
        assert!(times.is_sorted(), "ids ascend with time");
        let edge = world.started.minus(Duration::from_secs(25 * 86_400));
        let recent = times.iter().filter(|time| **time >= edge).count();
        assert!((380..450).contains(&recent), "{recent} of 500 are recent");
        let oldest = world.started.since(times[0]).as_secs() / 86_400;
        assert!((50..=61).contains(&oldest), "oldest: {oldest} days");
    }

    #[test]
    fn a_call_is_over_and_evaluated_before_the_sandbox_starts() {
        let world = world();
        for id in world.call_log_ids() {
            let times = world.times(id);
            assert!(times.timestamp < times.created_at, "{id}");
            assert!(times.created_at < times.evaluated_at, "{id}");
            assert!(times.evaluated_at < world.started, "{id}");
        }
    }
}
