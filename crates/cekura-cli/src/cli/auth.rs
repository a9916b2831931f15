//! `cekura login`, `cekura logout`, `cekura auth`.

use clap::{Args, Subcommand};

/// Store an API key in the configuration file.
///
/// Asks for the key without showing it, checks it with one free request, and writes it to ~/.cekura/config.toml, which
/// only you can read. Other settings in the file are kept. Create a key in the dashboard under Settings → API Keys.
///
/// Where standard input is not a terminal, the key is its first line. --api-key-file reads it from a file instead.
/// --api-url is stored together with the key.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura login
  pass show cekura | cekura login

JSON:
  One object: config_file, key (organization or project), api_url.")]
pub(crate) struct LoginArgs {}

/// Remove the stored API key and OAuth session.
///
/// They are removed from the configuration file. Other settings in the file are kept. The key itself stays valid until it is revoked in the dashboard.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura logout

JSON:
  One object: config_file, removed (the settings that were removed).")]
pub(crate) struct LogoutArgs {}

/// The commands about credentials; each is described by its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum AuthCommand {
    Status(AuthStatusArgs),
}

/// Show which credentials are used and whether the service accepts them.
///
/// Sends one free request. The key itself is never printed. Ends with exit code 3 if there is no key, or if the service
/// does not accept it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura auth status
  cekura auth status --format json | jq -r .source

JSON:
  One object: source, credential (api_key or access_token), key (organization
  or project, null for a token), api_url, project_id, organization_id.")]
pub(crate) struct AuthStatusArgs {}
