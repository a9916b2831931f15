//! The selection of a plan's call logs.

use std::time::SystemTime;

use cekura::{CallLogId, Timestamp};
use serde_json::{Value, json};

use super::error::{PlanError, counted};
use super::ids::IdList;
use super::window::Window;

/// The selection of a plan's call logs.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Selection {
    /// Call logs by id.
    Ids(IdList),
    /// Call logs that match a query.
    Query(Query),
    /// Call logs of an earlier campaign in a given state.
    Earlier(Earlier),
}

impl Selection {
    /// Selects call logs by id.
    pub fn ids(ids: impl IntoIterator<Item = CallLogId>) -> Self {
        Self::Ids(ids.into_iter().collect())
    }

    /// The selection as text, for the plan.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Ids(list) => {
                let mut words = counted(list.ids().len() as u64, "call log", "call logs");
                if !list.sources().is_empty() {
                    words.push_str(&format!(" from {}", list.sources().join(", ")));
                }
                match list.duplicates() {
                    0 => {}
                    n => words.push_str(&format!(
                        " ({} dropped)",
                        counted(n, "duplicate", "duplicates")
                    )),
                }
                words
            }
            Self::Query(query) => query.words(),
            Self::Earlier(earlier) => {
                format!(
                    "call logs {} in campaign {}",
                    earlier.what, earlier.campaign
                )
            }
        }
    }
}

impl From<IdList> for Selection {
    fn from(list: IdList) -> Self {
        Self::Ids(list)
    }
}

impl From<Query> for Selection {
    fn from(query: Query) -> Self {
        Self::Query(query)
    }
}

impl From<Earlier> for Selection {
    fn from(earlier: Earlier) -> Self {
        Self::Earlier(earlier)
    }
}

/// A query for call logs of the plan's scope.
///
/// Without a time range it covers the last 30 days. A longer range is requested in windows of 30 days, because the service
/// rejects more than 33.
///
/// ```
/// use cekura_campaign::plan::Query;
/// use serde_json::json;
///
/// let query = Query::new()
///     .filter(json!({ "field": "topic", "op": "contains", "value": "berth" }))
///     .only_failed();
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "a query is an argument of a planner"]
pub struct Query {
    from: Option<SystemTime>,
    to: Option<SystemTime>,
    filter: Option<Value>,
    only_failed: bool,
}

impl Query {
    /// Creates a query for all call logs of the last 30 days.
    pub fn new() -> Self {
        Self::default()
    }

    /// Selects calls from this time on (end: [`to`](Self::to), default now).
    pub fn from(mut self, moment: SystemTime) -> Self {
        self.from = Some(moment);
        self
    }

    /// Selects calls up to this time (start: [`from`](Self::from), default 30 days earlier).
    pub fn to(mut self, moment: SystemTime) -> Self {
        self.to = Some(moment);
        self
    }

    /// Selects call logs that match a filter in the service's format, such as
    /// `{"field": "success", "op": "eq", "value": false}`.
    pub fn filter(mut self, filter: Value) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Selects call logs whose outcome is a failure. The service filters them, and the results are checked.
    pub fn only_failed(mut self) -> Self {
        self.only_failed = true;
        self
    }

    /// Whether a call log with this outcome is selected.
    pub(super) fn fits(&self, success: Option<bool>) -> bool {
        !self.only_failed || success == Some(false)
    }

    /// The time range; `None` for the service's default.
    pub(super) fn window(&self, now: SystemTime) -> Result<Option<Window>, PlanError> {
        Window::of(self.from, self.to, now)
    }

    /// All conditions, in the service's format.
    pub(super) fn conditions(&self) -> Result<Option<Value>, PlanError> {
        if let Some(odd) = self.filter.as_ref().filter(|filter| !filter.is_object()) {
            return Err(PlanError::usage(format!(
                "the filter {odd} is not a JSON object: expected one such as \
                 {{\"field\": \"topic\", \"op\": \"eq\", \"value\": \"berths\"}}"
            )));
        }
        let failed = || json!({ "field": "success", "op": "eq", "value": false });
        let failed = self.only_failed.then(failed);
        Ok(match (failed, self.filter.clone()) {
            (Some(failed), Some(own)) => {
                Some(json!({ "operator": "and", "conditions": [failed, own] }))
            }
            (failed, own) => failed.or(own),
        })
    }

    fn words(&self) -> String {
        let written = |moment: SystemTime| Timestamp::from(moment).to_string();
        let mut words = match (self.from.map(written), self.to.map(written)) {
            (None, None) => "call logs of the last 30 days".to_owned(),
            (Some(from), None) => format!("call logs since {from}"),
            (None, Some(to)) => format!("call logs of the 30 days up to {to}"),
            (Some(from), Some(to)) => format!("call logs from {from} to {to}"),
        };
        if self.only_failed {
            words.push_str(", only failed ones");
        }
        if let Some(filter) = &self.filter {
            words.push_str(&format!(", filter {filter}"));
        }
        words
    }
}

/// Call logs of an earlier campaign in one state, by its journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub(super) campaign: String,
    pub(super) what: &'static str,
    pub(super) ids: IdList,
}

impl Earlier {
    /// Selects call logs whose outcome failed after the campaign.
    pub fn failed(campaign: impl Into<String>, ids: impl IntoIterator<Item = CallLogId>) -> Self {
        Self::new(campaign, "that failed", ids)
    }

    /// Selects call logs with a changed verdict.
    pub fn changed(campaign: impl Into<String>, ids: impl IntoIterator<Item = CallLogId>) -> Self {
        Self::new(campaign, "that changed", ids)
    }

    /// Selects call logs for which it is unknown whether they were evaluated; a new campaign may pay for them a second time.
    pub fn unknown(campaign: impl Into<String>, ids: impl IntoIterator<Item = CallLogId>) -> Self {
        Self::new(campaign, "that stayed unknown", ids)
    }

    /// Selects call logs that the service refused and that show no evaluation.
    pub fn refused(campaign: impl Into<String>, ids: impl IntoIterator<Item = CallLogId>) -> Self {
        Self::new(campaign, "that were refused", ids)
    }

    /// Selects call logs that were accepted and whose result did not come in time; a new campaign pays for them again.
    pub fn timed_out(
        campaign: impl Into<String>,
        ids: impl IntoIterator<Item = CallLogId>,
    ) -> Self {
        Self::new(campaign, "that timed out", ids)
    }

    fn new(
        campaign: impl Into<String>,
        what: &'static str,
        ids: impl IntoIterator<Item = CallLogId>,
    ) -> Self {
        Self {
            campaign: campaign.into(),
            what,
            ids: ids.into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn day(n: u32) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(24 * 3600) * n
    }

    #[test]
    fn a_selection_says_what_it_is() {
        let ids = |n: i64| (5001..5001 + n).map(CallLogId);
        let list: IdList = ids(2).chain(ids(1)).collect();
        for (selection, expected) in [
            (Selection::ids(ids(1)), "1 call log"),
            (list.into(), "2 call logs (1 duplicate dropped)"),
            (Query::new().into(), "call logs of the last 30 days"),
            (
                Query::new().from(day(1)).only_failed().into(),
                "call logs since 1970-01-02T00:00:00Z, only failed ones",
            ),
            (
                Query::new().to(day(1)).into(),
                "call logs of the 30 days up to 1970-01-02T00:00:00Z",
            ),
            (
                Query::new()
                    .from(day(0))
                    .to(day(1))
                    .filter(json!({ "field": "topic" }))
                    .into(),
                "call logs from 1970-01-01T00:00:00Z to 1970-01-02T00:00:00Z, filter {\"field\":\"topic\"}",
            ),
            (
                Earlier::changed("harbor-march", ids(2)).into(),
                "call logs that changed in campaign harbor-march",
            ),
        ] {
            assert_eq!(selection.words(), expected);
        }
    }

    #[test]
    fn conditions_are_joined() {
        let own = json!({ "field": "topic", "op": "eq", "value": "berths" });
        let failed = json!({ "field": "success", "op": "eq", "value": false });
        assert_eq!(Query::new().conditions().unwrap(), None);
        assert_eq!(
            Query::new().only_failed().conditions().unwrap(),
            Some(failed.clone())
        );
        let both = Query::new()
            .only_failed()
            .filter(own.clone())
            .conditions()
            .unwrap();
        assert_eq!(
            both,
            Some(json!({ "operator": "and", "conditions": [failed, own] }))
        );
        let error = Query::new().filter(json!([1])).conditions().unwrap_err();
        assert!(
            error.is_usage() && error.to_string().contains("the filter [1]"),
            "{error}"
        );
    }

    #[test]
    fn only_failures_are_failures() {
        let failed = Query::new().only_failed();
        assert!(failed.fits(Some(false)) && !failed.fits(Some(true)) && !failed.fits(None));
        assert!(Query::new().fits(None));
    }
}
