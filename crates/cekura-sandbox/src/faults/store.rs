//! The faults that are still to come.

use std::sync::Mutex;

use super::fault::unknown_operation;
use super::{Fault, FaultRates, FaultScript};
use crate::contract::CONTRACT;
use crate::lock;

/// The faults that a sandbox still has in store.
///
/// They are used up first in, first out. A fault that is limited to an operation is kept back until that operation
/// is called; requests that no operation of the contract matches, and control routes, use up none.
#[derive(Debug)]
pub struct Faults {
    seed: u64,
    script: Mutex<FaultScript>,
}

impl Faults {
    pub(crate) fn new(seed: u64, script: FaultScript) -> Self {
        Self {
            seed,
            script: Mutex::new(script),
        }
    }

    /// Adds a fault at the end.
    pub fn push(&self, fault: Fault) -> &Self {
        lock(&self.script).faults.push_back(fault);
        self
    }

    /// Adds a fault at the end that waits for a call of `operation`, such as `call_logs_rerun_evaluation`.
    ///
    /// # Panics
    ///
    /// If the contract has no such operation: a misspelt one would never fire.
    pub fn push_for(&self, operation: &str, fault: Fault) -> &Self {
        assert!(
            CONTRACT.knows(operation),
            "{}",
            unknown_operation(operation)
        );
        self.push(fault.on(operation))
    }

    /// How many faults have not been used up.
    #[must_use]
    pub fn remaining(&self) -> usize {
        lock(&self.script).faults.len()
    }

    /// What is still in store.
    #[must_use]
    pub fn list(&self) -> Vec<Fault> {
        lock(&self.script).faults.iter().cloned().collect()
    }

    /// Faults by chance, for requests that the script has none for.
    pub fn set_rates(&self, rates: FaultRates) {
        lock(&self.script).rates = rates;
    }

    /// Takes back every fault and every rate.
    pub fn clear(&self) {
        *lock(&self.script) = FaultScript::default();
    }

    /// Takes over a script: its faults come after those in store, its rates replace the others.
    pub fn load(&self, script: FaultScript) {
        let mut current = lock(&self.script);
        current.faults.extend(script.faults);
        current.rates = script.rates;
    }

    /// The fault for a request.
    pub(crate) fn take(&self, operation: &str, request: u64) -> Option<Fault> {
        let mut script = lock(&self.script);
        let matches = |fault: &Fault| fault.applies_to(operation);
        match script.faults.iter().position(matches) {
            Some(at) => script.faults.remove(at),
            None => script.rates.draw(self.seed, operation, request),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_come_in_order_and_wait_for_their_operation() {
        let faults = Faults::new(7, FaultScript::default());
        faults
            .push_for("billing_info", Fault::status(500))
            .push(Fault::status(502))
            .push(Fault::status(503));
        assert_eq!(faults.take("call_logs_list", 1), Some(Fault::status(502)));
        let billing = faults.take("billing_info", 2);
        assert_eq!(billing, Some(Fault::status(500).on("billing_info")));
        assert_eq!(faults.remaining(), 1);
        assert_eq!(faults.take("billing_info", 3), Some(Fault::status(503)));
        assert_eq!(faults.take("billing_info", 4), None);
    }

    #[test]
    #[should_panic(expected = "call_logs_rerun_evaluation")]
    fn a_misspelt_operation_is_not_swallowed() {
        Faults::new(7, FaultScript::default()).push_for("rerun", Fault::reset());
    }
}
