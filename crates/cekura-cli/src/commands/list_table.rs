//! The table of `cekura calls list`.

use cekura::types::CallLogSummary;

use super::get::{outcome, passed_of};
use crate::output::{Column, cell, plain};

/// The columns of the table, by the width of the terminal. JSON always has everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    ended: bool,
    /// The time with its seconds.
    seconds: bool,
    counts: bool,
    status: bool,
}

impl Layout {
    /// The limits are the widths that the columns need with their longest known words.
    pub(super) fn of(width: Option<u16>) -> Self {
        let fits = |least: u16| width.is_none_or(|width| width >= least);
        Self {
            ended: fits(96),
            seconds: fits(76),
            counts: fits(72),
            status: fits(56),
        }
    }

    pub(super) fn columns(self) -> Vec<Column> {
        let time = if self.seconds { "TIME" } else { "TIME (UTC)" };
        self.pick([
            Column::number("CALL LOG"),
            Column::word(time),
            Column::number("LENGTH"),
            Column::word("STATUS"),
            Column::word("RESULT"),
            Column::number("PASSED"),
            Column::text("ENDED"),
        ])
    }

    pub(super) fn cells(self, log: &CallLogSummary) -> Vec<comfy_table::Cell> {
        let (word, tone) = outcome(log.success);
        let time = log.timestamp.as_ref().map(cekura::Timestamp::as_str);
        let time = time.map(if self.seconds {
            to_the_second
        } else {
            to_the_minute
        });
        let status = log.status.as_ref().map(ToString::to_string);
        self.pick([
            plain(log.id.map(|id| id.to_string()).unwrap_or_default()),
            plain(time.unwrap_or_default()),
            plain(log.duration.as_deref().unwrap_or_default()),
            plain(status.unwrap_or_default()),
            cell(word, tone),
            plain(passed_of(log.metrics())),
            plain(log.call_ended_reason.as_deref().unwrap_or_default()),
        ])
    }

    /// Returns the items of the shown columns.
    fn pick<T>(self, all: [T; 7]) -> Vec<T> {
        let shown = [
            true,
            true,
            self.counts,
            self.status,
            true,
            self.counts,
            self.ended,
        ];
        let both = all.into_iter().zip(shown);
        both.filter_map(|(one, shown)| shown.then_some(one))
            .collect()
    }
}

/// A moment without fractions of a second; text of another form as it is.
fn to_the_second(text: &str) -> String {
    match text.split_once('.') {
        Some((whole, rest)) => format!(
            "{whole}{}",
            rest.trim_start_matches(|c: char| c.is_ascii_digit())
        ),
        None => text.to_owned(),
    }
}

/// `2026-05-18 09:31`, for a moment in UTC; text of another form keeps its zone.
fn to_the_minute(text: &str) -> String {
    let whole = to_the_second(text);
    let minute = whole
        .strip_suffix('Z')
        .and_then(|utc| utc.rsplit_once(':'))
        .map(|(minute, _)| minute.replacen('T', " ", 1));
    minute.unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Style, Table, Terminal};

    /// The widest entry that the service is known to give, as a table of this width.
    fn table(width: u16) -> String {
        let out = Style::plain();
        let terminal = Terminal {
            stdin: false,
            stdout: true,
            stderr: false,
            width: Some(width),
            out,
            err: out,
        };
        let log: CallLogSummary = serde_json::from_value(serde_json::json!({
            "id": 12_345_678, "timestamp": "2026-05-18T09:31:04.482913Z", "duration": "01:12",
            "status": "reviewed_success", "success": false, "call_ended_reason": "caller_hung_up",
        }))
        .unwrap();
        let layout = Layout::of(Some(width));
        let mut table = Table::new(&terminal, &layout.columns());
        table.row(layout.cells(&log));
        table.into_text()
    }

    #[test]
    fn no_word_is_broken_at_any_usual_width() {
        for width in 40..140 {
            let text = table(width);
            assert_eq!(
                text.lines().count(),
                3,
                "{width}: heading, rule, row\n{text}"
            );
            assert!(
                text.lines()
                    .all(|line| line.chars().count() <= width.into()),
                "{width}\n{text}"
            );
            assert!(
                text.contains("12345678") && text.contains("2026-05-18"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_short_time_is_in_utc_or_keeps_its_offset() {
        assert_eq!(to_the_minute("2026-05-18T09:31:04.5Z"), "2026-05-18 09:31");
        assert_eq!(
            to_the_minute("2026-05-18T09:31:04+02:00"),
            "2026-05-18T09:31:04+02:00"
        );
        assert_eq!(to_the_minute("soon"), "soon");
    }

    #[test]
    fn fractions_of_a_second_are_left_out() {
        assert_eq!(
            to_the_second("2026-05-18T09:31:04.482913Z"),
            "2026-05-18T09:31:04Z"
        );
        assert_eq!(
            to_the_second("2026-05-18T09:31:04.5+02:00"),
            "2026-05-18T09:31:04+02:00"
        );
        assert_eq!(
            to_the_second("2026-05-18T09:31:04Z"),
            "2026-05-18T09:31:04Z"
        );
    }
}
