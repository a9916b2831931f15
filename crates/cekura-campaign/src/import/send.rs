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
        let mut conflicting: Vec<(Pending, Answer)> = Vec::new();
        let mut ended = None;
        loop {
            if ended.is_none()
                && conflicting.is_empty()
                && let Err(interruption) = self.fill(&mut queue, &mut flight).await
            {
                // Without a journal the responses cannot be written down.
                if matches!(interruption, Interruption::Failed(ImportError::Journal(_))) {
                    return Err(interruption);
                }
                ended = Some(interruption);
            }
            let Some(first) = flight.next().await else {
                if conflicting.is_empty() {
                    return ended.map_or(Ok(()), Err);
                }
                // Every other response is on the disk now.
                let wanted = conflicting.iter().map(|(call, _)| call.wanted());
                let there = self.look_up(wanted).await;
                let conflicting = std::mem::take(&mut conflicting);
                let end = self.write_down(conflicting, there.as_ref().ok(), &mut queue)?;
                ended = ended.or(there.err()).or(end.map(Interruption::Failed));
                continue;
            };
            // All that are ready are written down together.
            let mut ready = vec![first];
            while let Some(Some(more)) = flight.next().now_or_never() {
                ready.push(more);
            }
            let is_conflict = |answer: &Answer| matches!(answer, Answer::Conflict(_));
            let (conflicts, others) = ready
                .into_iter()
                .partition::<Vec<_>, _>(|(_, answer)| is_conflict(answer));
            conflicting.extend(conflicts);
            let end = self.write_down(others, None, &mut queue)?;
            ended = ended.or(end.map(Interruption::Failed));
        }
    }

    /// Writes down what became of calls; returns why nothing more can be sent. Those that were not sent are queued again.
    fn write_down(
        &mut self,
        answers: Vec<(Pending, Answer)>,
        there: Option<&Found>,
        queue: &mut VecDeque<Pending>,
    ) -> Result<Option<ImportError>, ImportError> {
        let mut ended = None;
        let mut records = Vec::with_capacity(answers.len());
        for (call, answer) in answers {
            let (event, end) = self.note(&call, answer, there);
            ended = ended.or(end);
            let is_sent = !matches!(event, Event::NotSent { .. });
            records.push(call.record(event));
            if !is_sent {
                queue.push_front(call);
            }
        }
        self.journal.append(&records)?;
        self.progress();
        Ok(ended)
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
#[path = "send_tests.rs"]
mod tests;
