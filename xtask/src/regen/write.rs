//! The files that `regen` owns: where they are, what they hold, writing and comparing them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{document::Node, syntax::Code};

const DIRECTORY: &str = "crates/cekura-api/src/generated";
const CONTRACT: &str = "crates/cekura-sandbox/src/contract/openapi.json";

/// A file and what it should hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    /// Below the workspace.
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

/// Every file that follows from a document.
pub(crate) fn outputs(authored: &Node, code: &Code) -> Vec<Output> {
    let rust = |name: &str, about: &str, file: &syn::File| Output {
        path: Path::new(DIRECTORY).join(name),
        text: format!(
            "// Written by `cargo xtask regen` from openapi.yaml. Do not edit.\n\n//! {about}\n\n{}",
            prettyplease::unparse(file)
        ),
    };
    vec![
        rust(
            "mod.rs",
            "The client: one method for each operation.",
            &code.client,
        ),
        rust("types.rs", "The models.", &code.types),
        rust(
            "operations.rs",
            "The table of operations.",
            &code.operations,
        ),
        Output {
            path: CONTRACT.into(),
            text: authored.to_json(),
        },
    ]
}

/// What a file holds now; a missing file holds nothing.
pub(crate) fn current(workspace: &Path, output: &Output) -> io::Result<String> {
    match fs::read_to_string(workspace.join(&output.path)) {
        Ok(text) => Ok(text.replace("\r\n", "\n")),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(e) => Err(e),
    }
}

/// Writes a file, unless it holds the same already.
pub(crate) fn write(workspace: &Path, output: &Output) -> io::Result<bool> {
    if current(workspace, output)? == output.text {
        return Ok(false);
    }
    let path = workspace.join(&output.path);
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory)?;
    }
    fs::write(path, &output.text)?;
    Ok(true)
}
