//! One step of CI: a command, its environment, and the meaning of its result.

use std::{
    env,
    ffi::OsString,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

use super::skipped::{Skipped, VARIABLE};
use crate::terminal::show;

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    /// Not run, and why.
    Skipped(String),
    /// What went wrong.
    Failed(String),
}

/// A command of cargo.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) name: String,
    arguments: Vec<String>,
    environment: Vec<(&'static str, &'static str)>,
    /// Returns why this machine cannot run the step, if it cannot.
    obstacle: Option<fn() -> Option<String>>,
    /// Judges what the command printed, instead of showing it.
    judge: Option<Judge>,
    /// Whether it runs tests, some of which may be skipped.
    tests: bool,
}

/// Words that must not begin a line of output, and what it means if they do.
#[derive(Debug)]
pub(super) struct Judge {
    pub(super) forbidden: &'static [&'static str],
    pub(super) meaning: &'static str,
}

impl Step {
    pub(super) fn cargo(name: impl Into<String>, arguments: &[&str]) -> Self {
        Self {
            name: name.into(),
            arguments: arguments.iter().map(ToString::to_string).collect(),
            environment: Vec::new(),
            obstacle: None,
            judge: None,
            tests: false,
        }
    }

    /// A step that runs tests.
    pub(super) fn tests(name: impl Into<String>, arguments: &[&str]) -> Self {
        Self {
            tests: true,
            ..Self::cargo(name, arguments)
        }
    }

    pub(super) fn with_env(mut self, key: &'static str, value: &'static str) -> Self {
        self.environment.push((key, value));
        self
    }

    pub(super) fn unless(mut self, obstacle: fn() -> Option<String>) -> Self {
        self.obstacle = Some(obstacle);
        self
    }

    pub(super) fn judged(mut self, judge: Judge) -> Self {
        self.judge = Some(judge);
        self
    }

    /// The command as it can be typed into a shell.
    pub(super) fn command_line(&self) -> String {
        let mut line = String::new();
        for (key, value) in &self.environment {
            line.push_str(&format!("{key}={} ", quoted(value)));
        }
        line.push_str("cargo");
        for argument in &self.arguments {
            line.push(' ');
            line.push_str(&quoted(argument));
        }
        line
    }

    pub(super) fn run(&self, workspace: &Path, skipped: &mut Skipped) -> Outcome {
        if let Some(why) = self.obstacle.and_then(|obstacle| obstacle()) {
            return Outcome::Skipped(why);
        }
        let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
        let mut command = Command::new(cargo);
        command
            .args(&self.arguments)
            .envs(self.environment.iter().copied())
            .current_dir(workspace)
            .stdin(Stdio::null());
        match &self.judge {
            None => match self.status(&mut command, skipped) {
                Ok(status) if status.success() => Outcome::Passed,
                Ok(status) => Outcome::Failed(format!("The command failed with {status}.")),
                Err(error) => Outcome::Failed(format!("Cannot start cargo: {error}.")),
            },
            Some(judge) => match command.output() {
                Ok(output) if output.status.success() => {
                    judge.verdict(&String::from_utf8_lossy(&output.stdout))
                }
                Ok(output) => Outcome::Failed(String::from_utf8_lossy(&output.stderr).into_owned()),
                Err(error) => Outcome::Failed(format!("Cannot start cargo: {error}.")),
            },
        }
    }
}

impl Step {
    fn status(&self, command: &mut Command, skipped: &mut Skipped) -> std::io::Result<ExitStatus> {
        if !self.tests {
            return command.status();
        }
        let mut child = command
            .env(VARIABLE, &skipped.file)
            .stdout(Stdio::piped())
            .spawn()?;
        if let Some(output) = child.stdout.take() {
            let mut output = BufReader::new(output);
            let mut line = Vec::new();
            while output.read_until(b'\n', &mut line)? > 0 {
                let text = String::from_utf8_lossy(&line);
                show(&text);
                skipped.see(text.trim_end());
                line.clear();
            }
        }
        child.wait()
    }
}

impl Judge {
    /// Lines of `cargo tree --prefix none` begin with the name of a crate.
    fn verdict(&self, output: &str) -> Outcome {
        let found = output.lines().find_map(|line| {
            let name = line.split_whitespace().next()?;
            self.forbidden.contains(&name).then_some(name)
        });
        match found {
            Some(name) => Outcome::Failed(format!("It depends on {name}. {}", self.meaning)),
            None => Outcome::Passed,
        }
    }
}

fn quoted(word: &str) -> String {
    if word.is_empty() || word.contains(' ') {
        format!("'{word}'")
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obstacle_skips_and_says_why() {
        let step = Step::cargo("x", &["no-such-command"]).unless(|| Some("no headers".to_owned()));
        let mut skipped = Skipped::of("no/such/file".into());
        assert_eq!(
            step.run(Path::new("."), &mut skipped),
            Outcome::Skipped("no headers".to_owned())
        );
    }

    #[test]
    fn steps_with_tests_end_as_their_command_does() {
        let mut skipped = Skipped::of("no/such/file".into());
        let mut run =
            |arguments: &[&str]| Step::tests("x", arguments).run(Path::new("."), &mut skipped);
        assert_eq!(run(&["--version"]), Outcome::Passed);
        assert!(matches!(run(&["--no-such-flag"]), Outcome::Failed(_)));
    }

    #[test]
    fn forbidden_crates_are_found_by_their_whole_name() {
        let judge = Judge {
            forbidden: &["cekura"],
            meaning: "Dependencies have one direction.",
        };
        assert_eq!(
            judge.verdict("cekura-sandbox v0.1.0\naxum v0.8.9\n"),
            Outcome::Passed
        );
        let Outcome::Failed(why) = judge.verdict("a v1\ncekura v0.1.0 (/x)\n") else {
            panic!("not found");
        };
        assert_eq!(
            why,
            "It depends on cekura. Dependencies have one direction."
        );
    }

    #[test]
    fn words_with_spaces_are_quoted() {
        let step = Step::cargo("x", &["doc"]).with_env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(step.command_line(), "RUSTDOCFLAGS='-D warnings' cargo doc");
    }
}
