//! `cekura version`, `cekura man`, `cekura completions`.

use serde_json::json;

use crate::app::App;
use crate::cli::{CompletionsArgs, ManArgs};
use crate::command_line;
use crate::exit::Exit;
use crate::failure::Failure;

/// Prints the version, the commit and the date of the API description.
pub(super) fn version(app: &mut App) -> Result<(), Failure> {
    let version = env!("CARGO_PKG_VERSION");
    let commit = option_env!("CEKURA_COMMIT");
    let contract = option_env!("CEKURA_CONTRACT_DATE");
    let facts = json!({ "version": version, "commit": commit, "contract": contract });
    app.show(&facts, |_| {
        let [commit, contract] = [commit, contract].map(|text| text.unwrap_or("unknown"));
        format!("cekura {version}\ncommit {commit}\ncontract {contract}")
    })
}

/// Writes the man pages.
pub(super) fn man(app: &App, args: &ManArgs) -> Result<(), Failure> {
    let written = std::fs::create_dir_all(&args.out)
        .and_then(|()| clap_mangen::generate_to(command_line::full(false), &args.out));
    written.map_err(|e| {
        Failure::own(
            Exit::Other,
            format!(
                "the man pages cannot be written to {}: {e}",
                args.out.display()
            ),
        )
    })?;
    app.notes
        .info(&format!("the man pages are in {}", args.out.display()));
    Ok(())
}

/// Prints the completions for a shell.
pub(super) fn completions(app: &mut App, args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut command_line::full(false),
        "cekura",
        &mut script,
    );
    app.data.bytes(&script)
}
