//! Promise: a balance that is too low is said before, and costs no result that was paid for.

use crate::campaign::{QUICK, resume, run};
use crate::support::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_balance_below_the_estimate_is_asked_about_however_little_it_is() {
    let stage = Stage::with(|builder| builder.credits("2.00")).await;
    let ids = stage.planned(5);
    let first = ["run", "--plan", "plan.json", "--name", "trial"];
    stage
        .campaign(&[&first, &QUICK[..]].concat())
        .exits(2)
        .says("the balance of 2 credits is less than the estimated 5")
        .says("--yes");
    assert_eq!(stage.paid(&ids), [0; 5]);
    stage
        .campaign(&run(&[
            "--batch-size",
            "1",
            "--concurrency",
            "1",
            "--settle-window",
            "300ms",
        ]))
        .exits(101)
        .says("the balance of 2 credits is less than the estimated 5");
    assert_eq!(stage.paid(&ids).iter().sum::<u64>(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn credits_that_run_out_leave_results_and_a_campaign_to_go_on_with() {
    let stage = Stage::with(|builder| builder.credits("10.00")).await;
    let ids = stage.planned(20);
    let ended = stage
        .campaign(&run(&[
            "--batch-size",
            "5",
            "--concurrency",
            "1",
            "--settle-window",
            "300ms",
            "--format",
            "json",
        ]))
        .exits(101);
    let report = ended.json();
    assert_eq!(
        report["coverage"]["confirmed"], 10,
        "what was paid is reported"
    );
    assert_eq!(report["coverage"]["not_sent"], 10);
    assert!(ended.err.contains("credits"), "{}", ended.err);

    // Without new credits it says so again, and what is there stays.
    stage
        .campaign(&resume(&[]))
        .exits(101)
        .says("the balance of 0 credits is less than the estimated 10");
    stage.sandbox.add_credits("100.00".parse().unwrap());
    stage.campaign(&resume(&[])).exits(0).says("20 of 20");
    assert_eq!(stage.paid(&ids), [1; 20]);
}
