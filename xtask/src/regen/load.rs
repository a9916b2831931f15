//! From YAML text to a [`Node`] tree.

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

use super::document::{Entry, Node, Value};
use super::finding::Finding;

/// Reads one YAML document.
///
/// # Errors
/// One [`Finding`] for text that is not YAML, holds no or several documents, or uses what JSON cannot express.
pub(crate) fn load(text: &str) -> Result<Node, Finding> {
    let documents = MarkedYaml::load_from_str(text).map_err(|e| {
        Finding::new(
            "yaml",
            e.marker().line(),
            "",
            format!(
                "this is not YAML: {}; mend the text here or just above",
                e.info()
            ),
        )
    })?;
    match documents.as_slice() {
        [document] => convert(document),
        [] => Err(Finding::new(
            "yaml",
            1,
            "",
            "the file is empty; write an OpenAPI document",
        )),
        [_, second, ..] => Err(Finding::new(
            "yaml",
            second.span.start.line(),
            "",
            "a second YAML document starts here; keep one document in the file",
        )),
    }
}

fn convert(yaml: &MarkedYaml<'_>) -> Result<Node, Finding> {
    let line = yaml.span.start.line().max(1);
    let value = match &yaml.data {
        YamlData::Value(Scalar::Null) => Value::Null,
        YamlData::Value(Scalar::Boolean(b)) => Value::Bool(*b),
        YamlData::Value(Scalar::Integer(n)) => Value::Int(*n),
        YamlData::Value(Scalar::FloatingPoint(f)) if f.is_finite() => Value::Float(f.0),
        YamlData::Value(Scalar::String(text)) => Value::Text(text.to_string()),
        YamlData::Sequence(items) => {
            Value::List(items.iter().map(convert).collect::<Result<_, _>>()?)
        }
        YamlData::Mapping(entries) => Value::Map(
            entries
                .iter()
                .map(|(key, node)| {
                    Ok(Entry {
                        key: key_text(key)?,
                        line: key.span.start.line(),
                        node: convert(node)?,
                    })
                })
                .collect::<Result<_, Finding>>()?,
        ),
        _ => {
            return Err(Finding::new(
                "yaml",
                line,
                "",
                "JSON has no such value (a tag, an alias to itself, infinity or not-a-number); write a plain one",
            ));
        }
    };
    Ok(Node { line, value })
}

fn key_text(key: &MarkedYaml<'_>) -> Result<String, Finding> {
    match &key.data {
        YamlData::Value(Scalar::String(text)) => Ok(text.to_string()),
        _ => Err(Finding::new(
            "yaml",
            key.span.start.line(),
            "",
            "this key is not text; put it in quotes",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_file() {
        let doc = load("a: 1\nb:\n  - x\n  - {c: null}\n").unwrap();
        assert_eq!(doc.at("/b/1/c").unwrap().line, 4);
        assert_eq!(doc.entry("b").unwrap().line, 2);
    }

    #[test]
    fn order_and_escapes_survive_as_json() {
        let doc = load("z: \"a\\tb\"\na: [1, 2.5, true, null, {}]\n").unwrap();
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
    fn a_repeated_key_is_refused() {
        assert!(load("a: 1\na: 2\n").is_err());
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
