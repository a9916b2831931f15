//! How a campaign is worked on. The journal keeps it, so that a resumed campaign goes on the same way.

use std::time::Duration;

use cekura::DefaultCompletion;
use serde::{Deserialize, Serialize};

use crate::journal::Budget;

/// How a campaign is worked on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Settings {
    /// Most call logs in one paid request; 50 by default.
    pub batch_size: u32,
    /// Most paid requests under way at once, those whose outcome is being looked into included; 4 by default.
    pub concurrency: u32,
    /// Most call logs that are read singly at once; 8 by default.
    pub read_concurrency: u32,
    /// Where to stop.
    pub budget: Budget,
    /// After how many call logs to stop and look for regressions, ascending; none by default.
    pub canary: Vec<u64>,
    /// How many regressions a canary may show; 0 by default.
    pub canary_max_regressions: u64,
    /// How to measure what metrics flip by themselves; not at all by default.
    pub noise: Option<NoiseSettings>,
    /// How long call logs are looked back at after a lost reply; 60 s by default.
    pub settle_window: Duration,
    /// How long no result at all may come before the wait ends; 30 minutes by default.
    pub stall_timeout: Duration,
    /// The pause before the first look at accepted call logs, and the longest between two; 2 s and 15 s by default.
    pub poll_interval: [Duration; 2],
    /// How long a call log must have been still to count as inferred, and the same after its outcome was reset.
    pub unchanged_for: [Duration; 2],
    /// Whether only results whose course was seen count.
    pub confirmed_only: bool,
    /// How much of each call log is read; everything before and what changed after by default.
    pub detail: Detail,
}

/// How much of each call log is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Verdicts and scores only, from the list, 200 to a request; and singly what changed.
    Verdicts,
    /// Everything before, because it is overwritten; verdicts and scores after, and singly what changed.
    #[default]
    Before,
    /// Everything before and after, also where only the explanation may have changed.
    Explanations,
}

/// How to measure noise: a sample is evaluated again, and nothing else changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoiseSettings {
    /// How often.
    pub rounds: u32,
    /// How many call logs.
    pub sample: u64,
}

impl Default for Settings {
    fn default() -> Self {
        let completion = DefaultCompletion::default();
        Self {
            batch_size: 50,
            concurrency: 4,
            read_concurrency: 8,
            budget: Budget::default(),
            canary: Vec::new(),
            canary_max_regressions: 0,
            noise: None,
            settle_window: Duration::from_secs(60),
            stall_timeout: Duration::from_secs(30 * 60),
            poll_interval: [Duration::from_secs(2), Duration::from_secs(15)],
            unchanged_for: [completion.settle, completion.settle_after_reset],
            confirmed_only: false,
            detail: Detail::default(),
        }
    }
}

impl Settings {
    /// The rule that says when a call log is done.
    pub(crate) fn completion(&self) -> DefaultCompletion {
        let mut completion = DefaultCompletion::default();
        [completion.settle, completion.settle_after_reset] = self.unchanged_for;
        completion
    }

    /// What cannot be meant, in words; nothing where all is well.
    #[must_use]
    pub fn objection(&self) -> Option<String> {
        let zero = [
            (self.batch_size, "the batch size"),
            (self.concurrency, "the number of requests at once"),
            (self.read_concurrency, "the number of reads at once"),
        ];
        if let Some((_, what)) = zero.iter().find(|(value, _)| *value == 0) {
            return Some(format!("{what} is 0: give at least 1"));
        }
        if let Some(most) = self.budget.max_credits
            && !(most.is_finite() && most >= 0.0)
        {
            return Some(format!(
                "{most} is no limit of credits: give a number that is not negative, or none"
            ));
        }
        if !self.canary.is_sorted_by(|a, b| a < b) || self.canary.first() == Some(&0) {
            return Some(
                "the stages of a canary must ascend from 1 or more, such as 20,200".to_owned(),
            );
        }
        match self.noise {
            Some(noise) if noise.rounds == 0 || noise.sample == 0 => Some(
                "noise needs at least one round and one call log: leave it out to measure none"
                    .to_owned(),
            ),
            _ => None,
        }
    }
}
