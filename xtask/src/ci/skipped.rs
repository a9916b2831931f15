//! Counts skipped tests by reason.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Names the file in which skipped tests leave a line (tests/skip).
pub(super) const VARIABLE: &str = "CEKURA_SKIPPED";

/// Collects the tests that skipped themselves and those that the runner ignored.
#[derive(Debug)]
pub(super) struct Skipped {
    pub(super) file: PathBuf,
    by_reason: BTreeMap<String, usize>,
    /// Ignored by the runner, and named in a line of their own.
    named: usize,
    /// Ignored by the runner, by its closing lines.
    counted: usize,
}

impl Skipped {
    /// Creates an empty file.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn new(workspace: &Path) -> io::Result<Self> {
        let folder = workspace.join("target");
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("skipped-{}.tsv", std::process::id()));
        fs::write(&file, "")?;
        Ok(Self::of(file))
    }

    /// Uses an existing file.
    pub(super) fn of(file: PathBuf) -> Self {
        Self {
            file,
            by_reason: BTreeMap::new(),
            named: 0,
            counted: 0,
        }
    }

    /// Counts ignored tests in a line that the test runner printed.
    pub(super) fn see(&mut self, line: &str) {
        if let Some(rest) = line.strip_prefix("test result: ") {
            let counts = rest.split("; ");
            self.counted += counts
                .filter_map(|count| count.strip_suffix(" ignored")?.parse::<usize>().ok())
                .sum::<usize>();
        } else if let Some((_, rest)) = line
            .strip_prefix("test ")
            .and_then(|test| test.split_once(" ... ignored"))
        {
            let reason = rest
                .strip_prefix(", ")
                .unwrap_or("ignored by an attribute without a reason");
            self.add(reason);
            self.named += 1;
        }
    }

    fn add(&mut self, reason: &str) {
        *self.by_reason.entry(reason.to_owned()).or_default() += 1;
    }

    /// Returns the skipped tests as text, and deletes the file.
    pub(super) fn summary(mut self) -> String {
        match fs::read_to_string(&self.file) {
            Ok(lines) => {
                for line in lines.lines() {
                    self.add(line.split_once('\t').map_or(line, |(_, reason)| reason));
                }
            }
            Err(error) => self.add(&format!(
                "unknown: cannot read {}: {error}",
                self.file.display()
            )),
        }
        let _ = fs::remove_file(&self.file);
        for _ in self.named..self.counted {
            self.add("ignored by an attribute");
        }
        let all: usize = self.by_reason.values().sum();
        let mut text = match all {
            0 => return "no test was skipped".to_owned(),
            1 => "1 test skipped:".to_owned(),
            n => format!("{n} tests skipped:"),
        };
        for (reason, count) in &self.by_reason {
            text.push_str(&format!("\n{count:7}  {reason}"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With a file that holds these lines, under a name of its own.
    fn skipped(name: &str, lines: &str) -> Skipped {
        let name = format!("cekura-skipped-{name}-{}", std::process::id());
        let skipped = Skipped::of(std::env::temp_dir().join(name));
        fs::write(&skipped.file, lines).unwrap();
        skipped
    }

    #[test]
    fn what_tests_say_and_what_the_runner_says_is_counted_by_reason() {
        let lines = "a::b\tno browser\nc\tno curl\nd\tno browser\n";
        let mut skipped = skipped("counted", lines);
        for line in [
            "running 4 tests",
            "test one ... ok",
            "test two ... ignored",
            "test three ... ignored, takes an hour",
            "test result: ok. 3 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            // A line that something else was printed into.
            "test four ... noise",
            "test result: ok. 0 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ] {
            skipped.see(line);
        }
        let file = skipped.file.clone();
        assert_eq!(
            skipped.summary(),
            "6 tests skipped:\n      1  ignored by an attribute\n      1  ignored by an attribute without a reason\n      \
             2  no browser\n      1  no curl\n      1  takes an hour"
        );
        assert!(!file.exists());
    }

    #[test]
    fn nothing_is_said_as_well() {
        assert_eq!(skipped("nothing", "").summary(), "no test was skipped");
    }

    #[test]
    fn a_file_that_is_gone_is_not_nothing() {
        let skipped = Skipped::of("no/such/file".into());
        assert!(skipped.summary().contains("cannot read"));
    }

    #[test]
    fn tests_and_ci_mean_the_same_file() {
        let helper = include_str!("../../../tests/skip/src/lib.rs");
        assert!(helper.contains(&format!("pub const VARIABLE: &str = {VARIABLE:?};")));
    }
}
