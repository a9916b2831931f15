//! `cekura` itself: its commands and the options that all of them take.

use std::path::PathBuf;
use std::time::Duration;

use cekura::OrganizationId;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use super::{
    ApiArgs, AuthCommand, CallsCommand, CampaignCommand, LoginArgs, LogoutArgs, Rendering,
    SandboxArgs, values,
};
use crate::exit::Exit;
use crate::output::ColorChoice;

const MANUAL: &str = "\
Examples:
  Watch eight call logs being evaluated again, without an account:
    cekura calls rerun --sandbox

  Evaluate the failed calls of the last week again and see what changes:
    cekura calls list --agent-id 310 --from 7d --failed --limit all \\
      --format jsonl | jq .id > failed.txt
    cekura calls rerun --agent-id 310 --from-file failed.txt --wait

  Evaluate last week's calls again as a campaign that can be resumed:
    cekura campaign plan --agent-id 310 --from 7d --out plan.json
    cekura campaign run --plan plan.json --max-credits 500

  In a CI job:
    cekura calls rerun --agent-id 310 5001 5002 --wait --deadline 15m \\
      --format json > result.json

Configuration:
  Precedence: option, environment, file. The file is ~/.cekura/config.toml, which the vendor's own
  program reads and writes as well; CEKURA_CONFIG names another. `cekura login`
  writes the API key to it, `cekura auth status` shows what is used.

  API key       --api-key-file     CEKURA_API_KEY          api_key
  OAuth token                      CEKURA_ACCESS_TOKEN     access_token
  address       --api-url          CEKURA_API_URL          api_url
                                   CEKURA_BASE_URL         base_url
  project       --project-id       CEKURA_PROJECT_ID       default_project_id
  organization  --organization-id  CEKURA_ORGANIZATION_ID  default_organization_id

  Commands that read or select something of a project take --project-id; without
  it and without an agent they use the configured project. A command that
  starts something in a project needs the option.
  --organization-id belongs to `billing` and to the lists of agents, projects
  and phone numbers; only an OAuth token needs it.

  An OAuth token takes precedence over a key from the same source, unless it has
  expired. No option takes the key itself, since others
  on the machine can read command lines. --sandbox ignores all of this.

  HTTPS_PROXY and ALL_PROXY name an http proxy, NO_PROXY the hosts that are
  reached without one; lower case works too. Requests pass through the proxy
  encrypted: it sees neither the key nor the calls. Requests to this machine
  (--sandbox, 127.0.0.1, localhost) never use a proxy. Certificates are the
  system's; on Linux SSL_CERT_FILE and SSL_CERT_DIR name others.

  NO_COLOR, CLICOLOR_FORCE and COLUMNS are supported.
";

/// Re-evaluate production calls of voice agents on Cekura.
///
/// A re-evaluation costs credits for each metric of each call, runs in the background, gives no completion signal, and
/// overwrites the previous results. This program does not repeat a paid request that may have been carried out unless
/// --on-unknown allows it. It detects when results are complete, shows what changed, and never prints the key.
///
/// Data is written to standard output, everything else to standard error. Tables are the default; scripts should use
/// --format json or jsonl, to which fields are added and never removed.
#[derive(Debug, Parser)]
#[command(
    name = "cekura",
    version,
    max_term_width = 110,
    after_help = "`cekura --help` has examples, the configuration and the exit codes.",
    after_long_help = format!("{MANUAL}\n{}", Exit::manual()),
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// Output format: table, json or jsonl.
    #[arg(long = "format", id = "format", global = true, value_name = "FORMAT", default_value = "table",
        hide_possible_values = true,
        value_parser = Rendering::parser(&Rendering::COMMON))]
    pub(crate) format: Rendering,

    /// Use a temporary sandbox instead of an account.
    ///
    /// The sandbox is a simulated service inside this program. All configured keys and addresses are ignored, so a trial
    /// cannot reach a real account. Nothing needs a confirmation there.
    #[arg(long, global = true)]
    pub(crate) sandbox: bool,

    /// Address of the service: https, or http on this machine.
    #[arg(long, global = true, value_name = "URL", hide_short_help = true)]
    pub(crate) api_url: Option<String>,

    /// Read the API key from this file, which contains nothing else.
    #[arg(long, global = true, value_name = "FILE", hide_short_help = true)]
    pub(crate) api_key_file: Option<PathBuf>,

    /// Timeout of one request, with its retries and backoff [default: 5m].
    #[arg(long, global = true, value_name = "DURATION", hide_short_help = true, value_parser = values::span)]
    pub(crate) timeout: Option<Duration>,

    /// Log requests and retries; -vv for details.
    ///
    /// Keys and bodies are never logged.
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,

    /// Print no notes and no progress.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    /// When to use colours.
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "WHEN",
        default_value_t,
        hide_short_help = true
    )]
    pub(crate) color: ColorChoice,
}

/// The commands; each is described by its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find, read, send and re-evaluate production calls.
    #[command(subcommand)]
    Calls(CallsCommand),
    /// Re-evaluate many call logs as a campaign.
    #[command(subcommand)]
    Campaign(CampaignCommand),
    Billing(BillingArgs),
    Login(LoginArgs),
    Logout(LogoutArgs),
    /// Show which credentials are used.
    #[command(subcommand)]
    Auth(AuthCommand),
    Api(ApiArgs),
    Sandbox(SandboxArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
    Version(VersionArgs),
}

/// Show the balance of credits.
///
/// Needs an organization key. The credits used are up to 30 minutes old.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura billing
  cekura billing --format json | jq -r .credits_remaining")]
pub(crate) struct BillingArgs {
    /// The organization; only an OAuth token needs it.
    #[arg(long, value_name = "N", value_parser = values::id::<OrganizationId>)]
    pub(crate) organization_id: Option<OrganizationId>,
}

/// Print shell completions.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura completions bash > ~/.local/share/bash-completion/completions/cekura
  cekura completions fish > ~/.config/fish/completions/cekura.fish")]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// Write man pages, one for each command.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura man --out ~/.local/share/man/man1")]
pub(crate) struct ManArgs {
    /// The folder to write to; it is created.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

/// Show the program's version and commit, and the date of the API description.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura version
  cekura version --format json

JSON:
  One object: version, commit, contract; commit and contract are null if
  the program was not built from the repository.")]
pub(crate) struct VersionArgs {}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_sound() {
        crate::command_line::full(false).debug_assert();
    }

    #[test]
    fn every_command_has_a_manual_page_with_examples() {
        fn visit(command: &clap::Command, path: &str) {
            let own = |sub: &&clap::Command| sub.get_name() != "help";
            for sub in command.get_subcommands().filter(own) {
                let path = format!("{path} {}", sub.get_name());
                assert!(sub.get_about().is_some(), "{path}: what it does");
                assert!(
                    sub.has_subcommands()
                        || ["completions", "man", "version"]
                            .iter()
                            .any(|name| path.ends_with(name))
                        || sub.get_long_about().is_some(),
                    "{path}: at length"
                );
                if sub.has_subcommands() {
                    visit(sub, &path);
                } else {
                    let examples = sub
                        .get_after_long_help()
                        .map(ToString::to_string)
                        .unwrap_or_default();
                    assert!(examples.contains("Examples:"), "{path}: examples");
                    assert!(examples.contains(&path), "{path}: an example of itself");
                }
            }
        }
        let mut command = crate::command_line::full(false);
        command.build();
        visit(&command, "cekura");
    }
}
