//! The example command line of an operation.

use super::body::Body;
use super::field::{Field, Kind};
use crate::regen::document::Value;

/// The most flags of an example; a larger body is given by `--data`.
const FLAGS: usize = 4;

/// The longest line of an example, in characters, with neither its indentation nor ` \` at its end.
const LINE: usize = 76;

/// A command line that works: the command with its path arguments, the options that it needs, and the example body. A long
/// one is broken before options, since clap would break it at any space, also within a value.
pub(super) fn example(
    command: &str,
    arguments: &[(Field, Option<Value>)],
    options: &[(Field, Option<Value>)],
    body: Option<&Body>,
) -> String {
    let mut lines = format!("cekura {command}");
    let mut width = lines.chars().count();
    let mut add = |word: &str| {
        let length = 1 + word.chars().count();
        if word.starts_with("--") && width + length > LINE {
            lines.push_str(" \\\n   ");
            width = 2;
        }
        lines.push(' ');
        lines.push_str(word);
        width += length;
    };
    for (field, example) in arguments {
        add(&shown(field, example.as_ref()));
    }
    let needed =
        |(field, example): &&(Field, Option<Value>)| field.is_required || example.is_some();
    for (field, example) in options.iter().filter(needed) {
        add(&format!(
            "--{} {}",
            field.flag,
            shown(field, example.as_ref())
        ));
    }
    if let Some((body, example)) = body.and_then(|body| Some((body, body.example.as_ref()?))) {
        let data = || vec![format!("--data {}", quoted(&example.to_string()))];
        let words = flags(body, example).unwrap_or_else(data);
        words.iter().for_each(|word| add(word));
    }
    lines
}

/// The flags that give all of an example, else what is required of it; none if they are too many or not enough.
fn flags(body: &Body, example: &Value) -> Option<Vec<String>> {
    let Value::Object(values) = example else {
        return None;
    };
    let known = |name: &str| body.fields.iter().find(|field| field.name == name);
    let flag = |(name, value): (&String, &Value)| {
        let field = known(name).filter(|field| fits(&field.kind, value))?;
        Some(format!("--{} {}", field.flag, shown(field, Some(value))))
    };
    let is_required =
        |(name, _): &(&String, &Value)| known(name).is_some_and(|field| field.is_required);
    let are_few = |words: &Vec<String>| words.len() <= FLAGS;
    let all: Option<Vec<String>> = values.iter().map(flag).collect();
    let required: Option<Vec<String>> = values.iter().filter(is_required).map(flag).collect();
    let required = required.filter(|words| !words.is_empty());
    all.filter(are_few).or(required.filter(are_few))
}

/// Whether a value can be given by a flag.
fn fits(kind: &Kind, value: &Value) -> bool {
    match (kind, value) {
        (Kind::Json, _) => false,
        (Kind::List(_), Value::Array(items)) => {
            let plain = |item: &Value| !item.as_str().unwrap_or_default().contains(',');
            !items.is_empty() && items.iter().all(plain)
        }
        (Kind::List(_), _) => false,
        (_, value) => !value.is_array() && !value.is_object() && !value.is_null(),
    }
}

/// A value as a word of a command line.
fn shown(field: &Field, value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => quoted(text),
        Some(Value::Array(items)) => {
            let items = items.iter().map(|item| match item {
                Value::String(text) => text.clone(),
                item => item.to_string(),
            });
            quoted(&items.collect::<Vec<_>>().join(","))
        }
        Some(value) => quoted(&value.to_string()),
        None => match &field.kind {
            Kind::Words(words) => words.first().cloned().unwrap_or_default(),
            Kind::Boolean => "true".to_owned(),
            Kind::Integer | Kind::Number => "1".to_owned(),
            _ => "x".to_owned(),
        },
    }
}

/// Text as one word of a shell.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.,:/@+".contains(c);
    match !text.is_empty() && text.chars().all(is_plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    fn field(name: &str, kind: Kind, is_required: bool) -> Field {
        Field {
            name: name.to_owned(),
            flag: name.to_owned(),
            kind,
            is_required,
            is_nullable: false,
            description: String::new(),
        }
    }

    fn of(example_body: &str) -> String {
        let body = Body {
            is_object: true,
            fields: vec![
                field("name", Kind::Text, true),
                field("tags", Kind::List(Box::new(Kind::Text)), false),
                field("extra", Kind::Json, false),
            ],
            example: Some(json(example_body)),
        };
        let id = (field("id", Kind::Integer, true), Some(json("310")));
        example("agents update", &[id], &[], Some(&body))
    }

    #[test]
    fn a_small_body_is_flags_and_a_large_one_data() {
        for (body, expected) in [
            ("{name: x, tags: [a, b]}", "--name x --tags a,b"),
            ("{name: it's, extra: {}}", r"--name 'it'\''s'"),
            ("{extra: {a: 1}}", r#"--data '{"extra":{"a":1}}'"#),
            ("{tags: ['a,b']}", r#"--data '{"tags":["a,b"]}'"#),
        ] {
            assert_eq!(of(body), format!("cekura agents update 310 {expected}"));
        }
    }

    #[test]
    fn a_long_line_is_broken_before_an_option() {
        let tags = (0..20)
            .map(|n| n.to_string())
            .collect::<Vec<_>>()
            .join(", ");
        let example = of(&format!("{{name: a -- b, tags: [{tags}]}}"));
        let lines: Vec<&str> = example.split('\n').collect();
        assert_eq!(lines[0], r"cekura agents update 310 --name 'a -- b' \");
        assert!(lines[1].starts_with("    --tags 0,1,"), "{example}");
        assert_eq!(lines.len(), 2, "{example}");
    }

    #[test]
    fn what_has_no_example_has_a_value_of_its_kind() {
        let given = [
            (field("on", Kind::Boolean, true), None),
            (field("x", Kind::Text, false), None),
        ];
        assert_eq!(
            example("a list", &[], &given, None),
            "cekura a list --on true"
        );
    }
}
