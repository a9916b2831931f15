//! Promise: an unknown enum word is kept, and an id is decoded from text as well as from a number.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use cekura::types::{CallLogStatus, TriggerType};
use cekura::{AgentId, AssistantId, CallLogId, MetricId, OrganizationId, ProjectId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::json::{contract, models};

/// Enums that are sent and never received: a wrong word must not compile or parse.
const SENT: [&str; 3] = ["AllCallLogs", "RedactedField", "ReviewedStatus"];

const STRANGE: [&str; 9] = [
    "",
    "triaged",
    "SUCCESS",
    " success",
    "Active",
    "критично",
    "a\"b\\c",
    "null",
    "0",
];

/// Checks an open enum: every word of the contract and every strange one.
fn is_open<T>(name: &str)
where
    T: DeserializeOwned + Serialize + FromStr + for<'a> From<&'a str> + Display + Debug + Ord,
{
    let words = contract::schema(name)["enum"]
        .as_array()
        .expect("it is an enum");
    let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
    for word in words.iter().chain(&STRANGE) {
        let read: T = serde_json::from_value(json!(word))
            .unwrap_or_else(|e| panic!("{name} from {word:?}: {e}"));
        assert_eq!(
            serde_json::to_value(&read).ok(),
            Some(json!(word)),
            "{name}"
        );
        assert_eq!(read.to_string(), *word, "{name}");
        assert_eq!(read, T::from(word), "{name}");
        assert_eq!(
            Some(&read),
            word.parse().ok().as_ref(),
            "{name}: parsing must not fail for {word:?}"
        );
        let unknown = format!("{read:?}").starts_with("Unknown(");
        assert_eq!(
            unknown,
            !words.contains(word),
            "{name} took {word:?} for {read:?}"
        );
    }
}

#[test]
fn enums_are_open() {
    is_open::<CallLogStatus>("CallLogStatus");
    is_open::<TriggerType>("TriggerType");
    assert_eq!(CallLogStatus::from("triaged").as_str(), "triaged");
    assert_eq!(
        CallLogStatus::Unknown("triaged".to_owned()),
        CallLogStatus::from("triaged")
    );

    let enums = contract::schemas().filter(|(_, schema)| schema.get("enum").is_some());
    let (sent, received): (Vec<_>, Vec<_>) = enums.partition(|(name, _)| SENT.contains(name));
    assert!(received.len() > 15, "only {} enums", received.len());
    for (name, schema) in received {
        let model = models::find(name).unwrap_or_else(|| panic!("{name} has no model"));
        let words = schema["enum"].as_array().expect("it is an enum");
        for word in words.iter().cloned().chain(STRANGE.map(Value::from)) {
            let passed = (model.pass)(&word).unwrap_or_else(|e| panic!("{name} from {word}: {e}"));
            assert_eq!(passed.json, word, "{name}");
            assert_eq!(
                passed.debug.starts_with("Unknown("),
                !words.contains(&word),
                "{name} took {word} for {}",
                passed.debug
            );
        }
    }
    for (name, _) in sent {
        let model = models::find(name).unwrap_or_else(|| panic!("{name} has no model"));
        assert!((model.pass)(&json!("triaged")).is_err(), "{name}");
    }
}

fn is_a_numeric_id<T>(make: fn(i64) -> T)
where
    T: DeserializeOwned + Serialize + FromStr + Display + Debug + PartialEq + Copy,
{
    for number in [5001, 0, -1, i64::MAX, i64::MIN] {
        let id = make(number);
        assert_eq!(serde_json::to_value(id).ok(), Some(json!(number)));
        assert_eq!(id.to_string(), number.to_string());
        for json in [
            json!(number),
            json!(number.to_string()),
            json!(format!(" {number} ")),
        ] {
            let read = serde_json::from_value::<T>(json.clone());
            assert_eq!(read.unwrap_or_else(|e| panic!("{json}: {e}")), id);
            let Value::String(text) = json else { continue };
            assert_eq!(text.parse::<T>().ok(), Some(id), "{text:?}");
        }
    }
    assert_eq!(serde_json::from_str::<T>("5001.0").ok(), Some(make(5001)));
    for json in [
        "5001.5",
        "\"asst_quay\"",
        "\"\"",
        "true",
        "null",
        "[1]",
        "{}",
        "9223372036854775808",
    ] {
        assert!(serde_json::from_str::<T>(json).is_err(), "{json} is no id");
    }
}

#[test]
fn ids_are_read_from_text_and_written_as_numbers() {
    is_a_numeric_id(CallLogId);
    is_a_numeric_id(AgentId);
    is_a_numeric_id(ProjectId);
    is_a_numeric_id(MetricId);
    is_a_numeric_id(OrganizationId);
}

#[test]
fn an_assistant_id_stays_text() {
    for text in ["asst_harbor_frontdesk", "2143", ""] {
        let id: AssistantId = serde_json::from_value(json!(text)).unwrap();
        assert_eq!(
            (id.as_str(), serde_json::to_value(&id).unwrap()),
            (text, json!(text))
        );
    }
}
