//! The vendor's own configuration file.

use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fmt, fs};

use super::Environment;
use crate::failure::Failure;
use crate::input::{BY_HAND, open};

/// What the file says: a flat list of keys and values.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct ConfigFile {
    entries: BTreeMap<String, String>,
}

/// The file as it was found, or not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) file: ConfigFile,
    /// Where it is, or would be.
    pub(crate) path: Option<PathBuf>,
    /// Others than its owner may read it.
    pub(crate) is_exposed: bool,
}

impl Found {
    /// Reads the file that `CEKURA_CONFIG` names, else `.cekura/config.toml` at home. That there is none is no error.
    pub(crate) fn read(
        environment: Environment<'_>,
        home: Option<PathBuf>,
    ) -> Result<Self, Failure> {
        let named = environment.path("CEKURA_CONFIG");
        let Some(path) =
            named.or_else(|| home.map(|home| home.join(".cekura").join("config.toml")))
        else {
            return Ok(Self::default());
        };
        let read = open(&path, BY_HAND).and_then(|mut file| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map(|_| bytes)
        });
        match read {
            Ok(bytes) => Ok(Self {
                file: ConfigFile::parse(&String::from_utf8_lossy(&bytes)),
                is_exposed: is_exposed(&path),
                path: Some(path),
            }),
            Err(e)
                if e.kind() == io::ErrorKind::NotFound
                    || e.kind() == io::ErrorKind::NotADirectory =>
            {
                Ok(Self {
                    path: Some(path),
                    ..Self::default()
                })
            }
            Err(e) => Err(Failure::usage(format!(
                "the configuration file {} cannot be read: {e}",
                path.display()
            ))
            .hint("make it readable for you, or name another with CEKURA_CONFIG")),
        }
    }
}

impl ConfigFile {
    /// Reads `key = "value"` lines as leniently as the program that writes them: a line that begins with `#` is a
    /// comment, the first `=` divides, quotes of both kinds come off, and any other line is passed over. There are
    /// no escapes and no sections.
    pub(crate) fn parse(text: &str) -> Self {
        let pairs = text
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
            .filter_map(|line| {
                let (key, value) = line.split_once('=')?;
                Some((
                    key.trim().to_owned(),
                    value.trim().trim_matches(['"', '\'']).to_owned(),
                ))
            });
        Self {
            entries: pairs.collect(),
        }
    }

    /// The value of the first of `keys` that has one.
    pub(crate) fn get(&self, keys: &[&str]) -> Option<&str> {
        keys.iter()
            .find_map(|key| self.entries.get(*key))
            .map(String::as_str)
            .filter(|value| !value.trim().is_empty())
    }

    /// Returns whether the file has a secret.
    pub(crate) fn has_secrets(&self) -> bool {
        ["api_key", "access_token", "refresh_token"]
            .iter()
            .any(|key| self.get(&[key]).is_some())
    }

    /// The OAuth session, and whether it has expired.
    pub(crate) fn session(&self, now: SystemTime) -> Session<'_> {
        match self.get(&["access_token"]) {
            None => Session::None,
            Some(_)
                if self
                    .get(&["token_expires_at"])
                    .and_then(moment)
                    .is_some_and(|end| end <= now) =>
            {
                Session::Over
            }
            Some(token) => Session::Open(token),
        }
    }
}

/// An OAuth session.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Session<'a> {
    None,
    Over,
    Open(&'a str),
}

/// Shows which keys there are, and no value.
impl fmt::Debug for ConfigFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.entries.keys()).finish()
    }
}

/// Seconds or milliseconds since 1970, or a date and time; anything else is no moment.
fn moment(text: &str) -> Option<SystemTime> {
    const MILLISECONDS_FROM: f64 = 1e11;
    match text.trim().parse::<f64>() {
        Ok(number) => {
            let seconds = if number.abs() >= MILLISECONDS_FROM {
                number / 1_000.0
            } else {
                number
            };
            SystemTime::UNIX_EPOCH.checked_add(Duration::try_from_secs_f64(seconds).ok()?)
        }
        Err(_) => cekura::Timestamp::new(text.trim()).to_system_time(),
    }
}

/// Whether others than its owner may read or write it.
#[cfg(unix)]
pub(super) fn is_exposed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
pub(super) fn is_exposed(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn the_lenient_form_is_read_as_its_writer_reads_it() {
        let file = ConfigFile::parse(
            "# written by a log-in\n\
             api_key = \"ck_tide=9\"\n\
             \x20 api_url='http://127.0.0.1:9'\r\n\
             \n\
             [section]\n\
             default_project_id = 44\n\
             nonsense\n\
             empty = \"\"\n\
             # api_url = \"http://commented\"\n\
             later = first\n\
             later = last\n",
        );
        assert_eq!(file.get(&["api_key"]), Some("ck_tide=9"));
        assert_eq!(
            file.get(&["api_url", "base_url"]),
            Some("http://127.0.0.1:9")
        );
        assert_eq!(file.get(&["default_project_id"]), Some("44"));
        assert_eq!(file.get(&["empty"]), None);
        assert_eq!(file.get(&["later"]), Some("last"));
        assert_eq!(file.get(&["nonsense", "section"]), None);
        assert!(file.has_secrets());
    }

    #[test]
    fn the_address_has_an_alias_that_comes_second() {
        let both = ConfigFile::parse("base_url = b\napi_url = a\n");
        assert_eq!(both.get(&["api_url", "base_url"]), Some("a"));
        assert_eq!(
            ConfigFile::parse("base_url = b").get(&["api_url", "base_url"]),
            Some("b")
        );
    }

    #[test]
    fn a_session_ends_when_the_file_says_so() {
        for (expires, expected) in [
            ("1000", Session::Over),
            ("1000.5", Session::Open("tok")),
            ("1001", Session::Open("tok")),
            ("1800000000000", Session::Open("tok")),
            ("1970-01-01T00:16:39Z", Session::Over),
            ("1970-01-01T00:16:41+00:00", Session::Open("tok")),
            ("soon", Session::Open("tok")),
            ("", Session::Open("tok")),
        ] {
            let file = ConfigFile::parse(&format!(
                "access_token = tok\ntoken_expires_at = \"{expires}\""
            ));
            assert_eq!(file.session(at(1000)), expected, "{expires}");
        }
        assert_eq!(ConfigFile::default().session(at(0)), Session::None);
    }

    #[test]
    fn debug_shows_no_value() {
        let shown = format!("{:?}", ConfigFile::parse("api_key = ck_hidden"));
        assert!(
            shown.contains("api_key") && !shown.contains("ck_hidden"),
            "{shown}"
        );
    }
}
