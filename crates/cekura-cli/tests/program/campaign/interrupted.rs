//! Promise: Ctrl-C, a second one, and `kill -9` cost neither data nor money.

use std::process::{Child, Stdio};
use std::time::Duration;

use cekura_sandbox::Fault;

use crate::campaign::{resume, run};
use crate::support::{Stage, heard, rest, signal};

const POST: &str = "call_logs_rerun_evaluation";

/// A judge that is still at work when somebody looks: what it does to a call log meanwhile proves that a request was
/// carried out, and its result alone may not.
async fn thorough() -> Stage {
    Stage::with(|builder| builder.evaluation_time(Duration::from_secs(3))).await
}

/// The campaign `trial` of 20 call logs, at the moment when the sandbox holds its first paid request.
async fn at_the_first_request(stage: &Stage, fault: Fault) -> Child {
    stage.sandbox.faults().push_for(POST, fault.after_work());
    let child = stage
        .at_home(
            &[
                &["campaign"][..],
                &run(&["--batch-size", "5", "--concurrency", "1"]),
            ]
            .concat(),
        )
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    stage.sandbox.stalled().await;
    child
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ctrl_c_awaits_pending_requests_and_says_how_to_continue() {
    let stage = Stage::new().await;
    let ids = stage.planned(20);
    let mut child = at_the_first_request(&stage, Fault::delay(Duration::from_secs(2))).await;
    signal("INT", child.id());
    let err = heard(
        &mut child,
        "waiting for pending responses; press Ctrl-C again",
    );
    let told = rest(err);
    assert_eq!(child.wait().unwrap().code(), Some(101), "{told}");
    assert!(
        told.contains("interrupted:") && told.contains("cekura campaign resume trial"),
        "{told}"
    );
    assert_eq!(
        stage.paid(&ids).iter().sum::<u64>(),
        5,
        "nothing further is sent"
    );
    stage.campaign(&["status", "trial"]).exits(0);
    stage.campaign(&resume(&[])).exits(0).says("20 of 20");
    assert_eq!(stage.paid(&ids), [1; 20]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_ctrl_c_ends_at_once_and_resume_checks_the_request() {
    let stage = thorough().await;
    let ids = stage.planned(20);
    let mut child = at_the_first_request(&stage, Fault::hang()).await;
    signal("INT", child.id());
    let err = heard(&mut child, "press Ctrl-C again");
    signal("INT", child.id());
    let told = rest(err);
    assert_eq!(child.wait().unwrap().code(), Some(101), "{told}");
    assert!(
        told.contains("ended immediately") && told.contains("resume trial"),
        "{told}"
    );
    stage.campaign(&resume(&["--settle-window", "5s"])).exits(0);
    assert_eq!(stage.paid(&ids), [1; 20]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_kill_9_the_campaign_can_be_resumed() {
    let stage = thorough().await;
    let ids = stage.planned(20);
    let mut child = at_the_first_request(&stage, Fault::hang()).await;
    let second = stage.campaign(&resume(&["--format", "json"])).exits(2);
    assert!(
        second.json_error()["message"]
            .as_str()
            .unwrap()
            .contains("another process"),
        "{}",
        second.err
    );
    let status = stage
        .campaign(&["status", "trial", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(status["open_requests"], 1, "reading needs no lock");
    assert_eq!(
        status["spent"]["evaluations"], 5,
        "what may have been paid for counts"
    );
    signal("KILL", child.id());
    child.wait().unwrap();
    stage
        .campaign(&["report", "trial"])
        .exits(101)
        .says("5 unknown");
    stage.campaign(&resume(&["--settle-window", "5s"])).exits(0);
    assert_eq!(stage.paid(&ids), [1; 20]);
    let status = stage
        .campaign(&["status", "trial", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(
        (&status["sessions"], &status["complete"]),
        (&2.into(), &true.into())
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_campaign_is_never_resumed_against_another_service() {
    let stage = Stage::new().await;
    stage.planned(4);
    stage
        .campaign(&run(&["--batch-size", "2", "--max-evaluations", "2"]))
        .exits(101);
    let other = Stage::new().await;
    let mut command =
        other.cekura(&[&["campaign"][..], &resume(&["--max-evaluations", "9"])].concat());
    command.current_dir(stage.home.path());
    crate::support::run(command)
        .exits(2)
        .says("belongs to")
        .says("nothing was sent");
    assert!(other.sandbox.request_log().is_empty());
}
