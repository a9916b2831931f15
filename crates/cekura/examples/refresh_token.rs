//! Authenticates with an access token that is fetched when it is needed. Costs nothing.
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use std::time::{Duration, SystemTime};

use cekura::{AccessToken, Client, Error};

/// Asks your OAuth server for a token; gives it and its lifetime.
async fn fetch() -> Result<(String, Duration), std::io::Error> {
    let token = std::env::var("CEKURA_ACCESS_TOKEN").map_err(std::io::Error::other)?;
    Ok((token, Duration::from_secs(3600)))
}

async fn token() -> Result<AccessToken, Error> {
    let (token, lifetime) = fetch().await.map_err(Error::token)?;
    Ok(AccessToken::new(token)?.with_expiry(SystemTime::now() + lifetime))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> cekura::Result<()> {
    let cekura = Client::builder().access_token_provider(token).build()?;
    match cekura.call_logs().get(5001).await {
        Ok(log) => println!("{:?}", log.status),
        Err(e) if e.is_token_unavailable() => println!("log in first: {e}"),
        Err(e) => return Err(e),
    }
    Ok(())
}
