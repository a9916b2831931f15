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

/// The length of a day without a time, such as `2026-05-18`.
const DAY: usize = 10;

fn read(text: &str) -> Option<Timestamp> {
    let has_day = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    Timestamp::parse(text).filter(|_| has_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn moments_keep_their_form_and_their_distance() {
        let mut value = json!({"a": ["2026-05-18T11:10:31Z", "2026-05-19"], "b": {"c": "2026-05-18T11:07:40Z"},
            "call": "call-2026-05-18", "number": "20260518"});
        let from = Timestamp::parse("2026-05-18T11:10:31Z").unwrap();
        let to = Timestamp::parse("2026-06-01T11:10:31.5Z").unwrap();
        shift(&mut value, from, to);
        assert_eq!(
            value,
            json!({"a": ["2026-06-01T11:10:31.500000Z", "2026-06-02"], "b": {"c": "2026-06-01T11:07:40.500000Z"},
                "call": "call-2026-05-18", "number": "20260518"})
        );
    }
}
