//! The document as a tree that remembers lines, so that every finding can name its place.

/// A value of the document and the line it starts on, counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) line: usize,
    pub(crate) value: Value,
}

/// What a [`Node`] holds. Mappings keep the author's order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// One key of a mapping.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) line: usize,
    pub(crate) node: Node,
}

impl Node {
    /// The entries of a mapping; nothing for other values.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; nothing for other values.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|e| &e.node)
    }

    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|e| e.key == key)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        match &mut self.value {
            Value::Map(entries) => entries
                .iter_mut()
                .find(|e| e.key == key)
                .map(|e| &mut e.node),
            _ => None,
        }
    }

    /// Takes a key out of a mapping.
    pub(crate) fn remove(&mut self, key: &str) -> Option<Node> {
        let Value::Map(entries) = &mut self.value else {
            return None;
        };
        let at = entries.iter().position(|e| e.key == key)?;
        Some(entries.remove(at).node)
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn bool(&self) -> Option<bool> {
        match self.value {
            Value::Bool(b) => Some(b),
            _ => None,
        }
    }

    pub(crate) fn int(&self) -> Option<i64> {
        match self.value {
            Value::Int(n) => Some(n),
            _ => None,
        }
    }

    /// Any number, as a float.
    pub(crate) fn number(&self) -> Option<f64> {
        match self.value {
            #[expect(
                clippy::cast_precision_loss,
                reason = "bounds of a document are far below 2^53"
            )]
            Value::Int(n) => Some(n as f64),
            Value::Float(f) => Some(f),
            _ => None,
        }
    }

    /// The text under `key`, if it is text.
    pub(crate) fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Node::text)
    }

    /// The kind of value, in the words of a message.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Int(_) => "an integer",
            Value::Float(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "an object",
        }
    }

    /// The node at a JSON pointer such as `/paths/~1x~1/get`.
    pub(crate) fn at(&self, pointer: &str) -> Option<&Node> {
        steps(pointer).try_fold(self, |node, step| match &node.value {
            Value::Map(_) => node.get(&step),
            Value::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The same, to change it.
    pub(crate) fn at_mut(&mut self, pointer: &str) -> Option<&mut Node> {
        steps(pointer).try_fold(self, |node, step| match &mut node.value {
            Value::Map(entries) => entries
                .iter_mut()
                .find(|e| e.key == step)
                .map(|e| &mut e.node),
            Value::List(items) => items.get_mut(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// Calls `see` with this node and everything below it, parents first.
    pub(crate) fn walk<'a>(&'a self, pointer: &Pointer, see: &mut dyn FnMut(&Pointer, &'a Node)) {
        see(pointer, self);
        for entry in self.entries() {
            entry.node.walk(&pointer.then(&entry.key), see);
        }
        for (i, item) in self.items().iter().enumerate() {
            item.walk(&pointer.then(&i.to_string()), see);
        }
    }

    /// Calls `change` with this node and everything below it, parents first.
    pub(crate) fn walk_mut(&mut self, change: &mut dyn FnMut(&mut Node)) {
        change(self);
        match &mut self.value {
            Value::Map(entries) => entries.iter_mut().for_each(|e| e.node.walk_mut(change)),
            Value::List(items) => items.iter_mut().for_each(|n| n.walk_mut(change)),
            _ => {}
        }
    }

    /// JSON text in the author's order, two spaces a level, with a final newline.
    pub(crate) fn to_json(&self) -> String {
        let mut out = String::new();
        self.write_json(0, &mut out);
        out.push('\n');
        out
    }

    pub(crate) fn to_value(&self) -> serde_json::Value {
        serde_json::from_str(&self.to_json()).unwrap_or_default()
    }

    fn write_json(&self, depth: usize, out: &mut String) {
        match &self.value {
            Value::Null => out.push_str("null"),
            Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
            Value::Int(n) => out.push_str(&n.to_string()),
            Value::Float(f) => out.push_str(&serde_json::Value::from(*f).to_string()),
            Value::Text(text) => out.push_str(&json_text(text)),
            Value::List(items) => {
                write_block(out, depth, '[', ']', items, |item, out| {
                    item.write_json(depth + 1, out);
                });
            }
            Value::Map(entries) => {
                write_block(out, depth, '{', '}', entries, |entry, out| {
                    out.push_str(&json_text(&entry.key));
                    out.push_str(": ");
                    entry.node.write_json(depth + 1, out);
                });
            }
        }
    }
}

fn json_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn write_block<T>(
    out: &mut String,
    depth: usize,
    open: char,
    close: char,
    all: &[T],
    write: impl Fn(&T, &mut String),
) {
    out.push(open);
    for (i, one) in all.iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        write(one, out);
    }
    if !all.is_empty() {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
    out.push(close);
}

/// A JSON pointer: where in the document something is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pointer(String);

impl Pointer {
    /// The place one key or index further down.
    pub(crate) fn then(&self, step: &str) -> Self {
        Self(format!(
            "{}/{}",
            self.0,
            step.replace('~', "~0").replace('/', "~1")
        ))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Pointer {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Display for Pointer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_empty() { "/" } else { &self.0 })
    }
}

fn steps(pointer: &str) -> impl Iterator<Item = String> + '_ {
    pointer
        .split('/')
        .skip(1)
        .map(|s| s.replace("~1", "/").replace("~0", "~"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::load;

    #[test]
    fn pointers_escape_slashes_and_tildes() {
        let document = load("'/a/': {'~x': [1, {b: 2}]}").unwrap();
        let pointer = Pointer::default()
            .then("/a/")
            .then("~x")
            .then("1")
            .then("b");
        assert_eq!(pointer.as_str(), "/~1a~1/~0x/1/b");
        assert_eq!(document.at(pointer.as_str()).unwrap().int(), Some(2));
        assert!(document.at("/~1a~1/~0x/2").is_none());
    }

    #[test]
    fn walking_meets_everything_with_its_pointer() {
        let document = load("a: [x, {b: y}]").unwrap();
        let mut seen = Vec::new();
        document.walk(&Pointer::default(), &mut |pointer, node| {
            seen.extend(node.text().map(|text| format!("{pointer}={text}")));
        });
        assert_eq!(seen, ["/a/0=x", "/a/1/b=y"]);
    }

    #[test]
    fn removing_leaves_the_others() {
        let mut document = load("a: 1\nb: 2").unwrap();
        assert_eq!(document.remove("a").unwrap().int(), Some(1));
        assert!(document.remove("a").is_none());
        assert_eq!(document.to_json(), "{\n  \"b\": 2\n}\n");
    }
}
