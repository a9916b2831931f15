//! Promise: a transcript shows who said what and when, whichever provider wrote it.

use cekura_sandbox::Fault;

use crate::support::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transcript_of_a_providers_shape_shows_when_who_and_what() {
    let stage = Stage::new().await;
    let long = "x".repeat(5_000);
    let turns = serde_json::json!([
        {"role": "bot", "message": "Ferry office.\nHow may I help?", "secondsFromStart": 0.5},
        {"role": "user", "message": "Two seats.", "secondsFromStart": 65.0},
        {"role": "tool_calls", "secondsFromStart": 70.0, "toolCalls": [
            {"id": "t1", "function": {"name": "reserve", "arguments": "{\"seats\":2}"}}]},
        {"role": "tool_call_result", "toolCallId": "t1", "result": long},
    ]);
    let log = serde_json::json!({"id": 5001, "transcript_object": turns, "transcript": "AI: Ferry office."});
    let body = log.to_string();
    let get = |format: &str| {
        let fault = Fault::status(200)
            .with_header("Content-Type", "application/json")
            .with_body(&*body);
        stage.sandbox.faults().push(fault);
        stage
            .run(&["calls", "get", "5001", "--format", format])
            .exits(0)
    };
    let page = get("table").out;
    let shown: Vec<_> = page.lines().rev().take(4).collect();
    assert!(shown[0].starts_with("Tool: reserve returned xxx"), "{page}");
    assert!(shown[0].ends_with('…') && shown[0].len() < 400, "{page}");
    assert_eq!(
        shown[1..],
        [
            "[01:10] Tool: reserve({\"seats\":2})",
            "[01:05] Customer: Two seats.",
            "[00:00] Agent: Ferry office. How may I help?",
        ]
    );
    assert_eq!(get("json").json()["transcript_object"], turns, "as it came");
}
