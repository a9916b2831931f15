//! Promise: a judge that only wavers is called changed in one of twenty campaigns, and an edit is found.

use std::time::Duration;

use cekura::{CallLogId, Method};
use cekura_campaign::report::Flips;
use cekura_campaign::stats::{mcnemar_exact, pass_rate_change};
use cekura_sandbox::Quirks;
use cekura_tests::Lab;
use serde_json::json;

/// Asks yes or no.
const METRIC: i64 = 72;

async fn wavering(seed: u64) -> Lab {
    Lab::with(|sandbox| {
        sandbox.seed(seed).call_logs(200).quirks(Quirks {
            judge_error_rate: 0.1,
            starts_up_to_date: true,
            ..Quirks::default()
        })
    })
    .await
}

/// What the metric said about each call log, evaluation by evaluation.
fn said(lab: &Lab, logs: &[CallLogId]) -> Vec<Vec<bool>> {
    let of = |log: &CallLogId| {
        let verdicts = lab.sandbox().verdicts(log.0).into_iter();
        let of_metric = verdicts.filter(|verdict| verdict.metric == METRIC);
        of_metric.filter_map(|verdict| verdict.passed).collect()
    };
    logs.iter().map(of).collect()
}

/// What two consecutive evaluations come to.
fn flips(said: &[Vec<bool>], nth: usize) -> Flips {
    let mut flips = Flips::default();
    for log in said {
        *match log.get(nth..nth + 2) {
            Some([true, true]) => &mut flips.pass_to_pass,
            Some([true, false]) => &mut flips.pass_to_fail,
            Some([false, true]) => &mut flips.fail_to_pass,
            Some([false, false]) => &mut flips.fail_to_fail,
            _ => &mut flips.without_verdict,
        } += 1;
    }
    flips
}

async fn evaluate(lab: &Lab, logs: &[CallLogId]) {
    let body = json!({ "agent_id": lab.agent(), "call_logs": logs });
    let path = "/observability/v1/call-logs/rerun_evaluation/";
    let rerun = lab.client().raw(Method::POST, path).json(&body);
    assert_eq!(rerun.await.unwrap().status(), 200);
    lab.sandbox().advance(Duration::from_secs(120));
}

fn p(flips: &Flips) -> f64 {
    mcnemar_exact(flips.pass_to_fail, flips.fail_to_pass)
}

/// Of 200 with 5 % each, 10 are expected, and no more than 20 come in 99.9 % of cases; the exact test keeps below 5 %.
#[tokio::test]
async fn without_an_edit_about_one_campaign_in_twenty_is_called_changed() {
    const LABS: u64 = 20;
    const EACH: usize = 10;
    let (mut by_test, mut by_interval, mut flipped) = (0, 0, 0);
    for seed in 1..=LABS {
        let lab = wavering(seed).await;
        let logs = lab.fresh(100);
        for _ in 0..EACH {
            evaluate(&lab, &logs).await;
        }
        let said = said(&lab, &logs);
        for nth in 0..EACH {
            let flips = flips(&said, nth);
            flipped += flips.flipped();
            by_test += u32::from(p(&flips) < 0.05);
            by_interval += u32::from(pass_rate_change(&flips).unwrap().is_clear());
        }
    }
    assert!(flipped > 1_000, "the judge wavers: {flipped}");
    assert!((1..=16).contains(&by_test), "{by_test} of 200 by the test");
    assert!(
        (2..=20).contains(&by_interval),
        "{by_interval} of 200 by the interval"
    );
}
