//! The changes of a report, worst first.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::error::JournalError;
use super::metrics::{Counted, Key, key};
use super::open::Journal;
use super::report::ReportOptions;
use super::reviews::Reviews;
use crate::report::{Change, ChangeKind, ExcerptTurn, Verdict};

/// How many changes beyond the limit are kept before the worst are selected.
const SPARE: usize = 10_000;

/// The sort keys of a change, and its row.
#[derive(Clone, Copy, Debug)]
struct Ranked {
    /// Whether it fails now what the reviewer passed.
    contradicts: bool,
    kind: ChangeKind,
    /// Whether the score rose.
    rises: bool,
    /// How far the score moved, as a share of the metric's scores; 1 without scores.
    size: f64,
    log: i64,
    nth: i64,
}

impl Ranked {
    /// The worst first: what contradicts the reviewer; then by kind; what fell before what rose; by size.
    fn order(&self, other: &Self) -> Ordering {
        (!self.contradicts)
            .cmp(&!other.contradicts)
            .then(self.kind.cmp(&other.kind))
            .then(self.rises.cmp(&other.rises))
            .then(other.size.total_cmp(&self.size))
            .then((self.log, self.nth).cmp(&(other.log, other.nth)))
    }
}

/// The worst changes, up to a limit.
struct Worst {
    most: usize,
    all: u64,
    ranked: Vec<Ranked>,
}

impl Worst {
    fn add(&mut self, change: Ranked) {
        self.all += 1;
        self.ranked.push(change);
        if self.ranked.len() >= self.most.saturating_add(SPARE) {
            self.ranked.select_nth_unstable_by(self.most, Ranked::order);
            self.ranked.truncate(self.most);
        }
    }

    fn into_sorted(mut self) -> Vec<Ranked> {
        self.ranked.sort_unstable_by(Ranked::order);
        self.ranked.truncate(self.most);
        self.ranked
    }
}

impl Journal {
    /// The changes to list, and how many are left out.
    pub(super) fn changes(
        &self,
        options: &ReportOptions,
        metrics: &[Counted],
        reviews: &Reviews,
    ) -> Result<(Vec<Change>, u64), JournalError> {
        let known: BTreeMap<Key, &Counted> = metrics.iter().map(|m| (m.key(), m)).collect();
        let worst = self.ranked(options, &known, reviews)?;
        let all = worst.all;
        let mut find = self
            .db
            .prepare(
                "SELECT v.log, v.metric, v.name, v.change, v.before_passed, v.before_score, v.before_value, v.before_why, \
                 v.after_passed, v.after_score, v.after_value, v.after_why, v.human, c.number, c.excerpt \
                 FROM verdicts v JOIN calls c ON c.round = v.round AND c.log = v.log \
                 WHERE v.round = 0 AND v.log = ? AND v.nth = ?",
            )
            .map_err(|e| self.failed(e))?;
        let mut changes = Vec::new();
        for ranked in worst.into_sorted() {
            let mut change = find
                .query_row([ranked.log, ranked.nth], change)
                .map_err(|e| self.failed(e))?;
            let metric = known.get(&key(change.metric_id, &change.metric_name));
            change.within_noise =
                metric.and_then(|metric| Some(metric.summary.noise?.flips_within));
            changes.push(change);
        }
        let left_out = all.saturating_sub(changes.len() as u64);
        Ok((changes, left_out))
    }

    fn ranked(
        &self,
        options: &ReportOptions,
        known: &BTreeMap<Key, &Counted>,
        reviews: &Reviews,
    ) -> Result<Worst, JournalError> {
        let failed = |e| self.failed(e);
        let last = match options.explanations {
            true => ChangeKind::ExplanationChanged,
            false => ChangeKind::FailToPass,
        };
        let most = options.max_changes.unwrap_or(u64::MAX);
        let mut worst = Worst {
            most: usize::try_from(most).unwrap_or(usize::MAX),
            all: 0,
            ranked: Vec::new(),
        };
        let mut find = self
            .db
            .prepare(
                "SELECT log, nth, metric, name, change, before_score, after_score, human IS 1 AND after_passed IS 0 \
                 FROM verdicts WHERE round = 0 AND change <= ?",
            )
            .map_err(failed)?;
        let mut rows = find.query(params![last as i64]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let change = rank(row, known).map_err(failed)?;
            if !reviews.meanwhile.contains(&change.log) {
                worst.add(change);
            }
        }
        Ok(worst)
    }
}

fn rank(row: &Row<'_>, known: &BTreeMap<Key, &Counted>) -> rusqlite::Result<Ranked> {
    let kind = kind_at(row.get(4)?);
    let scores: (Option<f64>, Option<f64>) = (row.get(5)?, row.get(6)?);
    let moved = scores.0.zip(scores.1).map(|(before, after)| after - before);
    let span = known
        .get(&key(row.get(2)?, row.get_ref(3)?.as_str()?))
        .map_or(0.0, |metric| metric.span);
    Ok(Ranked {
        contradicts: row.get(7)?,
        kind,
        rises: kind == ChangeKind::ScoreMoved && moved.is_some_and(|by| by > 0.0),
        size: match moved {
            Some(by) if span > 0.0 => by.abs() / span,
            _ => 1.0,
        },
        log: row.get(0)?,
        nth: row.get(1)?,
    })
}

pub(super) fn kind_at(number: i64) -> ChangeKind {
    let mut known = ChangeKind::ALL.into_iter();
    known
        .find(|kind| *kind as i64 == number)
        .unwrap_or(ChangeKind::ValueChanged)
}

fn change(row: &Row<'_>) -> rusqlite::Result<Change> {
    let kind = kind_at(row.get(3)?);
    let excerpt: Option<String> = row.get(14)?;
    Ok(Change {
        call_log: row.get(0)?,
        metric_id: row.get(1)?,
        metric_name: row.get(2)?,
        change: kind,
        within_noise: None,
        before: (kind != ChangeKind::Appeared).then_some(verdict(row, 4)?),
        after: (kind != ChangeKind::Vanished).then_some(verdict(row, 8)?),
        reviewer: row.get(12)?,
        customer_number: row.get(13)?,
        excerpt: excerpt
            .and_then(|text| serde_json::from_str::<Vec<ExcerptTurn>>(&text).ok())
            .unwrap_or_default(),
    })
}

pub(super) fn verdict(row: &Row<'_>, from: usize) -> rusqlite::Result<Verdict> {
    let why: Option<String> = row.get(from + 3)?;
    Ok(Verdict {
        passed: row.get(from)?,
        score: row.get(from + 1)?,
        value: row.get(from + 2)?,
        explanation: why
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ChangeKind as K;

    fn ranked(log: i64, kind: ChangeKind, moved: f64, contradicts: bool) -> Ranked {
        Ranked {
            contradicts,
            kind,
            rises: moved > 0.0,
            size: moved.abs(),
            log,
            nth: 0,
        }
    }

    #[test]
    fn the_worst_come_first_and_a_limit_keeps_them() {
        let all = [
            ranked(1, K::FailToPass, 0.0, false),
            ranked(2, K::ScoreMoved, -0.1, false),
            ranked(3, K::ScoreMoved, 0.9, false),
            ranked(4, K::ScoreMoved, -0.8, false),
            ranked(5, K::PassToFail, 0.0, false),
            ranked(6, K::PassToFail, 0.0, true),
            ranked(7, K::Appeared, 0.0, true),
        ];
        let listed = |most| {
            let mut worst = Worst {
                most,
                all: 0,
                ranked: Vec::new(),
            };
            all.iter().for_each(|change| worst.add(*change));
            let logs: Vec<i64> = worst.into_sorted().iter().map(|c| c.log).collect();
            logs
        };
        assert_eq!(listed(usize::MAX), [6, 7, 5, 4, 2, 3, 1]);
        assert_eq!(listed(2), [6, 7]);
        assert!(listed(0).is_empty());
    }

    #[test]
    fn of_very_many_changes_only_the_worst_are_kept() {
        let mut worst = Worst {
            most: 3,
            all: 0,
            ranked: Vec::new(),
        };
        for log in 0..100_000 {
            worst.add(ranked(log, K::ScoreMoved, -(log as f64) / 1e6, false));
            assert!(worst.ranked.len() < 3 + SPARE);
        }
        assert_eq!(worst.all, 100_000);
        let logs: Vec<i64> = worst.into_sorted().iter().map(|c| c.log).collect();
        assert_eq!(logs, [99_999, 99_998, 99_997]);
    }
}
