//! When two JSON values say the same.

use serde_json::{Number, Value};

use super::contract::escape;

/// How two values at the same place are compared; `None` is a field that is not there.
pub(crate) type Rule = fn(given: &Value, got: Option<&Value>) -> bool;

/// The places where `got` does not say what `given` says, with both values.
///
/// A field that is null says the same as one that is missing, `5` the same as `5.0`, and nulls in a list may be
/// left out. `elsewise` is a place that is compared by a rule of its own.
pub(crate) fn differences(
    given: &Value,
    got: &Value,
    elsewise: Option<(&str, Rule)>,
) -> Vec<String> {
    let mut found = Vec::new();
    compare(given, Some(got), "", elsewise, &mut found);
    found
}

fn compare(
    given: &Value,
    got: Option<&Value>,
    at: &str,
    elsewise: Option<(&str, Rule)>,
    found: &mut Vec<String>,
) {
    if let Some((place, rule)) = elsewise
        && place == at
    {
        if !rule(given, got) {
            found.push(difference(at, given, got));
        }
        return;
    }
    // Most of two large values is the same; the place with a rule of its own must still be come to.
    if got == Some(given) && elsewise.is_none_or(|(place, _)| !place.starts_with(at)) {
        return;
    }
    match (given, got) {
        (Value::Null, None) => {}
        (Value::Object(given), Some(Value::Object(got))) => {
            for (name, value) in given {
                compare(
                    value,
                    got.get(name),
                    &format!("{at}/{}", escape(name)),
                    elsewise,
                    found,
                );
            }
            for (name, value) in got {
                if !given.contains_key(name) {
                    found.push(format!("{at}/{name}: {value} came from nowhere"));
                }
            }
        }
        (Value::Array(given), Some(Value::Array(got))) if given.len() == got.len() => {
            for (n, (given, got)) in given.iter().zip(got).enumerate() {
                compare(given, Some(got), &format!("{at}/{n}"), elsewise, found);
            }
        }
        (Value::Array(given), Some(Value::Array(got))) if given.iter().any(Value::is_null) => {
            let given: Vec<Value> = given
                .iter()
                .filter(|item| !item.is_null())
                .cloned()
                .collect();
            if given.len() == got.len() {
                compare(
                    &given.into(),
                    Some(&Value::from(got.clone())),
                    at,
                    elsewise,
                    found,
                );
            } else {
                found.push(format!(
                    "{at}: {} elements became {}",
                    given.len(),
                    got.len()
                ));
            }
        }
        (Value::Number(given), Some(Value::Number(got))) if equal(given, got) => {}
        (given, Some(got)) if given == got => {}
        _ => found.push(difference(at, given, got)),
    }
}

fn difference(at: &str, given: &Value, got: Option<&Value>) -> String {
    let short = |value: &Value| value.to_string().chars().take(80).collect::<String>();
    format!(
        "{at}: {} became {}",
        short(given),
        got.map_or_else(|| "nothing".to_owned(), short)
    )
}

/// Whether two numbers are the same number, however they are written.
pub(crate) fn equal(a: &Number, b: &Number) -> bool {
    a == b || ((a.is_f64() || b.is_f64()) && a.as_f64() == b.as_f64())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_says_the_same_and_what_does_not() {
        for (given, got) in [
            (json!({"a": null}), json!({})),
            (json!({"a": 5}), json!({"a": 5.0})),
            (json!([1, null, 2]), json!([1, 2])),
            (json!([null]), json!([null])),
        ] {
            assert_eq!(differences(&given, &got, None), [""; 0]);
        }
        for (given, got) in [
            (json!({}), json!({"a": null})),
            (json!({"a": 1}), json!({})),
            (json!({"a": 5}), json!({"a": "5"})),
            (json!([1, 2]), json!([1, 3])),
            (json!([1, 2]), json!([1])),
            (json!([1, null]), json!([])),
            (json!({"a": {"b": [1]}}), json!({"a": {"b": [2]}})),
            (
                json!(9_007_199_254_740_993_i64),
                json!(9_007_199_254_740_992_i64),
            ),
        ] {
            assert_eq!(differences(&given, &got, None).len(), 1, "{given} {got}");
        }
    }

    #[test]
    fn one_place_can_have_a_rule_of_its_own() {
        let anything: Rule = |_, got| got.is_some();
        let given = json!({"a": [1, 2], "b": 3});
        let got = json!({"a": [1, "two"], "b": "three"});
        assert_eq!(differences(&given, &got, Some(("/a/1", anything))).len(), 1);
    }
}
