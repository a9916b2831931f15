//! The options and arguments of a command, and the values that they take.

use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser as _, ValueParser};
use clap::{Arg, ArgAction};
use serde_json::Value;

use super::{Field, Kind};
use crate::cli::values;

impl Kind {
    /// Whether the command has a flag for it.
    pub(super) fn has_flag(self) -> bool {
        !matches!(self, Self::Json)
    }

    /// Reads one value.
    fn read(self, text: &str) -> Result<Value, String> {
        let (value, expected) = match self {
            Self::Text | Self::Json => return Ok(text.into()),
            Self::Integer => (parsed::<i64>(text), "a whole number"),
            Self::Number => (
                parsed::<i64>(text).or_else(|| parsed::<f64>(text)),
                "a number",
            ),
            Self::Boolean => (parsed::<bool>(text), "true or false"),
            Self::Words(words) if words.contains(&text) => return Ok(text.into()),
            Self::Words(words) => return Err(format!("expected one of {}", words.join(", "))),
            Self::List(_) if text == "[]" => return Ok(Value::Array(Vec::new())),
            Self::List(kind) => return text.split(',').map(|item| kind.item(item)).collect(),
        };
        value.ok_or_else(|| format!("expected {expected}"))
    }

    /// Reads an item of a list.
    fn item(self, text: &str) -> Result<Value, String> {
        match text.trim() {
            "null" => Err("null cannot be an item of a list".to_owned()),
            _ => self.read(text),
        }
    }
}

/// Reads a value of this type; nothing for what JSON does not have, such as NaN.
fn parsed<T: FromStr + Into<Value>>(text: &str) -> Option<Value> {
    let value = text.trim().parse::<T>().ok()?.into();
    (!value.is_null()).then_some(value)
}

impl Field {
    /// Reads the text of an option; `null` for nothing, where the field allows it.
    fn read(&self, text: &str) -> Result<Value, String> {
        match self.is_nullable && text == "null" {
            true => Ok(Value::Null),
            false => self.kind.read(text),
        }
    }

    /// What arguments and options have in common.
    fn arg(&'static self) -> Arg {
        Arg::new(self.flag)
            .value_name(self.value_name)
            .allow_negative_numbers(true)
            .help(self.help)
            .long_help(self.long_help)
    }

    /// A path argument.
    pub(super) fn argument(&'static self) -> Arg {
        let parser = move |text: &str| self.read(&values::filled(text)?);
        self.arg().value_parser(parser)
    }

    /// An option. Its values are JSON.
    pub(super) fn option(&'static self) -> Arg {
        let action = match self.kind {
            Kind::List(_) => ArgAction::Append,
            _ => ArgAction::Set,
        };
        let arg = self.arg().long(self.flag);
        let arg = arg.value_parser(self.parser()).action(action);
        match (self.name, self.flag) {
            // The service's own name.
            ("project", "project-id") => arg.alias("project"),
            _ => arg,
        }
    }

    fn parser(&'static self) -> ValueParser {
        match self.kind {
            Kind::Words(words) => {
                let null = self.is_nullable.then_some("null");
                let words = PossibleValuesParser::new(words.iter().copied().chain(null));
                ValueParser::new(words.try_map(|text| self.read(&text)))
            }
            _ => ValueParser::new(move |text: &str| self.read(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_of_their_kind() {
        assert_eq!(Kind::Integer.read(" 7"), Ok(json!(7)));
        assert_eq!(Kind::Number.read("-2.5"), Ok(json!(-2.5)));
        assert_eq!(Kind::Number.read("3"), Ok(json!(3)));
        assert_eq!(Kind::Boolean.read("true"), Ok(json!(true)));
        assert_eq!(Kind::Words(&["a"]).read("a"), Ok(json!("a")));
        assert_eq!(Kind::List(&Kind::Integer).read("1,2"), Ok(json!([1, 2])));
        for (kind, text) in [
            (Kind::Integer, "1.5"),
            (Kind::Number, "NaN"),
            (Kind::Boolean, "yes"),
            (Kind::Words(&["a"]), "b"),
            (Kind::List(&Kind::Integer), "1,x"),
            (Kind::List(&Kind::Text), "a, null"),
            (Kind::List(&Kind::Text), "null"),
        ] {
            assert!(kind.read(text).is_err(), "{kind:?}: {text}");
        }
    }
}
