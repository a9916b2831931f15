//! Why a command failed, for people and for scripts.

use std::error::Error as _;
use std::io;

use cekura::OutcomeUnknown;
use cekura_campaign::gate::GateError;
use cekura_campaign::plan::PlanError;
use cekura_campaign::shard::ShardError;
use cekura_campaign::{CampaignError, JournalError};
use serde::Serialize;
use serde_json::{Value, json};

use crate::exit::Exit;
use crate::output::{Style, safe_block, safe_line};

/// Why a command ends early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A failure with a message.
    Problem(Box<Problem>),
    /// The reader of the output has closed it, such as `head`; this is no error.
    ReaderGone,
}

/// A failure with hints on what to do about it.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) exit: Exit,
    /// What the command was working on, such as `call log 9`.
    about: Option<String>,
    what: What,
    hints: Vec<String>,
    /// The targets of a request with an unknown outcome, if no error of the library has them.
    targets: Value,
}

#[derive(Debug)]
enum What {
    Service(cekura::Error),
    Plan(PlanError),
    Campaign(CampaignError),
    Own(String),
}

impl Failure {
    fn new(exit: Exit, what: What, hints: Vec<String>) -> Self {
        Self::Problem(Box::new(Problem {
            exit,
            about: None,
            what,
            hints,
            targets: Value::Null,
        }))
    }

    /// Returns a failure of the program itself.
    pub(crate) fn own(exit: Exit, message: impl Into<String>) -> Self {
        Self::new(exit, What::Own(message.into()), Vec::new())
    }

    /// Returns a failure of the command line or the configuration.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::own(Exit::Usage, message)
    }

    /// Sets what the command was working on, for the message.
    pub(crate) fn about(mut self, what: impl Into<String>) -> Self {
        if let Self::Problem(problem) = &mut self {
            problem.about = Some(what.into());
        }
        self
    }

    /// Adds a hint on what to do.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        if let Self::Problem(problem) = &mut self {
            problem.hints.push(hint.into());
        }
        self
    }

    /// Sets the targets of a request with an unknown outcome.
    pub(crate) fn targeting(mut self, targets: Value) -> Self {
        if let Self::Problem(problem) = &mut self {
            problem.targets = targets;
        }
        self
    }

    /// Sets the exit code, instead of the one of the cause.
    pub(crate) fn ending_as(mut self, exit: Exit) -> Self {
        if let Self::Problem(problem) = &mut self {
            problem.exit = exit;
        }
        self
    }

    /// Returns the exit code.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Problem(problem) => problem.exit,
            Self::ReaderGone => Exit::Done,
        }
    }
}

impl From<cekura::Error> for Failure {
    fn from(error: cekura::Error) -> Self {
        let (exit, hints) = (Exit::from(&error), hints(&error));
        Self::new(exit, What::Service(error), hints)
    }
}

impl From<PlanError> for Failure {
    fn from(error: PlanError) -> Self {
        let (exit, hints) = match error.service_error() {
            Some(error) => (Exit::from(error), hints(error)),
            None if error.is_usage() => (Exit::Usage, Vec::new()),
            None => (Exit::Other, Vec::new()),
        };
        Self::new(exit, What::Plan(error), hints)
    }
}

impl From<JournalError> for Failure {
    /// A journal that another process works on is a usage error: this process sent nothing.
    fn from(error: JournalError) -> Self {
        let exit = if error.is_usage() || error.is_locked() {
            Exit::Usage
        } else {
            Exit::Other
        };
        Self::own(exit, error.to_string())
    }
}

impl From<CampaignError> for Failure {
    fn from(error: CampaignError) -> Self {
        let exit = match &error {
            CampaignError::Service(error) | CampaignError::BaselineUnreadable { error, .. } => {
                Exit::from(error)
            }
            CampaignError::Settings(_) => Exit::Usage,
            CampaignError::AllRefused(_) => Exit::Refused,
            CampaignError::AllLost { .. } => Exit::OutcomeUnknown,
            CampaignError::Journal(error) if error.is_usage() || error.is_locked() => Exit::Usage,
            _ => Exit::Other,
        };
        Self::new(exit, What::Campaign(error), Vec::new())
    }
}

impl From<GateError> for Failure {
    fn from(error: GateError) -> Self {
        Self::usage(error.to_string())
    }
}

impl From<ShardError> for Failure {
    fn from(error: ShardError) -> Self {
        Self::usage(error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ReaderGone,
            _ => Self::own(
                Exit::Other,
                format!("the output cannot be written: {error}"),
            ),
        }
    }
}

impl Problem {
    fn service(&self) -> Option<&cekura::Error> {
        match &self.what {
            What::Service(error) => Some(error),
            What::Plan(error) => error.service_error(),
            What::Campaign(error) => error.service_error(),
            What::Own(_) => None,
        }
    }

    /// Returns what failed, in one or more lines.
    pub(crate) fn message(&self) -> String {
        let message = match &self.what {
            What::Service(error) => safe_line(&error.to_string()),
            What::Plan(error) => safe_block(&error.to_string()),
            What::Campaign(error) => safe_line(&error.to_string()),
            What::Own(message) => safe_block(message),
        };
        match &self.about {
            Some(about) => format!("{}: {message}", safe_line(about)),
            None => message,
        }
    }

    /// Returns the causes, outermost first.
    fn causes(&self) -> Vec<String> {
        let mut causes = Vec::new();
        let mut below = match &self.what {
            What::Plan(error) => error.source(),
            // The text of a campaign's error has that of the service in it.
            What::Service(_) | What::Campaign(_) | What::Own(_) => {
                self.service().and_then(|error| error.source())
            }
        };
        while let Some(cause) = below {
            causes.push(safe_line(&cause.to_string()));
            below = cause.source();
        }
        causes
    }

    /// Returns the failure as text.
    pub(crate) fn to_text(&self, style: Style) -> String {
        let mut lines = vec![format!("{} {}", style.bad("error:"), self.message())];
        lines.extend(
            self.causes()
                .iter()
                .map(|cause| format!("  because: {cause}")),
        );
        if let Some(unknown) = self.service().and_then(cekura::Error::outcome_unknown) {
            lines.extend(evidence_lines(unknown));
        }
        if let Some(id) = self.service().and_then(cekura::Error::request_id) {
            lines.push(format!("  request id: {}", safe_line(id)));
        }
        lines.extend(
            self.hints
                .iter()
                .map(|hint| format!("{} {}", style.strong("hint:"), safe_block(hint))),
        );
        lines.join("\n")
    }

    /// Returns the failure as one line of JSON.
    pub(crate) fn to_json(&self) -> String {
        let error = self.service();
        let fields: serde_json::Map<String, Value> = error
            .into_iter()
            .flat_map(cekura::Error::fields)
            .map(|(name, texts)| (name.to_owned(), json!(texts)))
            .collect();
        let record = Record {
            code: self.exit.code(),
            kind: self.exit.kind(),
            message: self.message(),
            causes: self.causes(),
            hints: &self.hints,
            status: error.and_then(cekura::Error::status),
            request_id: error.and_then(cekura::Error::request_id),
            retry_after_seconds: error
                .and_then(cekura::Error::retry_after)
                .map(|wait| wait.as_secs_f64()),
            fields,
            targets: error
                .and_then(cekura::Error::outcome_unknown)
                .map_or_else(|| self.targets.clone(), targets),
        };
        serde_json::to_string(&record).unwrap_or_default()
    }
}

/// The error object of `--format json` and `--format jsonl`. Fields may be added, never renamed.
#[derive(Serialize)]
struct Record<'a> {
    /// The exit code.
    code: u8,
    /// The same as a word.
    kind: &'a str,
    message: String,
    causes: Vec<String>,
    hints: &'a [String],
    /// The HTTP status, where there was a response.
    status: Option<u16>,
    request_id: Option<&'a str>,
    retry_after_seconds: Option<f64>,
    /// The service's messages by field.
    fields: serde_json::Map<String, Value>,
    /// With an unknown outcome: `{id, accepted, evidence}` for each call log, or the text `"all"`.
    targets: Value,
}

fn targets(unknown: &OutcomeUnknown) -> Value {
    if unknown.targeted_all() {
        return json!("all");
    }
    let found = |id| {
        unknown
            .evidence()
            .iter()
            .find(|found| found.id == id)
            .map(|found| found.evidence)
    };
    unknown
        .targets()
        .iter()
        .map(|id| {
            let evidence = found(*id);
            json!({
                "id": id,
                "accepted": evidence.is_some_and(cekura::Evidence::shows_acceptance).then_some(true),
                "evidence": evidence.map(|evidence| evidence.to_string()),
            })
        })
        .collect()
}

/// The most call logs that a message lists.
const LISTED: usize = 20;

fn evidence_lines(unknown: &OutcomeUnknown) -> Vec<String> {
    let mut lines: Vec<String> = unknown
        .evidence()
        .iter()
        .take(LISTED)
        .map(|found| {
            let verdict = if found.evidence.shows_acceptance() {
                "accepted"
            } else {
                "unknown"
            };
            format!("  call log {}: {verdict} ({})", found.id, found.evidence)
        })
        .collect();
    if unknown.evidence().len() > LISTED {
        lines.push(format!(
            "  and {} more; --format json lists all",
            unknown.evidence().len() - LISTED
        ));
    }
    if unknown.evidence().is_empty() && !unknown.targets().is_empty() {
        lines.push(
            "  there is no evidence, since the call logs were not read before the request; --wait does that".to_owned(),
        );
    }
    lines
}

/// Returns hints on an error of the service.
fn hints(error: &cekura::Error) -> Vec<String> {
    if let Some(unknown) = error.outcome_unknown() {
        if unknown.targets().is_empty() && !unknown.targeted_all() {
            let hint = "check what it did before you repeat the command: it could be carried out, and charged, twice";
            return vec![hint.to_owned()];
        }
        let command = match unknown.unknown().next() {
            Some(id) => format!("`cekura calls get {id}`"),
            None => "`cekura calls list`".to_owned(),
        };
        return vec![
            format!(
                "check with {command}: the status evaluating, a missing outcome or other metrics mean that the evaluation \
                 was started"
            ),
            "do not repeat the command before that: every evaluation that is started again is charged again".to_owned(),
        ];
    }
    let hint = if error.is_unauthorized() {
        "check the key: CEKURA_API_KEY, --api-key-file, or the file ~/.cekura/config.toml"
    } else if error.is_out_of_credits() {
        "`cekura billing` shows the balance; add credits in the dashboard, or give fewer call logs"
    } else if error.is_evaluation_in_progress() {
        "a call log cannot be evaluated again while an evaluation is in progress; try again later"
    } else if error.is_rate_limited() {
        "try again later, or send fewer requests at a time"
    } else if error.is_connect() {
        "check the network, the address if --api-url or CEKURA_API_URL is set, and the proxy if HTTPS_PROXY or ALL_PROXY is"
    } else {
        return Vec::new();
    };
    vec![hint.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_pipe_is_nothing_to_talk_about() {
        let failure = Failure::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert!(matches!(failure, Failure::ReaderGone));
        assert_eq!(failure.exit(), Exit::Done);
        let full = Failure::from(io::Error::from(io::ErrorKind::StorageFull));
        assert_eq!(full.exit(), Exit::Other);
    }

    #[test]
    fn people_get_lines_and_scripts_get_one_object() {
        let Failure::Problem(problem) = Failure::usage("no agent").hint("name one") else {
            panic!()
        };
        assert_eq!(
            problem.to_text(Style::plain()),
            "error: no agent\nhint: name one"
        );
        let json: Value = serde_json::from_str(&problem.to_json()).unwrap();
        assert_eq!(json["code"], 2);
        assert_eq!(json["kind"], "usage");
        assert_eq!(json["message"], "no agent");
        assert_eq!(json["hints"][0], "name one");
        for absent in ["status", "request_id", "retry_after_seconds", "targets"] {
            assert!(json[absent].is_null(), "{absent}");
        }
    }
}
