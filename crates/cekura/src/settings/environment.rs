//! The environment's part of the configuration.

use crate::Error;

/// Reads variables; a test hands in its own.
pub(crate) struct Environment<'a>(pub(crate) &'a dyn Fn(&str) -> Option<String>);

impl Environment<'_> {
    fn filled(&self, name: &str) -> Option<String> {
        (self.0)(name).filter(|text| !text.trim().is_empty())
    }

    /// The key that `CEKURA_API_KEY` holds.
    pub(crate) fn api_key(&self) -> Result<crate::ApiKey, Error> {
        let text = self.filled("CEKURA_API_KEY").ok_or_else(|| {
            Error::config(
                "the environment variable CEKURA_API_KEY is not set: put an API key of your organization or \
                 project there, or build the client with Client::builder().api_key(…)"
                    .to_owned(),
            )
        })?;
        crate::ApiKey::new(text)
    }

    /// The address that `CEKURA_API_URL` holds, else the one in `CEKURA_BASE_URL`.
    pub(crate) fn base_url(&self) -> Option<String> {
        self.filled("CEKURA_API_URL")
            .or_else(|| self.filled("CEKURA_BASE_URL"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_or_blank_key_names_the_variable() {
        for value in [None, Some(" ".to_owned())] {
            let read = |_: &str| value.clone();
            let error = Environment(&read).api_key().unwrap_err();
            assert!(error.to_string().contains("CEKURA_API_KEY"));
        }
    }

    #[test]
    fn the_url_has_an_alias_that_comes_second() {
        let both = |name: &str| Some(format!("http://{}", name.to_lowercase()));
        assert_eq!(
            Environment(&both).base_url().unwrap(),
            "http://cekura_api_url"
        );
        let alias =
            |name: &str| (name == "CEKURA_BASE_URL").then(|| "http://localhost:1".to_owned());
        assert_eq!(
            Environment(&alias).base_url().unwrap(),
            "http://localhost:1"
        );
    }
}
