//! Finds out for each call log whether a request with an unknown outcome was carried out.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use cekura_api::scalars::CallLogId;

use super::{GetMany, Snapshot};
use crate::clock::after;
use crate::error::{Evidence, LogEvidence};
use crate::http::{CallOptions, call_options};
use crate::{BoxFuture, Client};

/// The most resends of a paid request, where the caller allows them: 1.
///
/// So a call log is charged at most `1 + MAX_RESENDS` times.
pub const MAX_RESENDS: u32 = 1;

/// What to do with call logs that show no change after a request with an unknown outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnUnknown {
    /// Returns an error; nothing is sent twice.
    #[default]
    ReturnError,
    /// Sends the request once more ([`MAX_RESENDS`](crate::reevaluation::MAX_RESENDS)), for the call logs that are not known to be
    /// accepted, if none of them changed during the whole settle window.
    ///
    /// If the first request takes effect after that, both are charged. Choose this if a missing evaluation is worse than a
    /// double charge.
    ResendIfUntouched,
}

/// How long call logs are read back after an unknown outcome, by default.
pub(crate) const SETTLE_WINDOW: Duration = Duration::from_secs(60);

/// The first pause between two reads; each is 1.5 times the one before, up to the longest.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// The evidence about one call log, over all reads.
#[derive(Clone, Debug, Default)]
pub(super) struct Finding {
    seen: Option<Evidence>,
    reads: u32,
    /// Whether the last read was successful and began at the end of the window.
    read_at_window_end: bool,
    /// The last state.
    pub(super) last: Option<Snapshot>,
}

impl Finding {
    /// Adds a read. It never weakens earlier evidence, since a read may lag behind.
    fn add(&mut self, evidence: Evidence, snapshot: Option<Snapshot>, at_window_end: bool) {
        self.reads += 1;
        self.read_at_window_end = at_window_end;
        self.last = snapshot.or(self.last.take());
        self.seen = match self.seen {
            Some(earlier) if rank(earlier) >= rank(evidence) => Some(earlier),
            _ => Some(evidence),
        };
    }

    /// Returns the evidence. *Untouched* needs an unchanged state at the end of the window, and at least `reads_needed`
    /// reads.
    fn evidence(&self, reads_needed: u32) -> Evidence {
        let watched = self.read_at_window_end && self.reads >= reads_needed;
        match self.seen {
            Some(Evidence::Untouched) if !watched => Evidence::Inconclusive,
            Some(evidence) => evidence,
            None => Evidence::Inconclusive,
        }
    }

    fn is_strong(&self) -> bool {
        self.seen.is_some_and(Evidence::is_strong)
    }
}

/// The evidence about the call logs of one request.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// The evidence about each call log, and its last state.
    pub(super) logs: BTreeMap<CallLogId, (Evidence, Option<Snapshot>)>,
}

impl Findings {
    /// Combines the evidence of one request: strong evidence for one call log shows that the request arrived, so an update
    /// of another one counts as accepted.
    fn of_one_request(found: BTreeMap<CallLogId, Finding>, reads_needed: u32) -> Self {
        let arrived = found.values().any(Finding::is_strong);
        let judged = found.into_iter().map(|(id, finding)| {
            let evidence = match finding.evidence(reads_needed) {
                Evidence::OnlyUpdatedAt if arrived => Evidence::UpdatedWithOthers,
                evidence => evidence,
            };
            (id, (evidence, finding.last))
        });
        Self {
            logs: judged.collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.logs.is_empty()
    }

    pub(super) fn shows_acceptance(&self) -> bool {
        let mut logs = self.logs.values();
        logs.any(|(evidence, _)| evidence.shows_acceptance())
    }

    /// Returns the call logs that are not known to be accepted.
    pub(super) fn open(&self) -> Vec<CallLogId> {
        let logs = self.logs.iter();
        logs.filter(|(_, (evidence, _))| !evidence.shows_acceptance())
            .map(|(id, _)| *id)
            .collect()
    }

    /// Returns whether none of the call logs that are not known to be accepted has changed.
    pub(super) fn rest_is_untouched(&self) -> bool {
        let mut logs = self.logs.values();
        logs.all(|(evidence, _)| evidence.shows_acceptance() || *evidence == Evidence::Untouched)
    }

    /// Returns the evidence with the last states.
    fn into_states(self) -> Vec<(LogEvidence, Option<Snapshot>)> {
        let logs = self.logs.into_iter();
        logs.map(|(id, (evidence, last))| (LogEvidence { id, evidence }, last))
            .collect()
    }

    /// Returns the evidence without the states.
    pub(super) fn evidence(&self) -> Vec<LogEvidence> {
        let logs = self.logs.iter();
        logs.map(|(id, (evidence, _))| LogEvidence {
            id: *id,
            evidence: *evidence,
        })
        .collect()
    }
}

/// The settings for reading call logs back.
#[derive(Clone, Debug)]
pub(super) struct ReadBack {
    pub(super) client: Client,
    pub(super) options: CallOptions,
    /// Whether the request resets `success` to null.
    pub(super) resets_success: bool,
    pub(super) window: Duration,
    /// When it ends at the latest.
    pub(super) deadline: Instant,
}

impl ReadBack {
    /// Reads the call logs of one request back until each shows that its evaluation was started, or the window is over.
    ///
    /// The last read begins at the end of the window; without a window there is one read. A failed read is no evidence.
    pub(super) async fn at(&self, before: &BTreeMap<CallLogId, Snapshot>) -> Findings {
        let clock = &self.client.shared.clock;
        let end = after(clock.now(), self.window);
        let reads_needed = if self.window.is_zero() { 1 } else { 2 };
        let options = self.options.clone().until(self.deadline);
        let mut found: BTreeMap<CallLogId, Finding> =
            before.keys().map(|id| (*id, Finding::default())).collect();
        let mut pause = FIRST_PAUSE;
        while clock.now() < self.deadline {
            // Checked before the reads, so that the last one begins at the end of the window, not before it.
            let is_last = clock.now() >= end;
            let open: Vec<CallLogId> = found
                .iter()
                .filter(|(_, finding)| !finding.is_strong())
                .map(|(id, _)| *id)
                .collect();
            let mut reads = GetMany::new(self.client.clone(), options.clone(), open);
            while let Some((id, read)) = reads.next().await {
                let finding = found.entry(id).or_default();
                match (read, before.get(&id)) {
                    (Ok(log), Some(before)) => {
                        let now = Snapshot::from(&log);
                        // A copy that lags behind may show an evaluation that was over before the request.
                        if !now.is_older_than(before) {
                            let evidence = evidence_of(before, &now, self.resets_success);
                            finding.add(evidence, Some(now), is_last);
                        }
                    }
                    (Err(e), _) if e.is_certainly_missing() => {
                        finding.add(Evidence::Deleted, None, is_last);
                    }
                    _ => {}
                }
            }
            if is_last || found.values().all(Finding::is_strong) {
                break;
            }
            let rest = end
                .min(self.deadline)
                .saturating_duration_since(clock.now());
            clock.sleep(pause.min(rest)).await;
            pause = pause.mul_f64(1.5).min(LONGEST_PAUSE);
        }
        Findings::of_one_request(found, reads_needed)
    }
}

/// Finds out for each call log whether a request with an unknown outcome was carried out, when it is awaited.
///
/// Pass the call logs of a single request, because their evidence is combined: see [`Evidence::UpdatedWithOthers`].
///
/// Returns one entry for each call log, by id. It never fails: a call log that could not be read is
/// [`Evidence::Inconclusive`]. It only reads. It ends as soon as every call log shows strong evidence, and at the latest one
/// call timeout after the settle window.
#[derive(Clone, Debug)]
#[must_use = "nothing is read until this is awaited"]
pub struct Reconcile {
    before: BTreeMap<CallLogId, Snapshot>,
    options: CallOptions,
    client: Client,
    resets_success: bool,
    window: Duration,
}

call_options!(Reconcile);

impl Reconcile {
    pub(crate) fn new(client: Client, before: BTreeMap<CallLogId, Snapshot>) -> Self {
        Self {
            before,
            options: client.options(),
            client,
            resets_success: true,
            window: SETTLE_WINDOW,
        }
    }

    /// Sets the settle window: how long call logs are read back; 60 s by default. The last read begins at its end.
    ///
    /// With [`Duration::ZERO`] each call log is read once and immediately, and an unchanged one is [`Evidence::Untouched`]. Use
    /// this after an error status, which does not prove that nothing was evaluated.
    pub fn with_settle_window(mut self, window: Duration) -> Self {
        self.window = window;
        self
    }

    /// Reconciles a request of `evaluate_metrics`, which evaluates chosen metrics only. It does not reset `success`, so a null
    /// `success` is no evidence then.
    pub fn chosen_metrics_only(mut self) -> Self {
        self.resets_success = false;
        self
    }

    /// Reads the call logs back, and returns each one's last snapshot together with its evidence.
    ///
    /// The snapshot is `None` if no read succeeded.
    pub async fn with_snapshots(self) -> Vec<(LogEvidence, Option<Snapshot>)> {
        self.run().await.into_states()
    }

    async fn run(self) -> Findings {
        let end = after(self.client.shared.clock.now(), self.window);
        let read_back = ReadBack {
            deadline: after(end, self.options.timeouts.total),
            client: self.client,
            options: self.options,
            resets_success: self.resets_success,
            window: self.window,
        };
        read_back.at(&self.before).await
    }
}

impl Reconcile {
    /// Reads the call logs back; awaiting the builder does the same.
    ///
    /// The future is `Send + 'static`, so that it can be spawned and joined.
    pub fn send(self) -> BoxFuture<Vec<LogEvidence>> {
        Box::pin(async move { self.run().await.evidence() })
    }
}

impl IntoFuture for Reconcile {
    type Output = Vec<LogEvidence>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

fn rank(evidence: Evidence) -> u8 {
    match evidence {
        Evidence::Untouched => 0,
        Evidence::OnlyUpdatedAt | Evidence::UpdatedWithOthers => 1,
        Evidence::Inconclusive => 2,
        Evidence::Deleted => 3,
        Evidence::BecameBusy | Evidence::SuccessReset | Evidence::MetricsChanged => 4,
    }
}

/// Returns the evidence in the difference between two single reads.
fn evidence_of(before: &Snapshot, now: &Snapshot, resets_success: bool) -> Evidence {
    if before.is_busy() {
        Evidence::Inconclusive
    } else if now.is_busy() {
        Evidence::BecameBusy
    } else if resets_success && before.success.is_some() && now.success.is_none() {
        Evidence::SuccessReset
    } else if now.metrics_differ_from(before) {
        Evidence::MetricsChanged
    } else if now.was_updated_since(before) {
        Evidence::OnlyUpdatedAt
    } else {
        Evidence::Untouched
    }
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::tests::snapshot;
    use super::*;

    #[test]
    fn only_what_an_evaluation_alone_does_is_strong() {
        let (t0, t1) = ("2026-03-01T08:00:00Z", "2026-03-01T08:00:07Z");
        let idle = snapshot("success", Some(true), t0);
        for (now, resets, evidence) in [
            (
                snapshot("evaluating", Some(true), t1),
                true,
                Evidence::BecameBusy,
            ),
            (snapshot("success", None, t1), true, Evidence::SuccessReset),
            (
                snapshot("success", None, t1),
                false,
                Evidence::OnlyUpdatedAt,
            ),
            (
                snapshot("failure", Some(false), t1),
                true,
                Evidence::OnlyUpdatedAt,
            ),
            (idle.clone(), true, Evidence::Untouched),
        ] {
            assert_eq!(evidence_of(&idle, &now, resets), evidence, "{now:?}");
        }
        let busy = snapshot("evaluating", None, t0);
        assert_eq!(evidence_of(&busy, &idle, true), Evidence::Inconclusive);
    }
}
