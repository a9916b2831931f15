//! Comma-separated values.

use std::io::Write;

use crate::exit::Exit;
use crate::failure::Failure;

/// Writes one record.
pub(crate) fn record<T: AsRef<[u8]>>(
    to: impl Write,
    cells: impl IntoIterator<Item = T>,
) -> Result<(), Failure> {
    let mut table = csv::Writer::from_writer(to);
    table.write_record(cells).map_err(broken)?;
    Ok(table.flush()?)
}

/// Returns the failure of a table that cannot be written.
pub(crate) fn broken(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(e) => e.into(),
        _ => Failure::own(Exit::Other, "the table cannot be written"),
    }
}

/// Escapes text that a spreadsheet would run as a formula.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err() {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_escaped() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("-2.5"), "-2.5");
        assert_eq!(harmless("calm"), "calm");
    }
}
