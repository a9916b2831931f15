//! Promise: a list entry without verdicts is not a result.

use std::time::SystemTime;

use cekura::{AgentId, CallLogId, Scope};
use cekura_campaign::engine::Settings;
use cekura_campaign::journal::NewCampaign;
use cekura_campaign::plan::Selection;
use cekura_campaign::{Campaign, CampaignOutcome, Journal, JournalError, Planner};
use cekura_tests::Folder;
use cekura_tests::script::Kind::{List, One, Paid};
use cekura_tests::script::{Answer, Script};
use serde_json::{Value, json};

const AGENT: AgentId = AgentId(310);
const LOG: CallLogId = CallLogId(5001);

fn log(status: &str, success: Option<bool>, updated_at: &str, metrics: Value) -> Value {
    json!({
        "id": LOG,
        "agent": AGENT,
        "status": status,
        "success": success,
        "updated_at": updated_at,
        "timestamp": "2026-04-06T17:30:00Z",
        "is_reviewed": false,
        "evaluation": { "metrics": metrics },
    })
}

#[tokio::test]
async fn a_list_entry_without_verdicts_is_not_a_result() {
    let (before, after) = ("2026-04-07T08:00:00Z", "2026-04-07T09:01:00Z");
    let metric = json!([{ "id": 71, "name": "Confirms the address", "score": 4 }]);
    let script = Script::play(move |asked| match (asked.kind, asked.nth) {
        (Paid, _) => Answer::json(json!([log("evaluating", None, before, json!([]))])),
        // The plan and the state before; then the result, without its verdict.
        (List, nth) => {
            let updated_at = if nth == 1 { before } else { after };
            let entry = log("success", Some(true), updated_at, json!([]));
            Answer::json(json!({ "count": 1, "next": null, "results": [entry] }))
        }
        (One(_), 1) => Answer::json(log("success", Some(true), before, json!([]))),
        (One(_), _) => Answer::json(log("success", Some(true), after, metric.clone())),
        _ => Answer::status(404, r#"{"detail":"Not found."}"#),
    })
    .await;
    let planner = Planner::new(script.client(), Scope::Agent(AGENT));
    let planner = planner.selection(Selection::ids([LOG]));
    let plan = planner.plan(SystemTime::UNIX_EPOCH).await.unwrap();
    let (folder, settings) = (Folder::new(), Settings::default());
    let new = NewCampaign {
        id: "harbor",
        plan: &plan,
        shard: None,
        settings: &settings,
    };
    let journal = Journal::create(&folder.file("campaign.db"), &new).unwrap();
    let campaign = Campaign::new(script.client(), journal).unwrap();
    let mut campaign = campaign.with_clock(script.clock().clone());
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    let mut scores = Vec::new();
    campaign
        .journal()
        .rows::<JournalError>(|row| {
            scores.extend(row.after.and_then(|after| after.score));
            Ok(())
        })
        .unwrap();
    assert_eq!(scores, [4.0]);
}
