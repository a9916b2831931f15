//! Finds out for each call log whether a request with an unknown outcome was carried out.

use std::time::{Duration, Instant};

use cekura_api::scalars::CallLogId;

use super::findings::{Finding, Findings, evidence_of};
use super::{ById, GetMany, Snapshot};
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
    ResendIfUnchanged,
}

/// How long call logs are read back after an unknown outcome, by default.
pub(crate) const SETTLE_WINDOW: Duration = Duration::from_secs(60);

/// The first pause between two reads; each is 1.5 times the one before, up to the longest.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

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
    pub(super) async fn at(&self, before: &ById<Snapshot>) -> Findings {
        let clock = &self.client.shared.clock;
        let end = after(clock.now(), self.window);
        let reads_needed = if self.window.is_zero() { 1 } else { 2 };
        let options = self.options.clone().until(self.deadline);
        let mut found: ById<Finding> = before.ids().map(|id| (id, Finding::default())).collect();
        let mut pause = FIRST_PAUSE;
        while clock.now() < self.deadline {
            // Checked before the reads, so that the last one begins at the end of the window, not before it.
            let is_last = clock.now() >= end;
            let open: Vec<CallLogId> = found
                .iter()
                .filter(|(_, finding)| !finding.is_strong())
                .map(|(id, _)| id)
                .collect();
            let mut reads = GetMany::new(self.client.clone(), options.clone(), open);
            while let Some((id, read)) = reads.next().await {
                let finding = found.get_or_insert_with(id, Finding::default);
                match (read, before.get(id)) {
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
    before: ById<Snapshot>,
    options: CallOptions,
    client: Client,
    resets_success: bool,
    window: Duration,
}

call_options!(Reconcile);

impl Reconcile {
    pub(crate) fn new(client: Client, before: ById<Snapshot>) -> Self {
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
    /// With [`Duration::ZERO`] each call log is read once and immediately, and an unchanged one is [`Evidence::Unchanged`]. Use
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
