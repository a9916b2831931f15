//! `cekura login`, `cekura logout`, `cekura auth status`.

use std::io::{BufRead as _, stdin};
use std::path::PathBuf;
use std::time::SystemTime;

use cekura::{ApiKey, Client, Error};
use serde_json::json;

use crate::app::{App, variable};
use crate::cli::Format;
use crate::config::{self, Credential, Environment, Flags, Found};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{value_table, value_text};
use crate::session::{Session, flags};

/// The settings that `logout` removes.
const CREDENTIALS: [&str; 4] = [
    "api_key",
    "access_token",
    "refresh_token",
    "token_expires_at",
];

/// Asks for an API key, checks it and stores it.
pub(super) async fn login(app: &mut App) -> Result<(), Failure> {
    refuse_sandbox(app, "login")?;
    let environment = Environment::new(&variable);
    let found = Found::read(environment, std::env::home_dir())?;
    let path = config_file(&found)?;
    let flags = flags(app);
    let key = ask_for_key(app, &flags)?;
    let api_url = config::address(&flags, environment, &found)?;
    let client = Session::client(
        app,
        Credential::Key(ApiKey::new(&*key)?),
        api_url.as_deref(),
    )?;
    let kind = kind_of(&client)
        .await
        .map_err(|failure| failure.hint("the key was not stored"))?;
    let mut changes = vec![("api_key", Some(&*key))];
    // The key belongs to this address, and must not be sent to another one later.
    changes.extend(flags.api_url.as_deref().map(|url| ("api_url", Some(url))));
    config::edit(&path, &changes)?;
    if let config::Session::Open(_) = found.file.session(SystemTime::now()) {
        app.notes.warn(&format!(
            "{} also has an OAuth session, which is used instead of the key: `cekura logout` removes both",
            path.display()
        ));
    }
    for name in ["CEKURA_API_KEY", "CEKURA_ACCESS_TOKEN"] {
        if environment.get(name)?.is_some() {
            app.notes
                .warn(&format!("{name} is set and is used instead of the file"));
        }
    }
    app.notes.info(&format!(
        "stored the key of {kind} in {}",
        path.display(),
        kind = match kind {
            "organization" => "an organization",
            _ => "a project",
        }
    ));
    app.show_json(&json!({ "config_file": path, "key": kind, "api_url": client.base_url() }))
}

/// Removes the credentials from the configuration file.
pub(super) fn logout(app: &mut App) -> Result<(), Failure> {
    refuse_sandbox(app, "logout")?;
    let environment = Environment::new(&variable);
    let found = Found::read(environment, std::env::home_dir())?;
    let path = config_file(&found)?;
    let removed = match path.exists() {
        true => config::edit(&path, &CREDENTIALS.map(|key| (key, None)))?,
        false => Vec::new(),
    };
    app.notes.info(&match removed.is_empty() {
        true => format!("{} has no credentials", path.display()),
        false => format!(
            "removed {} from {}; revoke the key in the dashboard if it is no longer needed",
            removed.join(", "),
            path.display()
        ),
    });
    for name in ["CEKURA_API_KEY", "CEKURA_ACCESS_TOKEN"] {
        if environment.get(name)?.is_some() {
            app.notes
                .warn(&format!("{name} is still set and is used: unset {name}"));
        }
    }
    app.show_json(&json!({ "config_file": path, "removed": removed }))
}

/// Shows which credentials are used, and checks them with one free request.
pub(super) async fn status(app: &mut App) -> Result<(), Failure> {
    refuse_sandbox(app, "auth status")?;
    let environment = Environment::new(&variable);
    let found = Found::read(environment, std::env::home_dir())?;
    let settings = config::resolve(&flags(app), environment, &found, SystemTime::now())?;
    for warning in &settings.warnings {
        app.notes.warn(warning);
    }
    let (word, is_key) = match &settings.credential {
        Credential::Key(_) => ("api_key", true),
        Credential::Token(_) => ("access_token", false),
    };
    let client = Session::client(app, settings.credential, settings.api_url.as_deref())?;
    let kind = kind_of(&client)
        .await
        .map_err(|failure| failure.about(format!("the {word} of {}", settings.source)))?;
    let used = json!({
        "source": settings.source,
        "credential": word,
        "key": is_key.then_some(kind),
        "api_url": client.base_url(),
        "project_id": settings.project,
        "organization_id": settings.organization,
    });
    app.show(&used, |terminal| {
        let values = used.as_object().into_iter().flatten();
        let values = values.map(|(name, value)| {
            let text = (!value.is_null()).then(|| value_text(Some(value), ", "));
            (name.replace('_', " "), text)
        });
        value_table(terminal, "SETTING", values)
    })?;
    if app.format() == Format::Table {
        app.data.flush()?;
        app.notes.info("the service accepts these credentials");
    }
    Ok(())
}

/// Sends one free request, and returns whose key it is. Any answer but 401 shows that the key is valid.
async fn kind_of(client: &Client) -> Result<&'static str, Failure> {
    match client.billing().info().await {
        Ok(_) => Ok("organization"),
        // Only organization keys may read the balance.
        Err(e) if e.is_forbidden() => Ok("project"),
        // A token needs an organization to read the balance, and is known.
        Err(e) if e.is_bad_request() => Ok("organization"),
        Err(e) => Err(failed(e)),
    }
}

fn failed(error: Error) -> Failure {
    let is_unknown = error.is_unauthorized();
    let failure = Failure::from(error);
    match is_unknown {
        true => failure.hint(
            "create a key in the dashboard under Settings → API Keys, then run `cekura login`",
        ),
        false => failure,
    }
}

fn ask_for_key(app: &App, flags: &Flags) -> Result<String, Failure> {
    let key = match &flags.api_key_file {
        Some(path) => config::key_in(path)?,
        None if app.terminal.stdin => rpassword::prompt_password("API key: ").map_err(|e| {
            Failure::own(Exit::Other, format!("the key cannot be read: {e}"))
                .hint("pipe it in, or use --api-key-file")
        })?,
        None => {
            let mut line = String::new();
            stdin().lock().read_line(&mut line)?;
            line
        }
    };
    let key = key.trim();
    if key.is_empty() {
        return Err(Failure::usage("no API key was given; nothing was stored")
            .hint("create one in the dashboard under Settings → API Keys"));
    }
    // The file has no escapes.
    if key.contains(['"', '\'']) {
        return Err(Failure::usage(
            "an API key cannot contain quotes; nothing was stored",
        ));
    }
    Ok(key.to_owned())
}

fn config_file(found: &Found) -> Result<PathBuf, Failure> {
    found.path.clone().ok_or_else(|| {
        Failure::usage("no home directory for the configuration file")
            .hint("set HOME, or CEKURA_CONFIG to a file")
    })
}

fn refuse_sandbox(app: &App, command: &str) -> Result<(), Failure> {
    match app.global.sandbox {
        true => Err(Failure::usage(format!(
            "--sandbox cannot be combined with {command}: a sandbox has no account"
        ))),
        false => Ok(()),
    }
}
