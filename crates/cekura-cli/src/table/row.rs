//! What the generated table is made of.

use cekura::job::JobRule;
use cekura::{Effect, Operation};

/// A noun of the program: a tag of the contract.
#[derive(Debug)]
pub(crate) struct Noun {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) rows: &'static [Row],
}

/// A command: one operation of the contract.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) verb: &'static str,
    pub(crate) operation: &'static Operation,
    pub(crate) about: &'static str,
    pub(crate) description: &'static str,
    /// Examples that work, fields for `--data` only, and the page of the service's documentation.
    pub(crate) after_help: &'static str,
    /// The arguments, in the order of the path.
    pub(crate) arguments: &'static [Field],
    /// The query parameters.
    pub(crate) options: &'static [Field],
    pub(crate) body: Option<Body>,
    /// Whether the reply is a list of entries or a page of them.
    pub(crate) is_list: bool,
    /// The columns of a table of entries.
    pub(crate) columns: &'static [&'static str],
    /// The job that it starts.
    pub(crate) job: Option<Job>,
}

impl Row {
    /// Returns whether it is confirmed, since it deletes something or may cost credits.
    pub(crate) fn needs_confirmation(&self) -> bool {
        self.operation.method == "DELETE" || self.operation.effect == Effect::Billable
    }
}

/// The body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    /// The fields at its top.
    pub(crate) fields: &'static [Field],
    /// The contract's example, as JSON.
    pub(crate) template: &'static str,
}

/// A job.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) rule: &'static JobRule,
    /// The command that shows its state, up to its id.
    pub(crate) check: &'static str,
}

/// A value of a request.
#[derive(Debug)]
pub(crate) struct Field {
    /// The name in the request.
    pub(crate) name: &'static str,
    /// The option without its dashes; for a path argument the name that the help shows.
    pub(crate) flag: &'static str,
    pub(crate) value_name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) is_required: bool,
    pub(crate) is_nullable: bool,
    pub(crate) help: &'static str,
    pub(crate) long_help: &'static str,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "the contract decides which are used")]
pub(crate) enum Kind {
    Text,
    Integer,
    Number,
    Boolean,
    Words(&'static [&'static str]),
    List(&'static Kind),
    /// Anything else; given by `--data`.
    Json,
}
