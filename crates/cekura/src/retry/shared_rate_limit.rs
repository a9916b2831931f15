//! A hold that reaches beyond one client.

use std::fmt;
use std::time::SystemTime;

/// Where clients of one service tell each other that it asked to be left alone: a file that the processes of one machine
/// share, an entry in a store.
///
/// A client that has one, through [`ClientBuilder::shared_rate_limit`](crate::ClientBuilder::shared_rate_limit), asks it before each
/// request and tells it of each 429. Both happen on the way of a request: an implementation answers at once,
/// from memory or a small file, and keeps its own faults to itself. One that cannot read its store says that there is no
/// hold; the client's own stays in force.
///
/// ```
/// use std::sync::{Arc, Mutex, PoisonError};
/// use std::time::SystemTime;
/// use cekura::{ApiKey, Client, SharedRateLimit};
///
/// /// Shared by the clients of one process that use different keys.
/// #[derive(Clone, Debug, Default)]
/// struct InMemory(Arc<Mutex<Option<SystemTime>>>);
///
/// impl SharedRateLimit for InMemory {
///     fn cooldown_until(&self) -> Option<SystemTime> {
///         *self.0.lock().unwrap_or_else(PoisonError::into_inner)
///     }
///
///     fn extend_cooldown(&self, until: SystemTime) {
///         let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
///         *held = (*held).max(Some(until)); // never shortened
///     }
/// }
///
/// let hold = InMemory::default();
/// let client = |key| Client::builder().api_key(ApiKey::new(key)?).shared_rate_limit(hold.clone()).build();
/// let (a, b) = (client("ck_harbor_1")?, client("ck_harbor_2")?);
/// # assert!(a.cooldown().is_none() && b.cooldown().is_none());
/// # hold.extend_cooldown(SystemTime::now() + std::time::Duration::from_secs(60));
/// # assert!(a.cooldown().is_some() && b.cooldown().is_some());
/// # Ok::<(), cekura::Error>(())
/// ```
pub trait SharedRateLimit: fmt::Debug + Send + Sync + 'static {
    /// Until when no request shall be sent; `None` for no hold. A moment that has passed is no hold either.
    ///
    /// A moment more than 15 minutes ahead holds a client for 15 minutes from when it first saw it, and no longer.
    fn cooldown_until(&self) -> Option<SystemTime>;

    /// Notes that no request shall be sent before `until`; a moment earlier than the one known must change nothing.
    fn extend_cooldown(&self, until: SystemTime);
}
