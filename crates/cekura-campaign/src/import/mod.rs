//! Imports: the calls of a file become call logs, each once.
//!
//! ```no_run
//! use std::path::Path;
//! use cekura::Client;
//! use cekura_campaign::import::{Import, ImportFile, ImportJournal};
//! use cekura_campaign::journal::OpenOptions;
//!
//! # async fn f() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::from_env()?;
//! let file = ImportFile::open(Path::new("calls.jsonl"))?; // checks every line
//! let path = Path::new("calls.jsonl.import");
//! let journal = ImportJournal::open(path, client.base_url(), OpenOptions::new())?;
//! let mut import = Import::new(client, file, journal);
//! import.run().await?;
//! let summary = import.summary();
//! println!("{} sent, {} already there", summary.sent, summary.already_there);
//! # Ok(()) }
//! ```

mod answer;
mod blocks;
mod error;
mod fields;
mod file;
#[expect(
    clippy::module_inception,
    reason = "the import is the thing of this module"
)]
mod import;
mod journal;
mod line;
mod lookup;
mod pending;
mod record;
mod resolve;
mod scan;
mod send;
mod settled;
mod summary;
mod unresolved;

pub use error::{ImportError, InvalidLines};
pub use file::ImportFile;
pub use import::Import;
pub use journal::ImportJournal;
pub(crate) use record::Head;
pub use summary::{ImportForecast, ImportOutcome, ImportSummary, NamedCall};
