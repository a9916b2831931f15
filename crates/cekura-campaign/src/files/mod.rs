//! Files that must not be lost: private, locked, synced, and checked line by line.

mod checked;
mod durable;

pub(crate) use checked::{CheckedFile, Lines, begins_with, line_of, parsed};
pub(crate) use durable::{folder_of, lock, private, put_in_place, sync_folder, with_ending};
