//! From a report to one that may be shown.

use super::model::Report;
use super::redact::Hidden;

/// A report that is ready to be shown: every renderer takes one, and only [`Report::publish`] and
/// [`Report::publish_with_transcripts`] make it.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    report: Report,
    with_transcripts: bool,
}

impl Published {
    fn new(mut report: Report, with_transcripts: bool) -> Self {
        // An outcome that was set before is replaced, so that every format has the same.
        report.outcome = Some(report.outcome());
        Self {
            report,
            with_transcripts,
        }
    }

    /// Returns the report.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Returns whether it contains transcripts and customers' telephone numbers.
    #[must_use]
    pub fn has_transcripts(&self) -> bool {
        self.with_transcripts
    }
}

impl Report {
    /// Makes the report ready to be shown, without transcripts and customers' telephone numbers.
    ///
    /// Excerpts are emptied and customers' telephone numbers removed. In explanations, in values
    /// and in the reasons of unfinished call logs, whatever looks like a telephone number is hidden: seven digits or
    /// more, in figures of any script or in English words, with the usual separators; and the call's own telephone number in any
    /// such spelling, with or without its country code. When in doubt it is hidden. Names, and numbers spelled in other
    /// languages, are not recognised: an explanation may quote what a customer said.
    ///
    /// ```
    /// use cekura_campaign::report::{Report, Unfinished, UnfinishedState};
    ///
    /// let report = Report {
    ///     unfinished: vec![Unfinished {
    ///         call_log: 5001,
    ///         state: UnfinishedState::Refused,
    ///         reason: "the caller +1 (206) 555-0142 is blocked".to_owned(),
    ///         possibly_charged: None,
    ///     }],
    ///     ..Report::default()
    /// };
    /// let published = report.publish();
    /// assert_eq!(
    ///     published.report().unfinished[0].reason,
    ///     "the caller [number hidden] is blocked"
    /// );
    /// ```
    #[must_use]
    pub fn publish(mut self) -> Published {
        redact(&mut self);
        Published::new(self, false)
    }

    /// Makes the report ready to be shown, with transcripts, customers' telephone numbers and explanations as they are.
    #[must_use]
    pub fn publish_with_transcripts(self) -> Published {
        Published::new(self, true)
    }
}

fn redact(report: &mut Report) {
    for change in &mut report.changes {
        change.excerpt.clear();
        let hidden = Hidden::number(change.customer_number.take().as_deref());
        for verdict in [&mut change.before, &mut change.after]
            .into_iter()
            .flatten()
        {
            for text in verdict.explanation.iter_mut().chain(&mut verdict.value) {
                hidden.remove_from(text);
            }
        }
    }
    for log in &mut report.unfinished {
        // The reason may name the call log, whose number is not a customer's.
        Hidden::except(log.call_log).remove_from(&mut log.reason);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn without_transcripts_nothing_of_the_customer_is_left() {
        let report = sample::report();
        let numbers: Vec<_> = report
            .changes
            .iter()
            .filter_map(|change| change.customer_number.clone())
            .collect();
        assert!(!numbers.is_empty(), "the sample has numbers");
        let published = report.publish();
        assert!(!published.has_transcripts());
        let text = serde_json::to_string(published.report()).unwrap();
        for number in numbers {
            assert!(!text.contains(&number), "{number}");
        }
        for canary in [
            "555-0142",
            "555 0142",
            "customer_number\":\"",
            "berth for a small sloop",
        ] {
            assert!(!text.contains(canary), "{canary}");
        }
    }

    #[test]
    fn with_transcripts_nothing_is_changed() {
        let report = sample::report();
        let published = report.clone().publish_with_transcripts();
        let expected = Report {
            outcome: Some(report.outcome()),
            ..report
        };
        assert_eq!(published.report(), &expected);
        assert!(published.has_transcripts());
    }

    #[test]
    fn a_reason_keeps_the_number_of_its_call_log() {
        let mut report = Report::default();
        report.unfinished.push(crate::report::Unfinished {
            call_log: 50_010_001,
            state: crate::report::UnfinishedState::Refused,
            reason: "50010001 is unknown, says 2065550142".to_owned(),
            possibly_charged: None,
        });
        let published = report.publish();
        assert_eq!(
            published.report().unfinished[0].reason,
            "50010001 is unknown, says [number hidden]"
        );
    }
}
