//! `cekura completions SHELL`.

use clap::CommandFactory;

use crate::app::App;
use crate::cli::{Cli, CompletionsArgs};
use crate::failure::Failure;

pub(super) fn print(app: &mut App, args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "cekura", &mut script);
    app.data.bytes(&script)?;
    Ok(())
}
