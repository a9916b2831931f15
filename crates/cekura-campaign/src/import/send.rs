//! Sends calls, some at a time, and writes down what became of each.

use std::collections::{BTreeSet, VecDeque};
use std::future::Future;
use std::pin::Pin;

use cekura::operations::CALL_LOGS_OBSERVE;
use cekura::{Method, Timestamp};
use futures_util::future::FutureExt as _;
use futures_util::stream::{FuturesUnordered, StreamExt as _};

use super::ImportError;
use super::answer::Answer;
use super::import::{Import, Interruption};
use super::lookup::Found;
use super::pending::Pending;
use super::record::Event;
use super::resolve::LIMITED;
use super::summary::name;
use super::unresolved::InFile;

/// An import ends when so many requests in a row had no usable response.
const LOST: u32 = 10;

/// It ends when so many calls were refused before any was accepted: what is wrong is the same for all.
const REFUSED: u32 = 20;

type InFlight = FuturesUnordered<Pin<Box<dyn Future<Output = (Pending, Answer)> + Send>>>;

impl Import {
    /// Sends the calls of a queue. After an interruption the responses to those in flight are still awaited and written down.
    pub(super) async fn send_all(
        &mut self,
        mut queue: VecDeque<Pending>,
    ) -> Result<(), Interruption> {
        let mut flight = InFlight::new();
        let mut ended = None;
        loop {
            if ended.is_none()
                && let Err(interruption) = self.fill(&mut queue, &mut flight).await
            {
                // Without a journal the responses cannot be written down.
                if matches!(interruption, Interruption::Failed(ImportError::Journal(_))) {
                    return Err(interruption);
                }
                ended = Some(interruption);
            }
            let Some(first) = flight.next().await else {
                return ended.map_or(Ok(()), Err);
            };
            // All that are ready are written down together.
            let mut ready = vec![first];
            while let Some(Some(more)) = flight.next().now_or_never() {
                ready.push(more);
            }
            let there = self.find_conflicting(&ready).await;
            let mut records = Vec::with_capacity(ready.len());
            for (call, answer) in ready {
                let (event, end) = self.note(&call, answer, there.as_ref());
                if let Some(error) = end {
                    ended.get_or_insert(error.into());
                }
                let is_sent = !matches!(event, Event::NotSent { .. });
                records.push(call.record(event));
                if !is_sent {
                    queue.push_front(call);
                }
            }
            self.journal.append(&records)?;
            self.progress();
        }
    }

    /// Sends as many calls as may be in flight.
    async fn fill(
        &mut self,
        queue: &mut VecDeque<Pending>,
        flight: &mut InFlight,
    ) -> Result<(), Interruption> {
        if queue.is_empty() {
            return Ok(());
        }
        if self.is_stopped() {
            return Err(Interruption::Stopped);
        }
        if self.client.cooldown().is_some() && !flight.is_empty() {
            return Ok(());
        }
        if let Some(error) = self.limited.take() {
            self.limited_rounds += 1;
            if self.limited_rounds >= LIMITED {
                return Err(ImportError::Service(error).into());
            }
        }
        while let Some(rest) = self.client.cooldown() {
            self.pause(rest).await?;
        }
        let free = (self.concurrency as usize).saturating_sub(flight.len());
        let next: Vec<Pending> = queue.drain(..free.min(queue.len())).collect();
        let (mut bodies, mut call_ids) = (Vec::new(), BTreeSet::new());
        for call in &next {
            let is_open = self.journal.unresolved.contains_key(&call.call_id);
            let is_sent =
                is_open != call.is_resend || self.journal.settled.is_recent(&call.call_id);
            if is_sent || !call_ids.insert(&call.call_id) {
                let problem = format!("line {}: its call was sent already", call.line);
                return Err(self.file.changed(problem).into());
            }
            bodies.push(self.file.line_at(call.offset, call.line, call.digest)?);
        }
        let now = self.clock.system_time();
        let sending: Vec<_> = next.iter().map(|call| call.sending(now)).collect();
        self.journal.append(&sending)?;
        for (call, body) in next.into_iter().zip(bodies) {
            if let Some(sent) = self.journal.unresolved.get_mut(&call.call_id) {
                sent.in_file = InFile::At(call.offset);
            }
            // The text of the line: a number of JSON may have more digits than any of Rust's.
            let request = self.client.raw(Method::POST, CALL_LOGS_OBSERVE.path);
            let request = request.header("content-type", "application/json");
            let response = request.body(body).send();
            flight.push(Box::pin(async move { (call, Answer::of(response.await)) }));
        }
        Ok(())
    }

    /// Looks up the calls that the service says it has; `None` if that is not possible now.
    async fn find_conflicting(&self, ready: &[(Pending, Answer)]) -> Option<Found> {
        let conflicting = ready
            .iter()
            .filter(|(_, answer)| matches!(answer, Answer::Conflict(_)))
            .map(|(call, _)| call.wanted());
        self.look_up(conflicting).await.ok()
    }

    /// Counts what became of a call; returns its record, and why nothing more can be sent.
    fn note(
        &mut self,
        call: &Pending,
        answer: Answer,
        there: Option<&Found>,
    ) -> (Event, Option<ImportError>) {
        let lost_in_row = std::mem::take(&mut self.lost_in_row);
        match answer {
            Answer::Sent(id) => {
                self.summary.sent += 1;
                self.limited_rounds = 0;
                (Event::Sent { id }, None)
            }
            Answer::Conflict(reason) => match there.map(|there| there.get(&call.call_id)) {
                Some(Some(id)) => {
                    self.summary.already_there += 1;
                    (Event::There { id: *id }, None)
                }
                Some(None) => self.refused(call, reason),
                None => (self.unknown(reason), None),
            },
            Answer::Refused(reason) => self.refused(call, reason),
            Answer::Unknown(reason) => {
                self.lost_in_row = lost_in_row + 1;
                let end = (self.lost_in_row >= LOST).then(|| ImportError::AllLost(reason.clone()));
                (self.unknown(reason), end)
            }
            Answer::RateLimited(error) => {
                let reason = error.to_string();
                self.limited = Some(error);
                (Event::NotSent { reason }, None)
            }
            Answer::NotSent(error) => {
                let reason = error.to_string();
                (Event::NotSent { reason }, Some(ImportError::Service(error)))
            }
            Answer::Rejected(error) => {
                let refused = Event::Refused {
                    reason: error.to_string(),
                    is_general: true,
                    at: Some(self.now()),
                };
                (refused, Some(ImportError::Service(error)))
            }
        }
    }

    /// Counts a refusal. That of a resend says nothing about the first send, whose outcome is still unknown.
    fn refused(&mut self, call: &Pending, reason: String) -> (Event, Option<ImportError>) {
        let summary = &mut self.summary;
        if !call.is_resend {
            summary.refused += 1;
            name(&mut summary.refusals, call.line, &call.call_id, &reason);
        }
        self.refused_in_row += 1;
        let is_first = summary.sent == summary.sent_before;
        let end = (is_first && self.refused_in_row >= REFUSED)
            .then(|| ImportError::AllRefused(reason.clone()));
        let refused = Event::Refused {
            reason,
            is_general: false,
            at: Some(self.now()),
        };
        (refused, end)
    }

    fn unknown(&self, reason: String) -> Event {
        Event::Unknown {
            reason,
            at: Some(self.now()),
        }
    }

    fn now(&self) -> Timestamp {
        Timestamp::from(self.clock.system_time())
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use cekura::{ApiKey, CallLogId, Client};

    use super::*;
    use crate::import::file::Cursor;
    use crate::import::line::Line;
    use crate::import::{ImportFile, ImportJournal};
    use crate::journal::OpenOptions;

    /// No check of the file lets a call through twice; this is the last one before it would be paid for.
    #[test]
    fn a_call_is_never_sent_twice_in_a_run() {
        let folder = std::env::temp_dir().join(format!("cekura-guard-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("calls.jsonl");
        std::fs::write(&path, "{\"call_id\": \"harbor-1\", \"agent\": 310}\n").unwrap();
        // Nothing listens there: a request would fail by another error.
        let client = Client::builder().base_url("http://127.0.0.1:1");
        let client = client.api_key(ApiKey::new("ck_harbor").unwrap()).build();
        let file = ImportFile::open(&path).unwrap();
        let mut calls = Vec::new();
        file.read_from(Cursor::default(), |raw| {
            let line = Line::parse(raw.text).unwrap();
            calls.push(Pending {
                line: raw.number,
                offset: raw.offset,
                call_id: line.call_id,
                agent: line.scope,
                time: line.time,
                digest: line.digest,
                is_resend: false,
            });
            true
        })
        .unwrap();
        let call = calls.remove(0);
        let journal = folder.join("calls.jsonl.import");
        let journal = ImportJournal::open(&journal, "http://x", OpenOptions::new()).unwrap();
        let mut import = Import::new(client.unwrap(), file, journal);
        let refuse = |import: &mut Import, calls: &[&Pending]| {
            let queue = calls.iter().map(|call| (*call).clone()).collect();
            let ended = import.send_all(queue).now_or_never().expect("no request");
            let ended = ended.unwrap_err();
            let Interruption::Failed(error) = ended else {
                panic!("{ended:?}")
            };
            assert!(error.to_string().contains("sent already"), "{error}");
        };
        refuse(&mut import, &[&call, &call]);
        // A resend of what has an outcome.
        let again = Pending {
            is_resend: true,
            ..call.clone()
        };
        refuse(&mut import, &[&again]);
        let sending = call.sending(SystemTime::UNIX_EPOCH);
        import.journal.append(&[sending]).unwrap();
        refuse(&mut import, &[&call]);
        refuse(&mut import, &[&again, &again]);
        import.journal.settled.sort();
        let id = CallLogId(5_009);
        import
            .journal
            .append(&[call.record(Event::Sent { id })])
            .unwrap();
        refuse(&mut import, &[&call]);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
