//! `-v`: what the library does, on standard error.

use tracing::{Level, Metadata};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::app::variable;
use crate::config::Environment;
use crate::output::{ColorChoice, Terminal};

/// Reports the ends of requests and the retries between them; at `-vv` their beginnings too.
///
/// Only the library is listened to: it reports neither keys nor bodies. The crates below it promise no such thing.
pub(crate) fn start(verbose: u8, color: ColorChoice) {
    let spans = match verbose {
        0 => return,
        1 => FmtSpan::CLOSE,
        _ => FmtSpan::NEW | FmtSpan::CLOSE,
    };
    let most = if verbose == 1 {
        Level::DEBUG
    } else {
        Level::TRACE
    };
    let colored = Terminal::of_process(Environment::new(&variable), color)
        .err
        .is_colored();
    let report = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(colored)
        .with_target(false)
        .with_span_events(spans)
        .with_filter(filter_fn(move |metadata| {
            *metadata.level() <= most && is_ours(metadata)
        }));
    let subscriber = tracing_subscriber::registry().with(report);
    // Fails only where a subscriber is set already, and then that one reports.
    let _ = tracing::subscriber::set_global_default(subscriber);
}

fn is_ours(metadata: &Metadata<'_>) -> bool {
    metadata.target() == "cekura" || metadata.target().starts_with("cekura::")
}
