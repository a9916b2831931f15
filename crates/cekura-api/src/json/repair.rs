//! Repairs slightly invalid JSON, in one pass.

use std::ops::Range;

use super::tokens::{Token, tokens};

/// The deepest nesting that is kept; deeper values become text. `serde_json` accepts 127.
const DEPTH: usize = 100;
/// The most bytes that repairs may add.
const GROWTH: usize = 1 << 20;
/// The most damaged entries that are noted.
const NOTED: usize = 32;

/// Repaired text.
pub(super) struct Repaired {
    pub(super) text: Vec<u8>,
    /// The ranges of the damaged list entries; the whole text if the damage is in none.
    pub(super) entries: Vec<Range<usize>>,
}

/// Repairs `given`. Returns `None` if nothing is invalid, or if more than 1 MiB would be added.
pub(super) fn repair(given: &[u8]) -> Option<Repaired> {
    let mut pass = Pass {
        given,
        at: 0,
        out: Vec::with_capacity(given.len()),
        open: Vec::new(),
        repaired: None,
        has_grown_too_much: false,
        entries: Vec::new(),
    };
    while pass.at < given.len() {
        pass.step();
    }
    if pass.has_grown_too_much {
        return None;
    }
    pass.repaired?;
    if pass.entries.is_empty() {
        pass.entries.push(0..pass.out.len());
    }
    Some(Repaired {
        text: pass.out,
        entries: pass.entries,
    })
}

struct Pass<'a> {
    given: &'a [u8],
    at: usize,
    out: Vec<u8>,
    /// The open brackets, with their positions in the output.
    open: Vec<(u8, usize)>,
    /// The position of the last repair in the output.
    repaired: Option<usize>,
    /// Whether the repair was stopped because it would take too much memory; `at` is then at the end.
    has_grown_too_much: bool,
    entries: Vec<Range<usize>>,
}

impl Pass<'_> {
    /// Copies one bracket, text or word.
    fn step(&mut self) {
        let byte = self.given[self.at];
        match byte {
            b'"' => self.text(),
            b'{' | b'[' if self.open.len() == DEPTH => self.too_deep(),
            b'{' | b'[' => {
                self.open.push((byte, self.out.len()));
                self.copy(1);
            }
            b'}' | b']' => {
                self.copy(1);
                self.close();
            }
            b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => self.copy(1),
            _ => self.word(),
        }
    }

    fn copy(&mut self, bytes: usize) {
        let end = self.given.len().min(self.at + bytes);
        self.out.extend_from_slice(&self.given[self.at..end]);
        self.at = end;
    }

    /// Writes `new` for the next `bytes`.
    fn replace(&mut self, bytes: usize, new: &str) {
        if self.has_grown_too_much || self.out.len() + new.len() > self.at + bytes + GROWTH {
            self.has_grown_too_much = true;
            self.at = self.given.len();
            return;
        }
        self.repaired = Some(self.out.len());
        self.out.extend_from_slice(new.as_bytes());
        self.at += bytes;
    }

    /// Writes the next `bytes` as a text, or `null` where they are too many to be written twice.
    fn quote(&mut self, bytes: usize) {
        if bytes > GROWTH {
            return self.replace(bytes, "null");
        }
        let raw = String::from_utf8_lossy(&self.given[self.at..self.at + bytes]);
        let quoted = serde_json::Value::from(raw).to_string();
        self.replace(bytes, &quoted);
    }

    /// Notes the object that was just closed if it is an entry and was damaged.
    fn close(&mut self) {
        let Some((_, start)) = self.open.pop() else {
            return;
        };
        let above = [self.open.first(), self.open.get(1)].map(|open| open.map(|(byte, _)| *byte));
        let is_entry = match self.open.len() {
            1 => above[0] == Some(b'['),
            2 => above == [Some(b'{'), Some(b'[')],
            _ => false,
        };
        if is_entry && self.repaired >= Some(start) && self.entries.len() < NOTED {
            self.entries.push(start..self.out.len());
        }
    }

    /// A number, `true`, `false`, `null`; anything else becomes text.
    fn word(&mut self) {
        let rest = &self.given[self.at..];
        let ends = |b: &u8| b.is_ascii_whitespace() || b"{}[],:\"".contains(b);
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let valid = match &rest[..length] {
            b"true" | b"false" | b"null" => true,
            number => serde_json::from_slice::<f64>(number).is_ok(),
        };
        match valid {
            true => self.copy(length),
            false => self.quote(length),
        }
    }

    /// A value below the deepest level that is kept becomes text.
    fn too_deep(&mut self) {
        let mut depth = 0_usize;
        let mut tokens = tokens(&self.given[self.at..]);
        while let Some(token) = tokens.next() {
            match token {
                Token::Open(_) => depth += 1,
                Token::Close => depth -= 1,
                Token::Colon | Token::Comma | Token::Text(_) => {}
            }
            if depth == 0 {
                return self.quote(tokens.at());
            }
        }
        // Cut off: there is nothing to be saved.
        self.copy(self.given.len() - self.at);
    }

    fn text(&mut self) {
        self.copy(1);
        loop {
            let rest = &self.given[self.at..];
            let special = |b: &u8| *b < 0x20 || *b == b'"' || *b == b'\\';
            let plain = rest.iter().position(special);
            self.plain(plain.unwrap_or(rest.len()));
            match self.given.get(self.at) {
                None => return,
                Some(b'"') => return self.copy(1),
                Some(b'\\') => self.escape(),
                Some(control) => self.replace(1, &format!("\\u{control:04x}")),
            }
        }
    }

    /// The next `bytes` of a text, which have to be UTF-8.
    fn plain(&mut self, bytes: usize) {
        let given = self.given;
        for chunk in given[self.at..self.at + bytes].utf8_chunks() {
            self.copy(chunk.valid().len());
            if !chunk.invalid().is_empty() {
                self.replace(chunk.invalid().len(), "\u{fffd}");
            }
        }
    }

    fn escape(&mut self) {
        let unit = |at: usize| {
            let escape = self.given.get(at..at + 6)?.strip_prefix(b"\\u")?;
            let digits = std::str::from_utf8(escape).ok()?;
            let digits = digits
                .bytes()
                .all(|b| b.is_ascii_hexdigit())
                .then_some(digits);
            u16::from_str_radix(digits?, 16).ok()
        };
        match (self.given.get(self.at + 1), unit(self.at)) {
            (Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't'), _) => self.copy(2),
            (Some(b'u'), Some(0xd800..=0xdbff)) => match unit(self.at + 6) {
                Some(0xdc00..=0xdfff) => self.copy(12),
                _ => self.replace(6, "\u{fffd}"),
            },
            (Some(b'u'), Some(0xdc00..=0xdfff)) => self.replace(6, "\u{fffd}"),
            (Some(b'u'), Some(_)) => self.copy(6),
            (Some(b'u'), None) => self.replace(2, "\u{fffd}"),
            // The character stands for itself, and is looked at next.
            (Some(_), _) => self.replace(1, ""),
            (None, _) => self.copy(1),
        }
    }
}
