//! Tests of the engine with a small contract of their own.

mod bench;
mod contract;
mod items;
mod jobs;
