//! Progress and notes for observers.

use crate::journal::TaskState;

/// The phase that a campaign is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// Reconciling requests that were in flight when an earlier session ended.
    Reconciling,
    /// Reading call logs before they are sent.
    Reading,
    /// Sending paid requests.
    Submitting,
    /// Waiting for results.
    Waiting,
}

/// The progress of a phase, in call logs. The last report of a phase that ends by itself has `done` equal to `total`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The phase.
    pub phase: Phase,
    /// 0 for the campaign, 1 to K for noise rounds.
    pub round: u32,
    /// Call logs that have completed this phase.
    pub done: u64,
    /// Call logs in this phase; for [`Phase::Waiting`], those that were accepted or have ended.
    pub total: u64,
}

/// The steps at which a process may be killed without harm; for tests that kill it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// Call logs were read before sending, and are about to be stored.
    BaselineRead,
    /// The states before sending are stored.
    BaselineStored,
    /// Requests are about to be committed as intended.
    Intending,
    /// Requests are committed and about to be sent.
    Intended,
    /// Requests ended, with or without a response, and are about to be committed.
    Answered,
    /// Outcomes of requests are committed.
    Concluded,
    /// A request was reconciled; the findings are about to be committed.
    Reconciled,
    /// The statuses of accepted call logs are about to be stored.
    Polled,
    /// Results were read and are about to be stored.
    ResultsRead,
    /// Results are stored.
    ResultsStored,
    /// A noise round is set up.
    RoundAdded,
    /// Everything is done and about to be marked finished.
    Finishing,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 12] = [
        Self::BaselineRead,
        Self::BaselineStored,
        Self::Intending,
        Self::Intended,
        Self::Answered,
        Self::Concluded,
        Self::Reconciled,
        Self::Polled,
        Self::ResultsRead,
        Self::ResultsStored,
        Self::RoundAdded,
        Self::Finishing,
    ];
}

/// Receives progress, steps and notes of a campaign. It is called from the campaign's future and must not block.
pub trait Observer: Send + Sync {
    /// Receives the progress of a phase.
    fn progress(&self, progress: Progress) {
        let _ = progress;
    }

    /// Receives a reached step.
    fn step(&self, step: Step) {
        let _ = step;
    }

    /// Receives a note for a person, such as a failed status request.
    fn note(&self, text: &str) {
        let _ = text;
    }
}

/// Ignores everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoObserver;

impl Observer for NoObserver {}

/// The states in which a call log has completed a phase.
pub(super) fn done_states(phase: Phase) -> &'static [TaskState] {
    use TaskState as S;
    match phase {
        Phase::Reading => &[
            S::Ready,
            S::Intended,
            S::Accepted,
            S::Done,
            S::TimedOut,
            S::Refused,
            S::Unknown,
            S::Deleted,
        ],
        Phase::Submitting => &[
            S::Accepted,
            S::Done,
            S::TimedOut,
            S::Refused,
            S::Unknown,
            S::Deleted,
        ],
        Phase::Reconciling | Phase::Waiting => {
            &[S::Done, S::TimedOut, S::Refused, S::Unknown, S::Deleted]
        }
    }
}
