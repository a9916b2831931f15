//! `cekura calls vote`.

use cekura::{Effect, Method, Patch};

use crate::app::App;
use crate::cli::{Format, VoteArgs};
use crate::commands::api::interrupted;
use crate::failure::Failure;
use crate::session::Session;
use crate::stop::StopSignal;

pub(super) async fn vote(app: &mut App, args: &VoteArgs) -> Result<(), Failure> {
    let session = Session::open(app).await?;
    if let Some(sandbox) = &session.sandbox {
        crate::paid::report_unknown_ids(app, sandbox, None, &[args.id]);
    }
    let vote = session.client.call_logs().vote(args.id, args.metric);
    let vote = match args.up {
        true => vote.up(),
        false => vote.down(),
    };
    let mut vote = vote;
    if args.not_applicable {
        vote = vote.expected_value(Patch::Null);
    }
    if let Some(expected) = args.expected_value() {
        vote = vote.expected_value(expected);
    }
    if let Some(feedback) = &args.feedback {
        vote = vote.feedback(feedback);
    }
    let mut stop = StopSignal::listen();
    let recorded = tokio::select! {
        biased;
        recorded = vote.send() => recorded,
        () = stop.given() => {
            let path = format!("/observability/v1/call-logs/{}/mark_metric_vote/", args.id);
            return Err(interrupted(&Method::POST, &path, Effect::Write));
        }
    };
    let what = format!("metric {} of call log {}", args.metric, args.id);
    let recorded = recorded.map_err(|e| Failure::from(e).about(&what))?;
    match app.format() {
        Format::Table => app.data.text(&format!("the vote on {what} is recorded"))?,
        Format::Json => app.data.json(&recorded)?,
        Format::Jsonl => app.data.json_line(&recorded)?,
    }
    Ok(())
}
