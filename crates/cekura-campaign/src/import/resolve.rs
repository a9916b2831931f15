//! Finds out what became of calls whose response was lost.

use std::collections::VecDeque;
use std::time::Duration;

use super::ImportError;
use super::import::{Import, Interruption};
use super::lookup::{Wanted, find};
use super::pending::Pending;
use super::record::{Event, Record, Unresolved, written};

/// The most times that a call is sent.
const MAX_SENDS: u32 = 2;

/// The first and the longest pause between two look-ups.
const PAUSES: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(15)];

impl Import {
    /// Looks for the calls without a known outcome; sends those that are not found once more, if that was chosen.
    pub(super) async fn resolve(&mut self) -> Result<(), Interruption> {
        loop {
            self.settle().await?;
            let open = self.journal.unresolved.iter();
            let again: VecDeque<Pending> = open
                .filter(|(_, call)| self.may_resend && call.sends < MAX_SENDS)
                .filter_map(|(call_id, call)| again(call_id, call))
                .collect();
            if again.is_empty() {
                return Ok(());
            }
            self.send_all(again).await?;
        }
    }

    /// Looks for the calls until all are found, or the settle window of the last one has ended.
    async fn settle(&mut self) -> Result<(), Interruption> {
        let last = self.journal.unresolved.values().map(|call| call.at).max();
        let Some(last) = last else {
            return Ok(());
        };
        let since = self.clock.system_time().duration_since(last);
        let rest = self.settle_window.saturating_sub(since.unwrap_or_default());
        let until = self.clock.now() + rest;
        let mut pause = PAUSES[0];
        loop {
            let rest = until.saturating_duration_since(self.clock.now());
            self.look_for_unresolved().await?;
            if self.journal.unresolved.is_empty() || rest.is_zero() {
                return Ok(());
            }
            self.pause(pause.min(rest)).await?;
            pause = (pause * 2).min(PAUSES[1]);
        }
    }

    async fn look_for_unresolved(&mut self) -> Result<(), Interruption> {
        let open = &self.journal.unresolved;
        let wanted = open.iter().map(|(call_id, call)| Wanted {
            call_id,
            agent: &call.agent,
            time: Some(call.time.unwrap_or(call.at)),
        });
        let found = find(&self.client, wanted, self.clock.system_time());
        let found = self.unless_stopped(found).await?;
        let found = found.map_err(ImportError::Service)?;
        let records = found.into_iter().filter_map(|(call_id, id)| {
            let call = open.get(&call_id)?;
            Some(Record {
                line: call.line,
                digest: written(call.digest),
                event: id.map_or(Event::There { id }, |id| Event::Sent { id }),
                call_id,
            })
        });
        let records: Vec<Record> = records.collect();
        self.journal.append(&records)?;
        self.summary.sent += records.len() as u64;
        self.progress();
        Ok(())
    }
}

/// Returns what is sent again, if the file still has the same line.
fn again(call_id: &str, call: &Unresolved) -> Option<Pending> {
    Some(Pending {
        line: call.line,
        offset: call.offset?,
        call_id: call_id.to_owned(),
        agent: call.agent.clone(),
        time: call.time,
        digest: call.digest,
    })
}
