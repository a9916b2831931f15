//! The rows as text.

use super::row::Row;

/// A line for each row under headings, and what they are together.
pub(super) fn table(rows: &[Row]) -> String {
    let headings = ["OPERATION", "METHOD", "COMMAND", "SANDBOX", "EXAMPLE"].map(str::to_owned);
    let cells = rows.iter().map(|row| {
        let missing = || "MISSING".to_owned();
        [
            row.id.clone(),
            row.method.clone(),
            row.command.clone().unwrap_or_else(missing),
            row.level.clone().unwrap_or_else(missing),
            if row.has_example { "yes" } else { "NO" }.to_owned(),
        ]
    });
    let lines: Vec<[String; 5]> = std::iter::once(headings).chain(cells).collect();
    let width = |at: usize| {
        lines
            .iter()
            .map(|line| line[at].len())
            .max()
            .unwrap_or_default()
    };
    let widths: Vec<usize> = (0..5).map(width).collect();
    let text = lines.iter().map(|line| {
        let cells = line
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:width$}"));
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    });
    let count = |is: fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    format!(
        "{}\n{} operations; {} methods and {} commands by hand\n",
        text.collect::<String>(),
        rows.len(),
        count(|row| row.method == "by hand"),
        count(|row| row.is_command_by_hand),
    )
}
