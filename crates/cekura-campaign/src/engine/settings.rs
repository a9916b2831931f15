//! The settings of a campaign. The journal keeps them, so that a resumed campaign continues with the same ones.

use std::time::Duration;

use cekura::reevaluation::DefaultCompletion;
use serde::{Deserialize, Serialize};

use crate::journal::Budget;

/// The settings of a campaign.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Settings {
    /// The most call logs in one paid request (default: 50).
    pub batch_size: u32,
    /// The most paid requests at once, including those being reconciled (default: 4).
    pub concurrency: u32,
    /// The most call logs read one by one at the same time (default: 8).
    pub read_concurrency: u32,
    /// The limits of evaluations and credits (default: none).
    pub budget: Budget,
    /// The canary stages: after how many call logs to check for regressions, ascending (default: none).
    pub canary: Vec<u64>,
    /// The most regressions, over all metrics, that a canary stage may show (default: 0).
    pub canary_max_regressions: u64,
    /// How to measure how often verdicts change on their own (default: not measured). Costs credits.
    pub noise: Option<NoiseSettings>,
    /// How long call logs are checked for a sign of an evaluation after a lost response (default: 60 s).
    pub settle_window: Duration,
    /// How long to wait without any new result before the remaining call logs time out (default: 30 minutes).
    pub stall_timeout: Duration,
    /// The first and the longest pause between status requests (default: 2 s and 15 s).
    pub poll_interval: [Duration; 2],
    /// How long a call log must stay unchanged to count as inferred, and the same after its outcome was reset (default: as
    /// [`DefaultCompletion`]).
    pub stability_window: [Duration; 2],
    /// Whether only confirmed results count (default: no).
    pub confirmed_only: bool,
    /// How much of each call log is read (default: [`Detail::Before`]).
    pub detail: Detail,
}

/// How much of each call log is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Verdicts and scores only, from the list, 200 per request; changed call logs are read in full.
    Verdicts,
    /// Everything before, because it is overwritten; afterwards verdicts and scores, and changed call logs in full.
    #[default]
    Before,
    /// Everything before and after, even if only the explanation may have changed.
    Explanations,
}

/// How to measure noise: a sample is re-evaluated with nothing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoiseSettings {
    /// How many times the sample is re-evaluated.
    pub rounds: u32,
    /// How many call logs are in the sample.
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
            stability_window: [
                completion.stability_window,
                completion.stability_window_after_reset,
            ],
            confirmed_only: false,
            detail: Detail::default(),
        }
    }
}

impl Settings {
    /// Returns the rule that decides when a call log is done.
    pub(crate) fn completion(&self) -> DefaultCompletion {
        let mut completion = DefaultCompletion::default();
        [
            completion.stability_window,
            completion.stability_window_after_reset,
        ] = self.stability_window;
        completion
    }

    /// Validates the settings.
    ///
    /// # Errors
    /// When a setting is invalid: which one, and what to give instead.
    pub fn validate(&self) -> Result<(), String> {
        let zero = [
            (self.batch_size, "the batch size"),
            (self.concurrency, "the number of requests at once"),
            (self.read_concurrency, "the number of reads at once"),
        ];
        if let Some((_, what)) = zero.iter().find(|(value, _)| *value == 0) {
            return Err(format!("{what} is 0: give at least 1"));
        }
        if let Some(most) = self.budget.max_credits
            && !(most.is_finite() && most >= 0.0)
        {
            return Err(format!(
                "max_credits is {most}: it must be a number that is not negative"
            ));
        }
        if !self.canary.is_sorted_by(|a, b| a < b) || self.canary.first() == Some(&0) {
            return Err(
                "the canary stages must be ascending numbers from 1, such as 20,200".to_owned(),
            );
        }
        match self.noise {
            Some(noise) if noise.rounds == 0 || noise.sample == 0 => {
                Err("a noise measurement needs at least 1 round and 1 call log".to_owned())
            }
            _ => Ok(()),
        }
    }
}
