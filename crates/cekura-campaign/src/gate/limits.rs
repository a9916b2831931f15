//! The rules as data.

use std::collections::BTreeMap;

/// The rules of a gate: from a TOML file ([`Gate::from_toml`]), from flags ([`Gate::set`]), or both.
///
/// The default gate has one rule: every selected call log must have been evaluated.
///
/// ```
/// use cekura_campaign::gate::Gate;
///
/// let gate = Gate::from_toml(
///     r#"
///     max_regressions = 5              # of each metric on its own
///
///     [metrics."Booking confirmed"]    # an exact name, or the metric's number
///     min_pass_rate = 0.95
///     max_regressions = 0
///     "#,
/// )?;
/// assert_eq!(gate.every.max_regressions, Some(5));
/// assert_eq!(gate.metrics["Booking confirmed"].max_regressions, Some(0));
/// # Ok::<(), cekura_campaign::gate::GateError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// The share of the selected call logs that must have been evaluated: above 0, at most 1. By default 1: all.
    pub min_evaluated: f64,
    /// What holds for each metric on its own, unless `metrics` says otherwise.
    pub every: Limits,
    /// What holds for single metrics, by number or exact name; each limit replaces the one of `every`.
    pub metrics: BTreeMap<String, Limits>,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            min_evaluated: 1.0,
            every: Limits::default(),
            metrics: BTreeMap::new(),
        }
    }
}

/// Limits for one metric. What is not set is not checked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    /// The smallest share of passes among the passes and fails of the new evaluation, 0 to 1.
    pub min_pass_rate: Option<f64>,
    /// The most call logs that may go from pass to fail.
    pub max_regressions: Option<u64>,
    /// The most call logs that may lose their result: the metric vanished or became not applicable.
    pub max_lost: Option<u64>,
    /// Whether more than `max_regressions` are forgiven where they are what the metric's noise explains.
    ///
    /// The noise must have been measured, on at least [`Limits::NOISE_SAMPLE`] call logs, and the flips be
    /// [within it](crate::stats::noise): no more than the measured rate explains, and not all to one side. Otherwise they
    /// count.
    pub ignore_within_noise: Option<bool>,
}

impl Limits {
    /// The call logs below which a noise sample forgives nothing: with fewer, the measured rate says little.
    pub const NOISE_SAMPLE: u64 = 50;

    /// These limits, and those of `general` where these say nothing.
    pub(super) fn or(self, general: Self) -> Self {
        Self {
            min_pass_rate: self.min_pass_rate.or(general.min_pass_rate),
            max_regressions: self.max_regressions.or(general.max_regressions),
            max_lost: self.max_lost.or(general.max_lost),
            ignore_within_noise: self.ignore_within_noise.or(general.ignore_within_noise),
        }
    }
}
