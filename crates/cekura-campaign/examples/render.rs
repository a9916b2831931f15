//! Renders a report that was saved as JSON: `cargo run -p cekura-campaign --example render < report.json > report.html`.
//!
//! What the JSON holds is what is shown: a report that was saved with transcripts needs `--include-transcripts` here too.

use std::{env, io};

use cekura_campaign::report::{self, Report};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let transcripts = env::args().any(|argument| argument == "--include-transcripts");
    let report: Report = serde_json::from_reader(io::stdin().lock())?;
    let published = match transcripts {
        true => report.publish_with_transcripts(),
        false => report.publish(),
    };
    report::html(&published, &mut io::stdout().lock())?;
    Ok(())
}
