//! How far a wait has come: a bar on a terminal, a line now and then elsewhere.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use cekura::reevaluation::WaitProgress;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Notes, Terminal};

/// How often a log file hears that nothing has happened yet.
const LINE_EVERY: Duration = Duration::from_secs(30);

/// Shows progress on standard error, or not at all.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    notes: Notes,
    started: Instant,
    lines: Mutex<Lines>,
}

impl Progress {
    /// A bar only where nothing else is written beside it.
    pub(crate) fn new(terminal: &Terminal, notes: Notes, alone: bool) -> Self {
        let bar = (terminal.stderr && alone).then(|| {
            let bar = ProgressBar::new_spinner();
            bar.set_style(ProgressStyle::default_spinner());
            bar
        });
        Self {
            bar,
            notes,
            started: Instant::now(),
            lines: Mutex::default(),
        }
    }

    /// Says what goes on before anything can be counted.
    pub(crate) fn stage(&self, text: &'static str) {
        match &self.bar {
            Some(bar) => bar.set_message(text),
            None => self.notes.info(text),
        }
    }

    /// Shows where a wait stands.
    pub(crate) fn show(&self, at: WaitProgress) {
        match &self.bar {
            Some(bar) => {
                if bar.length() != Some(at.total as u64) {
                    bar.set_length(at.total as u64);
                    let style = ProgressStyle::with_template(
                        "{bar:24} {pos}/{len} evaluated  {elapsed}  {msg}",
                    );
                    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
                }
                bar.set_position(at.done as u64);
                bar.set_message(held(at.cooldown).unwrap_or_default());
            }
            None => {
                let mut lines = self
                    .lines
                    .lock()
                    .unwrap_or_else(std::sync::PoisonError::into_inner);
                if let Some(line) =
                    lines.next(at.done, at.total, at.cooldown, self.started.elapsed())
                {
                    self.notes.info(&line);
                }
            }
        }
    }

    /// Keeps the picture moving between two looks.
    pub(crate) fn tick(&self, cooldown: Option<Duration>) {
        if let Some(bar) = &self.bar {
            match held(cooldown) {
                Some(text) => bar.set_message(text),
                // What is over is not said any longer.
                None if bar.message().starts_with(HELD) => bar.set_message(""),
                None => {}
            }
            bar.tick();
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// Decides which states are worth a line.
#[derive(Debug, Default)]
struct Lines {
    last: Option<(usize, Duration)>,
}

impl Lines {
    /// A line at the start; then at most every half minute, when something moved or a 429 holds us back; and every
    /// two minutes in any case.
    fn next(
        &mut self,
        done: usize,
        total: usize,
        cooldown: Option<Duration>,
        elapsed: Duration,
    ) -> Option<String> {
        let after = |times: u32| {
            self.last
                .is_none_or(|(_, said)| elapsed >= said + times * LINE_EVERY)
        };
        let news = cooldown.is_some() || self.last.is_none_or(|(before, _)| before != done);
        if !(after(4) || news && after(1)) {
            return None;
        }
        self.last = Some((done, elapsed));
        let held = held(cooldown)
            .map(|text| format!("; {text}"))
            .unwrap_or_default();
        Some(format!(
            "{done} of {total} evaluated after {} s{held}",
            elapsed.as_secs()
        ))
    }
}

/// How the message of a client that a 429 holds back begins.
const HELD: &str = "held by 429";

fn held(cooldown: Option<Duration>) -> Option<String> {
    cooldown.map(|wait| format!("{HELD} for {} s", wait.as_secs_f64().ceil()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_file_hears_of_news_twice_a_minute_and_of_nothing_every_two() {
        let mut lines = Lines::default();
        let mut said = Vec::new();
        for second in 0..=240 {
            let done = usize::from(second >= 5);
            said.extend(
                lines
                    .next(done, 3, None, Duration::from_secs(second))
                    .map(|_| second),
            );
        }
        assert_eq!(said, [0, 30, 150]);
    }

    #[test]
    fn a_held_client_is_said_to_be_held() {
        let cooldown = Some(Duration::from_millis(11_200));
        let line = Lines::default()
            .next(2, 8, cooldown, Duration::from_secs(4))
            .unwrap();
        assert_eq!(line, "2 of 8 evaluated after 4 s; held by 429 for 12 s");
    }
}
