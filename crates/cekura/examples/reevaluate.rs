//! Re-evaluates three call logs, waits, and prints what changed.
//!
//! Against the sandbox: `cekura sandbox` in one terminal, then in another one, with the address and key it prints,
//! `CEKURA_API_URL=… CEKURA_API_KEY=… cargo run -p cekura --example reevaluate`.
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use cekura::{AgentId, CallLogId, Client};

#[tokio::main(flavor = "current_thread")]
async fn main() -> cekura::Result<()> {
    let cekura = Client::from_env()?; // CEKURA_API_KEY, CEKURA_API_URL
    let logs = [5001, 5003, 5005].map(CallLogId);

    let started = cekura
        .call_logs()
        .rerun_evaluation(AgentId(310), logs)
        .with_baseline()
        .await?;

    for log in started.wait().await? {
        println!(
            "call log {}: passed {:?}, {:?}",
            log.id,
            log.passed(),
            log.outcome
        );
        for metric in log.diff().iter().flat_map(|diff| diff.material()) {
            println!("    {}: {}", metric.name, metric.change);
        }
    }
    Ok(())
}
