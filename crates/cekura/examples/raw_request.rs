//! Uses an operation that has no method yet, with the same key, limits and retries. Costs nothing.
#![allow(clippy::print_stdout, reason = "an example shows its result")]

use cekura::{Client, Method};

#[tokio::main(flavor = "current_thread")]
async fn main() -> cekura::Result<()> {
    let cekura = Client::from_env()?;
    let list = cekura
        .raw(Method::GET, "/test_framework/v2/aiagents/")
        .query("page_size", 5);
    let response = list.header("accept-language", "en").await?;
    println!(
        "status {}, {} bytes",
        response.status(),
        response.bytes().len()
    );
    println!("{}", String::from_utf8_lossy(response.bytes()));

    // A body of any kind. A request that is not a GET, PUT or DELETE is sent once, whatever becomes of it.
    let upload = cekura.raw(Method::POST, "/test_framework/v2/uploads/");
    let upload = upload
        .header("content-type", "text/csv")
        .body("id,name\n1,Ann\n");
    match upload.send().await {
        Ok(response) => println!("uploaded: {}", response.status()),
        Err(e) => println!("{e}"),
    }
    Ok(())
}
