//! `cekura` itself: its commands and the options that all of them take.

use std::path::PathBuf;
use std::time::Duration;

use cekura::OrganizationId;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use super::{ApiArgs, CallsCommand, CampaignCommand, Rendering, SandboxArgs, values};
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

  Evaluate last week's calls again as a campaign that survives anything:
    cekura campaign plan --agent-id 310 --from 7d --out plan.json
    cekura campaign run --plan plan.json --max-credits 500

  In a CI job:
    cekura calls rerun --agent-id 310 5001 5002 --wait --deadline 15m \\
      --format json > result.json

Configuration:
  Every setting is taken from the first place that has it: option,
  environment, file. The file is ~/.cekura/config.toml, as the vendor's own
  program writes it; it is only ever read, and CEKURA_CONFIG names another.

  API key       --api-key-file     CEKURA_API_KEY          api_key
  OAuth token                      CEKURA_ACCESS_TOKEN     access_token
  address       --api-url          CEKURA_API_URL          api_url
                                   CEKURA_BASE_URL         base_url
  project       --project-id       CEKURA_PROJECT_ID       default_project_id
  organization  --organization-id  CEKURA_ORGANIZATION_ID  default_organization_id

  --project-id belongs to `calls list` and `calls evaluate`; the configured
  project is used by them where neither it nor an agent is named.
  --organization-id belongs to `billing`; only an OAuth token needs it.

  Within one place a token counts more than a key; a token in the file that
  has expired does not count. No option takes the key itself, since others
  on the machine can read command lines. With --sandbox nothing of all this
  is looked at.

  HTTPS_PROXY and ALL_PROXY name an http proxy for the way to the service,
  NO_PROXY the hosts that are reached without one; each also in small
  letters. Requests go through it encrypted, so that it sees neither the key
  nor the calls. What stays on this machine (--sandbox, 127.0.0.1, localhost)
  never goes through a proxy. Certificates are the system's; on Linux
  SSL_CERT_FILE and SSL_CERT_DIR name others in their place.

  NO_COLOR, CLICOLOR_FORCE and COLUMNS are obeyed.
";

/// Re-evaluate production calls of voice agents on Cekura.
///
/// A re-evaluation costs credits for each metric of each call, goes on in the background without a job number, and
/// erases the results it replaces. This program pays once, knows when it is done, shows what changed, and never
/// gives the key away.
///
/// Data goes to standard output and everything else to standard error. Tables are the default in every place;
/// scripts should ask for --format json or jsonl, whose shapes only ever grow.
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
    /// How data is written.
    #[arg(long = "format", id = "format", global = true, value_name = "FORMAT", default_value = "table",
        value_parser = Rendering::parser(&Rendering::COMMON))]
    pub(crate) format: Rendering,

    /// Use a sandbox that exists for this one command, and no account.
    ///
    /// It is a stand-in for the service inside this program. Every configured key and address is ignored, wherever
    /// it is configured, so that a trial can never reach a real account.
    #[arg(long, global = true)]
    pub(crate) sandbox: bool,

    /// The address of the service; https, or this machine.
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) api_url: Option<String>,

    /// Take the API key from this file, which holds nothing else and which only you should be able to read.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) api_key_file: Option<PathBuf>,

    /// How long one request may take, with its retries and the waits between them [default: 5m].
    #[arg(long, global = true, value_name = "DURATION", value_parser = values::span)]
    pub(crate) timeout: Option<Duration>,

    /// Report requests and retries on standard error, a line each; twice for everything about them.
    ///
    /// Neither keys nor bodies are ever reported.
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,

    /// When to use colours.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub(crate) color: ColorChoice,
}

/// The commands; each is described by its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find, read and re-evaluate production calls.
    #[command(subcommand)]
    Calls(CallsCommand),
    /// Re-evaluate many call logs as one journaled campaign: plan, run, resume, compare, gate, report.
    #[command(subcommand)]
    Campaign(CampaignCommand),
    Billing(BillingArgs),
    Api(ApiArgs),
    Sandbox(SandboxArgs),
    Completions(CompletionsArgs),
}

/// Show the balance of credits.
///
/// Only the key of an organization may ask. Credits used lag behind by up to half an hour.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  cekura billing
  cekura billing --format json | jq -r .credits_remaining")]
pub(crate) struct BillingArgs {
    /// The organization; an OAuth token needs it, a key knows its own.
    #[arg(long, value_name = "N", value_parser = values::id::<OrganizationId>)]
    pub(crate) organization_id: Option<OrganizationId>,
}

/// Print the completions for a shell.
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_has_a_manual_page_with_examples() {
        fn visit(command: &clap::Command, path: &str) {
            for sub in command.get_subcommands() {
                let path = format!("{path} {}", sub.get_name());
                assert!(sub.get_about().is_some(), "{path}: what it does");
                assert!(
                    sub.has_subcommands()
                        || path.ends_with("completions")
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
        visit(&Cli::command(), "cekura");
    }
}
