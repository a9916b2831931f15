//! Re-evaluates three call logs, waits, and prints what changed. Costs credits.
//!
//! Against the sandbox: `cekura sandbox` in one terminal, then in another one, with the address and key it prints,
//! `CEKURA_API_URL=… CEKURA_API_KEY=… cargo run -p cekura --example evaluate_and_compare`.
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use cekura::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> cekura::Result<()> {
    let cekura = Client::from_env()?; // CEKURA_API_KEY, CEKURA_API_URL

    let started = cekura
        .call_logs()
        .rerun_evaluation(310, [5001, 5003, 5005])
        .with_baseline()
        .await?;

    println!("{}", started.wait().await?);
    Ok(())
}
