//! The outcome of many cases at once.

/// Gathers what goes wrong, so that one test shows all of it.
#[derive(Default)]
pub(super) struct Findings {
    cases: usize,
    found: Vec<String>,
}

impl Findings {
    pub(super) fn case(&mut self, reply: &str, place: &str, what: &str, problems: Vec<String>) {
        self.cases += 1;
        self.found.extend(
            problems
                .into_iter()
                .map(|p| format!("{reply} with {what} at {place:?}: {p}")),
        );
    }

    pub(super) fn finish(self, at_least: usize) {
        assert!(
            self.cases >= at_least,
            "only {} cases were tried",
            self.cases
        );
        let shown: Vec<String> = self
            .found
            .iter()
            .take(25)
            .map(|f| f.chars().take(300).collect())
            .collect();
        assert!(
            self.found.is_empty(),
            "{} of {} cases, the first of them:\n{}",
            self.found.len(),
            self.cases,
            shown.join("\n")
        );
    }
}
