//! `cekura sandbox`.

use std::path::Path;

use cekura_sandbox::{FaultScript, Quirks, Sandbox, SandboxClock};

use crate::app::App;
use crate::cli::SandboxArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{MADE, read_small};
use crate::paid::contents_of;
use crate::stop::StopSignal;

pub(super) async fn serve(app: &mut App, args: &SandboxArgs) -> Result<(), Failure> {
    if app.global.sandbox {
        return Err(Failure::usage(
            "--sandbox cannot be combined with `cekura sandbox`",
        ));
    }
    let mut builder = Sandbox::builder()
        .port(args.port)
        .seed(args.seed)
        .call_logs(args.call_logs)
        .latency(args.latency)
        .evaluation_time(args.evaluation_time)
        .clock(
            SandboxClock::real()
                .ahead_by(args.clock_ahead)
                .behind_by(args.clock_behind),
        )
        .credits(args.credits.to_string());
    if let Some(path) = &args.quirks {
        builder = builder.quirks(quirks(path)?);
    }
    // Takes precedence over the file.
    if let Some(noise) = args.judge_error_rate {
        builder = builder.judge_error_rate(noise);
    }
    if let Some(limit) = args.rate_limit {
        builder = builder.rate_limit(limit);
    }
    if let Some(path) = &args.faults {
        builder = builder.faults(faults(path)?);
    }
    let sandbox = builder.start().await.map_err(|e| {
        Failure::own(Exit::Other, format!("the sandbox cannot be started: {e}"))
            .hint("another program may use the port: omit --port to use any free port")
    })?;
    let mut stop = StopSignal::listen();
    app.data.text(&format!("listening on {}", sandbox.url()))?;
    app.data.flush()?;
    app.notes.info(&welcome(&sandbox));
    stop.given().await;
    app.notes.info("stopped");
    Ok(())
}

fn text(path: &Path, what: &str) -> Result<String, Failure> {
    let shown = path.display();
    read_small(path, MADE)
        .map_err(|e| Failure::usage(format!("the {what} file {shown} cannot be read: {e}")))
}

fn quirks(path: &Path) -> Result<Quirks, Failure> {
    serde_json::from_str(&text(path, "quirks")?).map_err(|e| {
        Failure::usage(format!("{}: {e}", path.display()))
            .hint("GET /__sandbox/quirks of a running sandbox shows all quirks and their values")
    })
}

fn faults(path: &Path) -> Result<FaultScript, Failure> {
    text(path, "fault")?.parse().map_err(|e| {
        Failure::usage(format!("{}: {e}", path.display()))
            .hint("`cekura sandbox --help` describes the fault file")
    })
}

/// Returns the key, the ids and an example request.
fn welcome(sandbox: &Sandbox) -> String {
    let (url, key) = (sandbox.url(), sandbox.api_key());
    let agent = sandbox.agent_ids().first().copied().unwrap_or_default();
    let ids: Vec<String> = sandbox
        .call_log_ids_of(agent)
        .iter()
        .rev()
        .take(2)
        .map(ToString::to_string)
        .collect();
    format!(
        "key: {key}\n\
         {}\n\
         {}\n\
         Try:\n  \
           curl -s -X POST {url}/observability/v1/call-logs/rerun_evaluation/ \\\n    \
             -H 'X-CEKURA-API-KEY: {key}' -H 'Content-Type: application/json' \\\n    \
             -d '{{\"agent_id\": {agent}, \"call_logs\": [{}]}}'\n  \
           CEKURA_API_KEY={key} CEKURA_API_URL={url} cekura calls rerun --agent-id {agent} --wait {}\n\
         Requests, costs and settings: {url}/__sandbox/\n\
         Press Ctrl-C to stop.",
        contents_of(sandbox),
        reviewed(sandbox),
        ids.join(", "),
        ids.join(" "),
    )
}

/// Returns how many call logs a person has reviewed, with the newest ids.
fn reviewed(sandbox: &Sandbox) -> String {
    let ids = sandbox.reviewed_call_log_ids();
    let newest: Vec<String> = ids.iter().rev().take(3).map(ToString::to_string).collect();
    match newest.as_slice() {
        [] => "no call log is reviewed".to_owned(),
        newest => format!(
            "{} call logs are reviewed by a person, such as {}",
            ids.len(),
            newest.join(", ")
        ),
    }
}
