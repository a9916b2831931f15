//! The rules of a gate.

use std::collections::BTreeMap;

/// The rules of a gate, from a TOML file ([`Gate::from_toml`]) and flags ([`Gate::set`]).
///
/// The default gate has one rule: every selected call log must be evaluated.
///
/// ```
/// use cekura_campaign::gate::Gate;
///
/// let gate = Gate::from_toml(
///     r#"
///     max_regressions = 5              # of each metric on its own
///
///     [metrics."Booking confirmed"]    # an exact name, or the metric's id
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
    /// The share of the selected call logs that must be evaluated: above 0, at most 1 (default: 1).
    pub min_evaluated: f64,
    /// The limits of each metric, unless `metrics` overrides them.
    pub every: Limits,
    /// The limits of single metrics, by id or exact name; each limit overrides the one in `every`.
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

/// The limits of one metric. A missing limit is not checked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    /// The lowest pass rate after, 0 to 1.
    pub min_pass_rate: Option<f64>,
    /// The most call logs that may go from pass to fail.
    pub max_regressions: Option<u64>,
    /// The most call logs that may lose their result (the metric vanished or became not applicable).
    pub max_lost_results: Option<u64>,
    /// Whether regressions above `max_regressions` are ignored if the metric's noise explains them.
    ///
    /// The noise must be measured on at least [`Limits::NOISE_SAMPLE`] call logs, and the flips must be
    /// [within the noise](crate::stats::noise).
    pub ignore_within_noise: Option<bool>,
}

impl Limits {
    /// The fewest call logs of a noise sample by which regressions are ignored.
    pub const NOISE_SAMPLE: u64 = 50;

    /// These limits, completed by those of `general`.
    pub(super) fn or(self, general: Self) -> Self {
        Self {
            min_pass_rate: self.min_pass_rate.or(general.min_pass_rate),
            max_regressions: self.max_regressions.or(general.max_regressions),
            max_lost_results: self.max_lost_results.or(general.max_lost_results),
            ignore_within_noise: self.ignore_within_noise.or(general.ignore_within_noise),
        }
    }
}
