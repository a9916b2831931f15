//! Checks that a response is the one that was asked for, by the fields that identify it.

use cekura_api::scalars::{CallLogId, MetricId};
use cekura_api::types::{BillingInfo, CallLog, CallLogPage, Metric};

use crate::http::Mismatch;

/// The entries that any page may have.
const PAGE: usize = 200;

/// Checks that this is a page of call logs, with at most `asked` entries or 200.
pub(super) fn page(page: &CallLogPage, asked: Option<usize>) -> Result<(), Mismatch> {
    let most = asked.unwrap_or_default().max(PAGE);
    match page.results.as_ref().map(Vec::len) {
        None => mismatch("results", "a page has a list of call logs there"),
        Some(entries) if entries > most => mismatch(
            "results",
            format!("a page has at most {most} call logs there, not {entries}"),
        ),
        Some(_) => Ok(()),
    }
}

/// Checks that this is the call log `id`.
pub(super) fn call_log(log: &CallLog, id: CallLogId) -> Result<(), Mismatch> {
    same(log.id.map(CallLogId::get), id.get())
}

/// Checks that this is the metric `id`.
pub(super) fn metric(metric: &Metric, id: MetricId) -> Result<(), Mismatch> {
    same(metric.id.map(MetricId::get), id.get())
}

/// Checks that this is a balance with at least one amount.
pub(super) fn balance(info: &BillingInfo) -> Result<(), Mismatch> {
    let amounts = [
        &info.credits_remaining,
        &info.credits_used,
        &info.initial_balance,
    ];
    match amounts.iter().any(|amount| amount.is_some()) {
        true => Ok(()),
        false => mismatch("credits_remaining", "a balance has a number there"),
    }
}

fn same(found: Option<i64>, asked: i64) -> Result<(), Mismatch> {
    match found {
        Some(found) if found == asked => Ok(()),
        Some(found) => mismatch("id", format!("{asked} was asked for, and {found} came")),
        None => mismatch("id", format!("{asked} was asked for, and there is no id")),
    }
}

fn mismatch(path: &'static str, expected: impl Into<String>) -> Result<(), Mismatch> {
    Err(Mismatch {
        path,
        expected: expected.into(),
    })
}
