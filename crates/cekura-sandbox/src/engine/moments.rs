//! The moments in the contract's examples, moved to the time of the sandbox.

use serde_json::Value;

use super::store::Item;
use crate::timestamp::Timestamp;

/// Moves every moment in the value by the time from `from` to `to`.
pub(super) fn shift(value: &mut Value, from: Timestamp, to: Timestamp) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|value| shift(value, from, to)),
        Value::Object(fields) => fields.values_mut().for_each(|value| shift(value, from, to)),
        Value::String(text) => {
            if let Some(moment) = read(text) {
                let moved = Timestamp(moment.0 - from.0 + to.0);
                *text = match text.len() {
                    DAY => moved.to_string()[..DAY].to_owned(),
                    NANOSECONDS if !text.contains('-') => format!("{}000", moved.0),
                    _ => moved.to_string(),
                };
            }
        }
        _ => {}
    }
}

/// The moment in a field of the item.
pub(super) fn time_of(item: &Item, field: &str) -> Option<Timestamp> {
    Timestamp::parse(item.get(field)?.as_str()?)
}

/// The first moment in the value.
pub(super) fn first(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Array(list) => list.iter().find_map(first),
        Value::Object(fields) => fields.values().find_map(first),
        Value::String(text) => read(text),
        _ => None,
    }
}

/// The length of a day without a time, such as `2026-05-18`.
const DAY: usize = 10;
/// The length of nanoseconds since 1970.
const NANOSECONDS: usize = 19;

fn read(text: &str) -> Option<Timestamp> {
    if text.len() == NANOSECONDS
        && let Ok(nanoseconds) = text.parse::<i64>()
    {
        return Some(Timestamp(nanoseconds / 1_000));
    }
    let has_day = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    Timestamp::parse(text).filter(|_| has_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn moments_keep_their_form_and_their_distance() {
        let mut value = json!({"a": ["2026-05-18T11:10:31Z", "2026-05-19"], "b": {"c": "1779102460200000000"},
            "call": "call-2026-05-18", "number": "20260518", "n": 1779102460});
        let from = first(&value).unwrap();
        assert_eq!(Some(from), Timestamp::parse("2026-05-18T11:10:31Z"));
        let to = Timestamp::parse("2026-06-01T11:10:31.5Z").unwrap();
        shift(&mut value, from, to);
        assert_eq!(
            value,
            json!({"a": ["2026-06-01T11:10:31.500000Z", "2026-06-02"], "b": {"c": "1780312060700000000"},
                "call": "call-2026-05-18", "number": "20260518", "n": 1779102460})
        );
    }
}
