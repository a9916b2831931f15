//! A cooldown that several clients share.

use std::fmt;
use std::time::SystemTime;

/// Stores the cooldown after a 429 where several clients read it, such as in a file or a database.
///
/// Set it with [`ClientBuilder::shared_cooldown`](crate::ClientBuilder::shared_cooldown). The client reads it before
/// each request and extends it after each 429. Both methods run inside a request, so they must return quickly
/// and not panic. An implementation that cannot read its store returns `None`; the client's own cooldown still
/// applies.
///
/// ```
/// use std::sync::{Arc, Mutex, PoisonError};
/// use std::time::SystemTime;
/// use cekura::{ApiKey, Client, SharedCooldown};
///
/// /// Shared by the clients of one process that use different keys.
/// #[derive(Clone, Debug, Default)]
/// struct InMemory(Arc<Mutex<Option<SystemTime>>>);
///
/// impl SharedCooldown for InMemory {
///     fn cooldown_until(&self) -> Option<SystemTime> {
///         *self.0.lock().unwrap_or_else(PoisonError::into_inner)
///     }
///
///     fn extend_cooldown(&self, until: SystemTime) {
///         let mut stored = self.0.lock().unwrap_or_else(PoisonError::into_inner);
///         *stored = (*stored).max(Some(until)); // never shortened
///     }
/// }
///
/// let shared = InMemory::default();
/// let client = |key| Client::builder().api_key(ApiKey::new(key)?).shared_cooldown(shared.clone()).build();
/// let (a, b) = (client("ck_harbor_1")?, client("ck_harbor_2")?);
/// # assert!(a.cooldown().is_none() && b.cooldown().is_none());
/// # shared.extend_cooldown(SystemTime::now() + std::time::Duration::from_secs(60));
/// # assert!(a.cooldown().is_some() && b.cooldown().is_some());
/// # Ok::<(), cekura::Error>(())
/// ```
pub trait SharedCooldown: fmt::Debug + Send + Sync + 'static {
    /// Returns the end of the cooldown; `None` for none. An end in the past is none.
    ///
    /// A client waits at most 15 minutes for one end, counted from when it first read it.
    fn cooldown_until(&self) -> Option<SystemTime>;

    /// Extends the cooldown to `until`; an end before the present one must change nothing.
    fn extend_cooldown(&self, until: SystemTime);
}
