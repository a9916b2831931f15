//! Transcripts in the service's own format.

use std::ops::Range;

use serde_json::{Value, json};

use crate::Error;

/// The service's name for its own format of transcripts.
pub(super) const OWN_FORMAT: &str = "cekura";

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

    /// Returns what is wrong with the times of this utterance after one that began at `earlier`.
    fn complaint(&self, earlier: f64) -> Option<String> {
        let Range { start, end } = self.seconds;
        let is_time = |seconds: f64| seconds.is_finite() && seconds >= 0.0;
        if !is_time(start) || !is_time(end) {
            return Some("times are seconds from the start of the call, from 0 on".to_owned());
        }
        if end < start {
            return Some("the end is before the start".to_owned());
        }
        (start < earlier).then(|| {
            format!("the one before begins later, at {earlier} s: give them in their order")
        })
    }
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
        if let Some(why) = utterance.complaint(earlier) {
            let Range { start, end } = utterance.seconds;
            return Err(Error::invalid_request(format!(
                "utterance {} of the transcript has the times {start} to {end}: {why}",
                n + 1
            )));
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

/// Returns the transcript of a provider, unless it is null.
///
/// # Errors
/// [`is_invalid_request`](Error::is_invalid_request) for null, which would remove the transcript.
pub(super) fn check_foreign(transcript: Option<&Value>) -> Result<(), Error> {
    match transcript {
        Some(Value::Null) => Err(Error::invalid_request(
            "the transcript is null: give the provider's JSON, or no transcript",
        )),
        _ => Ok(()),
    }
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
}
