use serde_json::Value;

use crate::client::{METRICS, detail, get, post, rerun, send, small, unreviewed};

#[tokio::test]
async fn a_definition_says_what_the_metric_asks_and_fits_its_verdicts() {
    let sandbox = small().start().await.unwrap();
    let log = detail(&sandbox, sandbox.call_log_ids_of(310)[0]).await;
    for verdict in log["evaluation"]["metrics"].as_array().unwrap() {
        let reply = get(&sandbox, &format!("{METRICS}{}/", verdict["id"])).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        let metric = reply.json();
        for field in ["id", "name", "function_name", "vocera_defined_metric_code"] {
            assert_eq!(metric[field], verdict[field], "{field}");
        }
        assert_eq!(metric["project"], log["project"]);
        assert_eq!(metric["agents"], serde_json::json!([log["agent"]]));
        let text = |field: &str| metric[field].as_str().unwrap().len();
        assert!(text("prompt") + text("custom_code") > 50, "{metric}");
        let words = metric["enum_values"].as_array().unwrap();
        let is_enum = metric["eval_type"] == "enum";
        assert_eq!(!words.is_empty(), is_enum, "{metric}");
        if verdict["enum"].is_string() {
            assert!(words.contains(&verdict["enum"]), "{metric}");
        }
    }
}

#[tokio::test]
async fn an_edit_changes_the_wording_and_nothing_else() {
    let sandbox = small().start().await.unwrap();
    for id in sandbox.metric_ids_of(310) {
        let path = format!("{METRICS}{id}/");
        let before = get(&sandbox, &path).await.json();
        assert_eq!(get(&sandbox, &path).await.json(), before, "it stands still");
        let version = sandbox.edit_metric(id).unwrap();
        let after = get(&sandbox, &path).await.json();
        let changed: Vec<&str> = before
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, value)| after[name.as_str()] != **value)
            .map(|(name, _)| name.as_str())
            .collect();
        let [field] = changed[..] else {
            panic!("metric {id}: {changed:?}");
        };
        assert!(["prompt", "custom_code"].contains(&field), "{field}");
        let named = format!("Revision {version}");
        assert!(after[field].as_str().unwrap().contains(&named), "{after}");
    }
}

#[tokio::test]
async fn the_same_edit_reads_the_same_everywhere() {
    let mut texts: Vec<Value> = Vec::new();
    for seed in [3, 11] {
        let sandbox = small().seed(seed).start().await.unwrap();
        sandbox.edit_metric(71);
        texts.push(get(&sandbox, &format!("{METRICS}71/")).await.json()["prompt"].clone());
    }
    assert_eq!(texts[0], texts[1]);
}

#[tokio::test]
async fn a_project_key_reads_only_metrics_of_its_project() {
    let sandbox = small().agents(4).start().await.unwrap();
    let own = format!("{METRICS}{}/", sandbox.metric_ids_of(310)[0]);
    let foreign = format!("{METRICS}{}/", sandbox.metric_ids_of(312)[0]);
    let keys = [
        (sandbox.api_key(), 200, 200),
        (sandbox.read_only_key(), 200, 200),
        (sandbox.project_key(), 200, 404),
        ("wrong", 401, 401),
    ];
    for (key, at_own, at_foreign) in keys {
        let key = [("X-CEKURA-API-KEY", key)];
        for (path, status) in [(&own, at_own), (&foreign, at_foreign)] {
            let reply = send(&sandbox, "GET", path, &key, "").await.unwrap();
            assert_eq!(reply.status, status, "{path} with {key:?}");
        }
    }
    let reply = get(&sandbox, &format!("{METRICS}9999/")).await;
    assert_eq!(reply.status, 404);
    assert_eq!(reply.text(), r#"{"detail":"Not found."}"#);
    let without_slash = get(&sandbox, own.trim_end_matches('/')).await;
    assert_eq!(without_slash.status, 200, "the router takes both forms");
    let slug = get(&sandbox, &format!("{METRICS}keeps_to_script_71/")).await;
    assert_eq!(slug.status, 404, "the contract takes the number");
    let reply = post(&sandbox, &own, &Value::Null).await;
    assert_eq!((reply.status, reply.header("allow")), (405, Some("GET")));
    assert_eq!(
        sandbox
            .request_counts()
            .answered("metrics_retrieve", Some(200)),
        6
    );
}

#[tokio::test]
async fn every_flip_of_the_judge_can_be_told_from_its_verdicts() {
    let sandbox = small().start().await.unwrap();
    sandbox.edit_metric(72);
    let ids = unreviewed(&sandbox).await;
    let passed = async |id: i64| -> Vec<(i64, Option<bool>)> {
        let log = detail(&sandbox, id).await;
        let metrics = log["evaluation"]["metrics"].as_array().unwrap().iter();
        metrics
            .map(|metric| (metric["id"].as_i64().unwrap(), metric["passed"].as_bool()))
            .collect()
    };
    let mut before = Vec::new();
    for id in &ids {
        before.push(passed(*id).await);
    }
    assert_eq!(rerun(&sandbox, &ids).await.status, 200);
    sandbox.advance(std::time::Duration::from_secs(60));
    let mut flips = 0;
    for (id, before) in ids.into_iter().zip(before) {
        let after = passed(id).await;
        let verdicts = sandbox.verdicts(id);
        for ((metric, old), (_, new)) in before.into_iter().zip(after) {
            let said = |evaluation: u32| {
                let mut of_it = verdicts.iter();
                let found = of_it.find(|v| v.evaluation == evaluation && v.metric == metric);
                found.and_then(|verdict| verdict.passed)
            };
            assert_eq!((said(0), said(1)), (old, new), "{metric} on {id}");
            flips += u32::from(old != new);
        }
    }
    assert!(flips > 5, "{flips} flips");
}
