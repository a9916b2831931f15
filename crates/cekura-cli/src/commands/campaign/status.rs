//! `cekura campaign status`.

use std::path::Path;

use cekura_campaign::Journal;
use cekura_campaign::cost::credits_text;
use cekura_campaign::journal::{Budget, Status};
use cekura_campaign::report::wording;
use serde_json::{Value, json};

use crate::app::App;
use crate::campaign::{
    credits, handle, journal_of, metric_words, several, share_words, warn_lost_requests,
};
use crate::cli::StatusArgs;
use crate::failure::Failure;
use crate::output::{Terminal, value_table};

pub(super) fn status(app: &mut App, args: &StatusArgs) -> Result<(), Failure> {
    let path = journal_of(&args.campaign)?;
    let journal = Journal::read(&path)?;
    let status = journal.status()?;
    app.show(&object(&status, &path), |terminal| {
        table(&status, &path, terminal)
    })?;
    app.data.flush()?;
    warn_lost_requests(app, &journal)?;
    let handle = handle(&status.id, &path);
    if status.coverage.is_complete() {
        app.notes
            .info(&format!("report: cekura campaign report {handle}"));
    } else if status.stopped.is_some() {
        app.notes.info(&format!(
            "to continue anyway: cekura campaign resume {handle} --past-canary"
        ));
    } else {
        app.notes.info(&format!(
            "to continue, unless another process works on it: cekura campaign resume {handle}"
        ));
    }
    Ok(())
}

fn table(status: &Status, path: &Path, terminal: &Terminal) -> String {
    let coverage = &status.coverage;
    let counted = |number: u64| (number > 0).then(|| wording::count(number));
    let values = [
        ("name", Some(status.id.clone())),
        ("journal", Some(path.display().to_string())),
        ("planned", Some(status.plan.created_at.clone())),
        ("of", Some(status.plan.scope.to_string())),
        ("selection", Some(status.plan.selection.clone())),
        ("metrics", Some(metric_words(&status.plan.operation))),
        ("shard", status.shard.clone()),
        ("call logs", Some(wording::count(coverage.selected))),
        (
            "evaluated",
            Some(format!(
                "{} ({} confirmed, {} inferred)",
                wording::count(coverage.evaluated()),
                wording::count(coverage.confirmed),
                wording::count(coverage.inferred)
            )),
        ),
        ("unknown", counted(coverage.unknown)),
        ("refused", counted(coverage.refused)),
        ("timed out", counted(coverage.timed_out)),
        ("waited for", counted(coverage.waiting)),
        ("not sent", counted(coverage.not_sent)),
        ("deleted", counted(coverage.deleted)),
        (
            "paid for",
            Some(format!(
                "up to {} with {} ({}), about {} (estimated)",
                several(status.spent.evaluations, "evaluation"),
                several(status.spent.metric_evaluations, "metric evaluation"),
                match status.spent.estimated {
                    0 => "counted from the results".to_owned(),
                    some => format!("estimated for {}", several(some, "evaluation")),
                },
                credits(status.spent.credits)
            )),
        ),
        (
            "charged again",
            (status.possibly_charged > 1).then(|| {
                format!(
                    "a call log may have been charged up to {} times",
                    status.possibly_charged
                )
            }),
        ),
        ("limit", limit(status)),
        (
            "share",
            (!status.share().is_whole())
                .then(|| share_words(status.share(), &status.settings))
                .flatten(),
        ),
        ("open requests", counted(status.open_requests)),
        ("sessions", Some(status.sessions.to_string())),
        ("stopped", status.stopped.clone()),
    ];
    value_table(terminal, "CAMPAIGN", values)
}

/// The limits that hold here, and of which limits a shard's are the share.
fn limit(status: &Status) -> Option<String> {
    let words = |budget: &Budget| {
        let evaluations = budget.max_evaluations.map(|n| several(n, "evaluation"));
        let credits = budget.max_credits.map(credits);
        let both: Vec<String> = evaluations.into_iter().chain(credits).collect();
        (!both.is_empty()).then(|| both.join(", "))
    };
    let (own, plan) = (words(&status.budget())?, words(&status.settings.budget)?);
    Some(match own == plan {
        true => own,
        false => format!("{own} (this shard's share of {plan})"),
    })
}

fn object(status: &Status, path: &Path) -> Value {
    let (settings, share) = (&status.settings, status.share());
    json!({
        "id": status.id,
        "journal": path.display().to_string(),
        "created_at": status.plan.created_at,
        "scope": status.plan.scope.to_string(),
        "operation": status.plan.operation.name(),
        "selection": status.plan.selection,
        "shard": status.shard,
        "plan_digest": status.plan.digest,
        "coverage": status.coverage,
        "complete": status.coverage.is_complete(),
        "spent": {
            "evaluations": status.spent.evaluations,
            "metric_evaluations": status.spent.metric_evaluations,
            "estimated_credits": credits_text(status.spent.credits),
            "estimated_evaluations": status.spent.estimated,
            "possibly_charged": status.possibly_charged,
        },
        "sessions": status.sessions,
        "open_requests": status.open_requests,
        "stopped": status.stopped,
        "settings": {
            "batch_size": settings.batch_size,
            "concurrency": settings.concurrency,
            "read_concurrency": settings.read_concurrency,
            "max_evaluations": settings.budget.max_evaluations,
            "max_credits": settings.budget.max_credits.map(credits_text),
            "share": {
                "max_evaluations": status.budget().max_evaluations,
                "max_credits": status.budget().max_credits.map(credits_text),
                "canary": settings.canary.iter().map(|count| share.part(*count)).collect::<Vec<_>>(),
                "noise_sample": settings.noise.map(|noise| share.part(noise.sample)),
            },
            "canary": settings.canary,
            "canary_max_regressions": settings.canary_max_regressions,
            "noise": settings.noise,
            "detail": settings.detail,
            "confirmed_only": settings.confirmed_only,
        },
    })
}
