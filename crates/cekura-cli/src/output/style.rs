//! Colours.

/// The meaning of a text, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Good,
    Bad,
    Doubtful,
    Faint,
}

/// The style of a stream: with or without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    colored: bool,
}

impl Style {
    pub(crate) fn new(colored: bool) -> Self {
        Self { colored }
    }

    #[cfg(test)]
    pub(crate) fn plain() -> Self {
        Self::new(false)
    }

    pub(crate) fn bad(self, text: &str) -> String {
        self.wrap("1;31", text)
    }

    pub(crate) fn doubtful(self, text: &str) -> String {
        self.wrap("33", text)
    }

    pub(crate) fn is_colored(self) -> bool {
        self.colored
    }

    pub(crate) fn strong(self, text: &str) -> String {
        self.wrap("1", text)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.colored {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_has_no_escape_sequences() {
        assert_eq!(Style::plain().bad("x"), "x");
        assert_eq!(Style::new(true).bad("x"), "\u{1b}[1;31mx\u{1b}[0m");
    }
}
