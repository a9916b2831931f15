//! Re-evaluates call logs in a task of its own and prints each result as soon as it is there. Costs credits.
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use std::time::Duration;

use cekura::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> cekura::Result<()> {
    let cekura = Client::from_env()?;
    let ids: Vec<i64> = vec![5001, 5003, 5005];

    // The agent's id at the voice provider, instead of its id in Cekura. A spawned request ends even if this function returns early.
    let request = cekura
        .call_logs()
        .rerun_evaluation("asst_harbor_frontdesk", &ids)
        .with_baseline();
    let started = match tokio::spawn(request.send()).await {
        Ok(started) => started?,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    };

    let mut results = started
        .wait()
        .with_timeout(Duration::from_secs(300))
        .results();
    while let Some(log) = results.next().await.transpose()? {
        println!("{log}");
    }
    Ok(())
}
