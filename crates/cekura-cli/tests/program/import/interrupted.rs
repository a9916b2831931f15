//! What is interrupted is continued by the same command.

use std::process::Stdio;
use std::time::Duration;

use super::*;
use crate::support::{heard, rest, signal};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_any_call_nothing_is_sent_twice() {
    let stage = stage(8).await;
    // Each time the first two calls that are sent stay without a response.
    for kill in 1.. {
        for _ in 0..2 {
            stage
                .sandbox
                .faults()
                .push_for(OBSERVE, Fault::hang().after_work());
        }
        let mut child = stage
            .cekura(&command(&["--concurrency", "2"]))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        for _ in 0..2 {
            stage.sandbox.stalled().await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(sent(&stage), 2 * kill);
        if kill == 4 {
            break;
        }
    }
    stage.sandbox.faults().clear();
    let summary = import(&stage, &[]).exits(0).json();
    let [sent_now, sent_before, unknown] =
        numbers(&summary, &["sent", "sent_before", "unknown"])[..]
    else {
        panic!("{summary}")
    };
    assert_eq!((sent_now + sent_before, unknown), (8, 0));
    assert_eq!((sent(&stage), paid(&stage)), (8, 8));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ctrl_c_once_waits_for_the_response_and_twice_ends() {
    let stage = stage(5).await;
    let slow = Fault::delay(Duration::from_secs(1));
    for (nth, fault) in [(1, slow), (2, Fault::hang())] {
        stage.sandbox.faults().push_for(OBSERVE, fault.after_work());
        let mut child = stage
            .cekura(&["calls", "import", "calls.jsonl", "--concurrency", "1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        stage.sandbox.stalled().await;
        // Another one sends nothing.
        import(&stage, &[])
            .exits(2)
            .says("another process is importing");
        signal("INT", child.id());
        let err = heard(&mut child, "press Ctrl-C again");
        if nth == 2 {
            signal("INT", child.id());
        }
        let told = rest(err);
        assert_eq!(child.wait().unwrap().code(), Some(101), "{told}");
        assert!(told.contains("repeat the command to continue"), "{told}");
        let has_unknown = told.contains("1 call may have been sent");
        assert_eq!(has_unknown, nth == 2, "{told}");
        let shown = rest(child.stdout.take().unwrap());
        let (unknown, not_tried) = if nth == 1 { (0, 4) } else { (1, 3) };
        for line in [
            format!("outcome unknown                 {unknown}"),
            format!("not tried                       {not_tried}"),
        ] {
            assert!(shown.contains(&line), "{line:?} in\n{shown}");
        }
        assert_eq!(paid(&stage), nth);
    }
    import(&stage, &[]).exits(0);
    assert_eq!((sent(&stage), paid(&stage)), (5, 5));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_changes_meanwhile_is_not_a_wrong_file() {
    let stage = stage(3).await;
    let slow = Fault::delay(Duration::from_millis(500));
    stage.sandbox.faults().push_for(OBSERVE, slow);
    let child = stage
        .cekura(&command(&["--concurrency", "1"]))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    stage.sandbox.stalled().await;
    let edited = lines(3).replace("harbor-2", "harbor-1");
    stage.home.write("calls.jsonl", &edited);
    let ended = child.wait_with_output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(101), "{told}");
    assert!(told.contains("changed during the import"), "{told}");
    assert!(told.contains("repeat the command to continue"), "{told}");
    assert_eq!((sent(&stage), paid(&stage)), (2, 2));
    stage.home.write("calls.jsonl", &lines(3));
    import(&stage, &[]).exits(0);
    assert_eq!((sent(&stage), paid(&stage)), (3, 3));
}
