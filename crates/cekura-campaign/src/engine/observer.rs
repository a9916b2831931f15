//! Watching a campaign from outside.

use super::super::journal::TaskState;

/// What a campaign is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// Looking back at call logs whose request was under way when an earlier process ended.
    Reconciling,
    /// Reading what is there before anything is sent.
    Reading,
    /// Sending paid requests.
    Submitting,
    /// Waiting for results.
    Waiting,
}

/// How far a phase has come, in call logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// 0 for the campaign itself, else the how-manieth noise round.
    pub round: u32,
    /// Call logs that are through with this phase.
    pub done: u64,
    /// Call logs in this phase.
    pub total: u64,
}

/// The steps between which a process may end without any harm; for tests that end it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// States before were read and are about to be stored.
    BaselineRead,
    /// States before are stored.
    BaselineStored,
    /// Requests are about to be committed as intended.
    Intending,
    /// Requests are committed and about to be sent.
    Intended,
    /// Answers came, or were lost, and are about to be committed.
    Answered,
    /// What became of requests is committed.
    Concluded,
    /// Call logs were looked back at; the findings are about to be committed.
    Reconciled,
    /// Looks at accepted call logs are about to be stored.
    Polled,
    /// Results were read and are about to be stored.
    ResultsRead,
    /// Results are stored.
    ResultsStored,
    /// A noise round is set up.
    RoundAdded,
    /// All is done and about to be marked so.
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

/// Hears how a campaign goes on. It is called from the campaign's own future and must not block.
pub trait Observer: Send + Sync {
    /// A phase went on.
    fn progress(&self, progress: Progress) {
        let _ = progress;
    }

    /// A step was reached.
    fn step(&self, step: Step) {
        let _ = step;
    }

    /// Something that a person should know, such as a look that failed.
    fn note(&self, text: &str) {
        let _ = text;
    }
}

/// Hears nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoObserver;

impl Observer for NoObserver {}

/// The states in which a call log is through with a phase.
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
