//! The environment's part of the configuration.

use std::ffi::OsString;

use crate::Error;

/// Reads variables; a test hands in its own.
pub(crate) struct Environment<'a>(pub(crate) &'a dyn Fn(&str) -> Option<OsString>);

impl Environment<'_> {
    fn filled(&self, name: &str) -> Result<Option<String>, Error> {
        let text = (self.0)(name).map(OsString::into_string).transpose();
        let text = text.map_err(|_| {
            Error::config(format!(
                "the environment variable {name} holds something else than text (UTF-8)"
            ))
        })?;
        Ok(text.filter(|text| !text.trim().is_empty()))
    }

    /// The key that `CEKURA_API_KEY` holds.
    pub(crate) fn api_key(&self) -> Result<crate::ApiKey, Error> {
        let text = self.filled("CEKURA_API_KEY")?.ok_or_else(|| {
            Error::config(
                "the environment variable CEKURA_API_KEY is not set: put an API key of your organization or \
                 project there, or build the client with Client::builder().api_key(…)"
                    .to_owned(),
            )
        })?;
        crate::ApiKey::new(text)
    }

    /// The address that `CEKURA_API_URL` holds, else the one in `CEKURA_BASE_URL`.
    pub(crate) fn base_url(&self) -> Result<Option<String>, Error> {
        Ok(match self.filled("CEKURA_API_URL")? {
            Some(url) => Some(url),
            None => self.filled("CEKURA_BASE_URL")?,
        })
    }
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
        let both = |name: &str| Some(OsString::from(format!("http://{}", name.to_lowercase())));
        assert_eq!(
            Environment(&both).base_url().unwrap().unwrap(),
            "http://cekura_api_url"
        );
        let alias =
            |name: &str| (name == "CEKURA_BASE_URL").then(|| OsString::from("http://localhost:1"));
        assert_eq!(
            Environment(&alias).base_url().unwrap().unwrap(),
            "http://localhost:1"
        );
    }
}
