use std::time::Duration;

use serde_json::{Value, json};

use super::bench::{Bench, NO_HANDLERS};
use crate::contract::CONTRACT;
use crate::engine::{Engine, Handlers};
use crate::request::Scope;
use crate::routes::level;

/// An operation without an entity or a job would always get the example: it needs a handler.
#[test]
fn every_operation_without_a_handler_has_an_entity_or_a_job() {
    let bench = Bench::new();
    let handlers = Handlers {
        is_modelled: |operation| level(operation) == "modelled",
        ..NO_HANDLERS
    };
    for engine in [&Engine::new(&CONTRACT, handlers), &bench.engine] {
        for (operation, plan) in &engine.plans {
            let is_job = plan.job.is_some() || engine.polls.contains_key(operation);
            assert!(is_job || engine.target(plan).is_some(), "{operation}");
        }
    }
}

#[test]
fn an_item_is_created_read_changed_duplicated_and_deleted() {
    let mut bench = Bench::new();
    let new = bench.json("POST", "/v1/boats/", &json!({"name": "Gull", "agent": 312}));
    let id = new["id"].as_i64().unwrap();
    let path = format!("/v1/boats/{id}/");
    assert_eq!(
        new["berth"],
        Value::Null,
        "what is not sent is not the example's"
    );
    assert_eq!(
        (&new["tags"], &new["project"]),
        (&json!([]), &json!(45)),
        "{new}"
    );
    assert_eq!(new["created_at"], "2026-03-02T09:00:00Z");
    assert_eq!(bench.get(&path), new);
    bench.now = bench.now.plus(Duration::from_secs(60));
    let changed = bench.json("PATCH", &path, &json!({"berth": "south"}));
    assert_eq!(
        (&changed["name"], &changed["berth"]),
        (&json!("Gull"), &json!("south"))
    );
    assert_eq!(changed["updated_at"], "2026-03-02T09:01:00Z");
    let cleared = bench.json("PATCH", &path, &json!({"berth": null}));
    assert_eq!(
        (&cleared["name"], &cleared["berth"]),
        (&json!("Gull"), &Value::Null)
    );
    let copy = bench.json("POST", "/v1/boats/7/duplicate/", &Value::Null);
    assert_eq!(
        (&copy["name"], &copy["id"]),
        (&json!("Tern (copy)"), &json!(id + 1))
    );
    assert_eq!(bench.status("DELETE", &path), 204);
    assert_eq!(
        [bench.status("GET", &path), bench.status("DELETE", &path)],
        [404, 404]
    );
    let names = bench.get("/v1/boats/")["results"].to_string();
    assert!(
        names.contains("Tern (copy)") && !names.contains("Gull"),
        "{names}"
    );
}

#[test]
fn lists_have_filters_and_pages() {
    let mut bench = Bench::new();
    let all = bench.get("/v1/boats/");
    assert_eq!(
        (&all["count"], &all["results"][0]["id"]),
        (&json!(4), &json!(7))
    );
    let page = bench.get("/v1/boats/?page=2&page_size=3");
    assert_eq!(page["results"].as_array().unwrap().len(), 1);
    assert_eq!(page["previous"], "http://here/v1/boats/?page_size=3&page=1");
    for (query, count) in [
        ("agent_id=310", 1),
        ("project_id=44", 2),
        ("name=Tern", 1),
        ("tags=old", 4),
        ("search=TERN", 4),
        ("agent=9", 0),
        ("boat_ids=7,8", 1),
    ] {
        assert_eq!(
            bench.get(&format!("/v1/boats/?{query}"))["count"],
            count,
            "{query}"
        );
    }
    assert_eq!(bench.status("GET", "/v1/boats/?page=9"), 404);
}

#[test]
fn the_stock_follows_the_world_and_the_seed() {
    let mut bench = Bench::new();
    let agents = bench.get("/v2/aiagents/");
    let agents = agents.as_array().unwrap();
    assert_eq!(agents.len(), bench.world.agents.len());
    for (shown, agent) in agents.iter().zip(&bench.world.agents) {
        assert_eq!(
            *shown,
            json!({"id": agent.id, "agent_name": agent.name, "project": agent.project})
        );
    }
    let boats = bench.get("/v1/boats/");
    assert_eq!(Bench::new().get("/v1/boats/"), boats);
    bench.world.seed = 8;
    assert_ne!(bench.get("/v1/boats/"), boats);
}

#[test]
fn a_project_key_sees_its_project() {
    let mut bench = Bench::new();
    let foreign = bench.get("/v1/boats/?project_id=45")["results"][0]["id"].clone();
    let own = Scope::Project(44);
    let list = bench.send(own, "GET", "/v1/boats/", &Value::Null);
    let list: Value = serde_json::from_slice(&list.body).unwrap();
    assert_eq!(list["count"], 2);
    let reply = bench.send(own, "GET", &format!("/v1/boats/{foreign}/"), &Value::Null);
    assert_eq!(reply.status, 404);
    let path = format!("/v1/boats/{foreign}/crew/");
    assert_eq!(bench.send(own, "GET", &path, &Value::Null).status, 404);
    let new = bench.send(own, "POST", "/v1/boats/", &json!({"name": "Gull"}));
    let new: Value = serde_json::from_slice(&new.body).unwrap();
    assert!(new["id"].as_i64() > foreign.as_i64(), "{new}");
    let foreign = json!({"name": "Gull", "agent": 312, "project": 45});
    assert_eq!(bench.send(own, "POST", "/v1/boats/", &foreign).status, 403);
}

#[test]
fn items_of_an_owner_need_the_owner() {
    let mut bench = Bench::new();
    assert_eq!(bench.get("/v1/boats/7/crew/")[0]["name"], "Ida");
    assert_eq!(bench.status("GET", "/v1/boats/9999/crew/"), 404);
}
