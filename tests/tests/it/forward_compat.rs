//! Promise: the service may change any field of any response, and no response becomes unreadable for it.
//!
//! Every place of every response is replaced by everything that may turn up there. Reading must not fail, the place
//! must keep what it was given (perhaps in the form that the field has), and nothing else may change.

use cekura::MetricId;
use cekura::types::{CallLog, MetricResult};
use serde_json::{Map, Value, json};

use self::findings::Findings;
use self::replies::{described, places, removed, replaced, replies};
use self::surprises::{junk, kept, other_forms, surprises};
use crate::json::compare::differences;
use crate::json::models::pass;

mod findings;
mod replies;
mod surprises;

/// Whether a field may be without a place of its own after a surprise: the surprising field itself, the list of ids
/// that the surprise is an element of, the name under which a list keeps what is no object, or what is inside the
/// surprise. If it were the object around the field, the fields beside it would be lost to those who use the model.
fn may_stray(name: &str, place: &str) -> bool {
    let mut steps = place.rsplit('/');
    let own = steps.next();
    let is_element = own.is_some_and(|step| step.parse::<usize>().is_ok());
    let is_its_list = is_element && steps.next() == Some(name);
    own == Some(name) || is_its_list || name == "value" || name == "a"
}

#[test]
fn a_surprise_in_any_place_is_kept_and_harms_nothing_else() {
    let mut findings = Findings::default();
    for reply in replies() {
        for place in places(&reply.sample) {
            let own = reply
                .sample
                .pointer(&place)
                .expect("it is a place")
                .to_string();
            let mut surprises = surprises();
            surprises.push(("its own JSON as text", json!(own)));
            for (what, surprise) in surprises {
                let given = replaced(&reply.sample, &place, surprise);
                let problems = match (reply.pass_bytes)(&given) {
                    Err(error) => vec![format!("unreadable: {error}")],
                    Ok(passed) => {
                        let mut problems = differences(&given, &passed.json, Some((&place, kept)));
                        let strays = passed.strays();
                        if strays.len() > 1 || !strays.iter().all(|name| may_stray(name, &place)) {
                            problems.push(format!("no place is left for {strays:?}"));
                        }
                        problems
                    }
                };
                findings.case(&reply.name, &place, what, problems);
            }
        }
    }
    findings.finish(10_000);
}

#[test]
fn any_place_may_be_missing() {
    let mut findings = Findings::default();
    for reply in replies() {
        for place in places(&reply.sample) {
            let given = removed(&reply.sample, &place);
            let problems = (reply.pass)(&given).map_or_else(
                |error| vec![error],
                |passed| differences(&given, &passed.json, None),
            );
            findings.case(&reply.name, &place, "nothing", problems);
        }
        let empty = if reply.sample.is_array() {
            json!([{}])
        } else {
            json!({})
        };
        assert_eq!((reply.pass)(&empty).unwrap().json, empty, "{}", reply.name);
    }
    findings.finish(400);
}

#[test]
fn all_fields_may_be_null_at_once() {
    for reply in replies() {
        let sample = reply.sample.get(0).unwrap_or(&reply.sample);
        let nulls: Map<String, Value> = sample
            .as_object()
            .unwrap()
            .keys()
            .map(|name| (name.clone(), Value::Null))
            .collect();
        let given = if reply.sample.is_array() {
            json!([nulls])
        } else {
            Value::Object(nulls)
        };
        let passed = (reply.pass)(&given).unwrap_or_else(|e| panic!("{}: {e}", reply.name));
        assert_eq!(
            differences(&given, &passed.json, None),
            [""; 0],
            "{}",
            reply.name
        );
        assert_eq!(passed.strays(), [""; 0], "{}", reply.name);
    }
}

#[test]
fn a_new_field_in_any_object_comes_out_byte_for_byte() {
    let bytes = junk().to_string();
    let mut findings = Findings::default();
    for reply in replies() {
        let mut objects = places(&reply.sample);
        if reply.sample.is_object() {
            objects.push(String::new());
        } else {
            objects.push("/0".to_owned());
        }
        for place in objects {
            let Some(Value::Object(object)) = reply.sample.pointer(&place) else {
                continue;
            };
            let mut object = object.clone();
            object.insert("weather_tomorrow".to_owned(), junk());
            object.insert("unknown_fields".to_owned(), Value::Null);
            let given = replaced(&reply.sample, &place, object.into());
            let problems = match (reply.pass)(&given) {
                Err(error) => vec![format!("unreadable: {error}")],
                Ok(passed) => {
                    let mut problems = differences(&given, &passed.json, None);
                    let out = passed.json.pointer(&place).unwrap_or(&Value::Null);
                    let came = out["weather_tomorrow"].to_string();
                    if came != bytes {
                        problems.push(format!("became {came}"));
                    }
                    if out.get("unknown_fields") != Some(&Value::Null) {
                        problems.push("lost a new field that is null".to_owned());
                    }
                    problems
                }
            };
            findings.case(&reply.name, &place, "new fields", problems);
        }
    }
    findings.finish(40);
}

#[test]
fn an_unknown_word_in_any_enum_comes_out_byte_for_byte() {
    let mut findings = Findings::default();
    for reply in replies() {
        for (place, schema, _) in described(&reply) {
            if schema.get("enum").is_none() {
                continue;
            }
            for word in ["triaged", "", "Success ", "⚓"] {
                let given = replaced(&reply.sample, &place, json!(word));
                let passed =
                    (reply.pass)(&given).unwrap_or_else(|e| panic!("{} {place}: {e}", reply.name));
                let mut problems = differences(&given, &passed.json, None);
                if !passed.debug.contains(&format!("Unknown({word:?})"))
                    || !passed.strays().is_empty()
                {
                    problems.push("is not an Unknown word".to_owned());
                }
                findings.case(&reply.name, &place, word, problems);
            }
        }
    }
    findings.finish(4 * 10);
}

#[test]
fn the_same_value_in_another_form_is_the_same_value() {
    let mut findings = Findings::default();
    for reply in replies() {
        let plain = (reply.pass)(&reply.sample).unwrap();
        assert_eq!(plain.strays(), [""; 0], "{}", reply.name);
        for (place, schema, value) in described(&reply) {
            let kind = schema["type"].as_str().unwrap_or_default();
            // The service takes any JSON for these two unions, so text stays text there.
            let union = ["/rubric", "/user_generated_transcript"]
                .iter()
                .any(|name| place.ends_with(name));
            // The entries of a response that is a list are responses themselves.
            let whole = reply.sample.is_array() && place.matches('/').count() == 1;
            if union || whole {
                continue;
            }
            for (what, form) in other_forms(kind, &value) {
                let given = replaced(&reply.sample, &place, form);
                let problems = match (reply.pass)(&given) {
                    Err(error) => vec![format!("unreadable: {error}")],
                    Ok(passed) if passed.debug == plain.debug => Vec::new(),
                    Ok(passed) => vec![format!("reads as {:?}", passed.json.pointer(&place))],
                };
                findings.case(&reply.name, &place, what, problems);
            }
        }
    }
    findings.finish(200);
}

#[test]
fn a_metric_keeps_its_extra_and_a_new_field_apart() {
    let given = json!({
        "id": 74,
        "extra": {"categories": [{"category_id": 41}], "id": 1, "extra": null},
        "weather_tomorrow": junk(),
    });
    let metric: MetricResult = serde_json::from_value(given.clone()).unwrap();
    assert_eq!(metric.id, Some(MetricId(74)));
    assert_eq!(metric.extra.as_ref().map(Map::len), Some(3));
    assert_eq!(
        metric.unknown_fields.keys().collect::<Vec<_>>(),
        ["weather_tomorrow"]
    );
    assert_eq!(serde_json::to_value(&metric).unwrap(), given);
}

#[test]
fn a_critical_category_that_is_plain_text_is_kept() {
    let given = json!({"critical_categories": ["Fee left out", {"category_id": 41}]});
    let log: CallLog = serde_json::from_value(given).unwrap();
    let categories = log.critical_categories.as_deref().unwrap();
    assert_eq!(categories[0].unknown_fields["value"], "Fee left out");
    assert_eq!(categories[1].category_id, Some(41));
    let out = serde_json::to_value(&log).unwrap();
    assert_eq!(
        out,
        json!({"critical_categories": [{"value": "Fee left out"}, {"category_id": 41}]})
    );
}

#[test]
fn an_explanation_that_is_plain_text_is_a_list_of_one() {
    let given = json!({"explanation": "Twice, briefly."});
    let metric: MetricResult = serde_json::from_value(given).unwrap();
    assert_eq!(
        metric.explanation.as_deref(),
        Some(&["Twice, briefly.".to_owned()][..])
    );
}

#[test]
fn what_may_be_any_json_comes_out_as_it_was() {
    let log = json!({"metadata": junk(), "dynamic_variables": junk(), "rubric": junk(),
        "critical_categories": [{"deviation": junk()}], "transcript_object": [{"timestamp": junk()}],
        "evaluation": {"metrics": [{"value": junk(), "extra": junk()}]}});
    let passed = pass::<CallLog>(&log).unwrap();
    assert_eq!(passed.json, log);
    assert_eq!(passed.strays(), [""; 0]);
}

#[test]
fn a_value_that_does_not_fit_is_found_under_its_own_name() {
    let log: CallLog =
        serde_json::from_value(json!({"id": "soon", "success": "perhaps", "topic": "fees"}))
            .unwrap();
    assert_eq!(
        (log.id, log.success, log.topic.as_deref()),
        (None, None, Some("fees"))
    );
    assert_eq!(log.unknown_fields["id"], "soon");
    assert_eq!(log.unknown_fields["success"], "perhaps");
}
