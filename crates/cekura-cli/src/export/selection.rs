//! What an export is of, to continue it with nothing else.

use cekura::Scope;
use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::{CallExportArgs, Rendering};

/// The options of an export that decide about its content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ExportSelection {
    service: String,
    scope: Scope,
    /// As it was written.
    from: Option<String>,
    to: Option<String>,
    filter: Option<Value>,
    format: String,
    detail: String,
}

impl ExportSelection {
    pub(crate) fn new(
        args: &CallExportArgs,
        format: Rendering,
        service: &str,
        scope: Scope,
    ) -> Self {
        Self {
            service: service.to_owned(),
            scope,
            from: args.from.as_ref().map(|from| from.text.clone()),
            to: args.to.as_ref().map(|to| to.text.clone()),
            filter: args.calls.filters(),
            format: name_of(format),
            detail: name_of(args.detail),
        }
    }

    /// Returns what `other` has differently, such as `--from was 90d and is now 60d`.
    pub(crate) fn differences(&self, other: &Self) -> Vec<String> {
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "not given".to_owned());
        let filter = |filter: &Option<Value>| text(&filter.as_ref().map(Value::to_string));
        let facts = |of: &Self| {
            [
                ("the service", of.service.clone()),
                ("the selection", of.scope.to_string()),
                ("--from", text(&of.from)),
                ("--to", text(&of.to)),
                ("the filter", filter(&of.filter)),
                ("--format", of.format.clone()),
                ("--detail", of.detail.clone()),
            ]
        };
        let both = facts(self).into_iter().zip(facts(other));
        both.filter(|((_, before), (_, now))| before != now)
            .map(|((what, before), (_, now))| format!("{what} was {before} and is now {now}"))
            .collect()
    }
}

fn name_of(value: impl ValueEnum) -> String {
    let name = value.to_possible_value();
    name.map(|name| name.get_name().to_owned())
        .unwrap_or_default()
}
