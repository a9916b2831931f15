//! `cargo xtask coverage`: what each operation of openapi.yaml has.

mod row;
mod table;

use std::{fs, path::Path, process::ExitCode};

use crate::{
    contract::Contract,
    terminal::{say, show},
};

/// The levels of the operations in the sandbox, which a test of the sandbox compares with what it does.
const LEVELS: &str = "crates/cekura-sandbox/tests/sandbox/levels.txt";

/// Show what each operation has: a method, a command, a place in the sandbox, an example.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {}

/// Exits with 0 if every operation has everything, 1 if something is missing, 2 if a file cannot be read.
pub(crate) fn run(workspace: &Path, _: &Arguments) -> ExitCode {
    match rows(workspace) {
        Ok(rows) => {
            show(&table::table(&rows));
            let missing: Vec<String> = rows.iter().flat_map(row::Row::missing).collect();
            missing.iter().for_each(|line| say(line));
            ExitCode::from(u8::from(!missing.is_empty()))
        }
        Err(message) => {
            say(&message);
            ExitCode::from(2)
        }
    }
}

fn rows(workspace: &Path) -> Result<Vec<row::Row>, String> {
    let contract = Contract::read(workspace)?;
    let levels =
        fs::read_to_string(workspace.join(LEVELS)).map_err(|e| format!("{LEVELS}: {e}"))?;
    Ok(row::rows(&contract.document.root, &levels))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_what_is_recorded() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = table::table(&rows(workspace).unwrap());
        assert!(
            text == include_str!("golden.txt"),
            "coverage changed; look at it, and run `cargo xtask coverage > xtask/src/coverage/golden.txt`:\n{text}"
        );
    }

    #[test]
    fn nothing_is_missing() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let rows = rows(workspace).unwrap();
        let missing: Vec<String> = rows.iter().flat_map(row::Row::missing).collect();
        assert!(missing.is_empty(), "{}", missing.join("\n"));
    }
}
