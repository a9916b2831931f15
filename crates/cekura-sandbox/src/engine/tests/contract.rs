//! A small contract for the tests of the engine.

use serde_json::{Value, json};

/// A contract with an entity that has every verb, one below its items, agents, and a job of each form.
pub(super) fn contract() -> Value {
    let reply = |status: &str, schema: Value, example: &Value| json!({status: {"content": {"application/json": {"schema": schema, "example": example}}}});
    let text = json!({"type": "string", "nullable": true});
    let number = json!({"type": "integer", "nullable": true});
    let boat = json!({"type": "object", "properties": {
        "id": number, "name": text, "berth": text, "tags": {"type": "array", "nullable": true, "items": {"type": "string"}},
        "agent": number, "project": number, "created_at": text, "updated_at": text}});
    let example = json!({"id": 7, "name": "Tern", "berth": "north", "tags": ["old"], "agent": 310, "project": 44,
        "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"});
    let body = json!({"content": {"application/json": {"schema": {"type": "object", "properties": {
        "name": text, "berth": text, "tags": {"type": "array", "items": {"type": "string"}}, "agent": number}}}}});
    let page = json!({"type": "object", "properties": {"count": number, "next": text, "previous": text,
        "results": {"type": "array", "items": boat}}});
    let boats = json!({"count": 1, "next": null, "previous": null, "results": [example]});
    let crew = json!({"type": "object", "properties": {"id": number, "name": text}});
    let member = json!({"id": 1, "name": "Ida"});
    let job = json!({"type": "object", "properties": {"progress_id": text}});
    let started = json!({"progress_id": "1b4e28ba-2fa1-41d2-883f-0016d3cca427"});
    let progress = json!({"type": "object", "properties": {"progress_id": text, "total": number, "completed": number,
        "failed": number, "result": text, "status": {"type": "string", "enum": ["done", "busy", "failed"]}}});
    let ended = json!({"progress_id": "x", "total": 4, "completed": 4, "failed": 0, "result": "a chart", "status": "done"});
    json!({"paths": {
        "/v1/boats/": {
            "get": {"operationId": "boats_list", "responses": reply("200", page, &boats)},
            "post": {"operationId": "boats_create", "requestBody": body, "responses": reply("201", boat.clone(), &example)},
        },
        "/v1/boats/{id}/": {
            "get": {"operationId": "boats_retrieve", "responses": reply("200", boat.clone(), &example)},
            "patch": {"operationId": "boats_partial_update", "requestBody": body, "responses": reply("200", boat.clone(), &example)},
            "delete": {"operationId": "boats_destroy", "responses": {"204": {"description": "Gone."}}},
        },
        "/v1/boats/{id}/duplicate/": {"post": {"operationId": "boats_duplicate", "responses": reply("201", boat, &example)}},
        "/v1/boats/{id}/crew/": {"get": {"operationId": "boats_crew", "responses": reply("200", json!({"type": "array", "items": crew}), &json!([member]))}},
        "/v1/boats/{id}/paint/": {"post": {"operationId": "boats_paint", "responses": reply("200", job.clone(), &started),
            "x-cekura-job": {"poll": "boats_paint_progress", "id": "progress_id", "status": "status", "done": ["done"], "failed": ["failed"]}}},
        "/v1/boats/{id}/paint-progress/": {"get": {"operationId": "boats_paint_progress", "responses": reply("200", progress.clone(), &ended)}},
        "/v2/aiagents/": {"get": {"operationId": "agents_list", "x-cekura-resource": {"entity": "agent"}, "responses": reply("200", json!({"type": "array", "items":
            {"type": "object", "properties": {"id": number, "agent_name": text, "project": number}}}),
            &json!([{"id": 1, "agent_name": "Example", "project": 2}]))}},
        "/v1/charts/draw/": {"post": {"operationId": "charts_draw", "x-cekura-effect": "billable", "responses": reply("200", job.clone(), &started),
            "x-cekura-job": {"poll": "charts_progress", "id": "progress_id", "status": "status", "done": ["done"], "failed": ["failed"]}}},
        "/v1/charts/progress/": {"get": {"operationId": "charts_progress", "responses": reply("200", progress.clone(), &ended)}},
        "/v1/charts/count/": {"post": {"operationId": "charts_count", "responses": reply("200", job, &started),
            "x-cekura-job": {"poll": "charts_counted", "id": "progress_id", "done_when": "completed + failed >= total"}}},
        "/v1/charts/{chart}/counted/": {"get": {"operationId": "charts_counted", "responses": reply("200", progress, &ended)}},
    }})
}
