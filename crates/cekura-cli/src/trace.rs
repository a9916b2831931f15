//! `-v`: what the library does, on standard error.

mod brief;

use std::io::{Write as _, stderr};

use tracing::{Level, Metadata};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::layer::SubscriberExt as _;

use self::brief::Brief;

/// Reports each request and the retries between them on a short line; at `-vv` everything that the library tells.
///
/// Only the library is listened to: it reports neither keys nor bodies. The crates below it promise no such thing.
pub(crate) fn start(verbose: u8, colored: bool) {
    // Setting a subscriber fails only where there is one already, and then that one reports.
    match verbose {
        0 => {}
        1 => {
            // A standard error that cannot be written to must not change how the program ends.
            let brief = Brief::new(|line: &str| {
                let _ = writeln!(stderr().lock(), "{line}");
            });
            let report = brief.with_filter(filter_fn(|metadata| {
                *metadata.level() <= Level::DEBUG && is_ours(metadata)
            }));
            let _ = tracing::subscriber::set_global_default(
                tracing_subscriber::registry().with(report),
            );
        }
        _ => {
            let report = tracing_subscriber::fmt::layer()
                .with_writer(stderr)
                .with_ansi(colored)
                .with_target(false)
                .with_span_events(FmtSpan::NEW | FmtSpan::CLOSE)
                .with_filter(filter_fn(is_ours));
            let _ = tracing::subscriber::set_global_default(
                tracing_subscriber::registry().with(report),
            );
        }
    }
}

fn is_ours(metadata: &Metadata<'_>) -> bool {
    metadata.target() == "cekura" || metadata.target().starts_with("cekura::")
}
