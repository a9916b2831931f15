//! A client for a company's network: proxy, own certificate authority, gateway header, and a setting of reqwest. Costs nothing.
//!
//! `cargo run -p cekura --features account,unstable-reqwest --example own_http_client`
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use std::time::Duration;

use cekura::{ApiKey, Client, reqwest};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let authority = std::fs::read("/etc/ssl/company.pem")?;
    let cekura = Client::builder()
        .api_key(ApiKey::new(std::env::var("CEKURA_API_KEY")?)?)
        .root_certificate_pem(authority)
        .proxy("http://proxy.example.net:3128")
        .header("x-gateway-team", "voice")
        .user_agent("nightly-report/1.4")
        // The rules that keep a request from being paid twice are applied after this, and it cannot change them.
        .reqwest_builder(|| reqwest::Client::builder().tcp_keepalive(Duration::from_secs(30)))
        .build()?;

    let response = cekura.billing().info().with_response().await?;
    let meta = &response.meta;
    println!("{:?} credits left", response.value.credits_remaining);
    println!(
        "status {}, request {:?}, {} sent",
        meta.status(),
        meta.request_id(),
        meta.attempts()
    );
    Ok(())
}
