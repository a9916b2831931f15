//! `cekura calls list`.

use cekura::types::CallLogSummary;
use cekura::{AgentId, ProjectId};
use futures_util::TryStreamExt;

use crate::app::App;
use crate::cli::{Format, LARGEST_PAGE, ListArgs, check_stretch};
use crate::commands::get::{outcome, passed_of};
use crate::failure::Failure;
use crate::output::{Column, Table, cell, plain};
use crate::paid;
use crate::session::Session;

pub(super) async fn list(app: &mut App, args: &ListArgs) -> Result<(), Failure> {
    check_stretch(args.from.as_ref(), args.to.as_ref())?;
    let session = Session::open(app).await?;
    if let Some(sandbox) = &session.sandbox {
        paid::tell_unknown(app, sandbox, args.agent().as_ref(), &[]);
    }
    let limit = args.limit.0.unwrap_or(usize::MAX);
    let mut entries = request(app, args, &session)?.items();
    let mut output = ListOutput::new(app);
    let mut shown = 0;
    let more = loop {
        let entry = entries.try_next().await;
        let entry = entry.map_err(|e| failed(e, args))?;
        let Some(entry) = entry else {
            break false;
        };
        if shown == limit {
            break true;
        }
        output.entry(app, &entry)?;
        shown += 1;
    };
    output.end(app)?;
    app.data.flush()?;
    if let Some(mismatch) = entries.count_mismatch() {
        app.notes.warn(&format!("{mismatch}: it may be incomplete"));
    }
    if more {
        let first = match shown {
            1 => "the first one is".to_owned(),
            n => format!("the first {n} are"),
        };
        app.notes.info(&format!(
            "{first} shown and there are more: --limit all shows all"
        ));
    } else if shown == 0 {
        app.notes
            .info("no call logs match; without --from and --to only the last 30 days are searched");
    }
    Ok(())
}

/// Returns the failure of a request for the list. The service's message about a time range names its own parameters.
fn failed(error: cekura::Error, args: &ListArgs) -> Failure {
    let is_rejected = error.status() == Some(400);
    let failure = Failure::from(error).about("the list of call logs");
    match is_rejected && (args.from.is_some() || args.to.is_some()) {
        true => {
            failure.hint("check --from and --to: the service accepts a range of at most 33 days")
        }
        false => failure,
    }
}

/// Returns the request for the list; a usage error if neither an agent nor a project is given.
pub(super) fn request(
    app: &App,
    args: &ListArgs,
    session: &Session,
) -> Result<cekura::resources::ListCallLogs, Failure> {
    // One more than is shown tells whether there are more.
    let limit = args.limit.0.unwrap_or(usize::MAX);
    let page = args
        .page_size
        .unwrap_or_else(|| limit.saturating_add(1).min(LARGEST_PAGE));
    let list = session.client.call_logs().list().page_size(page);
    let list = match (args.agent_id, &args.assistant_id, args.project_id) {
        (Some(agent), ..) => list.agent_id(agent),
        (_, Some(assistant), _) => list.assistant_id(assistant.clone()),
        (.., Some(project)) => list.project_id(project),
        (None, None, None) => match default_scope(session, app) {
            Some(DefaultScope::Agent(agent)) => list.agent_id(agent),
            Some(DefaultScope::Project(project)) => list.project_id(project),
            None => return Err(no_scope()),
        },
    };
    let list = match &args.from {
        Some(from) => list.timestamp_from(from.clone()),
        None => list,
    };
    let list = match &args.to {
        Some(to) => list.timestamp_to(to.clone()),
        None => list,
    };
    Ok(match args.filters() {
        Some(filter) => list.filters_v2(&filter),
        None => list,
    })
}

/// A project's key needs no scope, but only the service can tell which kind of key it is.
fn no_scope() -> Failure {
    Failure::usage("no agent or project is given; nothing was sent")
        .hint("add --agent-id N, --assistant-id ID or --project-id N, or set CEKURA_PROJECT_ID")
        .hint("to find the agent: cekura api GET /test_framework/v2/aiagents/ --query page_size=50")
}

enum DefaultScope {
    Agent(AgentId),
    Project(ProjectId),
}

/// The scope where none is given: the sandbox's agent, else the configured project.
fn default_scope(session: &Session, app: &App) -> Option<DefaultScope> {
    let of_sandbox = session
        .sandbox
        .as_ref()
        .and_then(|sandbox| sandbox.agent_ids().first().copied());
    if let Some(agent) = of_sandbox {
        app.notes
            .info(&format!("using the sandbox's agent {agent}"));
        return Some(DefaultScope::Agent(AgentId(agent)));
    }
    session.project.map(DefaultScope::Project)
}

/// What the table shows, by how much room there is; nothing is lost in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Layout {
    ended: bool,
    /// The time with its seconds.
    seconds: bool,
    counts: bool,
    status: bool,
}

impl Layout {
    /// Each limit is what the columns need with the longest words that have been seen in them.
    fn of(width: Option<u16>) -> Self {
        let fits = |least: u16| width.is_none_or(|width| width >= least);
        Self {
            ended: fits(96),
            seconds: fits(76),
            counts: fits(72),
            status: fits(56),
        }
    }

    fn columns(self) -> Vec<Column> {
        let time = if self.seconds { "TIME" } else { "TIME (UTC)" };
        self.pick([
            Column::number("CALL LOG"),
            Column::word(time),
            Column::number("LENGTH"),
            Column::word("STATUS"),
            Column::word("OUTCOME"),
            Column::number("PASSED"),
            Column::text("ENDED"),
        ])
    }

    fn cells(self, log: &CallLogSummary) -> Vec<comfy_table::Cell> {
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

    /// Of something for each column, what is for the columns that are shown.
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

/// Entries on their way out: a table when all are there, JSON as they come.
enum ListOutput {
    Table(Layout, Box<Table>),
    List { is_empty: bool },
    Lines,
}

impl ListOutput {
    fn new(app: &App) -> Self {
        match app.format() {
            Format::Table => {
                let layout = Layout::of(app.terminal.width);
                let table = Table::new(&app.terminal, &layout.columns());
                Self::Table(layout, Box::new(table))
            }
            Format::Json => Self::List { is_empty: true },
            Format::Jsonl => Self::Lines,
        }
    }

    fn entry(&mut self, app: &mut App, log: &CallLogSummary) -> Result<(), Failure> {
        match self {
            Self::Table(layout, table) => table.row(layout.cells(log)),
            Self::List { is_empty } => {
                app.data.json_entry(*is_empty, log)?;
                *is_empty = false;
            }
            Self::Lines => app.data.json_line(log)?,
        }
        Ok(())
    }

    fn end(self, app: &mut App) -> Result<(), Failure> {
        match self {
            Self::Table(_, table) if table.is_empty() => Ok(()),
            Self::Table(_, table) => app.data.text(&table.into_text()),
            Self::List { is_empty } => app.data.json_end(is_empty),
            Self::Lines => Ok(()),
        }
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
    use crate::output::{Style, Terminal};

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
    fn the_short_time_is_in_utc_or_says_otherwise() {
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
