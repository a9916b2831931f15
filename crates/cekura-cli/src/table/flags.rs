//! The options and arguments of a command, and the values that they take.

use clap::builder::{PossibleValuesParser, TypedValueParser as _, ValueParser};
use clap::{Arg, ArgAction, ArgMatches};
use serde_json::Value;

use super::{Field, Kind};
use crate::output::shortened;

/// The longest description in `-h`, in characters.
const SHORT: usize = 66;

impl Kind {
    /// Whether the command has a flag for it.
    pub(super) fn has_flag(self) -> bool {
        !matches!(self, Self::Json)
    }

    fn value_name(self) -> &'static str {
        match self {
            Self::Integer | Self::Number => "N",
            Self::Boolean => "true|false",
            Self::Words(_) => "WORD",
            Self::List(Self::Integer | Self::Number) => "N,…",
            Self::List(_) => "TEXT,…",
            Self::Text => "TEXT",
            Self::Json => "JSON",
        }
    }

    /// Reads one value.
    fn read(self, text: &str) -> Result<Value, String> {
        match self {
            Self::Text => Ok(text.into()),
            Self::Integer => match text.trim().parse::<i64>() {
                Ok(number) => Ok(number.into()),
                Err(_) => Err("expected a whole number".to_owned()),
            },
            Self::Number => match text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(text
                    .trim()
                    .parse::<i64>()
                    .map_or_else(|_| number.into(), Value::from)),
                _ => Err("expected a number".to_owned()),
            },
            Self::Boolean => match text {
                "true" => Ok(true.into()),
                "false" => Ok(false.into()),
                _ => Err("expected true or false".to_owned()),
            },
            Self::Words(words) if words.contains(&text) => Ok(text.into()),
            Self::Words(words) => Err(format!("expected one of {}", words.join(", "))),
            Self::List(kind) => match text {
                "[]" => Ok(Value::Array(Vec::new())),
                text => text.split(',').map(|item| kind.read(item)).collect(),
            },
            Self::Json => serde_json::from_str(text).map_err(|e| format!("it is not JSON: {e}")),
        }
    }
}

impl Field {
    /// Reads the text of an option; `null` for nothing, where the field allows it.
    fn read(&self, text: &str) -> Result<Value, String> {
        match self.is_nullable && text == "null" {
            true => Ok(Value::Null),
            false => self.kind.read(text),
        }
    }

    /// A path argument.
    pub(super) fn argument(&'static self) -> Arg {
        Arg::new(self.flag)
            .value_name(self.flag)
            .allow_negative_numbers(true)
            .help(first_sentence(self.description))
            .value_parser(move |text: &str| match text.trim() {
                "" => Err("it is empty".to_owned()),
                text => self.kind.read(text),
            })
    }

    /// An option. Its values are JSON.
    pub(super) fn option(&'static self) -> Arg {
        let arg = Arg::new(self.flag)
            .long(self.flag)
            .value_name(self.value_name())
            .allow_negative_numbers(true)
            .help(self.short_help())
            .long_help(self.long_help())
            .value_parser(self.parser());
        let arg = match (self.name, self.flag) {
            // The service's own name.
            ("project", "project-id") => arg.alias("project"),
            _ => arg,
        };
        match self.kind {
            Kind::List(_) => arg.action(ArgAction::Append),
            _ => arg.action(ArgAction::Set),
        }
    }

    fn value_name(&self) -> &'static str {
        match self.kind {
            Kind::Text if self.name.ends_with("_id") => "ID",
            kind => kind.value_name(),
        }
    }

    fn short_help(&self) -> String {
        let needed = if self.is_required { " (required)" } else { "" };
        let text = shortened(first_sentence(self.description), SHORT - needed.len());
        format!("{text}{needed}")
    }

    fn long_help(&self) -> String {
        let needed = if self.is_required { " (required)" } else { "" };
        let null = if self.is_nullable {
            "; null clears it"
        } else {
            ""
        };
        let text = self.description.trim().trim_end_matches('.');
        format!("{text}{needed}{null}")
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

    /// Returns the value that was given: that of an option that may be repeated is one list.
    pub(super) fn given(&self, matches: &ArgMatches) -> Option<Value> {
        let mut values = matches.get_many::<Value>(self.flag)?.cloned();
        let first = values.next()?;
        let joined = values.fold(first, |all, next| match (all, next) {
            (Value::Array(mut all), Value::Array(next)) => {
                all.extend(next);
                Value::Array(all)
            }
            (_, next) => next,
        });
        Some(joined)
    }
}

/// The first sentence, without its full stop.
pub(super) fn first_sentence(text: &str) -> &str {
    let text = text.trim();
    let end = text.find(". ").unwrap_or(text.len());
    text[..end].trim_end_matches('.')
}

/// A value as it stands in a path or a query.
pub(super) fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(as_text).collect();
            items.join(",")
        }
        Value::Null => String::new(),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    static TAGS: Field = Field {
        name: "tags",
        flag: "tags",
        kind: Kind::List(&Kind::Text),
        is_required: false,
        is_nullable: true,
        description: "Tags. At most ten.",
    };

    fn given(args: &[&str]) -> Option<Value> {
        let command = clap::Command::new("x").arg(TAGS.option());
        let args = [&["x"], args].concat();
        TAGS.given(&command.try_get_matches_from(args).unwrap())
    }

    #[test]
    fn lists_are_joined_by_commas_and_repetition() {
        assert_eq!(
            given(&["--tags", "a,b", "--tags", "c"]),
            Some(json!(["a", "b", "c"]))
        );
        assert_eq!(given(&["--tags", "null"]), Some(Value::Null));
        assert_eq!(given(&["--tags", "[]"]), Some(json!([])));
        assert_eq!(given(&[]), None);
    }

    #[test]
    fn values_are_of_their_kind() {
        assert_eq!(Kind::Integer.read(" 7"), Ok(json!(7)));
        assert_eq!(Kind::Number.read("-2.5"), Ok(json!(-2.5)));
        assert_eq!(Kind::Number.read("3"), Ok(json!(3)));
        assert_eq!(Kind::Boolean.read("true"), Ok(json!(true)));
        assert_eq!(Kind::Words(&["a"]).read("a"), Ok(json!("a")));
        assert_eq!(Kind::List(&Kind::Integer).read("1,2"), Ok(json!([1, 2])));
        assert_eq!(Kind::Json.read("{\"a\": 1}"), Ok(json!({"a": 1})));
        for (kind, text) in [
            (Kind::Integer, "1.5"),
            (Kind::Number, "NaN"),
            (Kind::Boolean, "yes"),
            (Kind::Words(&["a"]), "b"),
            (Kind::List(&Kind::Integer), "1,x"),
            (Kind::Json, "{"),
        ] {
            assert!(kind.read(text).is_err(), "{kind:?}: {text}");
        }
    }

    #[test]
    fn values_of_a_query_are_text() {
        assert_eq!(as_text(&json!(["a", 1])), "a,1");
        assert_eq!(as_text(&json!(true)), "true");
    }
}
