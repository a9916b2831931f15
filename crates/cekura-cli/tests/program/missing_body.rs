//! Promise: what is sent was given: a body is never made up.

use crate::support::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn a_command_without_its_body_sends_nothing() {
    let stage = Stage::new().await;
    stage
        .run(&["agent-improvement-sessions", "create", "--yes"])
        .exits(2)
        .says("this command needs a body; nothing was sent")
        .says("--data")
        .says("--template");
    assert!(stage.sandbox.request_log().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cost_that_is_not_known_is_a_possible_one() {
    let stage = Stage::new().await;
    stage
        .run(&["alerts", "summarize", "61"])
        .exits(2)
        .says("error: confirmation needed, but there is no terminal: Summarize")
        .says("; may cost credits (POST /")
        .says("\nhint: nothing was sent; add --yes to confirm");
    assert!(stage.sandbox.request_log().is_empty());
}
