//! Variables of the environment, through a function, so that tests and `--sandbox` can say what there is.

use std::cell::Cell;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::Failure;

/// Reads variables.
#[derive(Clone, Copy)]
pub(crate) struct Environment<'a>(&'a dyn Fn(&str) -> Option<OsString>);

impl<'a> Environment<'a> {
    pub(crate) fn new(read: &'a dyn Fn(&str) -> Option<OsString>) -> Self {
        Self(read)
    }

    /// The variable's text; one that is blank counts as not set. One that is no text is refused by its name, since to
    /// pass it over would be to take another setting without a word.
    pub(crate) fn get(self, name: &str) -> Result<Option<String>, Failure> {
        let Some(value) = (self.0)(name) else {
            return Ok(None);
        };
        match value.into_string() {
            Ok(text) => Ok(Some(text).filter(|text| !text.trim().is_empty())),
            Err(_) => Err(
                Failure::usage(format!("the variable {name} is not text in UTF-8"))
                    .hint(format!("set {name} again, or unset it; nothing was sent")),
            ),
        }
    }

    /// The file that the variable names, whatever its name is made of.
    pub(crate) fn path(self, name: &str) -> Option<PathBuf> {
        let value = (self.0)(name)?;
        let is_blank = value.to_str().is_some_and(|text| text.trim().is_empty());
        (!is_blank).then(|| value.into())
    }

    /// Lets `read` look for texts, and fails if it met one that is none.
    pub(crate) fn texts<T>(
        self,
        read: impl FnOnce(&dyn Fn(&str) -> Option<String>) -> T,
    ) -> Result<T, Failure> {
        let wrong = Cell::new(None);
        let found = read(&|name| {
            self.get(name).unwrap_or_else(|failure| {
                wrong.set(Some(failure));
                None
            })
        });
        match wrong.take() {
            Some(failure) => Err(failure),
            None => Ok(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_variable_that_is_no_text_is_named() {
        use std::os::unix::ffi::OsStringExt as _;
        let read =
            |name: &str| (name == "CEKURA_API_KEY").then(|| OsString::from_vec(vec![0xff, b'k']));
        let environment = Environment::new(&read);
        for failure in [
            environment.get("CEKURA_API_KEY").unwrap_err(),
            environment
                .texts(|read| read("CEKURA_API_KEY"))
                .unwrap_err(),
        ] {
            let Failure::Problem(problem) = failure else {
                panic!()
            };
            let text = problem.to_text(crate::output::Style::plain());
            assert!(
                text.contains("the variable CEKURA_API_KEY is not text"),
                "{text}"
            );
        }
        assert!(environment.path("CEKURA_API_KEY").is_some());
        assert!(environment.get("CEKURA_API_URL").unwrap().is_none());
    }

    #[test]
    fn a_blank_variable_counts_as_not_set() {
        let read = |_: &str| Some(OsString::from("  "));
        let environment = Environment::new(&read);
        assert!(environment.get("X").unwrap().is_none() && environment.path("X").is_none());
    }
}
