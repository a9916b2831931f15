//! Changes that are not caused by requests: people edit call logs and metrics, at once or later.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::credits::Credits;
use crate::quirks::millis;

/// A change of the account beside the client's requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Event {
    /// A person reviews a call log: their outcome replaces the evaluated one, and `updated_at` changes.
    Review {
        /// The call log.
        call_log: i64,
        /// The reviewer's outcome.
        success: bool,
    },
    /// A person edits a call log, such as its metadata: only `updated_at` changes.
    EditCallLog {
        /// The call log.
        call_log: i64,
    },
    /// A call log is deleted: 404 when read, not in the list, refused in requests. Accepted evaluations stay paid for.
    DeleteCallLog {
        /// The call log.
        call_log: i64,
    },
    /// A person edits a metric: later evaluations use a new version.
    EditMetric {
        /// The metric.
        metric: i64,
    },
    /// One more metric is assigned to an agent: later evaluations include it and cost more.
    AssignMetric {
        /// The agent.
        agent: i64,
    },
    /// Credits are bought.
    AddCredits {
        /// The amount.
        credits: Credits,
    },
}

/// When an [`Event`] happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EventTrigger {
    /// This much later on the sandbox's clock. Written `{"after_ms": 5000}`.
    #[serde(rename = "after_ms", with = "millis")]
    After(Duration),
    /// When the n-th paid request arrives, before its work. Counted from 1 since the start or the last reset, including
    /// requests with a fault, excluding those refused by the rate limit.
    BeforePaidRequest(u64),
    /// When the work of the n-th paid request is done or prevented by a fault, before the response is sent.
    AfterPaidRequest(u64),
}

/// An event and its trigger, as the control route takes them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scheduled {
    pub(crate) trigger: EventTrigger,
    pub(crate) event: Event,
}

/// The events that wait for a paid request.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    paid: u64,
    waiting: Vec<Scheduled>,
}

impl Agenda {
    pub(crate) fn push(&mut self, trigger: EventTrigger, event: Event) {
        self.waiting.push(Scheduled { trigger, event });
    }

    pub(crate) fn waiting(&self) -> &[Scheduled] {
        &self.waiting
    }

    /// Counts an arrived paid request and returns its number.
    pub(crate) fn arrive(&mut self) -> u64 {
        self.paid += 1;
        self.paid
    }

    /// Returns the events that are due, in the order of scheduling.
    pub(crate) fn due(&mut self, trigger: EventTrigger) -> Vec<Event> {
        let is_due = |scheduled: &mut Scheduled| scheduled.trigger == trigger;
        let due = self.waiting.extract_if(.., is_due);
        due.map(|scheduled| scheduled.event).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_read_and_written_as_the_control_route_shows_them() {
        for (trigger, event) in [
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
            let text = format!(r#"{{"trigger":{trigger},"event":{event}}}"#);
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
        agenda.push(EventTrigger::AfterPaidRequest(2), event.clone());
        assert_eq!(agenda.arrive(), 1);
        assert_eq!(agenda.arrive(), 2);
        assert_eq!(agenda.due(EventTrigger::BeforePaidRequest(2)), []);
        assert_eq!(agenda.due(EventTrigger::AfterPaidRequest(2)), [event]);
        assert_eq!(agenda.due(EventTrigger::AfterPaidRequest(2)), []);
    }
}
