//! A call that is not settled.

use std::time::SystemTime;

use cekura::{Scope, Timestamp};

use super::line::LineDigest;
use super::lookup::Wanted;
use super::record::{Event, Record, written};

/// A call to send. Its line is read again when it is sent.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub(super) line: u64,
    pub(super) offset: u64,
    pub(super) call_id: String,
    pub(super) agent: Scope,
    pub(super) time: Option<SystemTime>,
    pub(super) digest: LineDigest,
    /// Whether it was sent before, with an unknown outcome.
    pub(super) is_resend: bool,
}

impl Pending {
    pub(super) fn record(&self, event: Event) -> Record {
        Record {
            call_id: self.call_id.clone(),
            line: self.line,
            digest: written(self.digest),
            event,
        }
    }

    /// Returns what is looked up.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted {
            call_id: &self.call_id,
            agent: &self.agent,
            time: self.time,
        }
    }

    /// Returns the record that is written before the call is sent.
    pub(super) fn sending(&self, now: SystemTime) -> Record {
        self.record(Event::Sending {
            at: Timestamp::from(now),
            agent: self.agent.clone(),
            timestamp: self.time.map(Timestamp::from),
        })
    }
}
