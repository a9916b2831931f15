//! The report as one HTML file that needs nothing else: no network, no other file.

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
