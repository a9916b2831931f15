//! What always holds.

use std::collections::BTreeMap;

use cekura_campaign::journal::{ReportOptions, Row};
use cekura_campaign::{Campaign, CampaignOutcome, Journal, JournalError};
use cekura_tests::Lab;
use proptest::prop_assert;
use proptest::test_runner::{TestCaseError, TestCaseResult};

use crate::case::{Case, Happening, Session};
use crate::drive::{PAID, Part, Sends};

fn read(part: &Part) -> Result<Journal, TestCaseError> {
    Journal::read(&part.journal).map_err(|e| TestCaseError::fail(e.to_string()))
}

/// Leave to send again is a session's own: without it no call log goes out that may have been evaluated.
pub(crate) fn leave(part: &mut Part, session: &Session) -> TestCaseResult {
    // A damaged journal that cannot be read is refused by the next session.
    let Ok(journal) = Journal::read(&part.journal) else {
        return Ok(());
    };
    let mut sends = Sends::new();
    let read = journal.rows(|row| -> Result<(), JournalError> {
        sends.insert((row.round, row.call_log), row.sends);
        Ok(())
    });
    if read.is_err() {
        return Ok(());
    }
    // A cut log takes the journal back to an earlier moment, at which a request that was not carried out still counted.
    let is_rolled_back = session.damage.is_some();
    for ((round, log), now) in &sends {
        let before = part.sends.get(&(*round, *log)).copied().unwrap_or(0);
        prop_assert!(
            session.resends || is_rolled_back || *now <= before.max(1),
            "call log {log}, round {round}: sent {before} times before a session without leave to send again, {now} after it"
        );
    }
    part.sends = sends;
    Ok(())
}

/// What holds for one shard once its last session is over.
pub(crate) fn part(lab: &Lab, case: &Case, part: &Part) -> TestCaseResult {
    if part.is_lost {
        // A journal that is known to be damaged sends nothing; what was paid before is not counted any more.
        return Ok(());
    }
    let journal = read(part)?;
    let mut rows: Vec<Row> = Vec::new();
    journal
        .rows(|row| -> Result<(), JournalError> {
            rows.push(row);
            Ok(())
        })
        .map_err(|e| TestCaseError::fail(e.to_string()))?;
    let ledger = lab.sandbox().ledger();
    let mut sends: BTreeMap<i64, BTreeMap<u32, u32>> = BTreeMap::new();
    for row in &rows {
        sends
            .entry(row.call_log)
            .or_default()
            .insert(row.round, row.sends);
    }
    let permitted = 1 + u32::from(part.resends);
    let mut paid = 0;
    for (log, rounds) in &sends {
        let charged = ledger.evaluations_of(*log);
        let known: u32 = rounds.values().sum();
        paid += charged;
        prop_assert!(
            charged <= u64::from(known),
            "call log {log}: charged {charged} times, and the journal knows of {known}"
        );
        for (round, sends) in rounds {
            prop_assert!(
                *sends <= permitted,
                "call log {log}, round {round}: sent {sends} times, {permitted} permitted"
            );
        }
    }
    let status = journal
        .status()
        .map_err(|e| TestCaseError::fail(e.to_string()))?;
    let spent = status.spent;
    prop_assert!(
        spent.evaluations >= paid,
        "{spent:?}, and {paid} were charged"
    );
    if let Some(limit) = part.limit
        && case.shards == 1
    {
        prop_assert!(paid <= limit, "{paid} were charged, the limit was {limit}");
    }
    let coverage = status.coverage;
    // Whatever ended the sending, the results of what was paid were waited for.
    prop_assert!(
        coverage.waiting == 0,
        "{coverage:?}, after a session that nothing cut short: {:?}",
        part.ending
    );
    let grows = case
        .events
        .iter()
        .any(|(_, happening)| matches!(happening, Happening::AssignMetric));
    if spent.estimated == 0 || !grows {
        let own = |log: i64| sends.contains_key(&log);
        let credits: f64 = ledger
            .entries()
            .iter()
            .filter(|entry| own(entry.call_log))
            .map(|entry| entry.credits.to_string().parse::<f64>().unwrap_or(f64::NAN))
            .sum();
        prop_assert!(
            spent.credits >= credits - 1e-6,
            "{spent:?}, and {credits} credits were charged"
        );
    }
    let report = journal
        .report(&ReportOptions::default())
        .map_err(|e| TestCaseError::fail(e.to_string()))?;
    prop_assert!(
        coverage.evaluated() + report.unfinished.len() as u64 == coverage.selected,
        "{coverage:?}, and {} call logs without a result are listed",
        report.unfinished.len()
    );
    confirmed(lab, &rows)
}

/// Every confirmed verdict is one that the judge gave after the request.
fn confirmed(lab: &Lab, rows: &[Row]) -> TestCaseResult {
    let ledger = lab.sandbox().ledger();
    for row in rows
        .iter()
        .filter(|row| row.state == "confirmed" && row.round == 0)
    {
        prop_assert!(
            ledger.evaluations_of(row.call_log) > 0,
            "call log {} has a confirmed result and was never evaluated",
            row.call_log
        );
        let (Some(metric), Some(after)) = (row.metric_id, &row.after) else {
            continue;
        };
        let verdicts = lab.sandbox().verdicts(row.call_log);
        let is_new = verdicts.iter().any(|verdict| {
            verdict.evaluation > 0
                && verdict.metric == metric
                // A score that no number holds is not in the result.
                && (after.score.is_none() || verdict.score == after.score)
                && (verdict.passed.is_none()
                    || after.passed.is_none()
                    || verdict.passed == after.passed)
        });
        // A metric that was not judged by this request keeps its verdict.
        let was_judged = verdicts
            .iter()
            .any(|verdict| verdict.evaluation > 0 && verdict.metric == metric);
        prop_assert!(
            is_new || !was_judged,
            "call log {}, metric {metric}: {after:?} is none of {verdicts:?}",
            row.call_log
        );
    }
    Ok(())
}

/// A finished campaign that is resumed sends nothing.
pub(crate) async fn resumed(lab: &Lab, part: &mut Part) -> TestCaseResult {
    if part.is_lost || part.ending != Some(CampaignOutcome::Finished) {
        return Ok(());
    }
    let before = paid_requests(lab);
    let journal = Journal::open(&part.journal).map_err(|e| TestCaseError::fail(e.to_string()))?;
    let mut campaign = Campaign::new(lab.client().clone(), journal)
        .map_err(|e| TestCaseError::fail(e.to_string()))?
        .with_clock(lab.clock().clone());
    let _ = campaign.run().await;
    let after = paid_requests(lab);
    prop_assert!(
        before == after,
        "a finished campaign sent {} requests",
        after - before
    );
    Ok(())
}

fn paid_requests(lab: &Lab) -> u64 {
    let request_counts = lab.sandbox().request_counts();
    PAID.iter()
        .map(|operation| request_counts.of_operation(operation))
        .sum()
}
