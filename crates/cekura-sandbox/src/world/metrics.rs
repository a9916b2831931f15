//! The metrics that call logs are judged by: five for each agent, one of every kind and a second yes-or-no question.

use super::agents::Agent;
use crate::random::Random;

const FIRST_METRIC: i64 = 71;

/// The kind of a metric's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MetricKind {
    /// Did the agent follow its instructions? 5 or 0, with the deviations it found.
    Adherence,
    /// A yes-or-no question about the conversation: 5 or 0.
    YesNo,
    /// A score from 1 to 5 in halves.
    Continuous,
    /// One of a few words.
    Choice,
    /// A number that is measured, such as seconds.
    Numeric,
}

impl MetricKind {
    /// The name the replies give to this kind in `type`.
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::Adherence => "binary_workflow_adherence",
            Self::YesNo => "binary_qualitative",
            Self::Continuous => "continuous_qualitative",
            Self::Choice => "enum",
            Self::Numeric => "numeric",
        }
    }

    /// The name the replies give to this kind in `eval_type`.
    pub(crate) fn eval_type(self) -> &'static str {
        match self {
            Self::Adherence | Self::YesNo => "binary",
            Self::Continuous => "continuous",
            Self::Choice => "enum",
            Self::Numeric => "numeric",
        }
    }

    pub(crate) fn is_binary(self) -> bool {
        matches!(self, Self::Adherence | Self::YesNo)
    }
}

/// A metric of one agent.
#[derive(Debug)]
pub(crate) struct Metric {
    pub(crate) id: i64,
    pub(crate) agent: i64,
    pub(crate) name: &'static str,
    pub(crate) kind: MetricKind,
    pub(crate) code: String,
    pub(crate) function: &'static str,
    /// The version at the start. The stored evaluations were made with version 1, so a metric that starts
    /// at version 2 can judge differently when a call log is evaluated again.
    pub(crate) first_version: u32,
}

const KINDS: [(MetricKind, &str, &str, u32); 5] = [
    (
        MetricKind::Adherence,
        "Keeps to script",
        "judge_script_steps",
        2,
    ),
    (
        MetricKind::YesNo,
        "Question answered",
        "judge_question_answered",
        1,
    ),
    (
        MetricKind::Continuous,
        "Tone of voice",
        "judge_tone_of_voice",
        2,
    ),
    (
        MetricKind::Choice,
        "Result of the call",
        "classify_call_outcome",
        1,
    ),
    (
        MetricKind::Numeric,
        "Longest silence",
        "measure_longest_silence",
        1,
    ),
];

/// Metrics that nobody is judged by until they are assigned.
const SPARE: [(MetricKind, &str, &str, u32); 3] = [
    (MetricKind::YesNo, "Promise kept", "judge_promise_kept", 1),
    (
        MetricKind::Continuous,
        "Patience shown",
        "judge_patience_shown",
        1,
    ),
    (
        MetricKind::YesNo,
        "Greeting given",
        "judge_greeting_given",
        1,
    ),
];

/// The metrics that the agents have at the start.
pub(super) fn all(agents: &[Agent]) -> Vec<Metric> {
    number(agents, &KINDS, FIRST_METRIC)
}

/// The metrics that can be assigned to the agents later.
pub(super) fn spare(agents: &[Agent]) -> Vec<Metric> {
    let first = FIRST_METRIC + (agents.len() * KINDS.len()) as i64;
    number(agents, &SPARE, first)
}

fn number(
    agents: &[Agent],
    kinds: &[(MetricKind, &'static str, &'static str, u32)],
    first: i64,
) -> Vec<Metric> {
    let mut metrics = Vec::with_capacity(agents.len() * kinds.len());
    for agent in agents {
        for &(kind, name, function, first_version) in kinds {
            let id = first + metrics.len() as i64;
            let code = Random::of(id.unsigned_abs(), &[0xc0de]).next();
            metrics.push(Metric {
                id,
                agent: agent.id,
                name,
                kind,
                code: format!("{:08x}", code >> 32),
                function,
                first_version,
            });
        }
    }
    metrics
}
