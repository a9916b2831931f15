//! The calls that were sent and may be charged: those without a known outcome, and those that were refused.

use std::time::SystemTime;

use cekura::{Scope, Timestamp};

use super::ImportJournal;
use super::file::key_of;
use super::line::LineDigest;
use super::record::{Event, Record, read_digest};

/// A call that was sent and whose outcome is unknown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unresolved {
    pub(super) line: u64,
    pub(super) digest: LineDigest,
    pub(super) agent: Scope,
    /// When the call took place, if that was sent.
    pub(super) time: Option<SystemTime>,
    /// When it was sent last, or when the response was lost.
    pub(super) at: SystemTime,
    /// How often it was sent.
    pub(super) sends: u32,
    /// Where its line begins, if the file still has the same one.
    pub(super) offset: Option<u64>,
    /// Why the service refused it when it was sent again.
    pub(super) refusal: Option<String>,
}

impl ImportJournal {
    pub(super) fn note_unresolved(&mut self, record: &Record) {
        let open = &mut self.unresolved;
        match &record.event {
            Event::Sending {
                at,
                agent,
                timestamp,
            } => {
                let before = open.remove(&record.call_id);
                let unresolved = Unresolved {
                    line: record.line,
                    digest: read_digest(&record.digest),
                    agent: agent.clone(),
                    time: timestamp.as_ref().and_then(Timestamp::to_system_time),
                    at: at.to_system_time().unwrap_or(SystemTime::UNIX_EPOCH),
                    sends: before.as_ref().map_or(0, |before| before.sends) + 1,
                    offset: before.and_then(|before| before.offset),
                    refusal: None,
                };
                open.insert(record.call_id.clone(), unresolved);
            }
            Event::Unknown { at, .. } => {
                let lost = at.as_ref().and_then(Timestamp::to_system_time);
                if let (Some(call), Some(lost)) = (open.get_mut(&record.call_id), lost) {
                    call.at = call.at.max(lost);
                }
            }
            // What became of the send before is still unknown.
            Event::NotSent { .. } => match open.get_mut(&record.call_id) {
                Some(call) if call.sends > 1 => call.sends -= 1,
                _ => drop(open.remove(&record.call_id)),
            },
            Event::Refused { reason, is_general } => match open.get_mut(&record.call_id) {
                Some(call) if call.sends > 1 => {
                    call.refusal = Some(reason.clone());
                    call.sends -= u32::from(*is_general);
                }
                _ => {
                    if let Some(call) = open.remove(&record.call_id) {
                        self.refused.insert(key_of(&record.call_id), call.at);
                    }
                }
            },
            Event::Sent { .. } | Event::There { .. } => drop(open.remove(&record.call_id)),
        }
    }

    /// Returns when a refused call was sent last.
    pub(super) fn refused_at(&self, call_id: &str) -> Option<SystemTime> {
        self.refused.get(&key_of(call_id)).copied()
    }
}
