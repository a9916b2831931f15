//! Lists the failed calls of an agent of the last two days, then reads some of them in full. Costs nothing.
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use std::time::{Duration, SystemTime};

use cekura::{Client, Timestamp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> cekura::Result<()> {
    let cekura = Client::from_env()?;
    let two_days_ago = SystemTime::now() - Duration::from_secs(2 * 24 * 3600);

    let mut failed = Vec::new();
    let mut newest: Option<Timestamp> = None;
    let list = cekura
        .call_logs()
        .list()
        .agent_id(310)
        .timestamp_from(two_days_ago)
        .page_size(100);
    let mut logs = list.items();
    while let Some(log) = logs.next().await.transpose()? {
        newest = newest.max(log.timestamp);
        if log.success == Some(false) {
            failed.extend(log.id);
        }
    }
    println!("{} failed; the newest call is of {newest:?}", failed.len());
    if let Some(mismatch) = logs.count_mismatch() {
        println!("{mismatch}");
    }

    let mut reads = cekura
        .call_logs()
        .get_many(failed.into_iter().take(20))
        .with_concurrency(4);
    while let Some((id, read)) = reads.next().await {
        match read {
            Ok(log) => println!("{id}: {} metrics", log.metrics().len()),
            Err(e) => println!("{id}: {e}"),
        }
    }
    Ok(())
}
