//! Creates the settings of a campaign from the options.

use cekura_campaign::engine::{Detail, NoiseSettings, Settings};
use cekura_campaign::journal::Budget;
use cekura_campaign::{Campaign, Plan};

use crate::cli::{DetailArg, LimitArgs, NoiseArgs, PacingArgs, UnknownArgs, WaitArgs, WorkArgs};
use crate::failure::Failure;
use crate::session::Session;

/// The default size of the noise sample: the least that a gate needs to ignore flips within noise.
const NOISE_SAMPLE: u64 = cekura_campaign::gate::Limits::NOISE_SAMPLE;

impl WorkArgs {
    /// Overrides settings by the options.
    pub(crate) fn over(&self, mut settings: Settings) -> Result<Settings, Failure> {
        let Self {
            limits,
            canary,
            noise,
            pacing,
            ..
        } = self;
        set(&mut settings.batch_size, pacing.batch_size);
        set(&mut settings.concurrency, pacing.concurrency);
        set(&mut settings.read_concurrency, pacing.read_concurrency);
        set(&mut settings.settle_window, pacing.unknown.settle_window);
        pacing.wait.override_settings(&mut settings);
        set(
            &mut settings.canary_max_regressions,
            canary.canary_max_regressions,
        );
        if let Some(still) = pacing.stability_window {
            settings.stability_window = [still, still * 4];
        }
        if let Some(detail) = pacing.detail {
            settings.detail = detail.into();
        }
        if !canary.canary.is_empty() {
            settings.canary.clone_from(&canary.canary);
        }
        settings.budget = budget_of(limits, settings.budget);
        settings.noise = noise_of(noise, settings.noise)?;
        settings.validate().map_err(Failure::usage)?;
        Ok(settings)
    }
}

impl PacingArgs {
    /// Applies the options of this invocation to a campaign: whether to resend, and the deadline.
    pub(crate) fn apply_to(&self, campaign: Campaign) -> Campaign {
        for_this_run(campaign, &self.unknown, &self.wait)
    }
}

impl WaitArgs {
    /// Overrides settings by the options.
    pub(crate) fn override_settings(&self, settings: &mut Settings) {
        set(&mut settings.stall_timeout, self.stall_timeout);
        if let Some(first) = self.poll_interval {
            settings.poll_interval = [first, settings.poll_interval[1].max(first)];
        }
        settings.confirmed_only |= self.confirmed_only;
    }
}

/// Applies the options that are not stored in the journal: whether to resend, and the deadline.
pub(crate) fn for_this_run(campaign: Campaign, unknown: &UnknownArgs, wait: &WaitArgs) -> Campaign {
    let campaign = campaign.with_resends(unknown.resends());
    match wait.deadline {
        Some(deadline) => campaign.with_timeout(deadline),
        None => campaign,
    }
}

impl From<DetailArg> for Detail {
    fn from(detail: DetailArg) -> Self {
        match detail {
            DetailArg::Verdicts => Self::Verdicts,
            DetailArg::Before => Self::Before,
            DetailArg::Explanations => Self::Explanations,
        }
    }
}

/// Returns the noise settings: those of the options, else those before. `--noise-rounds 0` disables them.
pub(crate) fn noise_of(
    args: &NoiseArgs,
    before: Option<NoiseSettings>,
) -> Result<Option<NoiseSettings>, Failure> {
    let rounds = args.noise_rounds.or(before.map(|noise| noise.rounds));
    match rounds {
        None | Some(0) if args.noise_sample.is_some() => {
            Err(Failure::usage("--noise-sample needs --noise-rounds K"))
        }
        None | Some(0) => Ok(None),
        Some(rounds) => {
            let sample = args.noise_sample.or(before.map(|noise| noise.sample));
            match sample.unwrap_or(NOISE_SAMPLE) {
                0 => Err(Failure::usage(
                    "--noise-sample 0 measures nothing: give at least 1, or leave --noise-rounds out",
                )),
                sample => Ok(Some(NoiseSettings { rounds, sample })),
            }
        }
    }
}

/// Returns the limits: those of the options, else those before.
pub(crate) fn budget_of(args: &LimitArgs, before: Budget) -> Budget {
    Budget {
        max_credits: args.max_credits.or(before.max_credits),
        max_evaluations: args.max_evaluations.or(before.max_evaluations),
    }
}

/// Returns the settings of a new campaign before the options, with shorter waits for a sandbox.
pub(crate) fn default_settings(session: &Session) -> Settings {
    let mut settings = Settings::default();
    if session.sandbox.is_some() {
        let pace = session.pace;
        settings.poll_interval = [pace.poll.initial, pace.poll.max];
        settings.stability_window = [
            pace.completion.stability_window,
            pace.completion.stability_window_after_reset,
        ];
        settings.settle_window = pace.look_back;
    }
    settings
}

/// Returns the number of evaluations for noise and their estimated cost, at the average price of a call log.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of call logs are far below 2^52"
)]
pub(crate) fn cost_of_noise(plan: &Plan, noise: NoiseSettings) -> (u64, Option<f64>) {
    let logs = plan.logs.len() as u64;
    let evaluations = noise.sample.min(logs).saturating_mul(noise.rounds.into());
    let credits = plan
        .estimate()
        .credits
        .filter(|_| logs > 0)
        .map(|credits| credits / logs as f64 * evaluations as f64);
    (evaluations, credits)
}

fn set<T>(setting: &mut T, given: Option<T>) {
    if let Some(value) = given {
        *setting = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(noise_rounds: Option<u32>, noise_sample: Option<u64>) -> NoiseArgs {
        NoiseArgs {
            noise_rounds,
            noise_sample,
        }
    }

    #[test]
    fn noise_is_as_before_unless_told() {
        let before = Some(NoiseSettings {
            rounds: 2,
            sample: 30,
        });
        let of = |rounds, sample| noise_of(&noise(rounds, sample), before).unwrap();
        assert_eq!(of(None, None), before);
        assert_eq!(of(Some(0), None), None);
        assert_eq!(
            of(None, Some(9)).map(|noise| (noise.rounds, noise.sample)),
            Some((2, 9))
        );
        let fresh = noise_of(&noise(Some(3), None), None).unwrap();
        assert_eq!(fresh.map(|noise| noise.sample), Some(NOISE_SAMPLE));
        assert!(noise_of(&noise(None, Some(9)), None).is_err());
        assert!(noise_of(&noise(Some(2), Some(0)), None).is_err());
    }
}
