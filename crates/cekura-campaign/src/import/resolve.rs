//! Finds out what became of calls whose response was lost.

use std::collections::{HashSet, VecDeque};
use std::time::{Duration, SystemTime};

use cekura::Scope;

use super::ImportError;
use super::import::{Import, Interruption};
use super::lookup::{Found, Wanted, find};
use super::pending::Pending;
use super::record::{Event, Record, written};
use super::unresolved::{InFile, Known};

/// An import ends when so many rounds of requests in a row were rate limited.
pub(super) const LIMITED: u32 = 10;

/// How long to wait after a 429 that does not start a cooldown.
pub(super) const COOLDOWN: Duration = Duration::from_secs(30);

/// The first and the longest pause between two look-ups.
const PAUSES: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(15)];

impl Import {
    /// Looks for the calls without a known outcome; sends those that are not found once more, if that was chosen.
    pub(super) async fn resolve(&mut self) -> Result<(), Interruption> {
        loop {
            self.settle().await?;
            let again = self.resends();
            if again.is_empty() {
                return Ok(());
            }
            self.send_all(again).await?;
        }
    }

    /// Looks for the calls until all are found, or the settle window of the last one has ended.
    async fn settle(&mut self) -> Result<(), Interruption> {
        let Some(last) = self.journal.unresolved().map(|(_, call)| call.at).max() else {
            return Ok(());
        };
        let agents = self.journal.unresolved().map(|(_, call)| &call.agent);
        let rest = self.rest_of_window(last);
        let rest = rest.max(self.rest_of_known(agents, &Found::new(), self.clock.system_time()));
        let until = self.clock.now() + rest;
        let mut pause = PAUSES[0];
        loop {
            let rest = until.saturating_duration_since(self.clock.now());
            self.look_for_unresolved().await?;
            if self.journal.unresolved().next().is_none() || rest.is_zero() {
                return Ok(());
            }
            self.pause(pause.min(rest)).await?;
            pause = (pause * 2).min(PAUSES[1]);
        }
    }

    async fn look_for_unresolved(&mut self) -> Result<(), Interruption> {
        let open = self.journal.unresolved();
        let wanted = open.map(|(call_id, call)| call.wanted(call_id));
        let found = self.look_up(wanted).await?;
        let records = found.into_iter().filter_map(|(call_id, id)| {
            let call = self.journal.unresolved.get(&call_id)?;
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

    /// Returns the calls that are sent once more, if that was chosen and the file has the same lines.
    pub(super) fn resends(&self) -> VecDeque<Pending> {
        let open = self.journal.unresolved();
        open.filter(|(_, call)| self.may_resend && call.may_be_resent())
            .filter_map(|(call_id, call)| match call.in_file {
                InFile::At(offset) => Some(Pending {
                    line: call.line,
                    offset,
                    call_id: call_id.clone(),
                    agent: call.agent.clone(),
                    time: call.time,
                    digest: call.digest,
                    is_resend: true,
                }),
                InFile::Changed | InFile::No => None,
            })
            .collect()
    }

    /// Returns how much of the settle window is left for a call that may have been taken in at this time.
    pub(super) fn rest_of_window(&self, at: SystemTime) -> Duration {
        let since = self.clock.system_time().duration_since(at);
        self.settle_window.saturating_sub(since.unwrap_or_default())
    }

    /// Returns the call of an agent that a list has to show: the later one, once its settle window has ended.
    fn known(&self, agent: &Scope) -> Option<&Known> {
        let known = self.journal.known.get(agent)?;
        let later = known.later.as_ref();
        let later = later.filter(|it| self.rest_of_window(it.call.at).is_zero());
        Some(later.unwrap_or(&known.first))
    }

    /// Returns how long it takes until a list has to show the known calls of these agents that were sent before, and not found.
    pub(super) fn rest_of_known<'a>(
        &self,
        agents: impl Iterator<Item = &'a Scope>,
        found: &Found,
        before: SystemTime,
    ) -> Duration {
        let known = agents.filter_map(|agent| self.known(agent));
        let known = known.filter(|known| !found.contains_key(&known.call_id));
        let sent = known.map(|known| known.call.at).filter(|at| *at < before);
        let rest = sent.max().map(|last| self.rest_of_window(last));
        rest.unwrap_or_default()
    }

    /// Looks calls up; waits as long as the rate limit asks.
    ///
    /// A call that is known to be stored is looked up with others of its agent, and has to be listed once its settle window has
    /// ended.
    pub(super) async fn look_up<'a>(
        &'a self,
        wanted: impl Iterator<Item = Wanted<'a>> + Clone,
    ) -> Result<Found, Interruption> {
        if wanted.clone().next().is_none() {
            return Ok(Found::new());
        }
        let agents: HashSet<&Scope> = wanted.clone().map(|call| call.agent).collect();
        let known = agents.into_iter().filter_map(|agent| self.known(agent));
        let known: Vec<&Known> = known.collect();
        let wanted = wanted.chain(known.iter().map(|known| known.wanted()));
        let mut limited = 0;
        loop {
            while let Some(rest) = self.client.cooldown() {
                self.pause(rest).await?;
            }
            let now = self.clock.system_time();
            let found = self.unless_stopped(find(&self.client, wanted.clone(), now));
            match found.await? {
                Err(ImportError::Service(error))
                    if error.is_rate_limited() && limited < LIMITED =>
                {
                    limited += 1;
                    if self.client.cooldown().is_none() {
                        self.pause(error.retry_after().unwrap_or(COOLDOWN)).await?;
                    }
                }
                Err(error) => return Err(error.into()),
                Ok(found) => {
                    for known in known {
                        let has_to_be_listed = self.rest_of_window(known.call.at).is_zero();
                        if has_to_be_listed && !found.contains_key(&known.call_id) {
                            self.check_deleted(known).await?;
                        }
                    }
                    return Ok(found);
                }
            }
        }
    }

    /// Fails unless a call that is not listed was deleted or edited: other calls that are not listed may be stored as well.
    async fn check_deleted(&self, known: &Known) -> Result<(), Interruption> {
        let Known { call_id, id, .. } = known;
        let read = self.unless_stopped(self.client.call_logs().get(*id).send());
        match read.await? {
            Err(error) if error.is_certainly_missing() => Ok(()),
            Err(error) => Err(ImportError::Service(error).into()),
            Ok(log) if !known.wanted().fits(&log) => Ok(()),
            Ok(_) => Err(ImportError::LookUp(format!(
                "call log {id} is stored, and a list of calls by their call_id, {call_id:?}, does not have it {} s or more \
                 after it was sent: repeat the import later, or with a longer settle window",
                self.settle_window.as_secs()
            ))
            .into()),
        }
    }
}
