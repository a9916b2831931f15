//! The call logs that an export has written, as far as a list may show them again.

use std::collections::HashSet;
use std::time::{Duration, SystemTime};

use cekura::CallLogId;
use cekura::types::CallLogSummary;

use crate::exit::Exit;
use crate::failure::Failure;

/// How far from a border a call log may be listed on both sides: the service may compare whole seconds.
const BORDER: Duration = Duration::from_secs(1);

/// The written call logs of one piece of the time range, and those at its older border, which the next piece shares.
///
/// A list whose length changes while it is read may show a call log on two pages.
#[derive(Debug, Default)]
pub(crate) struct WrittenIds {
    ids: HashSet<CallLogId>,
    at_border: Vec<CallLogId>,
}

impl WrittenIds {
    /// Begins a piece after call logs at the border that were written before.
    pub(crate) fn new(at_border: &[CallLogId]) -> Self {
        Self {
            ids: at_border.iter().copied().collect(),
            at_border: Vec::new(),
        }
    }

    /// Adds a call log that is in the output already.
    pub(crate) fn add(&mut self, id: CallLogId) {
        self.ids.insert(id);
    }

    /// Notes an entry of a piece that begins at `from`. Returns its id, and whether it is to be written.
    pub(crate) fn note(
        &mut self,
        entry: &CallLogSummary,
        from: SystemTime,
    ) -> Result<(CallLogId, bool), Failure> {
        let id = entry.id.ok_or_else(|| {
            Failure::own(
                Exit::Other,
                "the list of call logs has an entry without an id, so it is unknown whether it was exported before",
            )
        })?;
        let time = entry
            .timestamp
            .as_ref()
            .and_then(cekura::Timestamp::to_system_time);
        if time.is_none_or(|time| time <= from + BORDER) {
            self.at_border.push(id);
        }
        Ok((id, self.ids.insert(id)))
    }

    /// Ends a piece. Returns the call logs that the next one may list again.
    pub(crate) fn next_piece(&mut self) -> Vec<CallLogId> {
        let at_border = std::mem::take(&mut self.at_border);
        *self = Self::new(&at_border);
        at_border
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn entry(id: i64, time: Option<&str>) -> CallLogSummary {
        serde_json::from_value(json!({ "id": id, "timestamp": time })).unwrap()
    }

    #[test]
    fn what_two_pieces_share_is_written_once() {
        let border = cekura::Timestamp::from("2026-02-01T00:00:00Z");
        let from = border.to_system_time().unwrap();
        let mut written = WrittenIds::default();
        let mut is_new = |id, time| written.note(&entry(id, time), from).unwrap().1;
        assert!(is_new(4, Some("2026-02-02T00:00:00Z")));
        assert!(!is_new(4, Some("2026-02-02T00:00:00Z")), "on two pages");
        assert!(is_new(3, Some("2026-02-01T00:00:00.4Z")));
        assert!(is_new(2, Some("2026-02-01T00:00:00Z")));
        assert!(is_new(1, None));
        assert_eq!(written.next_piece(), [3, 2, 1].map(CallLogId));
        let older = from - Duration::from_secs(3600);
        let mut is_new = |id, time| written.note(&entry(id, time), older).unwrap().1;
        assert!(!is_new(2, Some("2026-02-01T00:00:00Z")));
        assert!(is_new(5, Some("2026-01-31T23:59:59Z")));
        assert!(written.next_piece().is_empty());
    }
}
