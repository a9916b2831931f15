//! Reproducible random faults. They depend on the seed, the operation and the number of its call.

use serde::{Deserialize, Serialize};

use super::{Fault, RetryAfter};
use crate::random::Random;

/// The probability of each fault: `0.05` is 5 % of the requests. The sum of all rates is at most 1.
///
/// Which requests get a fault depends on the seed, the operation, and the number of the request among those for its
/// operation since the rates were set. Requests for other operations have no influence.
///
/// ```
/// use cekura_sandbox::FaultRates;
///
/// let rough_day = FaultRates {
///     lost_after_work: 0.05,
///     bad_gateway_after_work: 0.02,
///     too_many_requests: 0.05,
///     ..FaultRates::default()
/// };
/// assert_eq!(rough_day.lost_before_work, 0.0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FaultRates {
    /// The connection is reset although the work was done.
    pub lost_after_work: f64,
    /// The connection is reset, and nothing was done.
    pub lost_before_work: f64,
    /// 502 although the work was done.
    pub bad_gateway_after_work: f64,
    /// 503 with `Retry-After: 1`, and nothing was done.
    pub unavailable_before_work: f64,
    /// 429 with `Retry-After: 1`, and nothing was done.
    pub too_many_requests: f64,
    /// Any other faults, each with its rate.
    pub others: Vec<FaultRate>,
    /// Only calls of this operation are affected; `None` is every operation.
    pub operation: Option<String>,
}

/// A fault and its probability.
///
/// ```
/// use cekura_sandbox::{Fault, FaultRate, FaultRates};
///
/// let refused_in_the_middle = FaultRate {
///     rate: 0.1,
///     fault: Fault::status(400).after_part(3),
/// };
/// let rates = FaultRates {
///     others: vec![refused_in_the_middle],
///     ..FaultRates::default()
/// };
/// let text = r#"{"others": [{"rate": 0.1, "fault": {"fault": "status", "status": 400, "when": "after_part", "part": 3}}]}"#;
/// assert_eq!(serde_json::from_str::<FaultRates>(text)?, rates);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultRate {
    /// The probability, from 0 to 1.
    pub rate: f64,
    /// The fault. If it is limited to an operation, requests for others are let through.
    pub fault: Fault,
}

impl FaultRates {
    /// Returns the rates of all faults, one by one.
    pub(super) fn each(&self) -> Vec<f64> {
        let mut rates = vec![
            self.lost_after_work,
            self.lost_before_work,
            self.bad_gateway_after_work,
            self.unavailable_before_work,
            self.too_many_requests,
        ];
        rates.extend(self.others.iter().map(|other| other.rate));
        rates
    }

    /// Returns the fault of the `nth` call of `operation`.
    pub(super) fn draw(&self, seed: u64, operation: &str, nth: u64) -> Option<Fault> {
        if self
            .operation
            .as_deref()
            .is_some_and(|own| own != operation)
        {
            return None;
        }
        let mut rest = Random::of(seed, &[30, of_text(operation), nth]).unit();
        let table: [(f64, fn() -> Fault); 5] = [
            (self.lost_after_work, || Fault::reset().after_work()),
            (self.lost_before_work, Fault::reset),
            (self.bad_gateway_after_work, || {
                Fault::status(502).after_work()
            }),
            (self.unavailable_before_work, || {
                Fault::status(503).with_header("Retry-After", "1")
            }),
            (self.too_many_requests, || {
                Fault::too_many_requests(RetryAfter::Seconds(1))
            }),
        ];
        for (share, fault) in table {
            if rest < share {
                return Some(fault());
            }
            rest -= share;
        }
        for other in &self.others {
            if rest < other.rate {
                let fault = other.fault.clone();
                return Some(fault).filter(|fault| fault.applies_to(operation));
            }
            rest -= other.rate;
        }
        None
    }
}

/// The text as one number (FNV-1a).
fn of_text(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rates_are_kept_and_reproducible() {
        let rates = FaultRates {
            lost_after_work: 0.05,
            too_many_requests: 0.10,
            ..FaultRates::default()
        };
        let drawn = || -> Vec<Option<Fault>> {
            (0..10_000)
                .map(|n| rates.draw(7, "billing_info", n))
                .collect()
        };
        let faults = drawn();
        assert_eq!(faults, drawn());
        let lost = faults
            .iter()
            .flatten()
            .filter(|fault| **fault == Fault::reset().after_work());
        assert!((400..600).contains(&lost.count()));
        let all = faults.iter().flatten().count();
        assert!((1_350..1_650).contains(&all), "{all}");
    }

    #[test]
    fn another_operation_is_left_alone() {
        let rates = FaultRates {
            lost_after_work: 1.0,
            operation: Some("billing_info".to_owned()),
            ..FaultRates::default()
        };
        assert!(rates.draw(7, "billing_info", 1).is_some());
        assert!(rates.draw(7, "call_logs_list", 1).is_none());
    }
}
