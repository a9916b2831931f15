//! The evidence from reading call logs back.

use cekura_api::scalars::CallLogId;

use super::{ById, Snapshot};
use crate::error::{Evidence, LogEvidence};

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
    pub(super) fn add(
        &mut self,
        evidence: Evidence,
        snapshot: Option<Snapshot>,
        at_window_end: bool,
    ) {
        self.reads += 1;
        self.read_at_window_end = at_window_end;
        self.last = snapshot.or(self.last.take());
        self.seen = match self.seen {
            Some(earlier) if rank(earlier) >= rank(evidence) => Some(earlier),
            _ => Some(evidence),
        };
    }

    /// Returns the evidence. *Unchanged* needs an unchanged state at the end of the window, and at least `reads_needed`
    /// reads.
    fn evidence(&self, reads_needed: u32) -> Evidence {
        let watched = self.read_at_window_end && self.reads >= reads_needed;
        match self.seen {
            Some(Evidence::Unchanged) if !watched => Evidence::Inconclusive,
            Some(evidence) => evidence,
            None => Evidence::Inconclusive,
        }
    }

    pub(super) fn is_strong(&self) -> bool {
        self.seen.is_some_and(Evidence::is_strong)
    }
}

/// The evidence about the call logs of one request.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// The evidence about each call log, and its last state.
    pub(super) logs: ById<(Evidence, Option<Snapshot>)>,
}

impl Findings {
    /// Combines the evidence of one request: strong evidence for one call log shows that the request arrived, so an update
    /// of another one counts as accepted.
    pub(super) fn of_one_request(found: ById<Finding>, reads_needed: u32) -> Self {
        let arrived = found.values().any(Finding::is_strong);
        let judged = found.into_entries().map(|(id, finding)| {
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
            .map(|(id, _)| id)
            .collect()
    }

    /// Returns whether none of the call logs that are not known to be accepted has changed.
    pub(super) fn rest_is_unchanged(&self) -> bool {
        let mut logs = self.logs.values();
        logs.all(|(evidence, _)| evidence.shows_acceptance() || *evidence == Evidence::Unchanged)
    }

    /// Returns the evidence with the last states.
    pub(super) fn into_states(self) -> Vec<(LogEvidence, Option<Snapshot>)> {
        let logs = self.logs.into_entries();
        logs.map(|(id, (evidence, last))| (LogEvidence { id, evidence }, last))
            .collect()
    }

    /// Returns the evidence without the states.
    pub(super) fn evidence(&self) -> Vec<LogEvidence> {
        let logs = self.logs.iter();
        logs.map(|(id, (evidence, _))| LogEvidence {
            id,
            evidence: *evidence,
        })
        .collect()
    }
}

fn rank(evidence: Evidence) -> u8 {
    match evidence {
        Evidence::Unchanged => 0,
        Evidence::OnlyUpdatedAt | Evidence::UpdatedWithOthers => 1,
        Evidence::Inconclusive => 2,
        Evidence::Deleted => 3,
        Evidence::BecameBusy | Evidence::SuccessReset | Evidence::MetricsChanged => 4,
    }
}

/// Returns the evidence in the difference between two single reads.
pub(super) fn evidence_of(before: &Snapshot, now: &Snapshot, resets_success: bool) -> Evidence {
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
        Evidence::Unchanged
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
            (idle.clone(), true, Evidence::Unchanged),
        ] {
            assert_eq!(evidence_of(&idle, &now, resets), evidence, "{now:?}");
        }
        let busy = snapshot("evaluating", None, t0);
        assert_eq!(evidence_of(&busy, &idle, true), Evidence::Inconclusive);
    }
}
