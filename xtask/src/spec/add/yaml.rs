//! Writes YAML in the style of openapi.yaml: what fits goes on one line.

use crate::regen::document::{Json, Value};

/// The longest line.
const WIDTH: usize = 130;

/// How deep objects and lists on one line may be inside each other.
const DEPTH: usize = 3;

/// The keys whose objects always take a line for each entry.
const BLOCKS: [&str; 2] = ["properties", "responses"];

/// Returns the lines of an object's entry, which takes a line for each entry of its own.
pub(super) fn entry(indent: usize, key: &str, value: &Value) -> Vec<String> {
    // The braces of a path need no quotes in a line of its own.
    let key = if key.starts_with('/') {
        key.to_owned()
    } else {
        scalar(key)
    };
    let mut lines = vec![format!("{:indent$}{key}:", "")];
    block(&mut lines, indent + 2, value);
    lines
}

/// Returns the lines of one item of a list.
pub(super) fn item(indent: usize, value: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    block(&mut lines, indent + 2, value);
    if let Some(first) = lines.first_mut() {
        first.replace_range(indent..indent + 1, "-");
    }
    lines
}

fn block(lines: &mut Vec<String>, indent: usize, value: &Value) {
    for (key, value) in value.entries() {
        let head = format!("{:indent$}{}:", "", scalar(key));
        let fits = one_line(value, WIDTH.saturating_sub(head.chars().count() + 1));
        match (fits, value) {
            (Some(text), _) if !BLOCKS.contains(&key) || !value.is_object() => {
                lines.push(format!("{head} {text}"));
            }
            (_, Value::String(text)) if is_foldable(text) => {
                lines.push(format!("{head} >-"));
                wrapped(lines, indent + 2, text.split(' ').map(str::to_owned));
            }
            (_, Value::Array(words)) if words.iter().any(Value::is_string) => {
                lines.push(head);
                let last = words.len() - 1;
                let words = words.iter().enumerate().map(|(i, word)| {
                    let start = if i == 0 { "[" } else { "" };
                    let end = if i == last { "]" } else { "," };
                    format!("{start}{}{end}", flow(word))
                });
                wrapped(lines, indent + 2, words);
            }
            (_, Value::Object(_) | Value::Array(_)) => {
                lines.push(head);
                block(lines, indent + 2, value);
            }
            _ => lines.push(format!("{head} {}", flow(value))),
        }
    }
    for value in value.items() {
        match one_line(value, WIDTH.saturating_sub(indent + 2)) {
            Some(text) => lines.push(format!("{:indent$}- {text}", "")),
            None => lines.extend(item(indent, value)),
        }
    }
}

/// Whether a text is the same when its lines are folded.
fn is_foldable(text: &str) -> bool {
    !text.chars().any(char::is_control) && !text.split(' ').any(str::is_empty)
}

/// Words on as few lines as they need.
fn wrapped(lines: &mut Vec<String>, indent: usize, words: impl Iterator<Item = String>) {
    let mut line = " ".repeat(indent);
    for (i, word) in words.enumerate() {
        if i > 0 && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
        } else if i > 0 {
            line.push(' ');
        }
        line += &word;
    }
    lines.push(line);
}

fn one_line(value: &Value, room: usize) -> Option<String> {
    let text = flow(value);
    (depth(value) <= DEPTH && text.chars().count() <= room).then_some(text)
}

fn depth(value: &Value) -> usize {
    let below = value.entries().map(|(_, value)| value).chain(value.items());
    match below.map(depth).max() {
        Some(deepest) => deepest + 1,
        None => usize::from(value.is_object() || value.is_array()),
    }
}

fn flow(value: &Value) -> String {
    let joined = |parts: Vec<String>| parts.join(", ");
    match value {
        Value::String(text) => scalar(text),
        Value::Object(entries) if !entries.is_empty() => {
            let entries = value.entries();
            let entries = entries.map(|(key, value)| format!("{}: {}", scalar(key), flow(value)));
            format!("{{ {} }}", joined(entries.collect()))
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            format!("[ {} ]", joined(items.iter().map(flow).collect()))
        }
        Value::Array(items) => format!("[{}]", joined(items.iter().map(flow).collect())),
        other => other.to_string(),
    }
}

/// A text, in quotes unless it can only be read as that text.
fn scalar(text: &str) -> String {
    const NOT_TEXT: [&str; 8] = ["true", "false", "null", "yes", "no", "on", "off", "nan"];
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '$');
    let plain = |c: char| c.is_alphanumeric() || " _-./+()$·".contains(c);
    if text.chars().any(char::is_control) {
        Value::from(text).to_string()
    } else if starts
        && text.chars().all(plain)
        && !text.ends_with(' ')
        && !NOT_TEXT.contains(&text.to_lowercase().as_str())
    {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn what_is_written_is_read_as_the_same() {
        let value = json(
            &r#"{a: {b: [{c: x, d: [1, 2.5, null, true]}], "e: f": "g # h", '200': {}}, i: [], j: ["", "no", "1", "it's", "-", "a\nb", "$ref"],
             properties: {k: {type: string}}, long: [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccccccccccccc, dddd],
             text: "%s", deep: {a: {b: {c: {d: {e: [[x], [{y: z}]]}}}}}}"#
                .replace("%s", &["one, two", "x: y", "#"].join(" ").repeat(14)),
        );
        let text = entry(0, "root", &value).join("\n");
        assert_eq!(json(&text)["root"], value, "{text}");
        assert!(
            text.lines().all(|line| line.chars().count() <= WIDTH),
            "{text}"
        );
        let text = item(0, &value).join("\n");
        assert_eq!(json(&text), serde_json::json!([value]), "{text}");
    }
}
