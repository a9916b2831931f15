//! Promise: a campaign spends no more than somebody agreed to.

use std::time::Duration;

use cekura_sandbox::Fault;

use crate::campaign::{QUICK, resume, run};
use crate::support::{Stage, args};

const POST: &str = "call_logs_rerun_evaluation";

/// `run` of the plan, without a word of consent.
fn unasked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let first = ["run", "--plan", "plan.json", "--name", "trial"];
    [&first, &QUICK[..], more].concat()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_campaign_is_asked_about_by_its_metric_evaluations_noise_included() {
    let stage = Stage::new().await;
    let ids = stage.planned(20);
    stage
        .campaign(&unasked(&["--noise-rounds", "1", "--noise-sample", "5"]))
        .exits(2)
        .says("at most 125 metric evaluations and 25 credits (estimated)")
        .says("add --yes to confirm");
    assert_eq!(stage.paid(&ids), [0; 20]);
    assert!(
        !stage
            .home
            .path()
            .join(".cekura/campaigns/trial.db")
            .exists(),
        "nothing was begun"
    );
    stage.campaign(&unasked(&[])).exits(0);
    assert_eq!(stage.paid(&ids), [1; 20]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn noise_added_on_resume_needs_a_confirmation() {
    let stage = Stage::new().await;
    let ids = stage.planned(40);
    stage.campaign(&run(&[])).exits(0);
    let more = ["--noise-rounds", "5"];
    stage
        .campaign(&resume(&more))
        .exits(2)
        .says("campaign trial comes by its end")
        .says("where at most 200 metric evaluations and 40 credits (estimated) was agreed to")
        .says("at most 1,200 metric evaluations and 240 credits (estimated)");
    assert_eq!(stage.paid(&ids), [1; 40]);
    let status = stage
        .campaign(&["status", "trial", "--format", "json"])
        .json();
    assert!(status["settings"]["noise"].is_null(), "nothing was changed");
    stage.campaign(&resume(&[])).exits(0);
    stage
        .campaign(&resume(&["--noise-rounds", "1", "--yes"]))
        .exits(0);
    assert_eq!(stage.paid(&ids), [2; 40]);
    stage.campaign(&resume(&[])).exits(0);
    assert_eq!(stage.paid(&ids), [2; 40], "what was agreed to is done");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_limit_that_is_raised_is_asked_about_and_one_that_stays_is_not() {
    let stage = Stage::new().await;
    let ids = stage.planned(60);
    stage.campaign(&run(&["--max-credits", "30"])).exits(101);
    assert_eq!(stage.paid(&ids).iter().sum::<u64>(), 30);
    stage.campaign(&resume(&[])).exits(101);
    stage
        .campaign(&resume(&["--max-credits", "50"]))
        .exits(2)
        .says("at most 250 metric evaluations and 50 credits (estimated)");
    assert_eq!(stage.paid(&ids).iter().sum::<u64>(), 30);
    stage
        .campaign(&resume(&["--max-credits", "50", "--yes"]))
        .exits(101);
    assert_eq!(stage.paid(&ids).iter().sum::<u64>(), 50);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_resend_needs_a_confirmation() {
    let stage = Stage::new().await;
    let ids = stage.planned(30);
    stage
        .sandbox
        .faults()
        .push_for(POST, Fault::reset().before_work());
    let quick = ["--batch-size", "15", "--settle-window", "300ms"];
    stage.campaign(&run(&quick)).exits(101).says("15 unknown");
    let again = resume(&[
        "--settle-window",
        "300ms",
        "--on-unknown",
        "resend-if-unchanged",
    ]);
    stage
        .campaign(&again)
        .exits(2)
        .says("at most 225 metric evaluations and 45 credits (estimated)");
    assert_eq!(stage.paid(&ids).iter().sum::<u64>(), 15);
    let again: Vec<&str> = [&again[..], &["--yes"]].concat();
    stage.campaign(&again).exits(0);
    assert_eq!(stage.paid(&ids), [1; 30]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn permission_to_resend_applies_to_one_command() {
    let stage = Stage::new().await;
    let ids = stage.planned(6);
    stage
        .sandbox
        .faults()
        .push_for(POST, Fault::reset().before_work());
    let first = [
        "--batch-size",
        "3",
        "--settle-window",
        "300ms",
        "--max-evaluations",
        "3",
        "--on-unknown",
        "resend-if-unchanged",
    ];
    // The limit leaves no room for sending them again.
    stage.campaign(&run(&first)).exits(101);
    assert_eq!(stage.paid(&ids), [0; 6]);
    let plain = [
        "--settle-window",
        "300ms",
        "--max-evaluations",
        "20",
        "--yes",
    ];
    stage.campaign(&resume(&plain)).exits(101).says("3 unknown");
    assert_eq!(
        stage.paid(&ids).iter().sum::<u64>(),
        3,
        "those that were never sent, and no other"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn chosen_metrics_are_planned_limited_and_asked_about_as_if_all_were_charged() {
    let stage = Stage::new().await;
    let ids = stage.unreviewed(21);
    let select = ["--agent-id", "310", "--metric", "71"];
    let plan = args(&[&["plan", "--format", "json"], &select[..]].concat(), &ids)
        .into_iter()
        .collect::<Vec<_>>();
    let told = stage.campaign(&plan).exits(0).json();
    assert_eq!(told["estimate"]["metric_evaluations"], 21);
    assert_eq!(told["estimate"]["metric_evaluations_if_all"], 105);
    assert_eq!(told["total"]["most_credits"], "21.00");
    let limited = [&plan[..], &["--max-credits", "20"]].concat();
    let told = stage.campaign(&limited).exits(0).json();
    let limit = told["limits"][0].as_str().unwrap().to_owned();
    assert!(limit.contains("if all metrics are charged"), "{limit}");
    let run = [&["run", "--name", "trial"], &select[..], &QUICK].concat();
    stage
        .campaign(&args(&run, &ids))
        .exits(2)
        .says("at most 21 if all metrics are charged")
        .says("at most 105 metric evaluations and 21 credits (estimated)");
    assert_eq!(stage.sandbox.ledger().evaluations(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shard_is_asked_about_its_share() {
    let stage = Stage::new().await;
    stage.planned(40);
    let shard = |index: &'static str| {
        let first = ["run", "--plan", "plan.json", "--shard", index, "--name"];
        let limits = [
            "--max-credits",
            "20",
            "--canary",
            "10",
            "--noise-rounds",
            "1",
        ];
        move |id: &'static str| [&first[..], &[id], &limits, &QUICK].concat()
    };
    let ended = stage.campaign(&shard("1/2")("one"));
    let share = ended
        .err
        .lines()
        .find(|line| line.contains("this shard's share of the plan's limits:"))
        .unwrap_or_else(|| panic!("{}", ended.err));
    assert!(
        share.contains("--max-credits ")
            && share.contains(" of 20, --canary ")
            && share.contains("--noise-sample "),
        "{share}"
    );
    stage.campaign(&shard("2/2")("two"));
    let parts: Vec<f64> = ["one", "two"]
        .iter()
        .map(|id| {
            let status = ["status", id, "--format", "json"];
            let status = stage.campaign(&status).exits(0).json();
            assert!(
                stage
                    .campaign(&["status", id])
                    .out
                    .contains("this shard's share of the plan's limits"),
                "{status}"
            );
            status["settings"]["share"]["max_credits"]
                .as_str()
                .unwrap()
                .parse::<f64>()
                .unwrap()
        })
        .collect();
    assert!((parts.iter().sum::<f64>() - 20.0).abs() < 1e-9, "{parts:?}");
    assert!(stage.sandbox.ledger().evaluations() <= 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_deadline_ends_everything_and_what_was_accepted_is_listed() {
    let stage = Stage::with(|builder| builder.evaluation_time(Duration::from_secs(60))).await;
    let ids = stage.planned(6);
    let ended = stage
        .campaign(&run(&["--deadline", "3s"]))
        .exits(101)
        .says("the deadline");
    for id in &ids {
        assert!(ended.out.contains(&id.to_string()), "{}", ended.out);
    }
    assert_eq!(stage.paid(&ids), [1; 6]);
}
