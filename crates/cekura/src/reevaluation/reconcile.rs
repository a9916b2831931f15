//! Finding out, log by log, whether a request with an unknown outcome was carried out.

use std::collections::BTreeMap;
use std::time::Duration;

use cekura_api::open::CallLogId;

use super::read::read_each;
use super::{Baseline, Snapshot};
use crate::Client;
use crate::error::{Evidence, LogEvidence};
use crate::http::CallOptions;

/// What to do about call logs that were left untouched by a request with an unknown outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnUnknown {
    /// Report them; nothing is sent twice.
    #[default]
    Report,
    /// Send the request once more, for the call logs on which nothing moved during the whole settle window.
    ///
    /// A request that is only slow to take effect is then paid twice. Choose this where a missing evaluation
    /// is worse than a doubled one.
    ResendIfUntouched,
}

/// The first pause between two looks; each is half as long again, up to the last.
const FIRST_LOOK: Duration = Duration::from_secs(2);
const LAST_LOOK: Duration = Duration::from_secs(15);

/// Reads `ids` back until each shows that its evaluation was started, or the window is over.
///
/// There are two looks at least. A look that fails is no evidence; whatever cannot be told stays so.
pub(super) async fn reconcile(
    client: &Client,
    baseline: &Baseline,
    ids: &[CallLogId],
    resets_success: bool,
    window: Duration,
    options: &CallOptions,
) -> Vec<LogEvidence> {
    let clock = &client.shared.clock;
    let end = clock.now() + window;
    let mut found: BTreeMap<CallLogId, Evidence> =
        ids.iter().map(|id| (*id, Evidence::Inconclusive)).collect();
    let mut pause = FIRST_LOOK;
    let mut looks = 0;
    loop {
        let open: Vec<CallLogId> = found
            .iter()
            .filter(|(_, e)| !e.is_strong())
            .map(|(id, _)| *id)
            .collect();
        let over = clock.now() >= end && looks >= 2;
        if open.is_empty() || over {
            break;
        }
        for (id, read) in read_each(client, &open, options).await {
            let evidence = match (read, baseline.snapshot(id)) {
                (Ok(log), Some(before)) => weigh(&before, &Snapshot::from(&log), resets_success),
                _ => Evidence::Inconclusive,
            };
            found.insert(id, evidence);
        }
        looks += 1;
        if found.values().all(|evidence| evidence.is_strong()) {
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
    ids.iter()
        .map(|id| LogEvidence {
            id: *id,
            evidence: found[id],
        })
        .collect()
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
    } else if now.updated_at != before.updated_at {
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
