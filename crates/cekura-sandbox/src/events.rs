//! What happens beside the requests: people at work on call logs and metrics, now or at a moment to come.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::credits::Credits;
use crate::knobs::millis;

/// Something that happens to the account while a client is at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Event {
    /// A person reviews a call log: its outcome is theirs from then on, and `updated_at` moves.
    Review {
        /// The call log.
        call_log: i64,
        /// The outcome in the eyes of the person.
        success: bool,
    },
    /// A person edits a call log, its metadata for instance: `updated_at` moves, nothing else.
    EditCallLog {
        /// The call log.
        call_log: i64,
    },
    /// A call log is deleted: 404 when read, not in the list, refused in requests. What was accepted stays paid for.
    DeleteCallLog {
        /// The call log.
        call_log: i64,
    },
    /// A person edits a metric: later evaluations use a new version.
    EditMetric {
        /// The metric.
        metric: i64,
    },
    /// One more metric is assigned to an agent: later evaluations are made by it too, and cost more.
    AssignMetric {
        /// The agent.
        agent: i64,
    },
    /// Credits are bought.
    AddCredits {
        /// How many.
        credits: Credits,
    },
}

/// When an [`Event`] happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Moment {
    /// This much later on the sandbox's clock. Written `{"after_ms": 5000}`.
    #[serde(rename = "after_ms", with = "millis")]
    After(Duration),
    /// When the n-th paid request arrives, before its work. Counted from 1 since the start or the last reset, with those
    /// that a fault strikes, without those that the rate limit refuses.
    BeforePaidRequest(u64),
    /// When the work of the n-th paid request is done, or a fault has prevented it; before the reply goes out.
    AfterPaidRequest(u64),
}

/// An event and its moment, as the control route takes them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scheduled {
    pub(crate) moment: Moment,
    pub(crate) event: Event,
}

/// The events that wait for a paid request.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    paid: u64,
    waiting: Vec<Scheduled>,
}

impl Agenda {
    pub(crate) fn push(&mut self, moment: Moment, event: Event) {
        self.waiting.push(Scheduled { moment, event });
    }

    pub(crate) fn waiting(&self) -> &[Scheduled] {
        &self.waiting
    }

    /// A paid request has arrived; answers its number.
    pub(crate) fn arrive(&mut self) -> u64 {
        self.paid += 1;
        self.paid
    }

    /// The events whose moment has come, in the order in which they were scheduled.
    pub(crate) fn due(&mut self, moment: Moment) -> Vec<Event> {
        let is_due = |scheduled: &mut Scheduled| scheduled.moment == moment;
        let due = self.waiting.extract_if(.., is_due);
        due.map(|scheduled| scheduled.event).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_read_and_written_as_the_control_route_shows_them() {
        for (moment, event) in [
            (
                r#"{"after_ms":5000}"#,
                r#"{"review":{"call_log":5001,"success":true}}"#,
            ),
            (
                r#"{"before_paid_request":2}"#,
                r#"{"delete_call_log":{"call_log":5001}}"#,
            ),
            (
                r#"{"after_paid_request":1}"#,
                r#"{"add_credits":{"credits":"10.00"}}"#,
            ),
        ] {
            let text = format!(r#"{{"moment":{moment},"event":{event}}}"#);
            let read: Scheduled = serde_json::from_str(&text).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
        for text in [r#"{"review":{"call_log":1}}"#, r#"{"erase":{}}"#] {
            assert!(serde_json::from_str::<Event>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_event_is_due_once_and_at_its_own_moment() {
        let mut agenda = Agenda::default();
        let event = Event::EditMetric { metric: 71 };
        agenda.push(Moment::AfterPaidRequest(2), event.clone());
        assert_eq!(agenda.arrive(), 1);
        assert_eq!(agenda.arrive(), 2);
        assert_eq!(agenda.due(Moment::BeforePaidRequest(2)), []);
        assert_eq!(agenda.due(Moment::AfterPaidRequest(2)), [event]);
        assert_eq!(agenda.due(Moment::AfterPaidRequest(2)), []);
    }
}
