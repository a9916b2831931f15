//! Promise: a reply that is a JSON array is a list: one row or line for each entry.

use serde_json::Value;

use crate::support::Stage;

const RATES: [&str; 4] = [
    "metric-failure-mode-insights",
    "failure-rates",
    "--project-id",
    "44",
];

#[tokio::test(flavor = "multi_thread")]
async fn each_entry_has_a_line_in_every_format() {
    let stage = Stage::new().await;
    let show = |more: &[&str]| stage.run(&[&RATES[..], more].concat()).exits(0);
    let all = show(&["--format", "json"]).json();
    let entries = all.as_array().unwrap();
    assert!(!entries.is_empty());
    assert_eq!(Value::Array(show(&["--format", "jsonl"]).json_lines()), all);
    let names: Vec<&String> = entries[0].as_object().unwrap().keys().collect();
    for format in ["csv", "table"] {
        let out = show(&["--format", format]).out;
        assert_eq!(out.trim_end().lines().count(), 1 + entries.len(), "{out}");
        let head = out.lines().next().unwrap().to_lowercase();
        for name in &names {
            let heading = match format {
                "table" => name.replace('_', " "),
                _ => (*name).clone(),
            };
            assert!(head.contains(&heading), "{name}: {head}");
        }
        for (entry, line) in entries.iter().zip(out.lines().skip(1)) {
            for value in entry.as_object().unwrap().values() {
                let text = value.as_str().map_or(value.to_string(), str::to_owned);
                assert!(
                    line.contains(&text) || value.is_array() || value.is_null(),
                    "{text}: {line}"
                );
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_choose_of_each_entry() {
    let stage = Stage::new().await;
    let all = stage
        .run(&[&RATES[..], &["--format", "json"]].concat())
        .json();
    let name = all[0].as_object().unwrap().keys().next().unwrap();
    let chosen = stage
        .run(&[&RATES[..], &["--format", "json", "--fields", name]].concat())
        .exits(0);
    assert!(!chosen.err.contains("warning"), "{}", chosen.err);
    let chosen = chosen.json();
    let chosen = chosen.as_array().unwrap();
    assert_eq!(chosen.len(), all.as_array().unwrap().len());
    for (entry, whole) in chosen.iter().zip(all.as_array().unwrap()) {
        assert_eq!(entry, &serde_json::json!({ name: whole[name] }));
    }
}
