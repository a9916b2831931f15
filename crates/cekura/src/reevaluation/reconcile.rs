//! Finding out, log by log, whether a request with an unknown outcome was carried out.

use std::collections::BTreeMap;
use std::time::Duration;

use cekura_api::open::CallLogId;
use futures_util::StreamExt;

use super::{Baseline, ReadEach, Snapshot};
use crate::clock::after;
use crate::error::{Evidence, LogEvidence};
use crate::http::{CallOptions, call_options};
use crate::{BoxFuture, Client};

/// What to do about call logs that were left untouched by a request with an unknown outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnUnknown {
    /// Report them; nothing is sent twice.
    #[default]
    Report,
    /// Send the request once more, for the call logs that are not known to be accepted, if nothing at all moved
    /// on any of them during the whole settle window.
    ///
    /// A request that is only slow to take effect is then paid twice. Choose this where a missing evaluation
    /// is worse than a doubled one.
    ResendIfUntouched,
}

/// How long call logs are looked back at after a lost reply, unless the call says otherwise.
pub(crate) const SETTLE: Duration = Duration::from_secs(60);

/// The first pause between two looks; each is half as long again, up to the last.
const FIRST_LOOK: Duration = Duration::from_secs(2);
const LAST_LOOK: Duration = Duration::from_secs(15);

/// What looking back at one call log showed, over all looks.
#[derive(Clone, Debug, Default)]
pub(super) struct Finding {
    seen: Option<Evidence>,
    looks: u32,
    /// The state at the last look.
    pub(super) last: Option<Snapshot>,
}

impl Finding {
    /// A later look adds to what is known and takes nothing back, as one at a copy that lags behind would.
    fn add(&mut self, evidence: Evidence, snapshot: Snapshot) {
        self.looks += 1;
        self.last = Some(snapshot);
        self.seen = match self.seen {
            Some(earlier) if rank(earlier) >= rank(evidence) => Some(earlier),
            _ => Some(evidence),
        };
    }

    /// One look alone does not show that nothing moved.
    pub(super) fn evidence(&self) -> Evidence {
        match self.seen {
            Some(Evidence::Untouched) if self.looks < 2 => Evidence::Inconclusive,
            Some(evidence) => evidence,
            None => Evidence::Inconclusive,
        }
    }
}

/// How call logs are looked back at.
#[derive(Clone, Debug)]
pub(super) struct LookBack {
    pub(super) client: Client,
    pub(super) options: CallOptions,
    /// Whether the request that was lost sets `success` back to null.
    pub(super) resets_success: bool,
    pub(super) window: Duration,
}

impl LookBack {
    /// Reads `ids` back until each shows that its evaluation was started, or the window is over.
    ///
    /// There are two looks at least, the last one when the window is over. A look that fails is no evidence; whatever
    /// cannot be told stays so.
    pub(super) async fn at(
        &self,
        ids: &[CallLogId],
        baseline: &Baseline,
    ) -> BTreeMap<CallLogId, Finding> {
        let clock = &self.client.shared.clock;
        let end = after(clock.now(), self.window);
        let mut found: BTreeMap<CallLogId, Finding> =
            ids.iter().map(|id| (*id, Finding::default())).collect();
        let mut pause = FIRST_LOOK;
        for look in 1.. {
            // Asked before the reads, so that the last look begins at the end of the window, not before it.
            let is_last = look >= 2 && clock.now() >= end;
            let open: Vec<CallLogId> = found
                .iter()
                .filter(|(_, finding)| !finding.evidence().is_strong())
                .map(|(id, _)| *id)
                .collect();
            let mut reads = ReadEach::new(self.client.clone(), self.options.clone(), open);
            while let Some((id, read)) = reads.next().await {
                if let (Ok(log), Some(before)) = (read, baseline.snapshot(id)) {
                    let now = Snapshot::from(&log);
                    let evidence = weigh(&before, &now, self.resets_success);
                    found.entry(id).or_default().add(evidence, now);
                }
            }
            if is_last || found.values().all(|finding| finding.evidence().is_strong()) {
                break;
            }
            let rest = end.saturating_duration_since(clock.now());
            clock
                .sleep(if rest.is_zero() {
                    pause
                } else {
                    pause.min(rest)
                })
                .await;
            pause = pause.mul_f64(1.5).min(LAST_LOOK);
        }
        found
    }
}

/// Finds out for each call log whether a request whose outcome is unknown was carried out, when it is awaited.
///
/// Gives one entry for each call log of the baseline, in the order of their ids. A look that fails is no evidence, so
/// there is no error: what could not be read ends as [`Evidence::Inconclusive`]. Sends nothing but reads, and ends as soon
/// as everything is proved to have been started.
#[derive(Clone, Debug)]
#[must_use = "nothing is read until this is awaited"]
pub struct Reconcile {
    before: Baseline,
    options: CallOptions,
    client: Client,
    resets_success: bool,
    window: Duration,
}

call_options!(Reconcile);

impl Reconcile {
    pub(crate) fn new(client: Client, before: Baseline) -> Self {
        Self {
            before,
            options: client.options(),
            client,
            resets_success: true,
            window: SETTLE,
        }
    }

    /// Sets how long call logs are looked back at; 60 s by default. The last look begins when it is over.
    pub fn with_settle_window(mut self, window: Duration) -> Self {
        self.window = window;
        self
    }

    /// Says that the request was for chosen metrics, which does not set `success` back: a `success` that is null now then
    /// proves nothing.
    pub fn of_chosen_metrics(mut self) -> Self {
        self.resets_success = false;
        self
    }

    async fn run(self) -> Vec<LogEvidence> {
        let look_back = LookBack {
            client: self.client,
            options: self.options,
            resets_success: self.resets_success,
            window: self.window,
        };
        let ids: Vec<CallLogId> = self.before.iter().map(|(id, _)| id).collect();
        evidence(&look_back.at(&ids, &self.before).await)
    }
}

impl IntoFuture for Reconcile {
    type Output = Vec<LogEvidence>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

/// What was found, without the states behind it.
pub(super) fn evidence(found: &BTreeMap<CallLogId, Finding>) -> Vec<LogEvidence> {
    let found = found.iter();
    found
        .map(|(id, finding)| LogEvidence {
            id: *id,
            evidence: finding.evidence(),
        })
        .collect()
}

fn rank(evidence: Evidence) -> u8 {
    match evidence {
        Evidence::Untouched => 0,
        Evidence::OnlyUpdatedAt => 1,
        Evidence::Inconclusive => 2,
        Evidence::BecameBusy | Evidence::SuccessReset | Evidence::MetricsChanged => 3,
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
