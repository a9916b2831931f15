//! What a request waits for before it is sent: an open gate, then its turn.

use std::time::{Duration, Instant};

use super::Shared;
use crate::Error;
use crate::clock::next_unit;
use crate::error::Kind;

impl Shared {
    /// How long a 429 still holds back all calls.
    pub(crate) fn cooldown(&self) -> Option<Duration> {
        self.cooldown.remaining(&*self.clock)
    }

    /// Waits until the next request may be sent; an error when that lasts longer than the call may.
    ///
    /// A future that is dropped here leaves nothing behind but a slot that nobody uses.
    pub(super) async fn throttle(&self, deadline: Instant) -> Result<(), Error> {
        loop {
            self.wait_for_cooldown(deadline).await?;
            if !self.wait_for_slot(deadline).await? || self.cooldown().is_none() {
                return Ok(());
            }
        }
    }

    /// Waits while a 429 holds the client back, for as long as the call may take: whoever told of it, it is known when
    /// it ends, and coming back earlier would only make it last longer.
    async fn wait_for_cooldown(&self, deadline: Instant) -> Result<(), Error> {
        while let Some(held) = self.cooldown() {
            let left = deadline.saturating_duration_since(self.clock.now());
            if held >= left {
                return Err(Error::new(Kind::CoolingDown).with_retry_after(Some(held)));
            }
            // Not all at once when it opens, and none so late that there is no time left to send.
            let spread = (held.mul_f64(next_unit(&*self.jitter) / 10.0)).min((left - held) / 2);
            tracing::info!(target: "cekura", ?held, "held back by a 429; waiting as told");
            self.clock.sleep(held + spread).await;
        }
        Ok(())
    }

    /// Waits for a slot, where there is a rate; whether that took any time.
    async fn wait_for_slot(&self, deadline: Instant) -> Result<bool, Error> {
        let Some(limiter) = &self.rate_limiter else {
            return Ok(false);
        };
        let wait = limiter
            .reserve(self.clock.now(), deadline)
            .map_err(|wait| Error::new(Kind::RateLimited).with_retry_after(Some(wait)))?;
        if wait.is_zero() {
            return Ok(false);
        }
        tracing::trace!(target: "cekura", ?wait, "keeping to the client's rate");
        self.clock.sleep(wait).await;
        Ok(true)
    }
}
