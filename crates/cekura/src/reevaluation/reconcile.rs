//! Finding out, log by log, whether a request with an unknown outcome was carried out.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use cekura_api::scalars::CallLogId;

use super::{GetMany, Snapshot};
use crate::clock::after;
use crate::error::{Evidence, LogEvidence};
use crate::http::{CallOptions, call_options};
use crate::{BoxFuture, Client};

/// How often a paid request may be sent again, ever: once, and only where the caller asks for it.
///
/// Every send that may have been carried out counts as charged, so a call log is charged for at most `1 + MAX_RESENDS`
/// times.
pub const MAX_RESENDS: u32 = 1;

/// What to do about call logs that were left untouched by a request with an unknown outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnUnknown {
    /// Report them; nothing is sent twice.
    #[default]
    Report,
    /// Send the request once more ([`MAX_RESENDS`]), for the call logs that are not known to be accepted, if nothing at
    /// all moved on any of them during the whole settle window.
    ///
    /// A request that is only slow to take effect is then paid twice. Choose this where a missing evaluation
    /// is worse than a doubled one.
    ResendIfUntouched,
}

/// How long call logs are looked back at after an unknown outcome, unless the call says otherwise.
pub(crate) const SETTLE_WINDOW: Duration = Duration::from_secs(60);

/// The first pause between two looks; each is half as long again, up to the last.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// What looking back at one call log showed, over all looks.
#[derive(Clone, Debug, Default)]
pub(super) struct Finding {
    seen: Option<Evidence>,
    looks: u32,
    /// Whether the log's last look was successful and began when the window was over.
    read_at_window_end: bool,
    /// The state at the last look.
    pub(super) last: Option<Snapshot>,
}

impl Finding {
    /// A later look adds to what is known and takes nothing back, as one at a copy that lags behind would.
    fn add(&mut self, evidence: Evidence, snapshot: Option<Snapshot>, at_window_end: bool) {
        self.looks += 1;
        self.read_at_window_end = at_window_end;
        self.last = snapshot.or(self.last.take());
        self.seen = match self.seen {
            Some(earlier) if rank(earlier) >= rank(evidence) => Some(earlier),
            _ => Some(evidence),
        };
    }

    /// Nothing moved only where the log was still unmoved when the window was over, and was seen at least
    /// `looks_needed` times on the way there.
    fn evidence(&self, looks_needed: u32) -> Evidence {
        let watched = self.read_at_window_end && self.looks >= looks_needed;
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

/// What looking back at the call logs of one request showed.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// What each look back came to, and the state at its last look.
    pub(super) logs: BTreeMap<CallLogId, (Evidence, Option<Snapshot>)>,
}

impl Findings {
    /// Judges the call logs of one request together: that some were certainly taken up proves that the request arrived,
    /// and makes an update of another one its own.
    fn of_one_request(found: BTreeMap<CallLogId, Finding>, looks_needed: u32) -> Self {
        let arrived = found.values().any(Finding::is_strong);
        let judged = found.into_iter().map(|(id, finding)| {
            let evidence = match finding.evidence(looks_needed) {
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

    /// The call logs that are not known to be accepted.
    pub(super) fn open(&self) -> Vec<CallLogId> {
        let logs = self.logs.iter();
        logs.filter(|(_, (evidence, _))| !evidence.shows_acceptance())
            .map(|(id, _)| *id)
            .collect()
    }

    /// Whether nothing at all moved on any of the call logs that are not known to be accepted.
    pub(super) fn rest_is_untouched(&self) -> bool {
        let mut logs = self.logs.values();
        logs.all(|(evidence, _)| evidence.shows_acceptance() || *evidence == Evidence::Untouched)
    }

    /// The evidence with the states behind it.
    fn into_states(self) -> Vec<(LogEvidence, Option<Snapshot>)> {
        let logs = self.logs.into_iter();
        logs.map(|(id, (evidence, last))| (LogEvidence { id, evidence }, last))
            .collect()
    }

    /// The evidence without the states behind it.
    pub(super) fn evidence(&self) -> Vec<LogEvidence> {
        let logs = self.logs.iter();
        logs.map(|(id, (evidence, _))| LogEvidence {
            id: *id,
            evidence: *evidence,
        })
        .collect()
    }
}

/// How call logs are looked back at.
#[derive(Clone, Debug)]
pub(super) struct LookBack {
    pub(super) client: Client,
    pub(super) options: CallOptions,
    /// Whether the request sets `success` back to null.
    pub(super) resets_success: bool,
    pub(super) window: Duration,
    /// When it ends at the latest, with what was seen by then.
    pub(super) deadline: Instant,
}

impl LookBack {
    /// Reads the call logs of one request, which were as `before` says, back until each shows that its evaluation was
    /// started, or the window is over; the last look begins then. Without a window there is one look, which begins at once.
    ///
    /// A look that fails is no evidence; whatever cannot be told stays so.
    pub(super) async fn at(&self, before: &BTreeMap<CallLogId, Snapshot>) -> Findings {
        let clock = &self.client.shared.clock;
        let end = after(clock.now(), self.window);
        let looks_needed = if self.window.is_zero() { 1 } else { 2 };
        let options = self.options.clone().until(self.deadline);
        let mut found: BTreeMap<CallLogId, Finding> =
            before.keys().map(|id| (*id, Finding::default())).collect();
        let mut pause = FIRST_PAUSE;
        while clock.now() < self.deadline {
            // Asked before the reads, so that the last look begins at the end of the window, not before it.
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
                            let evidence = weigh(before, &now, self.resets_success);
                            finding.add(evidence, Some(now), is_last);
                        }
                    }
                    (Err(e), _) if e.is_certainly_missing() => {
                        finding.add(Evidence::Gone, None, is_last);
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
        Findings::of_one_request(found, looks_needed)
    }
}

/// Finds out for each call log whether a request whose outcome is unknown was carried out, when it is awaited.
///
/// The states before are those of the call logs of one request: they are judged together, see [`Evidence::UpdatedWithOthers`].
///
/// Gives one entry for each call log, in the order of their ids. A look that fails is no evidence, so
/// there is no error: what could not be read ends as [`Evidence::Inconclusive`]. Sends nothing but reads, and ends as soon
/// as everything is proved to have been started; at the latest when the limit of a call is over, counted from the end of the
/// settle window.
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

    /// Sets how long call logs are looked back at; 60 s by default. The last look begins when it is over.
    ///
    /// [`Duration::ZERO`] means one look at each call log, begun at once: where that succeeds and shows nothing, the call log
    /// is [`Evidence::Untouched`]. This is the look to take after a refusal, which proves by itself for no batch that
    /// none of it was carried out.
    pub fn with_settle_window(mut self, window: Duration) -> Self {
        self.window = window;
        self
    }

    /// Says that the request was for chosen metrics, which does not set `success` back: a `success` that is null now is
    /// then no evidence.
    pub fn of_chosen_metrics(mut self) -> Self {
        self.resets_success = false;
        self
    }

    /// The same as awaiting it, with the state of each call log at the last look that succeeded.
    ///
    /// A later look that shows an older state than this one is a copy that lags behind.
    pub async fn with_states(self) -> Vec<(LogEvidence, Option<Snapshot>)> {
        self.run().await.into_states()
    }

    async fn run(self) -> Findings {
        let end = after(self.client.shared.clock.now(), self.window);
        let look_back = LookBack {
            deadline: after(end, self.options.timeouts.total),
            client: self.client,
            options: self.options,
            resets_success: self.resets_success,
            window: self.window,
        };
        look_back.at(&self.before).await
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
        Evidence::Gone => 3,
        Evidence::BecameBusy | Evidence::SuccessReset | Evidence::MetricsChanged => 4,
    }
}

/// How `now` differs from `before`; both come from single reads, so metrics compare.
fn weigh(before: &Snapshot, now: &Snapshot, resets_success: bool) -> Evidence {
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
            assert_eq!(weigh(&idle, &now, resets), evidence, "{now:?}");
        }
        let busy = snapshot("evaluating", None, t0);
        assert_eq!(weigh(&busy, &idle, true), Evidence::Inconclusive);
    }
}
