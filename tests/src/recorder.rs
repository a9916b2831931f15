//! A `tracing` subscriber that records everything.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

/// What kind of thing was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A span.
    Span,
    /// An event.
    Event,
}

/// One span or event.
#[derive(Clone, Debug)]
pub struct Record {
    /// Span or event.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its target.
    pub target: String,
    /// Its level.
    pub level: Level,
    /// Its fields that have a value, those that were filled in later included.
    pub fields: BTreeMap<String, String>,
    /// The number of the span around it.
    pub parent: Option<u64>,
    /// Its own number; 0 for an event.
    pub id: u64,
}

/// Records every span and event of its thread, at every level.
///
/// Tests run their client and their sandbox on one thread, so nothing is missed.
#[derive(Clone, Debug, Default)]
pub struct Recorder(Arc<Mutex<Vec<Record>>>);

impl Recorder {
    /// Starts recording on this thread, until the guard is dropped.
    #[must_use]
    pub fn start() -> (Self, DefaultGuard) {
        let recorder = Self::default();
        let subscriber = tracing_subscriber::registry().with(recorder.clone());
        (recorder, tracing::subscriber::set_default(subscriber))
    }

    /// Returns everything so far.
    #[must_use]
    pub fn records(&self) -> Vec<Record> {
        self.lock().clone()
    }

    /// Returns the client's spans of this name.
    #[must_use]
    pub fn spans(&self, name: &str) -> Vec<Record> {
        let mut records = self.records();
        records.retain(|record| record.kind == Kind::Span && record.name == name);
        records
    }

    /// Returns everything so far as text, for searches.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{:#?}", self.records())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Record>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Fields<'a>(&'a mut BTreeMap<String, String>);

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Recorder {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = BTreeMap::new();
        attributes.record(&mut Fields(&mut fields));
        let parent = context.span(id).and_then(|span| span.parent());
        let metadata = attributes.metadata();
        self.lock().push(Record {
            kind: Kind::Span,
            name: metadata.name().to_owned(),
            target: metadata.target().to_owned(),
            level: *metadata.level(),
            fields,
            parent: parent.map(|span| span.id().into_u64()),
            id: id.into_u64(),
        });
    }

    fn on_record(&self, id: &Id, values: &tracing::span::Record<'_>, _: Context<'_, S>) {
        let mut records = self.lock();
        let number = id.into_u64();
        // Numbers are used again after a span is closed: the newest span is the one that is meant.
        let span = records.iter_mut().rev().find(|record| record.id == number);
        if let Some(span) = span {
            values.record(&mut Fields(&mut span.fields));
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut fields = BTreeMap::new();
        event.record(&mut Fields(&mut fields));
        let metadata = event.metadata();
        self.lock().push(Record {
            kind: Kind::Event,
            name: metadata.name().to_owned(),
            target: metadata.target().to_owned(),
            level: *metadata.level(),
            fields,
            parent: context.event_span(event).map(|span| span.id().into_u64()),
            id: 0,
        });
    }
}
