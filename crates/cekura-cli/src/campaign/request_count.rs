//! The number of requests of a campaign.

use cekura_campaign::cost::Requests;
use cekura_campaign::engine::{Detail, Settings};
use cekura_campaign::report::wording;
use serde_json::{Value, json};

use super::progress::rough;
use super::several;

/// The number of requests by level of detail.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestCount {
    /// The requested level of detail, then the other one.
    details: [(Detail, Requests); 2],
    /// The most requests per second, if limited.
    rate: Option<f64>,
}

impl RequestCount {
    pub(crate) fn of(logs: u64, settings: &Settings, rate: Option<f64>) -> Self {
        let other = match settings.detail {
            Detail::Verdicts => Detail::Before,
            Detail::Before | Detail::Explanations => Detail::Verdicts,
        };
        let details = [settings.detail, other]
            .map(|detail| (detail, Requests::of(logs, settings.batch_size, detail)));
        Self { details, rate }
    }

    /// Returns the numbers in words: `60 reads before sending, 2 paid requests, 1 list request per poll; with --detail
    /// verdicts 1 read before sending, 1 list request per poll`.
    pub(crate) fn words(&self) -> String {
        let reads = |count| format!("{} before sending", several(count, "read"));
        let polls = |count| format!("{} per poll", several(count, "list request"));
        let [(_, this), (detail, other)] = &self.details;
        let time = |requests: &Requests| requests.time_at(self.rate?);
        let times = self.rate.zip(time(this)).zip(time(other));
        let times = times.map_or_else(String::new, |((rate, this), other)| {
            format!(
                "; at {} requests per second about {} or {}, plus the evaluation time",
                wording::number(rate),
                rough(this.as_secs_f64()),
                rough(other.as_secs_f64())
            )
        });
        format!(
            "{}, {}, {}; with --detail {} {}, {}{times}",
            reads(this.before),
            several(this.paid, "paid request"),
            polls(this.poll),
            name(*detail),
            reads(other.before),
            polls(other.poll),
        )
    }

    /// Returns one object for each level of detail: before, paid, poll, and seconds if the rate is known.
    pub(crate) fn json(&self) -> Value {
        let object = |requests: &Requests| {
            let time = self.rate.and_then(|rate| requests.time_at(rate));
            json!({
                "before": requests.before,
                "paid": requests.paid,
                "poll": requests.poll,
                "seconds": time.map(|time| time.as_secs_f64()),
            })
        };
        self.details
            .iter()
            .map(|(detail, requests)| (name(*detail).to_owned(), object(requests)))
            .collect()
    }
}

fn name(detail: Detail) -> &'static str {
    match detail {
        Detail::Verdicts => "verdicts",
        Detail::Before => "before",
        Detail::Explanations => "explanations",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_requests_of_both_details_and_their_time_at_a_known_rate() {
        let settings = Settings::default();
        let shown = RequestCount::of(10_000, &settings, Some(20.0)).words();
        assert_eq!(
            shown,
            "10,000 reads before sending, 200 paid requests, 50 list requests per poll; with --detail verdicts 50 reads before \
             sending, 50 list requests per poll; at 20 requests per second about 9 min or 15 s, plus the evaluation time"
        );
        let shown = RequestCount::of(10_000, &settings, None);
        assert!(
            shown
                .words()
                .ends_with("50 reads before sending, 50 list requests per poll")
        );
        assert_eq!(shown.json()["verdicts"]["before"], 50);
        assert!(shown.json()["before"]["seconds"].is_null());
    }
}
