//! Flag, then environment, then file.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use cekura::{AccessToken, ApiKey, OrganizationId, ProjectId};

use super::file::{Session, is_exposed};
use super::{Environment, Found};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{BY_HAND, read_small};

/// What the command line says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flags {
    pub(crate) api_url: Option<String>,
    pub(crate) api_key_file: Option<PathBuf>,
}

/// A credential.
#[derive(Clone, Debug)]
pub(crate) enum Credential {
    Key(ApiKey),
    Token(AccessToken),
}

/// The resolved settings.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) credential: Credential,
    /// Where the credential comes from: an option's file, a variable, or the configuration file.
    pub(crate) source: String,
    /// `None` for the library's default.
    pub(crate) api_url: Option<String>,
    pub(crate) project: Option<ProjectId>,
    pub(crate) organization: Option<OrganizationId>,
    /// Warnings about the configuration.
    pub(crate) warnings: Vec<String>,
}

/// Resolves the settings: option, then environment, then file.
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
        warnings.push(exposed(path));
    }
    let (credential, source) = credential(flags, environment, found, now, &mut warnings)?;
    Ok(Settings {
        credential,
        source,
        api_url: address(flags, environment, found)?,
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

/// Returns the address of the service; nothing for the default.
pub(crate) fn address(
    flags: &Flags,
    environment: Environment<'_>,
    found: &Found,
) -> Result<Option<String>, Failure> {
    let mut api_url = flags.api_url.clone();
    for name in ["CEKURA_API_URL", "CEKURA_BASE_URL"] {
        if api_url.is_none() {
            api_url = environment.get(name)?;
        }
    }
    Ok(api_url.or_else(|| found.file.get(&["api_url", "base_url"]).map(str::to_owned)))
}

fn exposed(path: &Path) -> String {
    let path = path.display();
    format!("{path} contains a secret and others can read it: chmod 600 {path}")
}

/// Within one layer a session counts more than a key, as for the vendor's own program.
fn credential(
    flags: &Flags,
    environment: Environment<'_>,
    found: &Found,
    now: SystemTime,
    warnings: &mut Vec<String>,
) -> Result<(Credential, String), Failure> {
    let key = |text: &str, source: &str| {
        ApiKey::new(text)
            .map(|key| (Credential::Key(key), source.to_owned()))
            .map_err(|e| Failure::usage(format!("{source}: {e}")))
    };
    let token = |text: &str, source: &str| {
        AccessToken::new(text)
            .map(|token| (Credential::Token(token), source.to_owned()))
            .map_err(|e| Failure::usage(format!("{source}: {e}")))
    };
    if let Some(path) = &flags.api_key_file {
        if is_exposed(path) {
            warnings.push(exposed(path));
        }
        return key(&key_in(path)?, &format!("the file {}", path.display()));
    }
    if let Some(text) = environment.get("CEKURA_ACCESS_TOKEN")? {
        return token(&text, "CEKURA_ACCESS_TOKEN");
    }
    if let Some(text) = environment.get("CEKURA_API_KEY")? {
        return key(&text, "CEKURA_API_KEY");
    }
    let source = found.path.as_ref().map_or_else(
        || "~/.cekura/config.toml".into(),
        |path| path.display().to_string(),
    );
    let session = found.file.session(now);
    if let Session::Open(text) = session {
        return token(text, &source);
    }
    if let Some(text) = found.file.get(&["api_key"]) {
        if session == Session::Over {
            warnings.push(format!(
                "the OAuth session in {source} has expired; the API key there is used instead"
            ));
        }
        return key(text, &source);
    }
    Err(match session {
        Session::Over => Failure::own(
            Exit::Authentication,
            format!("the OAuth session in {source} has expired, the file has no API key, and CEKURA_API_KEY is not set"),
        )
        .hint("run `cekura login`, set CEKURA_API_KEY, or log in again with the program that wrote the file"),
        _ => Failure::own(
            Exit::Authentication,
            format!("no API key: CEKURA_API_KEY is not set, and {source} has no api_key"),
        )
        .hint("run `cekura login`, set CEKURA_API_KEY, or use --api-key-file")
        .hint("to try things without an account, add --sandbox"),
    })
}

/// The first line of the file that has something on it.
pub(crate) fn key_in(path: &Path) -> Result<String, Failure> {
    let text = read_small(path, BY_HAND).map_err(|e| {
        Failure::usage(format!(
            "the key file {} cannot be read: {e}",
            path.display()
        ))
        .hint("--api-key-file expects a file that contains only the key")
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
    let (text, source) = match (environment.get(variable)?, found.file.get(&[entry])) {
        (Some(text), _) => (text, variable),
        (None, Some(text)) => (text.to_owned(), entry),
        (None, None) => return Ok(None),
    };
    text.trim().parse().map(Some).map_err(|_| {
        Failure::usage(format!(
            "{source} is {text:?}: expected a whole number, such as 44"
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
                .map(|(_, v)| (*v).into())
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
        let file = "api_key = ck_of_file\napi_url = http://file";
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
        assert_eq!(url(&Flags::default(), &[], "api_key = ck_of_file"), None);
    }

    #[test]
    fn a_session_beats_a_key_within_its_layer_only() {
        let session = "access_token = tok_of_file\napi_key = ck_of_file\n";
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
        let over = "access_token = tok_of_file\ntoken_expires_at = 999\n";
        let settings = resolved(
            &Flags::default(),
            &[],
            &format!("{over}api_key = ck_of_file"),
        )
        .unwrap();
        assert_eq!(kind(&settings), "key");
        assert!(
            settings.warnings[0].contains("has expired"),
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
            resolved(&Flags::default(), &[("CEKURA_API_KEY", "ck bad one")], "").unwrap_err()
        else {
            panic!()
        };
        let text = problem.to_text(crate::output::Style::plain());
        assert!(
            text.contains("CEKURA_API_KEY") && !text.contains("ck bad one"),
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
