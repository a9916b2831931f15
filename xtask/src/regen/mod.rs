//! `cargo xtask regen`: from openapi.yaml to the generated client and the sandbox's copy.
//!
//! load → lint → lower → generate → syntax → write, or compare for `--check`. Each step is a module; every
//! problem is a [`finding::Finding`] with a line, a rule and what to do. The same is done for a document of all small
//! shapes that the rules accept ([`shapes`]), whose code the tests compile.

mod check;
pub(crate) mod document;
mod facade;
pub(crate) mod finding;
mod generate;
pub(crate) mod lint;
pub(crate) mod load;
mod lower;
pub(crate) mod model;
mod model_list;
pub(crate) mod names;
mod shapes;
pub(crate) mod spec;
mod syntax;
pub(crate) mod table;
pub(crate) mod write;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use document::Value;
use finding::Finding;
use syntax::Code;
use write::Output;

use crate::{
    changes,
    terminal::{say, show},
};

/// The command that fixes what `--check` finds.
const COMMAND: &str = "cargo xtask regen";

/// Regenerate the client from openapi.yaml.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; show what would change as a diff and in the contract, and exit with 1 if anything would
    #[arg(long)]
    check: bool,
    /// Read this document instead of openapi.yaml
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
}

/// Exits with 0 if all is well, 1 if `--check` found a difference, 2 if the document is wrong or unreadable.
pub(crate) fn run(workspace: &Path, arguments: &Arguments) -> ExitCode {
    let path = arguments
        .spec
        .clone()
        .unwrap_or_else(|| workspace.join("openapi.yaml"));
    let shown = path
        .strip_prefix(workspace)
        .unwrap_or(&path)
        .display()
        .to_string();
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            say(&format!(
                "{shown}: {error}; name a document with --spec FILE"
            ));
            return ExitCode::from(2);
        }
    };
    let text = load::text(&bytes).map_err(|finding| vec![finding]);
    let built = text.and_then(build).map_err(|findings| (shown, findings));
    let all = built.and_then(|mut outputs| {
        outputs.extend(
            build_shapes()
                .map_err(|findings| ("the test document of shapes".to_owned(), findings))?,
        );
        Ok(outputs)
    });
    let outputs = match all {
        Ok(outputs) => outputs,
        Err((document, findings)) => {
            for finding in &findings {
                say(&finding.render(&document));
            }
            say(&format!(
                "{document}: {}; nothing was written",
                count(findings.len())
            ));
            return ExitCode::from(2);
        }
    };
    let result = if arguments.check {
        compare(workspace, &outputs)
    } else {
        write_all(workspace, &outputs)
    };
    result.unwrap_or_else(|error| {
        say(&format!("{COMMAND}: {error}"));
        ExitCode::from(2)
    })
}

fn count(findings: usize) -> String {
    match findings {
        1 => "1 problem".to_owned(),
        n => format!("{n} problems"),
    }
}

/// Everything that follows from the text of the contract.
fn build(text: &str) -> Result<Vec<Output>, Vec<Finding>> {
    let (authored, code) = code(text)?;
    let facade = facade::files(&authored, &code.client).map_err(|finding| vec![finding])?;
    let table = table::files(&authored).map_err(|finding| vec![finding])?;
    Ok(write::client(&authored, &code, &facade, &table))
}

/// Everything that follows from the shapes that the rules accept.
fn build_shapes() -> Result<Vec<Output>, Vec<Finding>> {
    let (_, code) = code(&shapes::document()?)?;
    Ok(write::shapes(&code))
}

/// A document and the code for it.
fn code(text: &str) -> Result<(Value, Code), Vec<Finding>> {
    let authored = load::load(text).map_err(|finding| vec![finding])?;
    let findings = lint::lint(&authored);
    if !findings.is_empty() {
        return Err(findings);
    }
    let located = |finding: Finding| vec![finding.located(&authored)];
    let lowered = lower::lower(&authored.root).map_err(located)?;
    let generated = generate::generate(&lowered).map_err(located)?;
    let code = syntax::finish(&lowered, generated).map_err(located)?;
    Ok((authored.root, code))
}

fn compare(workspace: &Path, outputs: &[Output]) -> io::Result<ExitCode> {
    let mut stale = 0;
    for output in outputs {
        let diff = check::diff(output, &write::current(workspace, output)?);
        if !diff.is_empty() {
            show(&diff);
            stale += 1;
        }
    }
    for path in write::left_over(workspace, outputs)? {
        show(&check::removal(&path));
        stale += 1;
    }
    if stale == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    show(&changed(workspace, outputs)?);
    say(&format!(
        "{} not match the document; run `{COMMAND}` and review the difference",
        match stale {
            1 => "1 generated file does".to_owned(),
            n => format!("{n} generated files do"),
        }
    ));
    Ok(ExitCode::from(1))
}

/// What changes in the contract. The sandbox's copy is what it was.
fn changed(workspace: &Path, outputs: &[Output]) -> io::Result<String> {
    let copies = outputs
        .iter()
        .filter(|output| output.path == Path::new(write::CONTRACT));
    let mut text = String::new();
    for copy in copies {
        let before = write::current(workspace, copy)?;
        // Without a copy, or with one that was damaged, everything is new.
        let before = serde_json::from_str(&before).unwrap_or_default();
        text += &changes::summary(&before, &serde_json::from_str(&copy.text)?);
    }
    Ok(text)
}

fn write_all(workspace: &Path, outputs: &[Output]) -> io::Result<ExitCode> {
    let changed = changed(workspace, outputs)?;
    for output in outputs {
        let lines = output.text.lines().count();
        let state = if write::write(workspace, output)? {
            "written"
        } else {
            "unchanged"
        };
        say(&format!(
            "{state:>9}  {} ({lines} lines)",
            output.path.display()
        ));
    }
    for path in write::left_over(workspace, outputs)? {
        fs::remove_file(workspace.join(&path))?;
        say(&format!("  removed  {}", path.display()));
    }
    show(&changed);
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authored() -> String {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        fs::read_to_string(workspace.join("openapi.yaml")).unwrap()
    }

    #[test]
    fn the_committed_code_is_what_is_generated() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for output in build(&authored())
            .unwrap()
            .iter()
            .chain(&build_shapes().unwrap())
        {
            let current = write::current(workspace, output).unwrap();
            let path = output.path.display();
            assert!(
                current == output.text,
                "{path} is not up to date; run `{COMMAND}`"
            );
        }
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        let text = authored();
        assert_eq!(build(&text).unwrap(), build(&text).unwrap());
    }

    #[test]
    fn a_word_reaches_the_types_and_a_limit_the_contract() {
        let text = authored();
        for (from, to, expected) in [
            (
                "What the call was about.",
                "What the caller wanted.",
                "observability.rs",
            ),
            ("maxLength: 1000", "maxLength: 1001", "openapi.json"),
        ] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(text, changed);
            let (before, after) = (build(&text).unwrap(), build(&changed).unwrap());
            let differing: Vec<_> = before
                .iter()
                .zip(&after)
                .filter(|(a, b)| a != b)
                .map(|(a, _)| a.path.file_name().unwrap().to_str().unwrap())
                .collect();
            assert_eq!(differing, [expected]);
        }
    }

    /// The findings for a damaged document; the generator must never be the one to notice.
    fn survives(text: &str, what: &str) -> usize {
        let Err(findings) = build(text) else {
            return 0;
        };
        for finding in &findings {
            assert!(
                finding.line >= 1 && finding.rule != "generator",
                "{what}: {}",
                finding.render("openapi.yaml")
            );
        }
        findings.len()
    }

    #[test]
    fn a_document_cut_off_anywhere_gives_findings_and_no_panic() {
        let text = authored();
        let lines: Vec<_> = text.lines().collect();
        for end in (0..lines.len()).step_by(37) {
            survives(&lines[..end].join("\n"), &format!("cut after line {end}"));
        }
        assert!(survives(&lines[..lines.len() / 2].join("\n"), "half") > 0);
    }

    #[test]
    fn a_document_without_any_one_line_gives_findings_and_no_panic() {
        let text = authored();
        let lines: Vec<_> = text.lines().collect();
        let mut noticed = 0;
        for without in (0..lines.len()).step_by(29) {
            let rest: Vec<_> = lines
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != without)
                .map(|(_, line)| *line)
                .collect();
            noticed += survives(&rest.join("\n"), &format!("without line {}", without + 1));
        }
        assert!(noticed > 0);
    }
}
