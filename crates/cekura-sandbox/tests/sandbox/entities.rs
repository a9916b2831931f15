//! Entities live from creation to deletion, and are those of the world.

use serde_json::{Value, json};

use crate::client::{LIST, get, send, small};
use crate::examples::{document, operations, send_with};

#[tokio::test]
async fn lists_show_the_world() {
    let document = document();
    let sandbox = small().agents(4).start().await.unwrap();
    for operation in operations(&document, &sandbox).await {
        let ids: Vec<i64> = match operation.id.as_str() {
            "agents_list" => sandbox.agent_ids(),
            "projects_list" => sandbox.project_ids(),
            "metrics_list" => sandbox
                .agent_ids()
                .into_iter()
                .flat_map(|agent| sandbox.metric_ids_of(agent))
                .collect(),
            _ => continue,
        };
        let reply = get(&sandbox, &operation.path).await.json();
        let entries = reply
            .as_array()
            .or_else(|| reply["results"].as_array())
            .unwrap();
        let shown: Value = entries.iter().map(|entry| entry["id"].clone()).collect();
        assert_eq!(shown, json!(ids), "{}", operation.id);
    }
}

#[tokio::test]
async fn each_entity_lives_from_creation_to_deletion() {
    let document = document();
    let sandbox = small().start().await.unwrap();
    let all = operations(&document, &sandbox).await;
    for create in all.iter().filter(|operation| operation.method == "POST") {
        let of_item = |method: &str| {
            let mut all = all.iter();
            let is_item = |path: &str| {
                let rest = path.strip_prefix(create.path.as_str());
                rest.is_some_and(|rest| rest.starts_with('{') && rest.ends_with("}/"))
            };
            all.find(|other| other.method == method && is_item(&other.path))
        };
        let (Some(retrieve), Some(destroy)) = (of_item("GET"), of_item("DELETE")) else {
            continue;
        };
        if create.level != "engine" {
            continue;
        }
        let key = sandbox.api_key();
        let new = send_with(&sandbox, key, create, &create.target(None)).await;
        let new = new.json();
        let (_, parameter) = retrieve.path.rsplit_once('{').unwrap();
        let parameter = parameter.trim_end_matches("}/").to_owned();
        let id = new.get(&parameter).unwrap_or(&new["id"]);
        let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        let path = retrieve.target(Some(&(parameter, id)));
        let path = path.split('?').next().unwrap();
        let at = format!("{} {path}", create.id);
        assert_eq!(get(&sandbox, path).await.status, 200, "{at}");
        if let Some(update) = of_item("PATCH") {
            let changed = send_with(&sandbox, key, update, path).await;
            assert_eq!(
                changed.status,
                update.success().0,
                "{at}: {}",
                changed.text()
            );
        }
        let gone = send_with(&sandbox, key, destroy, path).await;
        assert_eq!(gone.status, destroy.success().0, "{at}");
        assert_eq!(get(&sandbox, path).await.status, 404, "{at}");
    }
}

#[tokio::test]
async fn a_call_log_is_deleted_by_keys_that_see_it() {
    let sandbox = small().agents(4).start().await.unwrap();
    let own = format!("{LIST}{}/", sandbox.call_log_ids_of(310)[0]);
    let foreign = format!("{LIST}{}/", sandbox.call_log_ids_of(312)[0]);
    let key = [("X-CEKURA-API-KEY", sandbox.project_key())];
    for (path, status) in [(&foreign, 404), (&own, 204), (&own, 404)] {
        let reply = send(&sandbox, "DELETE", path, &key, "").await.unwrap();
        assert_eq!(reply.status, status, "{path}");
    }
    assert_eq!(get(&sandbox, &own).await.status, 404);
    assert_eq!(get(&sandbox, &foreign).await.status, 200);
}
