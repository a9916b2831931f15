//! Reads settings from environment variables.

use std::ffi::OsString;

use super::BaseUrl;
use crate::Error;

/// The environment variables; tests pass their own.
pub(crate) struct Environment<'a>(pub(crate) &'a dyn Fn(&str) -> Option<OsString>);

impl Environment<'_> {
    fn filled(&self, name: &str) -> Result<Option<String>, Error> {
        let text = (self.0)(name).map(OsString::into_string).transpose();
        let text = text.map_err(|_| {
            Error::config(format!(
                "the environment variable {name} is not valid UTF-8 text: set it again"
            ))
        })?;
        Ok(text.filter(|text| !text.trim().is_empty()))
    }

    /// Returns the key in `CEKURA_API_KEY`.
    pub(crate) fn api_key(&self) -> Result<crate::ApiKey, Error> {
        let text = self.filled("CEKURA_API_KEY")?.ok_or_else(|| {
            Error::config(
                "the environment variable CEKURA_API_KEY is not set: set it to an API key of your organization or \
                 project"
                    .to_owned(),
            )
        })?;
        crate::ApiKey::new(text).map_err(|e| of_variable("CEKURA_API_KEY", &e))
    }

    /// Returns the URL in `CEKURA_API_URL`, else the one in `CEKURA_BASE_URL`.
    pub(crate) fn base_url(&self) -> Result<Option<String>, Error> {
        for name in ["CEKURA_API_URL", "CEKURA_BASE_URL"] {
            if let Some(url) = self.filled(name)? {
                BaseUrl::parse(&url, false).map_err(|e| of_variable(name, &e))?;
                return Ok(Some(url));
            }
        }
        Ok(None)
    }
}

/// Adds the name of the variable to an error about its value.
fn of_variable(name: &str, error: &Error) -> Error {
    Error::config(format!("the environment variable {name}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_or_blank_key_names_the_variable() {
        for value in [None, Some(OsString::from(" "))] {
            let read = |_: &str| value.clone();
            let error = Environment(&read).api_key().unwrap_err();
            assert!(error.to_string().contains("CEKURA_API_KEY"));
        }
    }

    #[test]
    fn the_url_has_an_alias_that_comes_second() {
        let both = |name: &str| Some(OsString::from(format!("http://localhost/{name}")));
        assert_eq!(
            Environment(&both).base_url().unwrap().unwrap(),
            "http://localhost/CEKURA_API_URL"
        );
        let alias =
            |name: &str| (name == "CEKURA_BASE_URL").then(|| OsString::from("http://localhost:1"));
        assert_eq!(
            Environment(&alias).base_url().unwrap().unwrap(),
            "http://localhost:1"
        );
    }

    #[test]
    fn an_invalid_value_names_its_variable_and_not_the_key() {
        for (name, value, says) in [
            ("CEKURA_API_KEY", "ck_1 2345678", "position 5"),
            ("CEKURA_API_KEY", "ck_123", "6 characters"),
            ("CEKURA_API_URL", "api.example.net", "cannot be read"),
            ("CEKURA_BASE_URL", "http://api.example.net", "unencrypted"),
        ] {
            let read = |asked: &str| (asked == name).then(|| OsString::from(value));
            let environment = Environment(&read);
            let key = environment.api_key().map(drop);
            let error = match name {
                "CEKURA_API_KEY" => key.unwrap_err(),
                _ => environment.base_url().unwrap_err(),
            };
            let said = error.to_string();
            assert!(error.is_config() && said.contains(name), "{said}");
            assert!(said.contains(says) && !said.contains("ck_1"), "{said}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn invalid_utf8_is_an_error() {
        use std::os::unix::ffi::OsStringExt as _;
        for name in ["CEKURA_API_KEY", "CEKURA_API_URL", "CEKURA_BASE_URL"] {
            let read = |asked: &str| {
                (asked == name).then(|| OsString::from_vec(b"ck_\xff_a_long_key".to_vec()))
            };
            let environment = Environment(&read);
            let key = environment.api_key().map(drop);
            let error = match name {
                "CEKURA_API_KEY" => key.unwrap_err(),
                _ => environment.base_url().unwrap_err(),
            };
            let said = error.to_string();
            assert!(said.contains(name) && said.contains("UTF-8"), "{said}");
            assert!(
                !said.contains("not set") && !said.contains("a_long_key"),
                "{said}"
            );
        }
    }
}
