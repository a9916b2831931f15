//! Progress of a campaign: a bar on a terminal, else a line every 10 seconds.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use cekura_campaign::engine::{Observer, Phase, Progress};
use indicatif::{ProgressBar, ProgressStyle};

use crate::output::{Notes, Terminal};

/// The interval of progress lines in a log file.
const LINE_EVERY: Duration = Duration::from_secs(10);

/// Shows the progress of a campaign on standard error.
pub(crate) struct ProgressDisplay {
    bar: Option<ProgressBar>,
    notes: Notes,
    state: Mutex<ProgressState>,
    began: Instant,
}

impl ProgressDisplay {
    /// Creates a display. It has a bar only on a terminal and if `alone`, that is, without other output.
    pub(crate) fn new(terminal: &Terminal, notes: Notes, alone: bool) -> Self {
        Self {
            bar: (terminal.stderr && alone).then(ProgressBar::new_spinner),
            notes,
            state: Mutex::default(),
            began: Instant::now(),
        }
    }

    /// Shows how many call logs there are so far, on a bar without an end.
    pub(crate) fn counting(&self, doing: &str, count: u64) {
        if let Some(bar) = &self.bar {
            bar.set_message(format!("{doing}: {count}"));
            bar.tick();
        }
    }

    /// Updates the display and shows a wait for the rate limit.
    pub(crate) fn tick(&self, cooldown: Option<Duration>) {
        self.show(cooldown);
    }

    /// Shows a message above the bar.
    pub(crate) fn say(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| self.notes.info(text)),
            None => self.notes.info(text),
        }
    }

    /// Removes the bar.
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn show(&self, cooldown: Option<Duration>) {
        let now = self.began.elapsed();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(bar) = &self.bar else {
            let line = state.next_line(now, cooldown);
            drop(state);
            if let Some(line) = line {
                self.notes.info(&line);
            }
            return;
        };
        let Some(at) = state.at else {
            if let Some(wait) = rate_limit_wait(cooldown) {
                bar.set_message(wait);
            }
            bar.tick();
            return;
        };
        if bar.length() != Some(at.total) {
            bar.set_length(at.total);
            let style = ProgressStyle::with_template("{prefix} {bar:24} {pos}/{len}  {wide_msg}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        }
        bar.set_prefix(name(at));
        bar.set_position(at.done);
        bar.set_message(state.message(now, cooldown));
        bar.tick();
    }
}

impl Observer for ProgressDisplay {
    fn progress(&self, progress: Progress) {
        let now = self.began.elapsed();
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.note(
            PhaseProgress {
                phase: progress.phase,
                round: progress.round,
                done: progress.done,
                total: progress.total,
            },
            now,
        );
        drop(state);
        if self.bar.is_none() {
            self.show(None);
        }
    }

    fn note(&self, text: &str) {
        self.say(&crate::output::safe_line(text));
    }
}

/// The progress of a phase.
#[derive(Clone, Copy, Debug)]
struct PhaseProgress {
    phase: Phase,
    round: u32,
    done: u64,
    total: u64,
}

/// The latest progress, and the last line about each phase.
#[derive(Debug, Default)]
struct ProgressState {
    at: Option<PhaseProgress>,
    /// When this phase started, and its progress then.
    since: Option<(Duration, u64)>,
    /// The last line about each phase of each round, by its name, and when it was written.
    lines: BTreeMap<String, (PhaseProgress, Duration)>,
}

impl ProgressState {
    fn note(&mut self, progress: PhaseProgress, now: Duration) {
        let same = |at: PhaseProgress| (at.phase, at.round) == (progress.phase, progress.round);
        if !self.at.is_some_and(same) {
            self.since = Some((now, progress.done));
        }
        self.at = Some(progress);
    }

    /// Returns the next line, if due: when a phase starts, when all of it is done, every 10 seconds on progress or during a rate
    /// limit, and else every minute. Phases that alternate have their own lines.
    fn next_line(&mut self, now: Duration, cooldown: Option<Duration>) -> Option<String> {
        let at = self.at.filter(|at| at.total > 0)?;
        let is_due = match self.lines.get(&name(at)) {
            None => true,
            Some((said, when)) => {
                let is_new = (said.done, said.total) != (at.done, at.total);
                let is_over = is_new && at.done == at.total;
                let has_moved = is_new || cooldown.is_some();
                is_over || has_moved && now >= *when + LINE_EVERY || now >= *when + 6 * LINE_EVERY
            }
        };
        if !is_due {
            return None;
        }
        self.lines.insert(name(at), (at, now));
        let message = self.message(now, cooldown);
        let gap = if message.is_empty() { "" } else { "; " };
        Some(format!(
            "{}: {} of {}{gap}{message}",
            name(at),
            at.done,
            at.total
        ))
    }

    /// Returns the rate, the remaining time at that rate, and the wait for the rate limit.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of call logs are far below 2^52"
    )]
    fn message(&self, now: Duration, cooldown: Option<Duration>) -> String {
        let mut parts = Vec::new();
        if let (Some(at), Some((since, from))) = (self.at, self.since) {
            let span = now.saturating_sub(since).as_secs_f64();
            let rate = at.done.saturating_sub(from) as f64 / span.max(0.001);
            if span >= 1.0 && rate > 0.0 && at.done < at.total {
                let left = at.total.saturating_sub(at.done) as f64 / rate;
                parts.push(format!("{rate:.1}/s"));
                parts.push(format!("about {} left", rough(left)));
            }
        }
        parts.extend(rate_limit_wait(cooldown));
        parts.join(", ")
    }
}

/// Returns the remaining wait after a 429, in words.
fn rate_limit_wait(cooldown: Option<Duration>) -> Option<String> {
    cooldown.map(|wait| {
        format!(
            "waiting for the rate limit: {} s",
            wait.as_secs_f64().ceil()
        )
    })
}

/// Formats seconds roughly: `90 s`, `2 min`, `3 h`.
pub(super) fn rough(seconds: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "rounded, capped and never negative"
    )]
    let seconds = seconds.clamp(0.0, 1e9).ceil() as u64;
    match seconds {
        0..=90 => format!("{seconds} s"),
        91..=5400 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h", seconds.div_ceil(3600)),
    }
}

fn name(at: PhaseProgress) -> String {
    let doing = match at.phase {
        Phase::Reconciling => "checking earlier requests",
        Phase::Reading => "reading",
        Phase::Submitting => "submitting",
        Phase::Waiting => "waiting",
        _ => "working",
    };
    match at.round {
        0 => doing.to_owned(),
        round => format!("noise round {round}, {doing}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(phase: Phase, done: u64) -> PhaseProgress {
        PhaseProgress {
            phase,
            round: 0,
            done,
            total: 100,
        }
    }

    fn seconds(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    #[test]
    fn a_log_file_has_a_line_for_each_phase_and_every_ten_seconds() {
        let mut state = ProgressState::default();
        let mut said = Vec::new();
        for second in 0..=150 {
            let phase = if second < 30 {
                Phase::Reading
            } else {
                Phase::Waiting
            };
            state.note(at(phase, second.min(40)), seconds(second));
            said.extend(state.next_line(seconds(second), None).map(|_| second));
        }
        assert_eq!(said, [0, 10, 20, 30, 40, 100]);
    }

    #[test]
    fn the_last_line_of_a_phase_has_all_of_it_and_phases_may_alternate() {
        let mut state = ProgressState::default();
        let mut lines = Vec::new();
        for (phase, done) in [
            (Phase::Reading, 60),
            (Phase::Submitting, 20),
            (Phase::Reading, 100),
            (Phase::Submitting, 60),
            (Phase::Submitting, 100),
        ] {
            state.note(at(phase, done), seconds(0));
            lines.extend(state.next_line(seconds(0), None));
        }
        assert_eq!(
            lines,
            [
                "reading: 60 of 100",
                "submitting: 20 of 100",
                "reading: 100 of 100",
                "submitting: 100 of 100"
            ]
        );
    }

    #[test]
    fn a_line_has_rate_remaining_time_and_rate_limit() {
        let mut state = ProgressState::default();
        state.note(at(Phase::Submitting, 20), seconds(0));
        state.note(at(Phase::Submitting, 40), seconds(10));
        let line = state.next_line(seconds(10), Some(Duration::from_millis(11_200)));
        assert_eq!(
            line.as_deref(),
            Some("submitting: 40 of 100; 2.0/s, about 30 s left, waiting for the rate limit: 12 s")
        );
    }

    #[test]
    fn durations_are_rounded() {
        assert_eq!(rough(0.2), "1 s");
        assert_eq!(rough(600.0), "10 min");
        assert_eq!(rough(7201.0), "3 h");
    }
}
