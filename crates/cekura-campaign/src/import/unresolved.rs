//! The calls that were sent and may be charged: those without a known outcome, and those that were refused.

use std::collections::hash_map::Entry;
use std::time::{Duration, SystemTime};

use cekura::{CallLogId, Scope, Timestamp};

use super::ImportJournal;
use super::file::key_of;
use super::line::LineDigest;
use super::lookup::Wanted;
use super::record::{Event, Record, read_digest};

/// The most times that a call is sent.
const MAX_SENDS: u32 = 2;

/// Whether a file has a line of a call, by its `call_id`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum InFile {
    /// It has none: the call is of another file with the same journal.
    No,
    /// It has one with another content.
    Changed,
    /// It has the same one, which begins here.
    At(u64),
}

/// A call that was sent and whose outcome is unknown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unresolved {
    pub(super) line: u64,
    pub(super) digest: LineDigest,
    pub(super) agent: Scope,
    /// When the call took place, if that was sent.
    pub(super) time: Option<SystemTime>,
    /// When it was sent last, or when it was refused or the response was lost.
    pub(super) at: SystemTime,
    /// How often it was sent.
    pub(super) sends: u32,
    /// Its line in the file of this import, as far as the file has been read.
    pub(super) in_file: InFile,
    /// Why the service refused it when it was sent again.
    pub(super) refusal: Option<String>,
}

impl Unresolved {
    /// Returns whether it is sent once more if that is chosen.
    pub(super) fn may_be_resent(&self) -> bool {
        self.sends < MAX_SENDS && matches!(self.in_file, InFile::At(_))
    }

    /// Returns why its outcome is unknown, and why it is never sent again.
    pub(super) fn reason(&self) -> String {
        let again = match &self.refusal {
            Some(refusal) => format!("; sent again, it was refused: {refusal}"),
            None if self.sends >= MAX_SENDS => "; it was sent twice, and is not sent again".into(),
            None if self.in_file == InFile::Changed => {
                "; its line has changed since, so it is not sent again".into()
            }
            None => String::new(),
        };
        format!("no usable response, and it is not listed{again}")
    }

    /// Returns what is looked up.
    pub(super) fn wanted<'a>(&'a self, call_id: &'a str) -> Wanted<'a> {
        Wanted {
            call_id,
            agent: &self.agent,
            time: Some(self.time.unwrap_or(self.at)),
        }
    }
}

/// The calls of an agent that are known to be stored, of which one is looked up with others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KnownCalls {
    pub(super) first: Known,
    /// It takes the place of the first once its settle window has ended.
    pub(super) later: Option<Known>,
}

/// A call that is known to be stored: a look-up that does not find it proves nothing about other calls.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Known {
    pub(super) call_id: String,
    pub(super) id: CallLogId,
    pub(super) call: Unresolved,
}

impl Known {
    /// The time between a call and the later one that takes its place.
    const AGE: Duration = Duration::from_secs(3600);

    /// Returns what is looked up.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        self.call.wanted(&self.call_id)
    }
}

impl ImportJournal {
    /// Returns the calls of this file whose outcome is unknown. Those of other files are left to imports of those files.
    pub(super) fn unresolved(&self) -> impl Iterator<Item = (&String, &Unresolved)> + Clone {
        let calls = self.unresolved.iter();
        calls.filter(|(_, call)| call.in_file != InFile::No)
    }

    pub(super) fn note_unresolved(&mut self, record: &Record) {
        let open = &mut self.unresolved;
        if let Event::Refused { at, .. } | Event::Unknown { at, .. } = &record.event
            && let Some(at) = at.as_ref().and_then(Timestamp::to_system_time)
            && let Some(call) = open.get_mut(&record.call_id)
        {
            call.at = call.at.max(at);
        }
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
                    in_file: before.map_or(InFile::No, |before| before.in_file),
                    refusal: None,
                };
                open.insert(record.call_id.clone(), unresolved);
            }
            Event::Unknown { .. } => {}
            // What became of the send before is still unknown.
            Event::NotSent { .. } => match open.get_mut(&record.call_id) {
                Some(call) if call.sends > 1 => call.sends -= 1,
                _ => drop(open.remove(&record.call_id)),
            },
            Event::Refused {
                reason, is_general, ..
            } => match open.get_mut(&record.call_id) {
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
            Event::Sent { id } => {
                if let Some(call) = open.remove(&record.call_id) {
                    self.note_known(&record.call_id, *id, call);
                }
            }
            Event::There { .. } => drop(open.remove(&record.call_id)),
        }
    }

    fn note_known(&mut self, call_id: &str, id: CallLogId, call: Unresolved) {
        let call_id = call_id.to_owned();
        let known = Known { call_id, id, call };
        match self.known.entry(known.call.agent.clone()) {
            Entry::Vacant(none) => {
                none.insert(KnownCalls {
                    first: known,
                    later: None,
                });
            }
            Entry::Occupied(calls) => {
                let calls = calls.into_mut();
                let last = calls.later.as_ref().unwrap_or(&calls.first);
                if known.call.at >= last.call.at + Known::AGE
                    && let Some(before) = calls.later.replace(known)
                {
                    calls.first = before;
                }
            }
        }
    }

    /// Returns when a call was refused.
    pub(super) fn refused_at(&self, call_id: &str) -> Option<SystemTime> {
        self.refused.get(&key_of(call_id)).copied()
    }
}
