//! The body of a request, from its options and `--data`.

use serde_json::{Map, Value};

use super::invocation::Call;
use super::{Body, Field};
use crate::commands::json_argument;
use crate::failure::Failure;

/// Returns the body of a request; none for an operation without one.
pub(super) fn body(call: &Call) -> Result<Option<Value>, Failure> {
    let Some(body) = &call.row.body else {
        return Ok(None);
    };
    let data = call.matches.get_one::<String>("data");
    let data = data.map(|data| json_argument(data)).transpose()?;
    let data = match data {
        // It was read as JSON already.
        Some(raw) => Some(
            serde_json::from_str(raw.get())
                .map_err(|e| Failure::usage(format!("--data cannot be read: {e}")))?,
        ),
        None => None,
    };
    let flags = body.fields.iter().filter(|field| field.kind.has_flag());
    let flags = flags.filter_map(|field| Some((field, field.given(&call.matches)?)));
    let command = call.command();
    if body.fields.is_empty() && data.is_none() {
        return Err(
            Failure::usage("this command needs a body; nothing was sent")
                .hint("give it by --data, as JSON, @FILE, or - for standard input")
                .hint(template_hint(&command)),
        );
    }
    merge(body, data, flags.collect(), &command).map(Some)
}

fn template_hint(command: &str) -> String {
    format!("`{command} --template` prints an example body")
}

/// Joins options and `--data`, and checks that nothing is missing or given twice.
fn merge(
    body: &Body,
    data: Option<Value>,
    flags: Vec<(&Field, Value)>,
    command: &str,
) -> Result<Value, Failure> {
    let mut all = match data {
        None => Map::new(),
        Some(Value::Object(all)) => all,
        Some(other) if flags.is_empty() => return Ok(other),
        Some(_) => {
            return Err(Failure::usage(
                "--data is no JSON object, so that options cannot be added to it",
            )
            .hint("give everything by --data, or a JSON object"));
        }
    };
    for (field, value) in flags {
        if value == "null" && !field.is_nullable {
            let (flag, name) = (field.flag, field.name);
            return Err(
                Failure::usage(format!("{name} cannot be null: leave out --{flag}"))
                    .hint("for the text \"null\" give it in --data"),
            );
        }
        let twice = all.insert(field.name.to_owned(), value).is_some();
        if twice {
            let (flag, name) = (field.flag, field.name);
            return Err(Failure::usage(format!(
                "{name} is given by --{flag} and in --data: leave out one of them"
            )));
        }
    }
    let missing = body
        .fields
        .iter()
        .filter(|field| field.is_required && !all.contains_key(field.name));
    let missing: Vec<&Field> = missing.collect();
    if missing.is_empty() {
        return Ok(Value::Object(all));
    }
    let names: Vec<&str> = missing.iter().map(|field| field.name).collect();
    let given = missing.iter().map(|field| match field.kind.has_flag() {
        true => format!("--{}", field.flag),
        false => format!("{} in --data", field.name),
    });
    let given: Vec<String> = given.collect();
    Err(Failure::usage(format!(
        "missing in the body: {}; nothing was sent",
        names.join(", ")
    ))
    .hint(format!("give {}", given.join(" and ")))
    .hint(template_hint(command)))
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
            kind,
            is_required,
            is_nullable: !is_required,
            description: "",
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

    fn merged(data: Option<Value>, flags: &[(usize, Value)]) -> Result<Value, Failure> {
        let flags = flags
            .iter()
            .map(|(at, value)| (&BODY.fields[*at], value.clone()));
        merge(&BODY, data, flags.collect(), "cekura agents create")
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
        let data = json!({"tools": [], "other": 1});
        assert_eq!(
            merged(Some(data), &[(0, json!("a")), (2, Value::Null)]).unwrap(),
            json!({"name": "a", "note": null, "other": 1, "tools": []})
        );
        assert_eq!(merged(Some(json!([1])), &[]).unwrap(), json!([1]));
        message(merged(Some(json!([1])), &[(0, json!("a"))]).unwrap_err());
    }

    #[test]
    fn a_field_that_is_given_twice_is_a_usage_error() {
        let shown = message(merged(Some(json!({"name": "a"})), &[(0, json!("a"))]).unwrap_err());
        assert!(
            shown.contains("--name") && shown.contains("--data"),
            "{shown}"
        );
    }

    #[test]
    fn null_is_for_fields_that_may_be_null() {
        let shown = message(merged(None, &[(0, json!("null"))]).unwrap_err());
        assert!(shown.contains("name cannot be null"), "{shown}");
    }

    #[test]
    fn what_is_missing_is_named_with_how_to_give_it() {
        let shown = message(merged(None, &[(2, json!("x"))]).unwrap_err());
        for words in [
            "missing in the body: name, tools",
            "--name and tools in --data",
            "cekura agents create --template",
        ] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
    }
}
