//! Tests the statistics on 200 simulated campaigns with known judges.

use super::{holm, mcnemar_exact, noise, noise_rate, pass_rate_change};
use crate::report::{Delta, Flips};
use crate::shard::splitmix64;

const CAMPAIGNS: u64 = 200;
const LOGS: u64 = 400;

/// A seeded generator of numbers from 0 to 1.
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> f64 {
        self.0 = splitmix64(self.0);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Returns the pass probabilities of 400 calls. As with real judges, most are clear and some are borderline.
fn chances(draws: &mut Draws) -> Vec<f64> {
    (0..LOGS)
        .map(|_| match draws.next() {
            kind if kind < 0.65 => 0.99,
            kind if kind < 0.80 => 0.02,
            _ => 0.2 + 0.6 * draws.next(),
        })
        .collect()
}

/// Simulates a campaign: every call is judged twice, and the edit turns the share `stricter` of the passes into fails.
fn campaign(draws: &mut Draws, chances: &[f64], stricter: f64) -> Flips {
    let mut flips = Flips::default();
    for chance in chances {
        let before = draws.next() < *chance;
        let after = draws.next() < *chance && draws.next() >= stricter;
        *match (before, after) {
            (true, true) => &mut flips.pass_to_pass,
            (true, false) => &mut flips.pass_to_fail,
            (false, true) => &mut flips.fail_to_pass,
            (false, false) => &mut flips.fail_to_fail,
        } += 1;
    }
    flips
}

fn many(seed: u64, stricter: f64) -> Vec<(Flips, Delta, f64, f64)> {
    let mut draws = Draws(seed);
    (0..CAMPAIGNS)
        .map(|_| {
            let chances = chances(&mut draws);
            let flips = campaign(&mut draws, &chances, stricter);
            let delta = pass_rate_change(&flips).unwrap();
            let p = mcnemar_exact(flips.pass_to_fail, flips.fail_to_pass);
            let truth = -stricter * chances.iter().sum::<f64>() / chances.len() as f64;
            (flips, delta, p, truth)
        })
        .collect()
}

/// Of 200 with 5 % each, 10 are expected, and between 2 and 20 come in 99.9 % of cases. The exact test keeps below 5 %.
#[test]
fn without_an_edit_five_percent_of_campaigns_are_rejected() {
    let campaigns = many(1, 0.0);
    let by_test = campaigns.iter().filter(|(_, _, p, _)| *p < 0.05).count();
    let by_interval = campaigns
        .iter()
        .filter(|(_, delta, _, _)| delta.is_clear())
        .count();
    assert!((2..=16).contains(&by_test), "{by_test}");
    assert!((2..=20).contains(&by_interval), "{by_interval}");
}

#[test]
fn an_edit_of_known_size_is_found_and_lies_in_the_interval() {
    let campaigns = many(2, 0.10);
    let found = campaigns.iter().filter(|(_, _, p, _)| *p < 0.05).count();
    assert!(found >= 180, "{found} of {CAMPAIGNS}");
    let covered = campaigns
        .iter()
        .filter(|(_, delta, _, truth)| delta.low <= *truth && *truth <= delta.high)
        .count();
    assert!((180..=199).contains(&covered), "{covered} of {CAMPAIGNS}");
    let mean = campaigns
        .iter()
        .map(|(_, d, _, _)| d.difference)
        .sum::<f64>()
        / CAMPAIGNS as f64;
    let truth = campaigns.iter().map(|(.., truth)| truth).sum::<f64>() / CAMPAIGNS as f64;
    assert!((mean - truth).abs() < 0.005, "{mean} {truth}");
}

/// Ten metrics each: unadjusted, a third of the campaigns would report a change that is none.
#[test]
fn adjusted_over_ten_metrics_five_percent_of_campaigns_reject_anything() {
    let mut draws = Draws(3);
    let (mut single, mut adjusted) = (0, 0);
    for _ in 0..CAMPAIGNS {
        let chances = chances(&mut draws);
        let p: Vec<f64> = (0..10)
            .map(|_| campaign(&mut draws, &chances, 0.0))
            .map(|flips| mcnemar_exact(flips.pass_to_fail, flips.fail_to_pass))
            .collect();
        let rejects = |p: &[f64]| u32::from(p.iter().any(|p| *p < 0.05));
        single += rejects(&p);
        adjusted += rejects(&holm(&p));
    }
    assert!(single > 40, "{single}");
    assert!(adjusted <= 20, "{adjusted}");
}

/// Noise rounds of 100 call logs, twice: noise is called noise, a stricter judge is not forgiven.
#[test]
fn measured_noise_forgives_noise_and_no_edit() {
    let mut draws = Draws(4);
    let (mut blamed, mut forgiven) = (0, 0);
    for _ in 0..CAMPAIGNS {
        let chances = chances(&mut draws);
        let logs: Vec<(u64, u64)> = chances
            .iter()
            .take(100)
            .map(|chance| {
                let rounds: Vec<bool> = (0..3).map(|_| draws.next() < *chance).collect();
                let flips = rounds.windows(2).filter(|pair| pair[0] != pair[1]).count();
                (flips as u64, 2)
            })
            .collect();
        let rate = noise_rate(logs).unwrap();
        let calm = campaign(&mut draws, &chances, 0.0);
        let edited = campaign(&mut draws, &chances, 0.12);
        blamed += u32::from(noise(2, 100, rate, &calm).flips_beyond);
        forgiven += u32::from(noise(2, 100, rate, &edited).flips_within);
    }
    assert!(blamed <= 20, "{blamed} calm campaigns were blamed");
    assert!(forgiven <= 10, "{forgiven} edits were forgiven");
}
