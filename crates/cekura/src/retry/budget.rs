//! A bucket of tokens that keeps a client from making an outage worse.

use std::sync::Mutex;

/// Retries that a client may still afford, shared by all of its calls.
///
/// A retry costs 10 of 500 tokens and a call that succeeds gives one back. Waiting as a `Retry-After`
/// says is free: the server paces those itself. Against a server that fails all the time a client thus
/// sends at most 50 extra requests, however many calls are made.
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
    /// Takes the price of one retry; `false` when the bucket cannot pay it.
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

    /// Puts the reward of a success back.
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
    fn fifty_retries_then_none_until_successes_pay_for_more() {
        let budget = RetryBudget::default();
        assert_eq!((0..100).filter(|_| budget.spend()).count(), 50);
        (0..9).for_each(|_| budget.refund());
        assert!(!budget.spend());
        budget.refund();
        assert!(budget.spend() && !budget.spend());
    }

    #[test]
    fn successes_are_not_saved_up() {
        let budget = RetryBudget::default();
        (0..1_000).for_each(|_| budget.refund());
        assert_eq!((0..100).filter(|_| budget.spend()).count(), 50);
    }
}
