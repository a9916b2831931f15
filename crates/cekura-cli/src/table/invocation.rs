//! A row with the arguments of a command line.

use clap::{ArgMatches, FromArgMatches};
use serde_json::Value;

use super::command::noun;
use super::{Field, Row};
use crate::failure::Failure;
use crate::output::value_text;

/// A row with its arguments.
pub(crate) struct Call {
    /// The command without its arguments.
    pub(super) command: String,
    pub(super) row: &'static Row,
    pub(crate) matches: ArgMatches,
}

impl Call {
    /// Returns the row that a command line names; `None` for a command by hand.
    pub(crate) fn of(matches: &ArgMatches) -> Option<Self> {
        let (name, below) = matches.subcommand()?;
        let (verb, matches) = below.subcommand()?;
        let row = noun(name)?.rows.iter().find(|row| row.verb == verb)?;
        Some(Self {
            command: format!("cekura {name} {verb}"),
            row,
            matches: matches.clone(),
        })
    }

    /// Reads a group of options that the command has.
    pub(super) fn args<T: FromArgMatches>(&self) -> Result<T, Failure> {
        T::from_arg_matches(&self.matches).map_err(|e| Failure::usage(e.to_string()))
    }

    /// Returns the fields that were given, with their values.
    pub(super) fn given(
        &self,
        fields: &'static [Field],
    ) -> Result<Vec<(&'static Field, Value)>, Failure> {
        let fields = fields.iter().filter(|field| field.kind.has_flag());
        let given = fields.filter_map(|field| {
            let values = self.matches.get_many::<Value>(field.flag)?;
            Some(joined(field, values.cloned().collect()).map(|value| (field, value)))
        });
        given.collect()
    }

    /// Returns the same as text for a path or a query.
    pub(super) fn texts(
        &self,
        fields: &'static [Field],
    ) -> Result<Vec<(&'static str, String)>, Failure> {
        let given = self.given(fields)?.into_iter();
        let texts = given.map(|(field, value)| (field.name, value_text(Some(&value), ",")));
        Ok(texts.collect())
    }
}

/// Joins the values of an option; only that of a list may be repeated.
fn joined(field: &Field, values: Vec<Value>) -> Result<Value, Failure> {
    if let [only] = &values[..] {
        return Ok(only.clone());
    }
    let mut all = Vec::new();
    for value in values {
        let Value::Array(items) = value else {
            let message = format!("--{} is both null and a list", field.flag);
            return Err(Failure::usage(message).hint("leave out one of them; null clears it"));
        };
        all.extend(items);
    }
    Ok(all.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;
    use crate::generated::NOUNS;
    use crate::table::Kind;
    use serde_json::json;

    static FIELDS: &[Field] = &[Field {
        name: "tags",
        flag: "tags",
        value_name: "TEXT,…",
        kind: Kind::List(&Kind::Text),
        is_required: false,
        is_nullable: true,
        help: "Tags",
        long_help: "Tags. At most ten",
    }];

    fn call(args: &[&str]) -> Result<Call, clap::Error> {
        let command = clap::Command::new("x").arg(FIELDS[0].option());
        let args = [&["x"], args].concat();
        Ok(Call {
            command: String::new(),
            row: NOUNS[0].rows.first().unwrap(),
            matches: command.try_get_matches_from(args)?,
        })
    }

    fn given(args: &[&str]) -> Option<Value> {
        let given = call(args).unwrap().given(FIELDS).unwrap();
        given.into_iter().next().map(|(_, value)| value)
    }

    #[test]
    fn lists_are_joined_by_commas_and_repetition() {
        let args = ["--tags", "a,b", "--tags", "c"];
        assert_eq!(given(&args), Some(json!(["a", "b", "c"])));
        let texts = call(&args).unwrap().texts(FIELDS).unwrap();
        assert_eq!(texts, [("tags", "a,b,c".to_owned())]);
        assert_eq!(given(&["--tags", "null"]), Some(Value::Null));
        assert_eq!(given(&["--tags", "[]"]), Some(json!([])));
        assert_eq!(given(&[]), None);
    }

    #[test]
    fn null_is_not_mixed_with_a_list() {
        for args in [
            ["--tags", "a", "--tags", "null"],
            ["--tags", "null", "--tags", "a"],
            ["--tags", "null", "--tags", "null"],
        ] {
            let failure = call(&args).unwrap().given(FIELDS).unwrap_err();
            assert_eq!(failure.exit(), Exit::Usage, "{args:?}");
        }
        assert!(call(&["--tags", "a,null"]).is_err());
    }
}
