//! The retry budget: a token bucket that limits retries during an outage.

use std::sync::Mutex;

/// The retries that a client may still make, shared by all of its calls.
///
/// A retry costs 10 of 500 tokens, a successful call returns one. A retry after a `Retry-After` is free. Against a
/// server that always fails, a client sends at most 50 retries in all.
#[derive(Debug)]
pub(crate) struct RetryBudget(Mutex<u32>);

const FULL: u32 = 500;
const COST: u32 = 10;

impl Default for RetryBudget {
    fn default() -> Self {
        Self(Mutex::new(FULL))
    }
}

impl RetryBudget {
    /// Takes the tokens of one retry; returns `false` when there are too few.
    pub(crate) fn spend(&self) -> bool {
        let mut tokens = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        match tokens.checked_sub(COST) {
            Some(rest) => {
                *tokens = rest;
                true
            }
            None => false,
        }
    }

    /// Returns one token after a successful call.
    pub(crate) fn refund(&self) {
        let mut tokens = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        *tokens = (*tokens + 1).min(FULL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifty_retries_are_allowed_then_ten_successes_for_each() {
        let budget = RetryBudget::default();
        assert_eq!((0..100).filter(|_| budget.spend()).count(), 50);
        (0..9).for_each(|_| budget.refund());
        assert!(!budget.spend());
        budget.refund();
        assert!(budget.spend() && !budget.spend());
    }

    #[test]
    fn the_budget_is_never_larger_than_at_the_start() {
        let budget = RetryBudget::default();
        (0..1_000).for_each(|_| budget.refund());
        assert_eq!((0..100).filter(|_| budget.spend()).count(), 50);
    }
}
