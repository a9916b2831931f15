//! Counts of requests, including those dropped from the request log.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap as _, SerializeStruct as _, Serializer};

/// The name under which requests without an operation of the contract are counted.
const OTHER: &str = "other";

/// The number of requests by operation and status. A snapshot: later requests do not change it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestCounts {
    counts: BTreeMap<&'static str, BTreeMap<Option<u16>, u64>>,
}

impl RequestCounts {
    /// Returns the number of requests.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.values().flat_map(BTreeMap::values).sum()
    }

    /// Returns the number of requests for this operation. `other` counts those without an operation.
    #[must_use]
    pub fn of_operation(&self, operation: &str) -> u64 {
        let counts = self.counts.get(operation).into_iter();
        counts.flat_map(BTreeMap::values).sum()
    }

    /// Returns the number of requests for this operation with this status. `None` counts those whose connection was
    /// cut, and those that are still held.
    #[must_use]
    pub fn answered(&self, operation: &str, status: Option<u16>) -> u64 {
        let counts = self.counts.get(operation);
        counts
            .and_then(|counts| counts.get(&status))
            .copied()
            .unwrap_or(0)
    }

    pub(crate) fn arrive(&mut self, operation: Option<&'static str>) {
        *self.count(operation, None) += 1;
    }

    pub(crate) fn answer(&mut self, operation: Option<&'static str>, status: u16) {
        *self.count(operation, Some(status)) += 1;
        let open = self.count(operation, None);
        *open = open.saturating_sub(1);
        if *open == 0 {
            self.of_mut(operation).remove(&None);
        }
    }

    fn of_mut(&mut self, operation: Option<&'static str>) -> &mut BTreeMap<Option<u16>, u64> {
        self.counts.entry(operation.unwrap_or(OTHER)).or_default()
    }

    fn count(&mut self, operation: Option<&'static str>, status: Option<u16>) -> &mut u64 {
        self.of_mut(operation).entry(status).or_default()
    }
}

/// `{"total": 7, "operations": {"billing_info": {"200": 5, "none": 2}}}`
impl Serialize for RequestCounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct ByStatus<'a>(&'a BTreeMap<Option<u16>, u64>);
        impl Serialize for ByStatus<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(Some(self.0.len()))?;
                for (status, count) in self.0 {
                    let status = status.map_or_else(|| "none".to_owned(), |code| code.to_string());
                    map.serialize_entry(&status, count)?;
                }
                map.end()
            }
        }
        let operations: BTreeMap<_, _> = self
            .counts
            .iter()
            .map(|(operation, counts)| (operation, ByStatus(counts)))
            .collect();
        let mut request_counts = serializer.serialize_struct("RequestCounts", 2)?;
        request_counts.serialize_field("total", &self.total())?;
        request_counts.serialize_field("operations", &operations)?;
        request_counts.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_open_until_they_are_answered() {
        let mut request_counts = RequestCounts::default();
        for _ in 0..3 {
            request_counts.arrive(Some("billing_info"));
        }
        request_counts.arrive(None);
        request_counts.answer(Some("billing_info"), 200);
        request_counts.answer(None, 404);
        assert_eq!(request_counts.total(), 4);
        assert_eq!(request_counts.of_operation("billing_info"), 3);
        assert_eq!(request_counts.answered("billing_info", Some(200)), 1);
        assert_eq!(request_counts.answered("billing_info", None), 2);
        assert_eq!(request_counts.of_operation("call_logs_list"), 0);
        assert_eq!(
            serde_json::to_value(&request_counts).unwrap(),
            serde_json::json!({
                "total": 4,
                "operations": {"billing_info": {"none": 2, "200": 1}, "other": {"404": 1}}
            })
        );
    }
}
