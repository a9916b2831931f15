//! Reads YAML text as JSON, and notes the line of every key.

use std::collections::HashMap;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use saphyr_parser::{Event, Parser};

use super::document::{Document, Pointer, Value};
use super::finding::Finding;

/// The text of a file.
///
/// # Errors
/// One [`Finding`] for bytes that are not UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Finding> {
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = &bytes[..error.valid_up_to()];
        let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
        Finding::on_line(
            "utf-8",
            line,
            "",
            format!(
                "the byte 0x{:02x} on this line is not UTF-8; save the file as UTF-8",
                bytes[error.valid_up_to()]
            ),
        )
    })
}

/// How many objects and lists may be inside each other. Everything that reads the document goes down by recursion.
const DEPTH: usize = 64;

/// Reads one YAML document.
///
/// # Errors
/// One [`Finding`] for text that is not YAML, is nested too deeply, holds no or several documents, or uses what JSON
/// cannot express.
pub(crate) fn load(text: &str) -> Result<Document, Finding> {
    bounded(text)?;
    let documents = MarkedYaml::load_from_str(text).map_err(|e| {
        let (line, column) = (e.marker().line(), e.marker().col());
        let message = if e.info().starts_with("duplicated key") {
            format!(
                "the key {:?} is used twice in this object; remove one",
                key_in(text, line, column)
            )
        } else {
            format!(
                "this is not YAML: {}; correct this line or the one above",
                e.info()
            )
        };
        Finding::on_line("yaml", line, "", message)
    })?;
    match documents.as_slice() {
        [document] => {
            let mut lines = HashMap::new();
            let root = convert(document, &Pointer::default(), &mut lines)?;
            Ok(Document { root, lines })
        }
        [] => Err(Finding::on_line(
            "yaml",
            1,
            "",
            "the file is empty; write an OpenAPI document",
        )),
        [_, second, ..] => Err(Finding::on_line(
            "yaml",
            second.span.start.line(),
            "",
            "a second YAML document starts here; keep one document in the file",
        )),
    }
}

/// Checks, before anything is built, that what is built is neither deep nor larger than the text.
fn bounded(text: &str) -> Result<(), Finding> {
    let mut depth = 0_usize;
    // What is not YAML is reported by who reads it next.
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        let line = span.start.line();
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            Event::Alias(_) => {
                return Err(Finding::on_line(
                    "alias",
                    line,
                    "",
                    "aliases (`*name`) are not allowed, because nested aliases can grow without limit; \
                     write the value out, or use `$ref`",
                ));
            }
            _ => {}
        }
        if depth > DEPTH {
            return Err(Finding::on_line(
                "depth",
                line,
                "",
                format!(
                    "this is nested more than {DEPTH} levels deep; move the inner objects to components and refer to them"
                ),
            ));
        }
    }
    Ok(())
}

fn convert(
    yaml: &MarkedYaml<'_>,
    pointer: &Pointer,
    lines: &mut HashMap<Pointer, usize>,
) -> Result<Value, Finding> {
    let line = yaml.span.start.line().max(1);
    // The line of a key stays.
    lines.entry(pointer.clone()).or_insert(line);
    Ok(match &yaml.data {
        YamlData::Value(Scalar::Null) => Value::Null,
        YamlData::Value(Scalar::Boolean(b)) => Value::from(*b),
        YamlData::Value(Scalar::Integer(n)) => Value::from(*n),
        YamlData::Value(Scalar::FloatingPoint(f)) if f.is_finite() => Value::from(f.0),
        YamlData::Value(Scalar::String(text)) => Value::from(text.as_ref()),
        YamlData::Sequence(items) => {
            let items = items.iter().enumerate();
            let values = items.map(|(i, item)| convert(item, &pointer.then(&i.to_string()), lines));
            Value::Array(values.collect::<Result<_, _>>()?)
        }
        YamlData::Mapping(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let name = key_text(key, pointer)?;
                let pointer = pointer.then(&name);
                lines.insert(pointer.clone(), key.span.start.line());
                Ok((name, convert(value, &pointer, lines)?))
            });
            Value::Object(entries.collect::<Result<_, Finding>>()?)
        }
        _ => {
            return Err(Finding::on_line(
                "yaml",
                line,
                pointer.clone(),
                "tags, infinity and NaN are not JSON; write a plain value",
            ));
        }
    })
}

/// The key that starts at a place of the text.
fn key_in(text: &str, line: usize, column: usize) -> String {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let rest: String = line.chars().skip(column).collect();
    let key = rest.split(": ").next().unwrap_or_default();
    key.trim_end_matches(':')
        .trim_matches(['"', '\''])
        .to_owned()
}

fn key_text(key: &MarkedYaml<'_>, pointer: &Pointer) -> Result<String, Finding> {
    match &key.data {
        YamlData::Value(Scalar::String(text)) if text == "<<" => Err(Finding::on_line(
            "merge-key",
            key.span.start.line(),
            pointer.clone(),
            "merge keys are not supported; write the keys out, or use `$ref`",
        )),
        YamlData::Value(Scalar::String(text)) => Ok(text.to_string()),
        _ => Err(Finding::on_line(
            "yaml",
            key.span.start.line(),
            pointer.clone(),
            "this key is not a string; put it in quotes",
        )),
    }
}

/// Reads a document whose lines a test does not need.
#[cfg(test)]
pub(crate) fn json(text: &str) -> Value {
    load(text).unwrap().root
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::document::Json;

    #[test]
    fn lines_are_those_of_the_file() {
        let doc = load("a: 1\nb:\n  - x\n  - {c: null}\n").unwrap();
        for (pointer, line) in [("/a", 1), ("/b", 2), ("/b/0", 3), ("/b/1/c", 4)] {
            assert_eq!(doc.line(&pointer.into()), line, "{pointer}");
        }
    }

    #[test]
    fn order_and_escapes_survive_as_json() {
        let doc = json("z: \"a\\tb\"\na: [1, 2.5, true, null, {}]\n");
        assert_eq!(
            doc.to_json(),
            "{\n  \"z\": \"a\\tb\",\n  \"a\": [\n    1,\n    2.5,\n    true,\n    null,\n    {}\n  ]\n}\n"
        );
    }

    #[test]
    fn broken_yaml_names_its_line() {
        let finding = load("a: 1\nb: [1, 2\nc: 3\n").unwrap_err();
        assert!(finding.line >= 2, "{finding:?}");
        assert!(finding.message.contains("not YAML"), "{finding:?}");
    }

    #[test]
    fn a_repeated_key_is_named() {
        for (yaml, line, key) in [
            ("a: 1\na: 2\n", 2, "\"a\""),
            (
                "a:\n  '/b/': {}\n  c: 1\n  '/b/':\n    x: 1\n",
                4,
                "\"/b/\"",
            ),
            ("a: {ab: 1, cd: 3, ab: 2}\n", 1, "\"ab\""),
        ] {
            let finding = load(yaml).unwrap_err();
            assert_eq!(finding.line, line, "{finding:?}");
            assert!(finding.message.contains(key), "{finding:?}");
        }
    }

    #[test]
    fn merge_keys_are_refused() {
        let finding = load("a: 1\nb:\n  <<: {x: 1}\n").unwrap_err();
        assert_eq!((finding.rule, finding.line), ("merge-key", 3));
        assert_eq!(finding.pointer.as_str(), "/b");
        assert!(load("b:\n  '<': 1\n").is_ok());
    }

    #[test]
    fn deep_documents_are_refused_before_they_are_built() {
        let lists =
            |levels: usize| format!("a:\n  b: {}{}\n", "[".repeat(levels), "]".repeat(levels));
        assert!(load(&lists(DEPTH - 2)).is_ok());
        let blocks: String = (0..20_000)
            .map(|level| format!("{}a:\n", " ".repeat(level)))
            .collect();
        for (deep, line) in [(lists(DEPTH - 1), 2), (lists(200), 2), (blocks, DEPTH + 1)] {
            let finding = load(&deep).unwrap_err();
            assert_eq!((finding.rule, finding.line), ("depth", line));
            assert!(finding.message.contains("components"), "{finding:?}");
        }
        assert!(load(&"[".repeat(1_000_000)).is_err());
    }

    #[test]
    fn aliases_are_refused() {
        let doubled = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        let finding = load(doubled).unwrap_err();
        assert_eq!((finding.rule, finding.line), ("alias", 2));
        assert!(finding.message.contains("$ref"), "{finding:?}");
    }

    #[test]
    fn other_encodings_are_refused() {
        let finding = text(b"a: 1\nb: \xfc\n").unwrap_err();
        assert_eq!((finding.rule, finding.line), ("utf-8", 2));
        assert!(finding.message.contains("0xfc"), "{finding:?}");
        assert_eq!(text("ä".as_bytes()).unwrap(), "ä");
    }

    #[test]
    fn a_key_that_is_a_number_asks_for_quotes() {
        let finding = load("a: {200: x}\n").unwrap_err();
        assert!(finding.message.contains("quotes"), "{finding:?}");
    }

    #[test]
    fn two_documents_are_refused() {
        assert_eq!(load("a: 1\n---\nb: 2\n").unwrap_err().line, 3);
    }
}
