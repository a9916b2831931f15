//! `filters_v2`: conditions on the top-level fields, nested with and, or, not.

use std::cmp::Ordering;
use std::time::Duration;

use serde_json::Value;

use crate::render;
use crate::state::View;
use crate::timestamp::Timestamp;
use crate::world::World;

const DEEPEST: usize = 12;
const OPERATORS: &str = "eq, neq, gt, gte, lt, lte, contains, startswith, in, isnull";

/// A condition, read and checked.
#[derive(Debug)]
pub(super) enum Filter {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Vec<Self>),
    Field { name: String, op: Op, value: Value },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Eq,
    Neq,
    Gt,
    Gte,
    Lt,
    Lte,
    Contains,
    StartsWith,
    In,
    IsNull,
}

impl Op {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "eq" => Self::Eq,
            "neq" => Self::Neq,
            "gt" => Self::Gt,
            "gte" => Self::Gte,
            "lt" => Self::Lt,
            "lte" => Self::Lte,
            "contains" => Self::Contains,
            "startswith" => Self::StartsWith,
            "in" => Self::In,
            "isnull" => Self::IsNull,
            _ => return None,
        })
    }
}

impl Filter {
    /// Parses a filter; relative times count from `now`.
    pub(super) fn parse(text: &str, now: Timestamp) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| {
            format!("Not valid JSON ({error}): expected a filter such as {{\"field\": \"success\", \"op\": \"eq\", \"value\": true}}.")
        })?;
        Self::read(&value, now, 0)
    }

    fn read(value: &Value, now: Timestamp, depth: usize) -> Result<Self, String> {
        if depth > DEEPEST {
            return Err(format!(
                "Nested more than {DEEPEST} times: make the filter flatter."
            ));
        }
        if let Some(operator) = value["operator"].as_str() {
            let parts = value["conditions"].as_array().ok_or_else(|| {
                format!("The operator {operator:?} needs a list of \"conditions\".")
            })?;
            let parts: Result<Vec<Self>, String> = parts
                .iter()
                .map(|part| Self::read(part, now, depth + 1))
                .collect();
            return match operator {
                "and" => Ok(Self::All(parts?)),
                "or" => Ok(Self::Any(parts?)),
                "not" => Ok(Self::Not(parts?)),
                _ => Err(format!(
                    "Unknown operator {operator:?}: expected and, or, not."
                )),
            };
        }
        let name = value["field"]
            .as_str()
            .ok_or("A condition needs \"field\", \"op\" and \"value\".")?;
        if !render::FILTER_FIELDS.contains(&name) {
            let known = render::FILTER_FIELDS.join(", ");
            return Err(format!("Unknown field {name:?}: expected one of {known}."));
        }
        let op = value["op"].as_str().unwrap_or_default();
        let op = Op::parse(op).ok_or_else(|| {
            format!("Unknown op {op:?} on {name:?}: expected one of {OPERATORS}.")
        })?;
        let mut value = value["value"].clone();
        if op == Op::In && !value.is_array() {
            return Err(format!(
                "The op \"in\" on {name:?} needs a list as its value."
            ));
        }
        if let Some(moment) = value.as_str().and_then(|text| relative(text, now)) {
            value = Value::String(moment.to_string());
        }
        let name = name.to_owned();
        Ok(Self::Field { name, op, value })
    }

    pub(super) fn matches(&self, world: &World, view: &View) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.matches(world, view)),
            Self::Any(parts) => parts.iter().any(|part| part.matches(world, view)),
            Self::Not(parts) => !parts.iter().any(|part| part.matches(world, view)),
            Self::Field { name, op, value } => {
                let field = render::filter_field(world, view, name);
                compare(&field, *op, value)
            }
        }
    }
}

fn compare(field: &Value, op: Op, value: &Value) -> bool {
    let ordered = |wanted: fn(Ordering) -> bool| order(field, value).is_some_and(wanted);
    match op {
        Op::Eq => equal(field, value),
        Op::Neq => !equal(field, value),
        Op::Gt => ordered(Ordering::is_gt),
        Op::Gte => ordered(Ordering::is_ge),
        Op::Lt => ordered(Ordering::is_lt),
        Op::Lte => ordered(Ordering::is_le),
        Op::Contains => both_texts(field, value).is_some_and(|(field, part)| field.contains(&part)),
        Op::StartsWith => {
            both_texts(field, value).is_some_and(|(field, part)| field.starts_with(&part))
        }
        Op::In => {
            let mut values = value.as_array().into_iter().flatten();
            values.any(|value| equal(field, value))
        }
        Op::IsNull => field.is_null() == value.as_bool().unwrap_or(true),
    }
}

fn equal(field: &Value, value: &Value) -> bool {
    order(field, value).map_or_else(|| field == value, Ordering::is_eq)
}

/// Numbers by size, times by time, other texts by their letters.
fn order(field: &Value, value: &Value) -> Option<Ordering> {
    if let (Some(field), Some(value)) = (field.as_f64(), value.as_f64()) {
        return field.partial_cmp(&value);
    }
    let (field, value) = (field.as_str()?, value.as_str()?);
    match (Timestamp::parse(field), Timestamp::parse(value)) {
        (Some(field), Some(value)) => Some(field.cmp(&value)),
        _ => Some(field.cmp(value)),
    }
}

fn both_texts(field: &Value, part: &Value) -> Option<(String, String)> {
    Some((
        field.as_str()?.to_lowercase(),
        part.as_str()?.to_lowercase(),
    ))
}

/// `now`, `today`, `today-7d`.
fn relative(text: &str, now: Timestamp) -> Option<Timestamp> {
    const DAY: i64 = 86_400 * 1_000_000;
    if text == "now" {
        return Some(now);
    }
    let today = Timestamp(now.0 - now.0.rem_euclid(DAY));
    let rest = text.strip_prefix("today")?;
    if rest.is_empty() {
        return Some(today);
    }
    let days: u32 = rest.strip_prefix('-')?.strip_suffix('d')?.parse().ok()?;
    Some(today.minus(Duration::from_secs(u64::from(days) * 86_400)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_operator_tells_hit_from_miss() {
        let time = json!("2026-03-01T10:00:00.250000Z");
        let cases = [
            (
                json!("reviewed_success"),
                Op::Eq,
                json!("reviewed_success"),
                json!("success"),
            ),
            (json!(true), Op::Neq, json!(false), json!(true)),
            (json!(150), Op::Gt, json!(149.5), json!(150)),
            (json!(150), Op::Gte, json!(150), json!(151)),
            (json!(150), Op::Lt, json!(151), json!(150)),
            (
                time.clone(),
                Op::Lte,
                json!("2026-03-01T11:00:00.25+01:00"),
                json!("2026-03-01T09:00:00Z"),
            ),
            (
                json!("silence-timeout"),
                Op::Contains,
                json!("TIMEOUT"),
                json!("hangup"),
            ),
            (
                json!("silence-timeout"),
                Op::StartsWith,
                json!("silence"),
                json!("timeout"),
            ),
            (json!(310), Op::In, json!([310, 311]), json!([311])),
            (json!(null), Op::IsNull, json!(true), json!(false)),
        ];
        for (field, op, hit, miss) in cases {
            assert!(compare(&field, op, &hit), "{field} {op:?} {hit}");
            assert!(!compare(&field, op, &miss), "{field} {op:?} {miss}");
        }
    }

    #[test]
    fn relative_times_count_from_midnight() {
        let now = Timestamp::parse("2026-03-02T09:30:00Z").unwrap();
        assert_eq!(relative("now", now), Some(now));
        assert_eq!(relative("today", now), Timestamp::parse("2026-03-02"));
        assert_eq!(relative("today-7d", now), Timestamp::parse("2026-02-23"));
        assert_eq!(relative("yesterday", now), None);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let now = Timestamp::from_seconds(0);
        for (text, part) in [
            ("{", "Not valid JSON"),
            (r#"{"operator": "xor", "conditions": []}"#, "and, or, not"),
            (r#"{"operator": "and"}"#, "conditions"),
            (r#"{"op": "eq"}"#, "\"field\""),
            (
                r#"{"field": "colour", "op": "eq", "value": 1}"#,
                "call_ended_reason",
            ),
            (r#"{"field": "success", "op": "is", "value": 1}"#, "isnull"),
            (r#"{"field": "id", "op": "in", "value": 1}"#, "list"),
        ] {
            let error = Filter::parse(text, now).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
