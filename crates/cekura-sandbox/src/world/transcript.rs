//! Transcripts: conversations built from a trade's scenes, with a time for every line.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use super::World;
use super::calls::Call;
use super::trades::{CLOSING, DELAYS, DETOURS, IDENTIFY, Line, Speaker};
use crate::random::Random;

/// One line of the conversation, as the replies show it.
#[derive(Debug, Serialize)]
pub(crate) struct Turn {
    pub(crate) role: &'static str,
    pub(crate) content: Cow<'static, str>,
    /// From the start of the call.
    pub(crate) time: Minutes,
    /// Seconds from the start of the call.
    pub(crate) start_time: f64,
    pub(crate) end_time: f64,
}

/// A time in a call, given in seconds and written as minutes and seconds: `1:05`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Minutes(u64);

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for Minutes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A whole conversation.
#[derive(Debug)]
pub(crate) struct Transcript {
    pub(crate) turns: Vec<Turn>,
    pub(crate) topic: &'static str,
    pub(crate) seconds: u64,
}

impl Transcript {
    /// The text form: `[00:01] Testing Agent: …`, a line for each turn.
    pub(crate) fn text(&self) -> String {
        let mut text = String::with_capacity(4_096);
        for turn in &self.turns {
            let at = turn.start_time as u64;
            text.push_str(if text.is_empty() { "[" } else { "\n[" });
            two_digits(at / 60, &mut text);
            text.push(':');
            two_digits(at % 60, &mut text);
            for part in ["] ", turn.role, ": ", &turn.content] {
                text.push_str(part);
            }
        }
        text
    }

    /// The length of the call as `MM:SS`.
    pub(crate) fn duration(&self) -> String {
        format!("{:02}:{:02}", self.seconds / 60, self.seconds % 60)
    }
}

/// A number below 100, with a zero in front if it has one digit.
fn two_digits(number: u64, into: &mut String) {
    for digit in [number / 10 % 10, number % 10] {
        into.push(char::from(b'0' + digit as u8));
    }
}

pub(super) fn write(world: &World, id: i64, call: &Call) -> Transcript {
    let trade = world.agent_of(id).trade;
    let mut draw = Random::of(world.seed, &[3, id.unsigned_abs()]);
    let scene = draw.pick(trade.scenes);
    let mut lines: Vec<&Line> = Vec::with_capacity(40);
    lines.extend(trade.greeting);
    lines.extend(scene.opening);
    if !world.step_skipped(id) {
        lines.extend(IDENTIFY);
    }
    let aside = draw.below(5);
    if aside == 0 {
        lines.extend(*draw.pick(&DELAYS));
    }
    lines.extend(scene.matter);
    if aside == 1 {
        lines.extend(*draw.pick(&DETOURS));
    }
    lines.extend(CLOSING);

    let mut clock = 0.3 + draw.unit();
    let turns: Vec<Turn> = lines
        .into_iter()
        .map(|line| {
            let content = call.caller.fill(line.text);
            let words = content.split_ascii_whitespace().count() as f64;
            let length = match line.speaker {
                Speaker::Caller | Speaker::Agent => 0.5 + words * 0.33,
                Speaker::Tool | Speaker::ToolResult => 0.4,
            };
            let start = hundredths(clock);
            let end = hundredths(clock + length);
            clock = end + 0.2 + draw.unit() * 1.1;
            Turn {
                role: line.speaker.role(),
                content,
                time: Minutes(start as u64),
                start_time: start,
                end_time: end,
            }
        })
        .collect();
    Transcript {
        seconds: clock as u64 + 1,
        turns,
        topic: scene.topic,
    }
}

fn hundredths(seconds: f64) -> f64 {
    (seconds * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timestamp::Timestamp;

    #[test]
    fn every_conversation_is_in_order_and_has_no_unfilled_word() {
        let world = World::new(7, Timestamp::from_seconds(1_772_442_000), 4, 200);
        for id in world.call_log_ids() {
            let transcript = world.transcript(id, &world.call(id));
            let mut last = 0.0;
            for turn in &transcript.turns {
                assert!(turn.start_time >= last, "{id}: {turn:?}");
                assert!(turn.end_time > turn.start_time, "{id}: {turn:?}");
                assert!(
                    !turn.content.contains("{first") && !turn.content.contains("{o"),
                    "{id}: {turn:?}"
                );
                last = turn.end_time;
            }
            assert!(
                transcript.text().starts_with("[00:0"),
                "{}",
                transcript.text()
            );
            assert!(
                (60..600).contains(&transcript.seconds),
                "{}",
                transcript.seconds
            );
        }
    }

    #[test]
    fn a_skipped_step_is_missing_from_the_conversation() {
        let world = World::new(7, Timestamp::from_seconds(1_772_442_000), 2, 100);
        for id in world.call_log_ids() {
            let asked = world
                .transcript(id, &world.call(id))
                .text()
                .contains("full name");
            assert_eq!(asked, !world.step_skipped(id), "{id}");
        }
    }
}
