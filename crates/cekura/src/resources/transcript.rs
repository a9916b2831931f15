//! Transcripts in the service's own format.

use std::ops::Range;

use serde_json::{Value, json};

use crate::Error;

/// The service's name for its own format of transcripts.
pub(super) const OWN_FORMAT: &str = "cekura";

/// The roles of that format.
const ROLES: [&str; 4] = [
    "Main Agent",
    "Testing Agent",
    "Function Call",
    "Function Call Result",
];

/// One utterance of a call, with its times in seconds from the start of the call.
///
/// ```
/// use cekura::Utterance;
/// let greeting = Utterance::agent("Harbor Hotel, front desk.", 0.2..1.9);
/// let question = Utterance::caller("Can I come on Friday instead?", 2.3..5.0);
/// # let _ = (greeting, question);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    role: &'static str,
    content: String,
    seconds: Range<f64>,
}

impl Utterance {
    /// Creates an utterance of the agent: the service's role `Main Agent`.
    #[must_use]
    pub fn agent(content: impl Into<String>, seconds: Range<f64>) -> Self {
        Self::of("Main Agent", content.into(), seconds)
    }

    /// Creates an utterance of the caller: the service's role `Testing Agent`.
    #[must_use]
    pub fn caller(content: impl Into<String>, seconds: Range<f64>) -> Self {
        Self::of("Testing Agent", content.into(), seconds)
    }

    fn of(role: &'static str, content: String, seconds: Range<f64>) -> Self {
        Self {
            role,
            content,
            seconds,
        }
    }
}

/// Returns what is wrong with the times of an utterance after one that began at `earlier`.
fn complaint(seconds: &Range<f64>, earlier: f64) -> Option<String> {
    let Range { start, end } = *seconds;
    let is_time = |seconds: f64| seconds.is_finite() && seconds >= 0.0;
    if !is_time(start) || !is_time(end) {
        return Some("times are seconds from the start of the call, from 0 on".to_owned());
    }
    if end < start {
        return Some("the end is before the start".to_owned());
    }
    (start < earlier)
        .then(|| format!("the one before begins later, at {earlier} s: give them in their order"))
}

/// Returns the error of utterance `n`, counted from 0.
fn invalid_times(n: usize, seconds: &Range<f64>, why: &str) -> Error {
    let Range { start, end } = seconds;
    Error::invalid_request(format!(
        "utterance {} of the transcript has the times {start} to {end}: {why}",
        n + 1
    ))
}

/// Returns the JSON of a transcript.
///
/// # Errors
/// [`is_invalid_request`](Error::is_invalid_request) for no utterances, a time that is negative or not finite, an end before its
/// start, and utterances that are not ordered by their start. The service would accept some of these, and judge the call by them.
pub(super) fn to_json(utterances: &[Utterance]) -> Result<Value, Error> {
    if utterances.is_empty() {
        return Err(Error::invalid_request(
            "the transcript has no utterances: give at least one, or no transcript",
        ));
    }
    let mut earlier = 0.0;
    for (n, utterance) in utterances.iter().enumerate() {
        if let Some(why) = complaint(&utterance.seconds, earlier) {
            return Err(invalid_times(n, &utterance.seconds, &why));
        }
        earlier = utterance.seconds.start;
    }
    let turns = utterances.iter().map(|utterance| {
        json!({
            "role": utterance.role,
            "content": utterance.content,
            "start_time": utterance.seconds.start,
            "end_time": utterance.seconds.end,
        })
    });
    Ok(turns.collect())
}

/// Checks a transcript that is given as JSON.
///
/// # Errors
/// [`is_invalid_request`](Error::is_invalid_request) for null, which would remove the transcript. In the service's own format
/// also for no list of utterances, a role that the service may drop without a word, and for times as [`to_json`].
pub(super) fn check_json(kind: Option<&str>, transcript: Option<&Value>) -> Result<(), Error> {
    let Some(transcript) = transcript else {
        return Ok(());
    };
    if transcript.is_null() {
        return Err(Error::invalid_request(
            "the transcript is null: give the provider's JSON, or no transcript",
        ));
    }
    match kind {
        None | Some(OWN_FORMAT) => check_own(transcript),
        Some(_) => Ok(()),
    }
}

fn check_own(transcript: &Value) -> Result<(), Error> {
    let Some(turns) = transcript.as_array() else {
        return Err(Error::invalid_request(
            "the transcript is not a list: give the utterances as a list of objects, or the transcript_type of another format",
        ));
    };
    let mut earlier = 0.0;
    for (n, turn) in turns.iter().enumerate() {
        let role = turn["role"].as_str().unwrap_or_default();
        if !ROLES.contains(&role) {
            return Err(Error::invalid_request(format!(
                "utterance {} of the transcript has the role {role:?}: expected one of {}, or the transcript_type of another format",
                n + 1,
                ROLES.join(", ")
            )));
        }
        let seconds = |name: &str| turn[name].as_f64();
        let Some(start) = seconds("start_time") else {
            continue;
        };
        let times = start..seconds("end_time").unwrap_or(start);
        if let Some(why) = complaint(&times, earlier) {
            return Err(invalid_times(n, &times, &why));
        }
        earlier = start;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transcript_has_the_keys_of_the_service() {
        let utterances = [
            Utterance::agent("Hello.", 0.0..1.5),
            Utterance::caller("Yes?", 1.0..2.0),
        ];
        assert_eq!(
            to_json(&utterances).unwrap(),
            json!([
                { "role": "Main Agent", "content": "Hello.", "start_time": 0.0, "end_time": 1.5 },
                { "role": "Testing Agent", "content": "Yes?", "start_time": 1.0, "end_time": 2.0 },
            ])
        );
    }

    #[test]
    fn invalid_times_are_named() {
        let hello = |seconds| Utterance::agent("Hello.", seconds);
        for (utterances, expected) in [
            (vec![], "no utterances"),
            (
                vec![hello(-0.1..1.0)],
                "utterance 1 of the transcript has the times -0.1 to 1",
            ),
            (vec![hello(0.0..f64::NAN)], "from 0 on"),
            (vec![hello(0.0..f64::INFINITY)], "from 0 on"),
            (vec![hello(2.0..1.0)], "the end is before the start"),
            (
                vec![hello(3.0..4.0), hello(2.9..5.0)],
                "utterance 2 of the transcript has the times 2.9 to 5: the one before begins later, at 3 s",
            ),
        ] {
            let error = to_json(&utterances).unwrap_err();
            assert!(error.is_invalid_request(), "{error}");
            assert!(error.to_string().contains(expected), "{error}");
        }
    }

    #[test]
    fn a_transcript_in_json_is_checked_in_the_own_format_only() {
        let turn = |role: &str, start: f64| json!({ "role": role, "start_time": start });
        for (kind, transcript, expected) in [
            (
                None,
                json!([turn("Main Agent", 0.0), turn("Function Call", 0.0)]),
                None,
            ),
            (Some("cekura"), json!([{ "role": "Testing Agent" }]), None),
            (Some("vapi"), json!([turn("bot", -1.0)]), None),
            (Some("vapi"), json!(null), Some("is null")),
            (None, json!("[00:01] Hello"), Some("not a list")),
            (None, json!(["Hello"]), Some("the role \"\"")),
            (
                Some("cekura"),
                json!([turn("agent", 0.0)]),
                Some("Main Agent, Testing Agent"),
            ),
            (
                None,
                json!([turn("Main Agent", 2.0), turn("Testing Agent", 1.5)]),
                Some("utterance 2"),
            ),
        ] {
            let error = check_json(kind, Some(&transcript))
                .err()
                .map(|e| e.to_string());
            let fits = expected.is_none_or(|part| error.as_ref().is_some_and(|e| e.contains(part)));
            assert!(
                fits && error.is_some() == expected.is_some(),
                "{transcript}: {error:?}"
            );
        }
        assert!(check_json(None, None).is_ok());
    }
}
