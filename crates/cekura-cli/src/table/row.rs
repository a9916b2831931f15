//! What the generated table is made of.

use cekura::Operation;
use cekura::job::JobRule;

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
    pub(crate) summary: &'static str,
    pub(crate) description: &'static str,
    /// The page of the service's documentation.
    pub(crate) docs: &'static str,
    /// A command line that works.
    pub(crate) example: &'static str,
    /// The arguments, in the order of the path.
    pub(crate) arguments: &'static [Field],
    /// The query parameters.
    pub(crate) options: &'static [Field],
    pub(crate) body: Option<Body>,
    pub(crate) reply: Reply,
    /// The columns of a table of entries.
    pub(crate) columns: &'static [&'static str],
    /// The job that it starts.
    pub(crate) job: Option<&'static JobRule>,
}

impl Row {
    /// Returns the query parameter of this name.
    pub(crate) fn option(&self, name: &str) -> Option<&'static Field> {
        self.options.iter().find(|field| field.name == name)
    }

    /// Returns whether the reply has entries.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.reply, Reply::Array | Reply::Page)
    }

    pub(crate) fn deletes(&self) -> bool {
        self.operation.method == "DELETE"
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

/// A value of a request.
#[derive(Debug)]
pub(crate) struct Field {
    /// The name in the request.
    pub(crate) name: &'static str,
    /// The option without its dashes; for a path argument the name to show.
    pub(crate) flag: &'static str,
    pub(crate) kind: Kind,
    pub(crate) is_required: bool,
    pub(crate) is_nullable: bool,
    pub(crate) description: &'static str,
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

/// The shape of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "the contract decides which are used")]
pub(crate) enum Reply {
    Object,
    Array,
    /// An object with entries in `results`, and `next` if there are more pages.
    Page,
    None,
}
