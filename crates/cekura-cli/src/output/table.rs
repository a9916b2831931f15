//! Tables that fit the terminal.

use comfy_table::{
    Attribute, Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid,
    TableStyle, Width, presets,
};

use super::{Terminal, Tone, safe_block, safe_line};

/// The number of spaces after each column.
const GAP: u16 = 2;

/// The style of a table on a terminal: a line under the headings.
const RULED: TableStyle = presets::NOTHING.header_separator(LineStyle::none().fill('─'));

/// A column: its heading, alignment and wrapping.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    heading: String,
    numeric: bool,
    whole: bool,
    least: u16,
}

impl Column {
    /// Creates a column of text that may be wrapped.
    pub(crate) fn text(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            numeric: false,
            whole: false,
            least: 12,
        }
    }

    /// Creates a column of text that is never wrapped.
    pub(crate) fn word(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            numeric: false,
            whole: true,
            least: 0,
        }
    }

    /// Creates a column of numbers: never wrapped, aligned to the right.
    pub(crate) fn number(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            numeric: true,
            whole: true,
            least: 0,
        }
    }
}

/// A table under construction.
pub(crate) struct Table {
    grid: Grid,
    columns: Vec<Column>,
    width: Option<u16>,
}

impl Table {
    /// Creates a table. On a terminal it is ruled and wrapped to the width; elsewhere it is plain and not wrapped.
    pub(crate) fn new(terminal: &Terminal, columns: &[Column]) -> Self {
        let mut grid = Grid::new();
        if terminal.out.is_colored() {
            grid.enforce_styling();
        } else {
            grid.force_no_tty();
        }
        grid.load_style(if terminal.stdout {
            RULED
        } else {
            presets::NOTHING
        });
        match terminal.width {
            Some(width) => grid
                .set_width(width)
                .set_content_arrangement(ContentArrangement::Dynamic),
            None => grid.set_content_arrangement(ContentArrangement::Disabled),
        };
        grid.set_header(
            columns.iter().map(|column| {
                Cell::new(safe_block(&column.heading)).add_attribute(Attribute::Bold)
            }),
        );
        for (column, at) in columns.iter().zip(0..) {
            let Some(made) = grid.column_mut(at) else {
                continue;
            };
            made.set_padding((0, GAP));
            if column.numeric {
                made.set_cell_alignment(CellAlignment::Right);
            }
            if column.whole {
                made.set_constraint(ColumnConstraint::ContentWidth);
            } else if terminal.width.is_some() {
                made.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(column.least)));
            }
        }
        Self {
            grid,
            columns: columns.to_vec(),
            width: terminal.width,
        }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.grid.add_row(cells.into_iter().collect::<Vec<_>>());
    }

    /// Returns the table as text without trailing spaces.
    pub(crate) fn into_text(mut self) -> String {
        if self
            .width
            .is_some_and(|width| self.least_width() > u32::from(width))
        {
            // The table does not fit: wrap every column.
            for column in self.grid.column_iter_mut() {
                column.remove_constraint();
            }
        }
        self.grid.trim_fmt()
    }

    /// Returns the least width without wrapping columns that should not be.
    fn least_width(&self) -> u32 {
        let needed = self
            .columns
            .iter()
            .zip(self.grid.column_max_content_widths());
        needed
            .map(|(column, content)| {
                u32::from(if column.whole { content } else { column.least }) + u32::from(GAP)
            })
            .sum()
    }
}

/// Returns the table of one thing: its names with their values, without those that have none.
pub(crate) fn value_table<N: AsRef<str>>(
    terminal: &Terminal,
    heading: &str,
    values: impl IntoIterator<Item = (N, Option<String>)>,
) -> String {
    let mut table = Table::new(terminal, &[Column::word(heading), Column::text("VALUE")]);
    for (name, value) in values {
        if let Some(value) = value {
            table.row([plain(name), plain(value)]);
        }
    }
    table.into_text()
}

/// Creates a cell in a tone. Escapes the text, which may be untrusted.
pub(crate) fn cell(text: impl AsRef<str>, tone: Tone) -> Cell {
    use comfy_table::Color;
    let cell = Cell::new(safe_line(text.as_ref()));
    match tone {
        Tone::Plain => cell,
        Tone::Good => cell.fg(Color::Green),
        Tone::Bad => cell.fg(Color::Red),
        Tone::Doubtful => cell.fg(Color::Yellow),
        Tone::Faint => cell.add_attribute(Attribute::Dim),
    }
}

/// Creates a cell without colour.
pub(crate) fn plain(text: impl AsRef<str>) -> Cell {
    cell(text, Tone::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Style;

    fn terminal(width: Option<u16>, colored: bool) -> Terminal {
        Terminal {
            stdin: false,
            stdout: width.is_some(),
            stderr: false,
            width,
            out: Style::new(colored),
            err: Style::new(false),
        }
    }

    fn example(terminal: &Terminal) -> String {
        let mut table = Table::new(
            terminal,
            &[
                Column::number("ID"),
                Column::word("RESULT"),
                Column::text("WHY"),
            ],
        );
        let why = "The caller asked twice for a berth with shore power and was not told the price.\u{1b}[2J";
        table.row([plain("5001"), cell("pass → fail", Tone::Bad), plain(why)]);
        table.row([plain("12"), cell("pass", Tone::Good), plain("")]);
        table.into_text()
    }

    #[test]
    fn a_pipe_gets_one_unwrapped_line_for_each_row() {
        let text = example(&terminal(None, false));
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(text.contains("was not told the price."), "{text}");
        assert!(text.lines().all(|line| line == line.trim_end()), "{text}");
    }

    #[test]
    fn names_without_a_value_have_no_row() {
        let values = [("id", Some("7".to_owned())), ("note", None)];
        let text = value_table(&terminal(None, false), "FIELD", values);
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(text.contains("id") && !text.contains("note"), "{text}");
    }

    #[test]
    fn a_table_fits_the_terminal_and_numbers_are_not_wrapped() {
        for width in [40, 60, 100] {
            let text = example(&terminal(Some(width), false));
            let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= usize::from(width), "{width}: {widest}\n{text}");
            assert!(
                text.contains("5001") && text.contains("pass → fail"),
                "{text}"
            );
        }
    }

    #[test]
    fn narrow_terminals_wrap_every_column() {
        let text = example(&terminal(Some(22), false));
        assert!(
            text.lines().all(|line| line.chars().count() <= 22),
            "{text}"
        );
    }

    #[test]
    fn escape_sequences_in_cells_and_headings_are_removed() {
        assert!(!example(&terminal(Some(80), false)).contains('\u{1b}'));
        let heading = Table::new(&terminal(None, false), &[Column::text("WHY\u{1b}[2J")]);
        assert!(!heading.into_text().contains('\u{1b}'));
        let colored = example(&terminal(Some(80), true));
        assert!(colored.contains('\u{1b}') && !colored.contains("\u{1b}[2J"));
    }
}
