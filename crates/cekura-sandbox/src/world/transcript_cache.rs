//! A cache of transcripts as JSON. A client that waits for evaluations reads the same call logs again and again, and
//! writing the transcript is most of the work of a reply.

use std::fmt;
use std::sync::{Arc, Mutex};

use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

use super::Transcript;
use crate::lock;

/// At about 7 KB each, all of them take 75 MB.
const SLOTS: usize = 10_240;

/// The transcript of one call in the forms of the replies.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) topic: &'static str,
    /// Minutes and seconds.
    pub(crate) duration: String,
    /// The conversation as one text.
    pub(crate) text: Json,
    /// The conversation turn by turn.
    pub(crate) turns: Json,
}

/// A value that is written as JSON already.
#[derive(Clone, Debug)]
pub(crate) struct Json(Arc<RawValue>);

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::serialize(&self.0, serializer)
    }
}

impl Json {
    fn of(value: &impl Serialize) -> Self {
        // Texts and numbers can always be written.
        let raw = to_raw_value(value).unwrap_or_else(|_| RawValue::NULL.to_owned());
        Self(raw.into())
    }
}

impl Written {
    fn new(transcript: &Transcript) -> Self {
        Self {
            topic: transcript.topic,
            duration: transcript.duration(),
            text: Json::of(&transcript.text()),
            turns: Json::of(&transcript.turns),
        }
    }
}

/// Nothing yet, or the transcript of one call log.
type Slot = Option<(i64, Arc<Written>)>;

/// The latest transcripts, each in the slot of its call log's id.
#[derive(Default)]
pub(super) struct TranscriptCache {
    slots: Mutex<Vec<Slot>>,
}

impl TranscriptCache {
    /// Returns the transcript of a call log from the cache, or writes it.
    pub(super) fn get(&self, id: i64, transcript: impl FnOnce() -> Transcript) -> Arc<Written> {
        let slot = (id.unsigned_abs() % SLOTS as u64) as usize;
        if let Some(Some((known, written))) = lock(&self.slots).get(slot)
            && *known == id
        {
            return Arc::clone(written);
        }
        let written = Arc::new(Written::new(&transcript()));
        let mut slots = lock(&self.slots);
        if slots.len() <= slot {
            slots.resize(slot + 1, None);
        }
        slots[slot] = Some((id, Arc::clone(&written)));
        written
    }
}

impl fmt::Debug for TranscriptCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TranscriptCache").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use crate::timestamp::Timestamp;
    use crate::world::World;

    use super::*;

    #[test]
    fn what_is_kept_is_what_was_said() {
        let world = World::new(7, Timestamp::from_seconds(1_772_442_000), 2, 30_000);
        // These share one place.
        let first = 5_001;
        let ids = [first, first + SLOTS as i64, first + 2 * SLOTS as i64];
        for id in [ids[0], ids[0], ids[1], ids[2], ids[0], ids[1]] {
            let call = world.call(id);
            let (kept, fresh) = (world.written(id, &call), world.transcript(id, &call));
            assert_eq!(kept.duration, fresh.duration());
            let json = serde_json::to_value(&kept.turns).unwrap();
            assert_eq!(json, serde_json::to_value(&fresh.turns).unwrap(), "{id}");
            assert_eq!(serde_json::to_value(&kept.text).unwrap(), fresh.text());
        }
    }

    #[test]
    fn a_transcript_is_written_once_while_it_has_its_place() {
        let world = World::new(7, Timestamp::from_seconds(1_772_442_000), 2, 10);
        let call = world.call(5_001);
        let first = world.written(5_001, &call);
        assert!(Arc::ptr_eq(&first, &world.written(5_001, &call)));
    }
}
