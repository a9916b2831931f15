//! The body of a request, from its options and `--data`.

use serde_json::{Map, Value};

use super::invocation::Call;
use super::{Body, Field};
use crate::cli::BodyArgs;
use crate::commands::object_argument;
use crate::failure::Failure;

/// Returns the body of a request.
pub(super) fn body(call: &Call, body: &Body, args: &BodyArgs) -> Result<Value, Failure> {
    let data = args.body.data.as_deref().map(object_argument).transpose()?;
    let all = merge(body, data, call.given(body.fields)?);
    let all = all.and_then(|all| check(body, &all).map(|()| all.into()));
    all.map_err(|failure| {
        failure.hint(format!(
            "`{} --template` prints an example body",
            call.command
        ))
    })
}

/// Joins `--data` and options, and checks that nothing is given twice.
fn merge(
    body: &Body,
    data: Option<Map<String, Value>>,
    options: Vec<(&Field, Value)>,
) -> Result<Map<String, Value>, Failure> {
    if body.fields.is_empty() && data.is_none() {
        return Err(
            Failure::usage("this command needs a body; nothing was sent")
                .hint("give it by --data, as JSON, @FILE, or - for standard input"),
        );
    }
    let mut all = data.unwrap_or_default();
    for (field, value) in options {
        let (flag, name) = (field.flag, field.name);
        if value == "null" && !field.is_nullable {
            return Err(
                Failure::usage(format!("{name} cannot be null: leave out --{flag}"))
                    .hint("for the text \"null\" give it in --data"),
            );
        }
        if all.insert(name.to_owned(), value).is_some() {
            return Err(Failure::usage(format!(
                "{name} is given by --{flag} and in --data: leave out one of them"
            )));
        }
    }
    Ok(all)
}

/// Checks that a body has all required fields.
fn check(body: &Body, all: &Map<String, Value>) -> Result<(), Failure> {
    let is_missing = |field: &&Field| field.is_required && !all.contains_key(field.name);
    let missing = body.fields.iter().filter(is_missing);
    let missing = missing.map(|field| match field.kind.has_flag() {
        true => format!("{} (--{})", field.name, field.flag),
        false => format!("{} (in --data)", field.name),
    });
    let missing = missing.collect::<Vec<_>>().join(", ");
    match missing.is_empty() {
        true => Ok(()),
        false => Err(Failure::usage(format!(
            "missing in the body: {missing}; nothing was sent"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;
    use crate::output::Style;
    use crate::table::Kind;
    use serde_json::json;

    const fn field(name: &'static str, kind: Kind, is_required: bool) -> Field {
        Field {
            name,
            flag: name,
            value_name: "TEXT",
            kind,
            is_required,
            is_nullable: !is_required,
            help: "",
            long_help: "",
        }
    }

    static BODY: Body = Body {
        fields: &[
            field("name", Kind::Text, true),
            field("tools", Kind::Json, true),
            field("note", Kind::Text, false),
        ],
        template: "{}",
    };

    fn merged(data: Option<&str>, options: &[(usize, Value)]) -> Result<Value, Failure> {
        let options = options
            .iter()
            .map(|(at, value)| (&BODY.fields[*at], value.clone()));
        let data = data.map(object_argument).transpose()?;
        let all = merge(&BODY, data, options.collect())?;
        check(&BODY, &all).map(|()| all.into())
    }

    fn message(failure: Failure) -> String {
        assert_eq!(failure.exit(), Exit::Usage);
        match failure {
            Failure::Problem(problem) => problem.to_text(Style::plain()),
            Failure::ReaderGone => String::new(),
        }
    }

    #[test]
    fn options_are_added_to_data() {
        assert_eq!(
            merged(
                Some(r#"{"tools": [], "other": 1}"#),
                &[(0, json!("a")), (2, Value::Null)]
            )
            .unwrap(),
            json!({"name": "a", "note": null, "other": 1, "tools": []})
        );
    }

    #[test]
    fn data_is_an_object() {
        for data in ["[1]", "1", "null", "\"{}\""] {
            for options in [&[][..], &[(0, json!("a"))]] {
                let shown = message(merged(Some(data), options).unwrap_err());
                assert!(shown.contains("--data must be a JSON object"), "{shown}");
            }
        }
    }

    #[test]
    fn a_field_that_is_given_twice_is_a_usage_error() {
        let shown = message(merged(Some(r#"{"name": "a"}"#), &[(0, json!("a"))]).unwrap_err());
        assert!(
            shown.contains("--name") && shown.contains("--data"),
            "{shown}"
        );
        let twice = r#"{"name": "a", "tools": [], "name": "b"}"#;
        let shown = message(merged(Some(twice), &[]).unwrap_err());
        assert!(shown.contains("--data gives name twice"), "{shown}");
    }

    #[test]
    fn null_is_for_fields_that_may_be_null() {
        let shown = message(merged(None, &[(0, json!("null"))]).unwrap_err());
        assert!(shown.contains("name cannot be null"), "{shown}");
    }

    #[test]
    fn what_is_missing_is_named_with_how_to_give_it() {
        let shown = message(merged(None, &[(2, json!("x"))]).unwrap_err());
        let missing = "missing in the body: name (--name), tools (in --data)";
        assert!(shown.contains(missing), "{shown}");
    }
}
