//! Exports of call logs: the loop over pieces and pages, the rows, and the position in the output.

mod exporter;
mod output_file;
mod position;
mod rows;
mod selection;
mod written_ids;

pub(crate) use exporter::{Exporter, Output};
pub(crate) use output_file::OutputFile;
pub(crate) use position::{Position, SavedExport};
pub(crate) use rows::Rows;
pub(crate) use selection::ExportSelection;
pub(crate) use written_ids::WrittenIds;
