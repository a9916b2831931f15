//! Replies written out by hand.

use serde_json::Value;

use super::contract;

/// A call log with all 30 fields, every nested field, and both shapes of turns, metrics and deviations.
pub(crate) fn call_log() -> Value {
    read(include_str!("../fixtures/call_log.json"))
}

/// The same fields, each holding what documentation pages hold in place of a value.
pub(crate) fn placeholder() -> Value {
    read(include_str!("../fixtures/call_log_placeholder.json"))
}

/// A page in the middle of a list; its entry has all fields of a list entry.
pub(crate) fn page() -> Value {
    read(include_str!("../fixtures/call_log_page.json"))
}

/// The balance, with a subscription: the contract's example, which leaves no field out.
pub(crate) fn billing() -> Value {
    contract::document()["components"]["examples"]["BillingInfo"]["value"].clone()
}

/// A metric: the contract's example, which leaves no field out.
pub(crate) fn metric() -> Value {
    contract::document()["components"]["examples"]["Metric"]["value"].clone()
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("fixtures are JSON")
}
