//! From the options to how a campaign is worked on.

use cekura_campaign::campaign::{Detail, NoiseSettings, Settings};
use cekura_campaign::journal::Budget;
use cekura_campaign::{Campaign, Plan};

use crate::cli::{DetailArg, KnobArgs, LimitArgs, NoiseArgs, Untouched, WorkArgs};
use crate::failure::Failure;
use crate::session::Session;

/// Call logs in a sample, unless somebody says otherwise: as many as a gate asks for before it forgives anything.
const NOISE_SAMPLE: u64 = cekura_campaign::gate::Limits::NOISE_SAMPLE;

impl WorkArgs {
    /// Puts the options over the settings that there are.
    pub(crate) fn over(&self, mut settings: Settings) -> Result<Settings, Failure> {
        let Self {
            limits,
            canary,
            noise,
            knobs,
            content,
            ..
        } = self;
        set(&mut settings.batch_size, knobs.batch_size);
        set(&mut settings.concurrency, knobs.concurrency);
        set(&mut settings.readers, knobs.readers);
        set(&mut settings.settle_window, knobs.settle_window);
        set(&mut settings.patience, knobs.stall_timeout);
        set(&mut settings.max_regressions, canary.canary_max_regressions);
        if let Some(first) = knobs.poll_interval {
            settings.poll = [first, settings.poll[1].max(first)];
        }
        if let Some(still) = knobs.stable_for {
            settings.still = [still, still * 4];
        }
        settings.confirmed_only |= knobs.confirmed_only;
        if content.explanations {
            settings.detail = Detail::Explanations;
        }
        if let Some(detail) = knobs.detail {
            settings.detail = detail.into();
        }
        if !canary.canary.is_empty() {
            settings.canary.clone_from(&canary.canary);
        }
        settings.budget = budget_of(limits, settings.budget);
        settings.noise = noise_of(noise, settings.noise)?;
        match settings.objection() {
            Some(objection) => Err(Failure::usage(objection)),
            None => Ok(settings),
        }
    }
}

impl KnobArgs {
    /// Puts what holds for this invocation only on a campaign: leave to send again, and a deadline.
    pub(crate) fn apply_to(&self, campaign: Campaign) -> Campaign {
        let may_resend = self.on_unknown == Some(Untouched::ResendIfUntouched);
        let campaign = campaign.with_resends(may_resend);
        match self.deadline {
            Some(deadline) => campaign.with_deadline(deadline),
            None => campaign,
        }
    }
}

impl From<DetailArg> for Detail {
    fn from(detail: DetailArg) -> Self {
        match detail {
            DetailArg::Verdicts => Self::Verdicts,
            DetailArg::Before => Self::Before,
        }
    }
}

/// How noise is measured: as before, unless the options say otherwise; `--noise 0` measures none.
pub(crate) fn noise_of(
    args: &NoiseArgs,
    before: Option<NoiseSettings>,
) -> Result<Option<NoiseSettings>, Failure> {
    let rounds = args.noise.or(before.map(|noise| noise.rounds));
    match rounds {
        None | Some(0) if args.noise_sample.is_some() => Err(Failure::usage(
            "--noise-sample says on how many call logs noise is measured: add --noise K, or leave it out",
        )),
        None | Some(0) => Ok(None),
        Some(rounds) => {
            let sample = args.noise_sample.or(before.map(|noise| noise.sample));
            match sample.unwrap_or(NOISE_SAMPLE) {
                0 => Err(Failure::usage(
                    "--noise-sample 0 measures nothing: give at least 1, or leave --noise out",
                )),
                sample => Ok(Some(NoiseSettings { rounds, sample })),
            }
        }
    }
}

/// The limits: as before, unless the options say otherwise.
pub(crate) fn budget_of(args: &LimitArgs, before: Budget) -> Budget {
    Budget {
        max_credits: args.max_credits.or(before.max_credits),
        max_evaluations: args.max_evaluations.or(before.max_evaluations),
    }
}

/// A new campaign's settings before the options: at a sandbox's pace where there is one.
pub(crate) fn default_settings(session: &Session) -> Settings {
    let mut settings = Settings::default();
    if session.sandbox.is_some() {
        let pace = session.pace;
        settings.poll = [pace.poll.first, pace.poll.longest];
        settings.still = [pace.completion.settle, pace.completion.settle_after_reset];
        settings.settle_window = pace.look_back;
    }
    settings
}

/// How many call logs noise comes to, and what they are taken to cost: call logs of the average price.
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

    fn noise(noise: Option<u32>, noise_sample: Option<u64>) -> NoiseArgs {
        NoiseArgs {
            noise,
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
