//! `cekura calls vote`.

use cekura::{Effect, Method, Patch};

use crate::app::App;
use crate::cli::VoteArgs;
use crate::commands::unless_interrupted;
use crate::failure::Failure;
use crate::session::Session;

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
    let path = format!("/observability/v1/call-logs/{}/mark_metric_vote/", args.id);
    let recorded = unless_interrupted(vote.send(), &Method::POST, &path, Effect::Write).await?;
    let what = format!("metric {} of call log {}", args.metric, args.id);
    let recorded = recorded.map_err(|e| Failure::from(e).about(&what))?;
    app.show(&recorded, |_| format!("the vote on {what} is recorded"))
}
