//! The standard streams: terminal or not, width and colours.

use std::io::{IsTerminal, stderr, stdin, stdout};

use clap::ValueEnum;

use super::Style;
use crate::config::Environment;
use crate::failure::Failure;

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set; elsewhere only with CLICOLOR_FORCE.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The streams of this process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terminal {
    pub(crate) stdin: bool,
    pub(crate) stdout: bool,
    pub(crate) stderr: bool,
    /// The width of tables in columns; `None` without a limit.
    pub(crate) width: Option<u16>,
    pub(crate) out: Style,
    pub(crate) err: Style,
}

impl Terminal {
    /// Returns the same for output to a file.
    pub(crate) fn as_file(self) -> Self {
        Self {
            stdout: false,
            width: None,
            out: Style::new(false),
            ..self
        }
    }

    /// Returns the streams of this process. Fails if a variable is not valid UTF-8.
    pub(crate) fn of_process(
        environment: Environment<'_>,
        color: ColorChoice,
    ) -> Result<Self, Failure> {
        let (stdout, stderr) = (stdout().is_terminal(), stderr().is_terminal());
        let measured = || terminal_size::terminal_size().map(|(width, _)| width.0);
        Ok(Self {
            stdin: stdin().is_terminal(),
            stdout,
            stderr,
            width: width(environment, stdout.then(measured).flatten())?,
            out: Style::new(colored(color, environment, stdout)?),
            err: Style::new(colored(color, environment, stderr)?),
        })
    }
}

/// Returns the width: `COLUMNS` if set, else that of the terminal. A file or pipe has none, so that its lines are not
/// wrapped.
fn width(environment: Environment<'_>, measured: Option<u16>) -> Result<Option<u16>, Failure> {
    let columns = environment.get("COLUMNS")?;
    let said = columns.and_then(|text| text.trim().parse().ok());
    Ok(said.or(measured).filter(|width| *width >= 20))
}

/// Returns whether to use colours: by the flag, then `NO_COLOR`, then `CLICOLOR_FORCE`, then the terminal.
fn colored(
    choice: ColorChoice,
    environment: Environment<'_>,
    is_terminal: bool,
) -> Result<bool, Failure> {
    let says = |name: &str, no: &str| -> Result<Option<bool>, Failure> {
        Ok(environment.get(name)?.map(|value| value != no))
    };
    Ok(match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if environment.get("NO_COLOR")?.is_some() => false,
        ColorChoice::Auto if says("CLICOLOR_FORCE", "0")? == Some(true) => true,
        ColorChoice::Auto => {
            is_terminal
                && says("CLICOLOR", "0")?.unwrap_or(true)
                && says("TERM", "dumb")?.unwrap_or(true)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)], look: impl Fn(Environment<'_>) -> bool) -> bool {
        let read = |name: &str| {
            variables
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).into())
        };
        look(Environment::new(&read))
    }

    #[test]
    fn the_color_flag_overrides_variables_which_override_the_terminal() {
        use ColorChoice::{Always, Auto, Never};
        for (choice, variables, terminal, expected) in [
            (Auto, &[][..], true, true),
            (Auto, &[], false, false),
            (Auto, &[("NO_COLOR", "1")], true, false),
            (
                Auto,
                &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")],
                true,
                false,
            ),
            (Auto, &[("CLICOLOR_FORCE", "1")], false, true),
            (Auto, &[("CLICOLOR_FORCE", "0")], false, false),
            (Auto, &[("NO_COLOR", "")], true, true),
            (Auto, &[("CLICOLOR", "0")], true, false),
            (Auto, &[("TERM", "dumb")], true, false),
            (Always, &[("NO_COLOR", "1")], false, true),
            (Never, &[("CLICOLOR_FORCE", "1")], true, false),
        ] {
            let got = with(variables, |environment| {
                colored(choice, environment, terminal).unwrap()
            });
            assert_eq!(got, expected, "{choice:?} {variables:?} {terminal}");
        }
    }

    #[test]
    fn columns_overrides_the_width_and_a_pipe_has_none() {
        let read = |name: &str| (name == "COLUMNS").then(|| "72".into());
        assert_eq!(width(Environment::new(&read), Some(200)).unwrap(), Some(72));
        let none = |_: &str| None;
        assert_eq!(
            width(Environment::new(&none), Some(200)).unwrap(),
            Some(200)
        );
        assert_eq!(width(Environment::new(&none), None).unwrap(), None);
    }
}
