//! The report as one self-contained HTML file.

mod chart;
mod diff;
mod matrix;
mod metric;
mod outcome;
mod page;
mod policy;
mod render;
mod row;
mod text;

pub use render::html;
