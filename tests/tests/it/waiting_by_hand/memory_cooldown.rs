//! A shared rate limit in memory.

use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use cekura::SharedCooldown;

/// A moment that everyone can read and put later.
#[derive(Clone, Debug, Default)]
pub(super) struct Board(Arc<Mutex<Option<SystemTime>>>);

impl Board {
    pub(super) fn forget(&self) {
        *self.0.lock().unwrap() = None;
    }
}

impl SharedCooldown for Board {
    fn cooldown_until(&self) -> Option<SystemTime> {
        *self.0.lock().unwrap()
    }

    fn extend_cooldown(&self, until: SystemTime) {
        let mut stored = self.0.lock().unwrap();
        *stored = (*stored).max(Some(until));
    }
}
