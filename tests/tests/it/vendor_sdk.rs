//! Promise: the sandbox serves the vendor's own Python library as it serves this one.
//!
//! Needs Python with the package `cekura` 1.6.7 (`pip install 'cekura[sdk]==1.6.7'`); `CEKURA_PYTHON` names the interpreter.
//! Skipped where it is missing.

use std::process::Command;

use cekura_tests::Lab;

const VERSION: &str = "1.6.7";

#[tokio::test(flavor = "multi_thread")]
async fn lists_gets_sends_evaluates_and_reruns() {
    let python = std::env::var("CEKURA_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let version = "import httpx; from importlib.metadata import version; print(version('cekura'))";
    let found = Command::new(&python).args(["-c", version]).output();
    let found = found.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    if !found.is_ok_and(|found| found == VERSION) {
        cekura_test_skip::skip(&format!(
            "{python} has no package cekura {VERSION}; `pip install 'cekura[sdk]=={VERSION}'` installs it, CEKURA_PYTHON names another Python"
        ));
        return;
    }
    let lab = Lab::open().await;
    let (agent, log, metric) = (lab.agent(), lab.fresh(1)[0], lab.metrics()[0]);
    let mut program = Command::new(&python);
    program
        .args([
            "-c",
            include_str!("vendor_sdk.py"),
            lab.sandbox().url(),
            lab.sandbox().api_key(),
        ])
        .args([agent.to_string(), log.to_string(), metric.to_string()]);
    let output = tokio::task::spawn_blocking(move || program.output());
    let output = output.await.unwrap().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let arrived = lab.sandbox().request_log();
    let paid = |id: &str| {
        arrived
            .iter()
            .filter(|one| one.operation.as_deref() == Some(id))
            .count()
    };
    assert_eq!(paid("call_logs_evaluate_metrics"), 1);
    assert_eq!(paid("call_logs_rerun_evaluation"), 1);
    assert!(
        arrived.iter().all(|one| one.operation.is_some()),
        "{arrived:?}"
    );
}
