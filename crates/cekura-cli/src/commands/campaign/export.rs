//! `cekura campaign export`.

use std::io::{BufWriter, Write};

use cekura_campaign::Journal;

use crate::app::App;
use crate::campaign::{create_output, journal_of, unwritable, warn_lost_requests, write_csv};
use crate::cli::{ExportArgs, Rendering};
use crate::failure::Failure;

pub(super) fn export(app: &mut App, args: &ExportArgs) -> Result<(), Failure> {
    let journal = Journal::read(&journal_of(&args.campaign)?)?;
    warn_lost_requests(app, &journal)?;
    // An option of the program before the command counts as well.
    let rendering = app.global.format;
    match &args.out {
        None => {
            app.data.write(|to| rows(&journal, rendering, to))?;
            app.data.flush()
        }
        Some(path) => {
            let mut out = BufWriter::new(create_output(path, "file")?);
            rows(&journal, rendering, &mut out)?;
            out.flush().map_err(|e| unwritable(path, "file", &e))
        }
    }
}

/// Writes row by row, whatever their number.
fn rows(journal: &Journal, rendering: Rendering, out: &mut dyn Write) -> Result<(), Failure> {
    if rendering == Rendering::Csv {
        return write_csv(journal, out);
    }
    journal.rows(|row| {
        serde_json::to_writer(&mut *out, &row).map_err(std::io::Error::from)?;
        Ok(out.write_all(b"\n")?)
    })
}
