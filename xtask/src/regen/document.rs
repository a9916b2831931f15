//! The document as JSON in the author's order, with the line of every key.

use std::collections::HashMap;

pub(crate) use serde_json::Value;

/// A YAML document, read as JSON.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) root: Value,
    /// The line of each key and list item, counted from 1, by its pointer.
    pub(crate) lines: HashMap<Pointer, usize>,
}

impl Document {
    /// Returns the line of a key or list item. For a place that the document lacks, returns the line of what would be
    /// around it.
    pub(crate) fn line(&self, pointer: &Pointer) -> usize {
        let mut place = pointer.clone();
        loop {
            if let Some(line) = self.lines.get(&place) {
                return *line;
            }
            match place.0.rfind('/') {
                Some(end) => place.0.truncate(end),
                None => return 1,
            }
        }
    }
}

/// What the rules need beyond [`Value`]'s own methods. Values of other kinds count as empty.
pub(crate) trait Json {
    /// Returns the keys of an object with their values, in the author's order.
    fn entries(&self) -> impl Iterator<Item = (&str, &Value)>;
    /// Returns the entries of the object under `key`.
    fn entries_of(&self, key: &str) -> impl Iterator<Item = (&str, &Value)>;
    /// Returns the items of a list.
    fn items(&self) -> &[Value];
    /// Returns the items of the list under `key`.
    fn items_of(&self, key: &str) -> &[Value];
    /// Returns the text under `key`, if it is text.
    fn text_of(&self, key: &str) -> Option<&str>;
    /// Takes a key out of an object; the order of the others stays.
    fn take_key(&mut self, key: &str) -> Option<Value>;
    /// Names the kind of value, in the words of a message.
    fn kind(&self) -> &'static str;
    /// Calls `see` with this value and everything below it, parents first.
    fn walk<'a>(&'a self, pointer: &Pointer, see: &mut dyn FnMut(&Pointer, &'a Value));
    /// Calls `change` with this value and everything below it, parents first.
    fn walk_mut(&mut self, change: &mut dyn FnMut(&mut Value));
    /// Writes JSON, two spaces a level, with a final newline.
    fn to_json(&self) -> String;
}

impl Json for Value {
    fn entries(&self) -> impl Iterator<Item = (&str, &Value)> {
        let entries = self.as_object().into_iter().flatten();
        entries.map(|(key, value)| (key.as_str(), value))
    }

    fn entries_of(&self, key: &str) -> impl Iterator<Item = (&str, &Value)> {
        self.get(key).into_iter().flat_map(Value::entries)
    }

    fn items(&self) -> &[Value] {
        self.as_array().map(Vec::as_slice).unwrap_or_default()
    }

    fn items_of(&self, key: &str) -> &[Value] {
        self.get(key).map(Value::items).unwrap_or_default()
    }

    fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Value::as_str)
    }

    fn take_key(&mut self, key: &str) -> Option<Value> {
        self.as_object_mut()?.shift_remove(key)
    }

    fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(n) if n.is_f64() => "a number",
            Value::Number(_) => "an integer",
            Value::String(_) => "text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        }
    }

    fn walk<'a>(&'a self, pointer: &Pointer, see: &mut dyn FnMut(&Pointer, &'a Value)) {
        see(pointer, self);
        for (key, value) in self.entries() {
            value.walk(&pointer.then(key), see);
        }
        for (i, item) in self.items().iter().enumerate() {
            item.walk(&pointer.then(&i.to_string()), see);
        }
    }

    fn walk_mut(&mut self, change: &mut dyn FnMut(&mut Value)) {
        change(self);
        match self {
            Value::Object(entries) => entries
                .values_mut()
                .for_each(|value| value.walk_mut(change)),
            Value::Array(items) => items.iter_mut().for_each(|item| item.walk_mut(change)),
            _ => {}
        }
    }

    fn to_json(&self) -> String {
        format!("{self:#}\n")
    }
}

/// A JSON pointer: where in the document something is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pointer(String);

impl Pointer {
    /// Returns the place one key or index further down.
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

impl From<&Pointer> for Pointer {
    fn from(pointer: &Pointer) -> Self {
        pointer.clone()
    }
}

impl std::fmt::Display for Pointer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_empty() { "/" } else { &self.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::{json, load};

    #[test]
    fn pointers_escape_slashes_and_tildes() {
        let document = json("'/a/': {'~x': [1, {b: 2}]}");
        let pointer = Pointer::default()
            .then("/a/")
            .then("~x")
            .then("1")
            .then("b");
        assert_eq!(pointer.as_str(), "/~1a~1/~0x/1/b");
        assert_eq!(document.pointer(pointer.as_str()), Some(&2.into()));
    }

    #[test]
    fn a_place_that_is_missing_has_the_line_around_it() {
        let document = load("a:\n  b:\n    - 1").unwrap();
        for (pointer, line) in [("/a/b/0", 3), ("/a/b/1/c", 2), ("/x", 1), ("", 1)] {
            assert_eq!(document.line(&pointer.into()), line, "{pointer}");
        }
    }

    #[test]
    fn walking_meets_everything_with_its_pointer() {
        let document = json("a: [x, {b: y}]");
        let mut seen = Vec::new();
        document.walk(&Pointer::default(), &mut |pointer, value| {
            seen.extend(value.as_str().map(|text| format!("{pointer}={text}")));
        });
        assert_eq!(seen, ["/a/0=x", "/a/1/b=y"]);
    }

    #[test]
    fn taking_a_key_keeps_the_order_of_the_others() {
        let mut document = json("c: 1\nb: 2\na: 3");
        assert_eq!(document.take_key("c"), Some(1.into()));
        assert_eq!(document.take_key("c"), None);
        assert_eq!(document.to_json(), "{\n  \"b\": 2,\n  \"a\": 3\n}\n");
    }
}
