//! How data is written, as the options name it.

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// What `--format` can say. Each command takes some of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Rendering {
    /// For people.
    #[default]
    Table,
    /// One JSON document; errors and warnings are JSON lines on standard error.
    Json,
    /// JSON Lines; errors and warnings as for json.
    Jsonl,
    /// Comma-separated values.
    Csv,
    /// XML for CI systems.
    Junit,
    /// A summary and annotations for GitHub Actions.
    Github,
    /// One file for a browser.
    Html,
}

impl Rendering {
    /// What every command takes that says nothing else.
    pub(crate) const COMMON: [Self; 3] = [Self::Table, Self::Json, Self::Jsonl];
    /// What commands take that also write CSV.
    pub(crate) const WITH_CSV: [Self; 4] = [Self::Table, Self::Json, Self::Jsonl, Self::Csv];
    /// What `campaign report` takes.
    pub(crate) const REPORT: [Self; 6] = [
        Self::Table,
        Self::Json,
        Self::Jsonl,
        Self::Junit,
        Self::Github,
        Self::Html,
    ];
    /// What `campaign export` takes.
    pub(crate) const EXPORT: [Self; 2] = [Self::Csv, Self::Jsonl];

    /// Reads one of `known`.
    pub(crate) fn parser(known: &[Self]) -> impl TypedValueParser<Value = Self> + use<> {
        let values = known.iter().filter_map(Self::to_possible_value);
        PossibleValuesParser::new(values).try_map(|text| Self::from_str(&text, false))
    }

    /// The three that every command tells apart; what is not JSON is for people as far as notes and errors go.
    pub(crate) fn format(self) -> Format {
        match self {
            Self::Json => Format::Json,
            Self::Jsonl => Format::Jsonl,
            Self::Table | Self::Csv | Self::Junit | Self::Github | Self::Html => Format::Table,
        }
    }
}

/// How most commands write data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Table,
    /// One JSON document.
    Json,
    /// One JSON document on each line.
    Jsonl,
}

impl Format {
    pub(crate) fn is_json(self) -> bool {
        self != Self::Table
    }
}
