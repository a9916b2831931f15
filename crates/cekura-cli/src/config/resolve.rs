//! Flag, then environment, then file.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use cekura::{AccessToken, ApiKey, OrganizationId, ProjectId};

use super::file::Session;
use super::{Environment, Found};
use crate::exit::Exit;
use crate::failure::Failure;

/// What the command line says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flags {
    pub(crate) api_url: Option<String>,
    pub(crate) api_key_file: Option<PathBuf>,
}

/// As whom to speak.
#[derive(Clone, Debug)]
pub(crate) enum Credential {
    Key(ApiKey),
    Token(AccessToken),
}

/// What came of it.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) credential: Credential,
    /// `None` for the library's default.
    pub(crate) api_url: Option<String>,
    pub(crate) project: Option<ProjectId>,
    pub(crate) organization: Option<OrganizationId>,
    /// What the user should know about the configuration.
    pub(crate) warnings: Vec<String>,
}

/// Puts the three layers together.
pub(crate) fn resolve(
    flags: &Flags,
    environment: Environment<'_>,
    found: &Found,
    now: SystemTime,
) -> Result<Settings, Failure> {
    let mut warnings = Vec::new();
    if found.is_exposed
        && found.file.has_secrets()
        && let Some(path) = &found.path
    {
        let path = path.display();
        warnings.push(format!(
            "{path} holds a secret and others can read it: chmod 600 {path}"
        ));
    }
    let from_environment = |names: &[&str]| names.iter().find_map(|name| environment.get(name));
    let api_url = flags
        .api_url
        .clone()
        .or_else(|| from_environment(&["CEKURA_API_URL", "CEKURA_BASE_URL"]))
        .or_else(|| found.file.get(&["api_url", "base_url"]).map(str::to_owned));
    Ok(Settings {
        credential: credential(flags, environment, found, now, &mut warnings)?,
        api_url,
        project: number(
            environment,
            found,
            "CEKURA_PROJECT_ID",
            "default_project_id",
        )?
        .map(ProjectId),
        organization: number(
            environment,
            found,
            "CEKURA_ORGANIZATION_ID",
            "default_organization_id",
        )?
        .map(OrganizationId),
        warnings,
    })
}

/// Within one layer a session counts more than a key, as for the vendor's own program.
fn credential(
    flags: &Flags,
    environment: Environment<'_>,
    found: &Found,
    now: SystemTime,
    warnings: &mut Vec<String>,
) -> Result<Credential, Failure> {
    let key = |text: &str, place: &str| {
        ApiKey::new(text)
            .map(Credential::Key)
            .map_err(|e| Failure::usage(format!("{place}: {e}")))
    };
    let token = |text: &str, place: &str| {
        AccessToken::new(text)
            .map(Credential::Token)
            .map_err(|e| Failure::usage(format!("{place}: {e}")))
    };
    if let Some(path) = &flags.api_key_file {
        return key(&key_in(path)?, &format!("the file {}", path.display()));
    }
    if let Some(text) = environment.get("CEKURA_ACCESS_TOKEN") {
        return token(&text, "CEKURA_ACCESS_TOKEN");
    }
    if let Some(text) = environment.get("CEKURA_API_KEY") {
        return key(&text, "CEKURA_API_KEY");
    }
    let place = found.path.as_ref().map_or_else(
        || "~/.cekura/config.toml".into(),
        |path| path.display().to_string(),
    );
    let session = found.file.session(now);
    if let Session::Open(text) = session {
        return token(text, &place);
    }
    if let Some(text) = found.file.get(&["api_key"]) {
        if session == Session::Over {
            warnings.push(format!(
                "the session in {place} is over; the API key there is used instead"
            ));
        }
        return key(text, &place);
    }
    Err(match session {
        Session::Over => Failure::own(
            Exit::Authentication,
            format!("the session in {place} is over, there is no API key beside it, and CEKURA_API_KEY is not set"),
        )
        .hint("log in again with the program that wrote the file, or put an API key into CEKURA_API_KEY"),
        _ => Failure::own(
            Exit::Authentication,
            format!("there is no API key: CEKURA_API_KEY is not set, and {place} has no api_key"),
        )
        .hint("put a key from the dashboard into one of them, or name a file with --api-key-file")
        .hint("to try things without an account, add --sandbox"),
    })
}

/// The first line of the file that has something on it.
fn key_in(path: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(path).map_err(|e| {
        Failure::usage(format!(
            "the key file {} cannot be read: {e}",
            path.display()
        ))
        .hint("--api-key-file wants a file that holds the key and nothing else")
    })?;
    Ok(text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default()
        .to_owned())
}

fn number(
    environment: Environment<'_>,
    found: &Found,
    variable: &str,
    entry: &str,
) -> Result<Option<i64>, Failure> {
    let (text, place) = match (environment.get(variable), found.file.get(&[entry])) {
        (Some(text), _) => (text, variable),
        (None, Some(text)) => (text.to_owned(), entry),
        (None, None) => return Ok(None),
    };
    text.trim().parse().map(Some).map_err(|_| {
        Failure::usage(format!(
            "{place} is {text:?}: expected a whole number, such as 44"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::file::ConfigFile;
    use std::time::Duration;

    const NOW: SystemTime = SystemTime::UNIX_EPOCH;

    fn found(text: &str) -> Found {
        Found {
            file: ConfigFile::parse(text),
            path: Some("/home/ann/.cekura/config.toml".into()),
            is_exposed: false,
        }
    }

    fn resolved(
        flags: &Flags,
        variables: &[(&str, &str)],
        file: &str,
    ) -> Result<Settings, Failure> {
        let read = |name: &str| {
            variables
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).to_owned())
        };
        resolve(
            flags,
            Environment::new(&read),
            &found(file),
            NOW + Duration::from_secs(1000),
        )
    }

    fn kind(settings: &Settings) -> &'static str {
        match settings.credential {
            Credential::Key(_) => "key",
            Credential::Token(_) => "token",
        }
    }

    #[test]
    fn the_address_comes_from_the_first_layer_that_names_one() {
        let flag = Flags {
            api_url: Some("http://flag".into()),
            ..Flags::default()
        };
        let file = "api_key = key_of_file\napi_url = http://file";
        let both = [
            ("CEKURA_API_URL", "http://env"),
            ("CEKURA_BASE_URL", "http://alias"),
        ];
        let url = |flags: &Flags, vars: &[(&str, &str)], file: &str| {
            resolved(flags, vars, file).unwrap().api_url
        };
        assert_eq!(url(&flag, &both, file).unwrap(), "http://flag");
        assert_eq!(url(&Flags::default(), &both, file).unwrap(), "http://env");
        assert_eq!(
            url(&Flags::default(), &both[1..], file).unwrap(),
            "http://alias"
        );
        assert_eq!(
            url(&Flags::default(), &[("CEKURA_API_URL", " ")], file).unwrap(),
            "http://file"
        );
        assert_eq!(url(&Flags::default(), &[], "api_key = key_of_file"), None);
    }

    #[test]
    fn a_session_beats_a_key_within_its_layer_only() {
        let session = "access_token = token_of_file\napi_key = key_of_file\n";
        assert_eq!(
            kind(&resolved(&Flags::default(), &[], session).unwrap()),
            "token"
        );
        assert_eq!(
            kind(
                &resolved(
                    &Flags::default(),
                    &[("CEKURA_API_KEY", "key_of_env")],
                    session
                )
                .unwrap()
            ),
            "key"
        );
        let env = [
            ("CEKURA_API_KEY", "key_of_env"),
            ("CEKURA_ACCESS_TOKEN", "token_of_env"),
        ];
        assert_eq!(
            kind(&resolved(&Flags::default(), &env, session).unwrap()),
            "token"
        );
    }

    #[test]
    fn a_session_that_is_over_gives_way_to_the_key_and_says_so() {
        let over = "access_token = token_of_file\ntoken_expires_at = 999\n";
        let settings = resolved(
            &Flags::default(),
            &[],
            &format!("{over}api_key = key_of_file"),
        )
        .unwrap();
        assert_eq!(kind(&settings), "key");
        assert!(
            settings.warnings[0].contains("is over"),
            "{:?}",
            settings.warnings
        );
        let failure = resolved(&Flags::default(), &[], over).unwrap_err();
        assert_eq!(failure.exit(), Exit::Authentication);
    }

    #[test]
    fn no_key_names_the_variable_and_the_file() {
        let Failure::Problem(problem) = resolved(&Flags::default(), &[], "").unwrap_err() else {
            panic!()
        };
        assert_eq!(problem.exit, Exit::Authentication);
        let text = problem.to_text(crate::output::Style::plain());
        assert!(
            text.contains("CEKURA_API_KEY") && text.contains("/home/ann/.cekura/config.toml"),
            "{text}"
        );
    }

    #[test]
    fn a_bad_key_is_named_by_its_place_and_never_repeated() {
        let Failure::Problem(problem) =
            resolved(&Flags::default(), &[("CEKURA_API_KEY", "ck bad")], "").unwrap_err()
        else {
            panic!()
        };
        let text = problem.to_text(crate::output::Style::plain());
        assert!(
            text.contains("CEKURA_API_KEY") && !text.contains("ck bad"),
            "{text}"
        );
    }

    #[test]
    fn numbers_are_numbers() {
        let env = [
            ("CEKURA_API_KEY", "key_of_env"),
            ("CEKURA_PROJECT_ID", "44"),
        ];
        assert_eq!(
            resolved(&Flags::default(), &env, "default_project_id = 9")
                .unwrap()
                .project,
            Some(ProjectId(44))
        );
        let wrong = resolved(&Flags::default(), &env[..1], "default_project_id = x").unwrap_err();
        assert_eq!(wrong.exit(), Exit::Usage);
    }
}
