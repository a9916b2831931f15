//! Tests a program's own function without a server: `cargo test -p cekura --features test-util --example test_util`.
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use cekura::Client;

/// The program's function: how many of its calls failed.
async fn failed(cekura: &Client, agent: i64) -> cekura::Result<usize> {
    let mut failed = 0;
    let mut logs = cekura.call_logs().list().agent_id(agent).items();
    while let Some(log) = logs.next().await.transpose()? {
        failed += usize::from(log.success == Some(false));
    }
    Ok(failed)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> cekura::Result<()> {
    println!("{} failed", failed(&Client::from_env()?, 310).await?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use cekura::test_util::{self, Response};

    use super::*;

    #[tokio::test]
    async fn failed_calls_are_counted() -> cekura::Result<()> {
        let cekura = test_util::client(|request| {
            assert_eq!(request.query, "agent_id=310&page=1");
            Response::json(
                200,
                r#"{"results": [{"id": 1, "success": false}, {"id": 2, "success": true}]}"#,
            )
        });
        assert_eq!(failed(&cekura, 310).await?, 1);
        Ok(())
    }

    #[tokio::test]
    async fn a_refusal_is_passed_on() {
        let cekura =
            test_util::client(|_| Response::json(403, r#"{"detail": "Not for this key."}"#));
        assert!(failed(&cekura, 310).await.is_err_and(|e| e.is_forbidden()));
    }
}
