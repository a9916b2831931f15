//! Sends calls, some at a time, and writes down what became of each.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;

use futures_util::future::FutureExt as _;
use futures_util::stream::{FuturesUnordered, StreamExt as _};

use super::ImportError;
use super::answer::Answer;
use super::import::{Import, Interruption};
use super::pending::Pending;
use super::record::Event;
use super::summary::name;

/// An import ends when so many requests in a row had no usable response, or were rate limited.
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
            let mut records = Vec::with_capacity(ready.len());
            for (call, answer) in ready {
                let (event, end) = self.note(&call, answer);
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
        while let Some(rest) = self.client.cooldown() {
            if !flight.is_empty() {
                return Ok(());
            }
            self.pause(rest).await?;
        }
        let free = (self.concurrency as usize).saturating_sub(flight.len());
        let next: Vec<Pending> = queue.drain(..free.min(queue.len())).collect();
        let mut calls = Vec::new();
        for call in &next {
            let line = self.file.line_at(call.offset, call.line)?;
            if line.digest != call.digest {
                return Err(self
                    .file
                    .changed(call.line, "it has another content")
                    .into());
            }
            calls.push(line.call);
        }
        let now = self.clock.system_time();
        let sending: Vec<_> = next.iter().map(|call| call.sending(now)).collect();
        self.journal.append(&sending)?;
        for (call, body) in next.into_iter().zip(calls) {
            if let Some(sent) = self.journal.unresolved.get_mut(&call.call_id) {
                sent.offset = Some(call.offset);
            }
            let request = self.client.call_logs().observe(body).send();
            flight.push(Box::pin(async move { (call, Answer::of(request.await)) }));
        }
        Ok(())
    }

    /// Counts what became of a call; returns its record, and why nothing more can be sent.
    fn note(&mut self, call: &Pending, answer: Answer) -> (Event, Option<ImportError>) {
        let in_row = (self.refused_in_row, self.lost_in_row, self.limited_in_row);
        (self.lost_in_row, self.limited_in_row) = (0, 0);
        match answer {
            Answer::Sent(id) => {
                self.summary.sent += 1;
                (Event::Sent { id }, None)
            }
            Answer::There => {
                self.summary.already_there += 1;
                (Event::There { id: None }, None)
            }
            Answer::Refused(reason) => {
                self.summary.refused += 1;
                name(
                    &mut self.summary.refusals,
                    call.line,
                    &call.call_id,
                    &reason,
                );
                self.refused_in_row = in_row.0 + 1;
                let is_first = self.summary.sent == self.summary.sent_before;
                let end = (is_first && self.refused_in_row >= REFUSED)
                    .then(|| ImportError::AllRefused(reason.clone()));
                (Event::Refused { reason }, end)
            }
            Answer::Unknown(reason) => {
                self.lost_in_row = in_row.1 + 1;
                let end = (self.lost_in_row >= LOST).then(|| ImportError::AllLost(reason.clone()));
                (Event::Unknown { reason }, end)
            }
            Answer::RateLimited(error) => {
                let reason = error.to_string();
                self.limited_in_row = in_row.2 + 1;
                let end = (self.limited_in_row >= LOST).then(|| ImportError::Service(error));
                (Event::NotSent { reason }, end)
            }
            Answer::Rejected(error) => {
                let reason = error.to_string();
                (Event::NotSent { reason }, Some(ImportError::Service(error)))
            }
        }
    }
}
