//! The documentation of a method.

use super::reply::Reply;
use super::request::Request;
use crate::regen::{
    document::{Json, Value},
    names::singular,
    spec::{self, Operation, resolve},
};

/// The documentation of a request's method: summary, description, example, errors, source.
pub(super) fn of(document: &Value, operation: &Operation<'_>, request: &Request) -> String {
    let text = |key| operation.node.text_of(key).unwrap_or_default();
    let effect = text("x-cekura-effect");
    let price = match effect {
        "billable" => "May cost credits.\n\n",
        _ => "",
    };
    let source = operation.node.get("externalDocs");
    let source = source.and_then(|node| node.text_of("url"));
    let missing = match request.has_path() {
        true => {
            "[`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;"
        }
        false => "[`is_forbidden`](Error::is_forbidden) if the key lacks the permission;",
    };
    let unknown = match effect {
        "write" | "billable" => {
            "\n[`is_outcome_unknown`](Error::is_outcome_unknown) if the request was sent and no response was read: it may have \
             been carried out;"
        }
        _ => "",
    };
    let (job, invalid) = match &request.job {
        Some(job) => (
            format!(
                "\n\nReturns a [`Job`](crate::Job), which can be polled and awaited; [`{method}`](Self::{method}) returns it by its id.",
                method = job.method
            ),
            "has no id; the job may have been started all the same",
        ),
        None => (String::new(), "is not what was asked for"),
    };
    format!(
        "{}.\n\n{price}{}{job}\n\n{}# Errors\n{missing}{unknown}\n\
         [`is_invalid_response`](Error::is_invalid_response) if the response {invalid}.\n\nSource: <{}>",
        third_person(text("summary")),
        text("description"),
        example(document, operation, request).unwrap_or_default(),
        source.unwrap_or_default()
    )
}

/// An example of the call; none where a required argument has no plain value.
fn example(document: &Value, operation: &Operation<'_>, request: &Request) -> Option<String> {
    let values = request.required().map(|argument| match &argument.example {
        Some(value) => literal(value),
        None => body(document, operation),
    });
    let values = values.collect::<Option<Vec<_>>>()?.join(", ");
    let name = match request.job {
        Some(_) => "job".to_owned(),
        None => {
            let is_read = operation.node.text_of("x-cekura-effect") == Some("read");
            reply_name(&request.tag, &request.verb, &request.reply, is_read)
        }
    };
    Some(format!(
        "```no_run\n# async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {{\n\
         let {name} = cekura.{}().{}({values}).await?;\n{}# Ok(()) }}\n```\n\n",
        request.tag,
        request.verb,
        match request.job {
            Some(_) => "let done = job.wait().await?;\n",
            None => "",
        },
    ))
}

/// What an example calls the reply: the noun, or what is read.
fn reply_name(tag: &str, verb: &str, reply: &Reply, is_read: bool) -> String {
    match (reply, verb) {
        (Reply::List(_), _) => tag.to_owned(),
        (_, "get" | "create" | "update" | "replace") => singular(tag),
        (_, verb) if is_read => verb.rsplit('_').next().unwrap_or(verb).to_owned(),
        _ => "response".to_owned(),
    }
}

/// The request body of the contract's example, as it is written in Rust.
fn body(document: &Value, operation: &Operation<'_>) -> Option<String> {
    let content = operation.json_body(document)?;
    let name = content.pointer("/schema/$ref")?.as_str()?;
    let schema = resolve(document, content.get("schema")?)?;
    let example = spec::example(document, content)?;
    let required = schema.items_of("required").iter().filter_map(Value::as_str);
    let required: Vec<&str> = required.collect();
    let properties = schema.entries_of("properties");
    let values = properties
        .filter(|(name, _)| required.contains(name))
        .map(|(name, schema)| literal(example.get(name).filter(|_| is_plain(document, schema))?));
    let values = values.collect::<Option<Vec<_>>>()?.join(", ");
    Some(format!(
        "cekura::types::{}::new({values})",
        name.rsplit('/').next()?
    ))
}

/// Whether a schema is that of text, numbers, ids, or lists of them, which literals convert to.
fn is_plain(document: &Value, schema: &Value) -> bool {
    let schema = match schema.items_of("allOf") {
        [one] => one,
        _ => schema,
    };
    let Some(schema) = resolve(document, schema).filter(|schema| schema.get("enum").is_none())
    else {
        return false;
    };
    match schema.text_of("type") {
        Some("array") => schema
            .get("items")
            .is_some_and(|items| is_plain(document, items)),
        Some(kind) => kind != "object",
        None => false,
    }
}

/// A value as it is written in Rust: text, a number, a list of them.
pub(super) fn literal(value: &Value) -> Option<String> {
    match value {
        Value::String(_) | Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Array(all) => {
            let all: Option<Vec<_>> = all.iter().map(literal).collect();
            Some(format!("[{}]", all?.join(", ")))
        }
        Value::Null | Value::Object(_) => None,
    }
}

/// A summary that says what the service does, as a sentence about the method: "Read one" becomes "Reads one".
fn third_person(summary: &str) -> String {
    let (verb, rest) = summary.split_once(' ').unwrap_or((summary, ""));
    let verb = match verb {
        _ if verb.ends_with(['s', 'x']) || verb.ends_with("ch") || verb.ends_with("sh") => {
            format!("{verb}es")
        }
        _ => match verb.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{verb}s"),
        },
    };
    format!("{verb} {rest}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_become_sentences_about_the_method() {
        for (summary, sentence) in [
            ("Read one metric", "Reads one metric"),
            ("Search", "Searches"),
            ("Copy it", "Copies it"),
            ("Play it", "Plays it"),
            ("Fetch it", "Fetches it"),
        ] {
            assert_eq!(third_person(summary), sentence);
        }
    }
    #[test]
    fn replies_are_called_by_their_noun() {
        let (list, any) = (
            Reply::List(syn::parse_quote!(A)),
            Reply::Any(syn::parse_quote!(A)),
        );
        for (tag, verb, reply, is_read, name) in [
            ("call_logs", "list", &list, true, "call_logs"),
            ("phone_numbers", "inbound", &list, true, "phone_numbers"),
            ("personalities", "get", &any, true, "personality"),
            ("agents", "update", &any, false, "agent"),
            ("insights", "failure_rates", &any, true, "rates"),
            ("call_logs", "delete", &any, false, "response"),
        ] {
            assert_eq!(reply_name(tag, verb, reply, is_read), name);
        }
    }
}
