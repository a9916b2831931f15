//! Re-evaluates three call logs, waits, and prints what changed. Costs credits.
//!
//! Against the sandbox: `cekura sandbox` in one terminal, then in another one, with the address and key it prints,
//! `CEKURA_API_URL=… CEKURA_API_KEY=… cargo run -p cekura --example evaluate_and_compare`.
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use cekura::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> cekura::Result<()> {
    let cekura = Client::from_env()?; // CEKURA_API_KEY, CEKURA_API_URL
    let call_logs = cekura.call_logs();

    let started = call_logs
        .rerun_evaluation(310, [5001, 5003, 5005])
        .with_baseline()
        .await?;
    let results = started.wait().await?;

    println!("{results}");
    for log in &results {
        if let Some(diff) = log.diff() {
            println!(
                "call log {}: {} metrics have another verdict",
                log.id,
                diff.material().count()
            );
        }
    }
    Ok(())
}
