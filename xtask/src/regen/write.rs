//! The files that `regen` owns: where they are, what they hold, writing and comparing them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    document::{Json, Value},
    facade,
    model::places,
    model_list,
    syntax::{self, Code},
};

/// Where generated code is.
const DIRECTORIES: [&str; 5] = [CLIENT, FACADE, PROGRAM, TESTS, SHAPES];
const CLIENT: &str = "crates/cekura-api/src/generated";
const FACADE: &str = "crates/cekura/src/generated";
const PROGRAM: &str = "crates/cekura-cli/src/generated";
const TESTS: &str = "tests/src/generated";
const SHAPES: &str = "crates/cekura-api/tests/shapes/generated";
pub(crate) const CONTRACT: &str = "crates/cekura-sandbox/src/contract/openapi.json";

/// A file and what it should hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    /// Below the workspace.
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

/// Every file that follows from the contract.
pub(crate) fn client(
    authored: &Value,
    code: &Code,
    (facade, calls): &(Vec<facade::File>, facade::File),
    table: &[facade::File],
) -> Vec<Output> {
    let mut outputs = rust_files(CLIENT, "openapi.yaml", code);
    let calls = std::slice::from_ref(calls);
    for (directory, files) in [
        (FACADE, facade.as_slice()),
        (PROGRAM, table),
        (TESTS, calls),
    ] {
        outputs.extend(files.iter().map(|file| {
            let facade::File { name, about, code } = file;
            rust(directory, "openapi.yaml", name, about, code)
        }));
    }
    outputs.push(Output {
        path: Path::new(TESTS).join("mod.rs"),
        text: model_list::text(authored, &code.types),
    });
    outputs.push(Output {
        path: CONTRACT.into(),
        text: without_prose(authored).to_json(),
    });
    outputs
}

/// Every file that follows from the test document of shapes.
pub(crate) fn shapes(code: &Code) -> Vec<Output> {
    rust_files(SHAPES, "xtask/src/regen/shapes", code)
}

fn rust(directory: &str, source: &str, name: &str, about: &str, file: &syn::File) -> Output {
    Output {
        path: Path::new(directory).join(name),
        text: format!(
            "// Written by `cargo xtask regen` from {source}. Do not edit.\n\n//! {about}\n\n{}",
            prettyplease::unparse(file)
        ),
    }
}

fn rust_files(directory: &str, source: &str, code: &Code) -> Vec<Output> {
    let about = "The client: one method for each operation.";
    let mut files = vec![
        rust(directory, source, "mod.rs", about, &code.client),
        rust(
            directory,
            source,
            "operations.rs",
            "The table of operations.",
            &code.operations,
        ),
    ];
    let modules = syntax::modules(&code.types, &code.areas);
    files.extend(modules.iter().map(|(name, file)| {
        let name = format!("types/{name}.rs");
        rust(directory, source, &name, "The models.", file)
    }));
    files
}

/// The document without what only people read, for a sandbox that judges requests: a change of words changes
/// nothing there.
pub(crate) fn without_prose(authored: &Value) -> Value {
    const PROSE: [&str; 7] = [
        "summary",
        "description",
        "externalDocs",
        "x-cekura-columns",
        "x-cekura-command",
        "x-cekura-decision",
        "x-cekura-differs",
    ];
    let mut document = authored.clone();
    for place in places(authored) {
        if let Some(node) = document.pointer_mut(place.pointer.as_str()) {
            for key in PROSE {
                if place.object.below(key).is_some() {
                    node.take_key(key);
                }
            }
        }
    }
    document
}

/// The files in the generated directories that are none of `outputs`, such as those of an older generator.
pub(crate) fn left_over(workspace: &Path, outputs: &[Output]) -> io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    let mut todo: Vec<PathBuf> = DIRECTORIES.map(PathBuf::from).to_vec();
    while let Some(directory) = todo.pop() {
        let entries = match fs::read_dir(workspace.join(&directory)) {
            Ok(entries) => entries,
            Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
            Err(e) => return Err(e),
        };
        for entry in entries {
            let entry = entry?;
            let path = directory.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                todo.push(path);
            } else if !outputs.iter().any(|output| output.path == path) {
                all.push(path);
            }
        }
    }
    all.sort();
    Ok(all)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn the_contract_keeps_properties_and_values_that_are_called_like_prose() {
        let document = json(
            "
info: {title: t, description: d, x-cekura-decision: x}
externalDocs: {url: u}
components:
  schemas:
    A:
      description: d
      x-cekura-decision: x
      x-cekura-differs: {type: [.]}
      properties: {summary: {type: string, description: d}, description: {$ref: '#/components/schemas/B'}}
  examples: {E: {summary: s, value: {description: kept}}}
",
        );
        let text = without_prose(&document).to_json().replace(['\n', ' '], "");
        assert_eq!(
            text,
            concat!(
                r##"{"info":{"title":"t"},"components":{"schemas":{"A":{"properties":{"summary":{"type":"string"},"##,
                r##""description":{"$ref":"#/components/schemas/B"}}}},"examples":{"E":{"value":{"description":"kept"}}}}}"##
            )
        );
    }

    #[test]
    fn files_of_nobody_are_found() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = fs::read_to_string(workspace.join("openapi.yaml")).unwrap();
        let mut all = crate::regen::build(&text).unwrap();
        all.retain(|output| output.path.extension().is_some_and(|e| e == "rs"));
        all.extend(crate::regen::build_shapes().unwrap());
        let none: [PathBuf; 0] = [];
        assert_eq!(left_over(workspace, &all).unwrap(), none);
        let last = all.pop().unwrap();
        assert_eq!(left_over(workspace, &all).unwrap(), [last.path]);
    }
}
