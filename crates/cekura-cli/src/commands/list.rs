//! `cekura calls list`.

use cekura::types::CallLogSummary;
use cekura::{AgentId, ProjectId};
use futures_util::TryStreamExt;

use crate::app::App;
use crate::cli::{Format, LARGEST_PAGE, ListArgs};
use crate::commands::get::{outcome, passed_of};
use crate::failure::Failure;
use crate::output::{Column, Table, cell, plain};
use crate::paid;
use crate::session::Session;

pub(super) async fn list(app: &mut App, args: &ListArgs) -> Result<(), Failure> {
    let session = Session::open(app).await?;
    if let Some(sandbox) = &session.sandbox {
        paid::tell_unknown(app, sandbox, args.agent().as_ref(), &[]);
    }
    let limit = if args.limit == 0 {
        usize::MAX
    } else {
        args.limit
    };
    let mut entries = request(args, &session, app, limit).items();
    let mut sheet = Sheet::new(app);
    let mut shown = 0;
    let more = loop {
        let Some(entry) = entries.try_next().await? else {
            break false;
        };
        if shown == limit {
            break true;
        }
        sheet.entry(app, &entry)?;
        shown += 1;
    };
    sheet.end(app)?;
    app.data.flush()?;
    if more {
        app.notes.info(&format!(
            "the first {shown} are shown and there are more: --limit 0 shows all"
        ));
    } else if shown == 0 {
        app.notes
            .info("no call logs; without --from and --to only the last 30 days are searched");
    }
    Ok(())
}

fn request(
    args: &ListArgs,
    session: &Session,
    app: &App,
    limit: usize,
) -> cekura::resources::ListCallLogs {
    // One more than is shown tells whether there are more.
    let page = args
        .page_size
        .unwrap_or_else(|| limit.saturating_add(1).min(LARGEST_PAGE));
    let list = session.client.call_logs().list().page_size(page);
    let list = match (args.agent_id, &args.assistant_id, args.project_id) {
        (Some(agent), ..) => list.agent(agent),
        (_, Some(assistant), _) => list.assistant(assistant.clone()),
        (.., Some(project)) => list.project(project),
        (None, None, None) => match home(session, app) {
            Some(Home::Agent(agent)) => list.agent(agent),
            Some(Home::Project(project)) => list.project(project),
            None => list,
        },
    };
    let list = match &args.from {
        Some(from) => list.from(from.clone()),
        None => list,
    };
    let list = match &args.to {
        Some(to) => list.to(to.clone()),
        None => list,
    };
    match args.filters() {
        Some(filter) => list.filter(&filter),
        None => list,
    }
}

enum Home {
    Agent(AgentId),
    Project(ProjectId),
}

/// Whose call logs are meant when nobody is named.
fn home(session: &Session, app: &App) -> Option<Home> {
    let of_sandbox = session
        .sandbox
        .as_ref()
        .and_then(|sandbox| sandbox.agent_ids().first().copied());
    if let Some(agent) = of_sandbox {
        app.notes.info(&format!(
            "no agent is named: the sandbox's agent {agent} is taken"
        ));
        return Some(Home::Agent(AgentId(agent)));
    }
    session.project.map(Home::Project)
}

const COLUMNS: [Column; 7] = [
    Column::number("CALL LOG"),
    Column::word("TIME"),
    Column::number("LENGTH"),
    Column::word("STATUS"),
    Column::word("OUTCOME"),
    Column::number("PASSED"),
    Column::text("ENDED"),
];

/// From this width on there is room for all columns; below, for the first few.
const WIDE: u16 = 96;
const NARROW_COLUMNS: usize = 6;

/// Entries on their way out: a table when all are there, JSON as they come.
enum Sheet {
    Table(Box<Table>),
    List { is_empty: bool },
    Lines,
}

impl Sheet {
    fn new(app: &App) -> Self {
        match app.format() {
            Format::Table => {
                let shown = if is_narrow(app) {
                    NARROW_COLUMNS
                } else {
                    COLUMNS.len()
                };
                Self::Table(Box::new(Table::new(&app.terminal, &COLUMNS[..shown])))
            }
            Format::Json => Self::List { is_empty: true },
            Format::Jsonl => Self::Lines,
        }
    }

    fn entry(&mut self, app: &mut App, log: &CallLogSummary) -> Result<(), Failure> {
        match self {
            Self::Table(table) => {
                let shown = if is_narrow(app) {
                    NARROW_COLUMNS
                } else {
                    COLUMNS.len()
                };
                table.row(cells(log).into_iter().take(shown));
            }
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
            Self::Table(table) if table.is_empty() => Ok(()),
            Self::Table(table) => app.data.text(&table.into_text()),
            Self::List { is_empty } => app.data.json_end(is_empty),
            Self::Lines => Ok(()),
        }
    }
}

fn is_narrow(app: &App) -> bool {
    app.terminal.width.is_some_and(|width| width < WIDE)
}

fn cells(log: &CallLogSummary) -> Vec<comfy_table::Cell> {
    let (word, tone) = outcome(log.success);
    vec![
        plain(log.id.map(|id| id.to_string()).unwrap_or_default()),
        plain(
            log.timestamp
                .as_ref()
                .map(|time| to_the_second(time.as_str()))
                .unwrap_or_default(),
        ),
        plain(log.duration.as_deref().unwrap_or_default()),
        plain(
            log.status
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        ),
        cell(word, tone),
        plain(passed_of(log.metrics())),
        plain(log.call_ended_reason.as_deref().unwrap_or_default()),
    ]
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

#[cfg(test)]
mod tests {
    use super::*;

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
