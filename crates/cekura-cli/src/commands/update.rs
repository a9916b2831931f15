//! `cekura calls update`.

use cekura::types::CallLogUpdate;
use cekura::{CallLogPatch, Effect, Method};

use super::get;
use crate::app::App;
use crate::cli::UpdateArgs;
use crate::commands::body_argument;
use crate::commands::unless_interrupted;
use crate::failure::Failure;
use crate::session::Session;

pub(super) async fn update(app: &mut App, args: &UpdateArgs) -> Result<(), Failure> {
    let patch = patch(args)?;
    if patch.is_empty() {
        return Err(Failure::usage("nothing is given that changes")
            .hint("give an option such as --feedback TEXT, or --data JSON"));
    }
    let session = Session::open(app).await?;
    if let Some(sandbox) = &session.sandbox {
        crate::paid::report_unknown_ids(app, sandbox, None, &[args.id]);
    }
    let effect = match patch.is_paid() {
        true => Effect::Billable,
        false => Effect::Write,
    };
    let request = session.client.call_logs().update(args.id, patch);
    let path = format!("/observability/v2/call-logs/{}/", args.id);
    let updated = unless_interrupted(request.send(), &Method::PATCH, &path, effect).await?;
    let log = updated.map_err(|e| Failure::from(e).about(format!("call log {}", args.id)))?;
    get::show(app, &log)
}

/// Returns the patch of the options and the data together.
fn patch(args: &UpdateArgs) -> Result<CallLogPatch, Failure> {
    let body: CallLogUpdate = match &args.data {
        Some(data) => body_argument(data)?,
        None => CallLogUpdate::new(),
    };
    for (name, flag, twice) in [
        (
            "status",
            "status",
            args.status.is_some() && body.status.is_some(),
        ),
        (
            "feedback",
            "feedback",
            args.feedback.is_some() && body.feedback.is_some(),
        ),
        (
            "duration",
            "duration",
            args.duration.is_some() && body.duration.is_some(),
        ),
        (
            "reevaluate_metrics",
            "reevaluate-metrics",
            args.reevaluate_metrics && body.reevaluate_metrics.is_some(),
        ),
    ] {
        if twice {
            return Err(Failure::usage(format!(
                "{name} is given by --{flag} and in --data: leave out one of them"
            )));
        }
    }
    let mut patch = CallLogPatch::from(body);
    if let Some(status) = args.status {
        patch = patch.status(status);
    }
    if let Some(feedback) = &args.feedback {
        patch = patch.feedback(feedback);
    }
    if let Some(duration) = args.duration {
        patch = patch.duration(duration);
    }
    if args.reevaluate_metrics {
        patch = patch.reevaluate_metrics(true);
    }
    Ok(patch)
}
