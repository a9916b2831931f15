//! Reading files of ids, in one way for every command.

use std::fs::File;
use std::io;
use std::path::Path;

use cekura_campaign::plan::{IdFile, IdList, PlanError};

use crate::cli::IdFileArgs;
use crate::failure::Failure;

/// The ids of all files that are named; `None` where none is.
pub(crate) fn read(args: &IdFileArgs) -> Result<Option<IdList>, Failure> {
    let mut all: Option<IdList> = None;
    for path in &args.from_file {
        let read = read_one(args, path)?;
        all = Some(match all {
            Some(ids) => ids.and(read),
            None => read,
        });
    }
    Ok(all)
}

fn read_one(args: &IdFileArgs, path: &Path) -> Result<IdList, Failure> {
    let is_stdin = path == Path::new("-");
    let name = if is_stdin {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    };
    let mut file = IdFile::new(&name);
    if let Some(format) = args.input_format {
        file = file.format(format);
    }
    if let Some(column) = &args.column {
        file = file.column(column.clone());
    }
    let read = if is_stdin {
        file.read(io::stdin().lock())
    } else if path.is_dir() {
        return Err(Failure::usage(format!(
            "{name} is a folder: expected a file of ids"
        )));
    } else {
        let opened = File::open(path)
            .map_err(|e| Failure::usage(format!("the file {name} cannot be read: {e}")))?;
        file.read(opened)
    };
    read.map_err(|e| unreadable(args, e))
}

/// Returns the failure for ids that cannot be read, with the options that help.
fn unreadable(args: &IdFileArgs, error: PlanError) -> Failure {
    let is_usage = error.is_usage();
    let failure = Failure::from(error);
    if is_usage && args.column.is_none() {
        failure.hint(
            "nothing was sent; set the column of the ids with --column NAME or --column 1, and the format with --input-format",
        )
    } else if is_usage {
        failure.hint("nothing was sent")
    } else {
        failure
    }
}
