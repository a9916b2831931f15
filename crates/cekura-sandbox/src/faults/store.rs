//! The queue of faults.

use std::collections::HashMap;
use std::sync::Mutex;

use super::script::unknown_operation;
use super::{Fault, FaultRates, FaultScript};
use crate::contract::CONTRACT;
use crate::lock;

/// The queue of faults of a sandbox.
///
/// First in, first out. A fault that is limited to an operation waits until that operation is called. Control routes, and
/// requests that match no operation of the contract, use no fault.
#[derive(Debug)]
pub struct Faults {
    seed: u64,
    store: Mutex<Store>,
}

#[derive(Debug, Default)]
struct Store {
    script: FaultScript,
    /// The number of calls of each operation since the rates were set.
    calls: HashMap<String, u64>,
}

impl Faults {
    pub(crate) fn new(seed: u64, script: FaultScript) -> Self {
        Self {
            seed,
            store: Mutex::new(Store {
                script,
                calls: HashMap::new(),
            }),
        }
    }

    /// Adds a fault at the end.
    pub fn push(&self, fault: Fault) -> &Self {
        lock(&self.store).script.faults.push_back(fault);
        self
    }

    /// Adds a fault at the end, limited to calls of `operation`, such as `call_logs_rerun_evaluation`.
    ///
    /// # Panics
    ///
    /// If the contract has no such operation.
    pub fn push_for(&self, operation: &str, fault: Fault) -> &Self {
        assert!(
            CONTRACT.knows(operation),
            "{}",
            unknown_operation(operation)
        );
        self.push(fault.on(operation))
    }

    /// Returns how many faults are left.
    #[must_use]
    pub fn remaining(&self) -> usize {
        lock(&self.store).script.faults.len()
    }

    /// Returns the faults that are left.
    #[must_use]
    pub fn list(&self) -> Vec<Fault> {
        lock(&self.store).script.faults.iter().cloned().collect()
    }

    /// Sets the rates of random faults, for requests without a queued fault.
    ///
    /// # Panics
    ///
    /// If the rates are limited to an operation that the contract does not have.
    pub fn set_rates(&self, rates: FaultRates) {
        if let Some(operation) = &rates.operation {
            assert!(
                CONTRACT.knows(operation),
                "{}",
                unknown_operation(operation)
            );
        }
        lock(&self.store).set_rates(rates);
    }

    /// Returns the rates of random faults.
    #[must_use]
    pub fn rates(&self) -> FaultRates {
        lock(&self.store).script.rates.clone().unwrap_or_default()
    }

    /// Removes every fault and every rate.
    pub fn clear(&self) {
        *lock(&self.store) = Store::default();
    }

    /// Adds a script: its faults are appended to the queue; its rates, if it has any, replace the present ones.
    pub fn load(&self, script: FaultScript) {
        let mut store = lock(&self.store);
        store.script.faults.extend(script.faults);
        if let Some(rates) = script.rates {
            store.set_rates(rates);
        }
    }

    /// Returns the fault for a request.
    pub(crate) fn take(&self, operation: &str) -> Option<Fault> {
        let mut store = lock(&self.store);
        let calls = store.calls.entry(operation.to_owned()).or_default();
        *calls += 1;
        let nth = *calls;
        let matches = |fault: &Fault| fault.applies_to(operation);
        match store.script.faults.iter().position(matches) {
            Some(at) => store.script.faults.remove(at),
            None => {
                let rates = store.script.rates.as_ref()?;
                rates.draw(self.seed, operation, nth)
            }
        }
    }
}

impl Store {
    fn set_rates(&mut self, rates: FaultRates) {
        self.script.rates = Some(rates);
        self.calls.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_strikes_the_same_calls_whatever_else_is_called() {
        let rates = FaultRates {
            lost_after_work: 0.2,
            operation: Some("billing_info".to_owned()),
            ..FaultRates::default()
        };
        let faults = Faults::new(7, FaultScript::default());
        let struck = |others: usize| -> Vec<bool> {
            faults.set_rates(rates.clone());
            let calls = 0..100;
            calls
                .map(|_| {
                    for _ in 0..others {
                        assert_eq!(faults.take("call_logs_list"), None);
                    }
                    faults.take("billing_info").is_some()
                })
                .collect()
        };
        let alone = struck(0);
        assert!((10..30).contains(&alone.iter().filter(|hit| **hit).count()));
        assert_eq!(alone, struck(3));
    }

    #[test]
    fn a_script_without_rates_leaves_them_alone() {
        let rates = FaultRates {
            too_many_requests: 1.0,
            ..FaultRates::default()
        };
        let faults = Faults::new(7, FaultScript::default().with_rates(rates.clone()));
        faults.load([Fault::reset()].into_iter().collect());
        assert_eq!(faults.rates(), rates);
        assert_eq!(faults.take("billing_info"), Some(Fault::reset()));
        assert!(faults.take("billing_info").is_some());
        faults.load(FaultScript::default().with_rates(FaultRates::default()));
        assert_eq!(faults.take("billing_info"), None);
    }

    #[test]
    fn faults_come_in_order_and_wait_for_their_operation() {
        let faults = Faults::new(7, FaultScript::default());
        faults
            .push_for("billing_info", Fault::status(500))
            .push(Fault::status(502))
            .push(Fault::status(503));
        assert_eq!(faults.take("call_logs_list"), Some(Fault::status(502)));
        let billing = faults.take("billing_info");
        assert_eq!(billing, Some(Fault::status(500).on("billing_info")));
        assert_eq!(faults.remaining(), 1);
        assert_eq!(faults.take("billing_info"), Some(Fault::status(503)));
        assert_eq!(faults.take("billing_info"), None);
    }

    #[test]
    #[should_panic(expected = "call_logs_rerun_evaluation")]
    fn a_misspelt_operation_is_not_swallowed() {
        Faults::new(7, FaultScript::default()).push_for("rerun", Fault::reset());
    }
}
