//! The gate of a campaign: read from its file and the options, and checked against the metrics.

use std::path::Path;

use cekura_campaign::Plan;
use cekura_campaign::gate::{Gate, KnownMetric, RuleKind};
use cekura_campaign::report::Report;

use crate::app::App;
use crate::cli::GateArgs;
use crate::failure::Failure;
use crate::input::{BY_HAND, read_small};

/// The default gate file.
const FILE: &str = "cekura-gate.toml";

/// Returns the gate of the gate file and the options.
pub(crate) fn gate(app: &App, args: &GateArgs) -> Result<Gate, Failure> {
    let default = Path::new(FILE);
    let path = match &args.gate {
        Some(path) => Some(path.as_path()),
        None if default.is_file() => {
            app.notes.info(&format!("gate: {FILE}"));
            Some(default)
        }
        None => None,
    };
    let mut gate = match path {
        None => Gate::default(),
        Some(path) => {
            let shown = path.display();
            let text = read_small(path, BY_HAND)
                .map_err(|e| Failure::usage(format!("the gate {shown} cannot be read: {e}")))?;
            Gate::from_toml(&text).map_err(|e| Failure::usage(format!("the gate {shown}: {e}")))?
        }
    };
    let rules = [
        (RuleKind::MinPassRate, &args.min_pass_rate),
        (RuleKind::MaxRegressions, &args.max_regressions),
    ];
    for (rule, texts) in rules {
        for text in texts {
            gate.set(rule, text)?;
        }
    }
    Ok(gate)
}

/// Rejects rules that cannot apply to their metric, before anything is sent.
pub(crate) fn check_plan(gate: &Gate, plan: &Plan) -> Result<(), Failure> {
    let known: Vec<KnownMetric> = plan
        .metrics
        .iter()
        .map(|metric| KnownMetric::of_kind(Some(metric.id.0), &metric.name, metric.kind.as_deref()))
        .collect();
    gate.check_fit(&known)
        .map_err(|e| Failure::from(e).hint("nothing was sent"))
}

/// Rejects rules that cannot apply to their metric, by the results.
pub(crate) fn check_results(gate: &Gate, report: &Report) -> Result<(), Failure> {
    let known: Vec<KnownMetric> = report.metrics.iter().map(KnownMetric::from).collect();
    Ok(gate.check_fit(&known)?)
}
