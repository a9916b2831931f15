//! Waits before a request is sent: for the end of a cooldown, then for a slot of the rate limiter.

use std::time::{Duration, Instant};

use futures_util::future::{Either, select};

use super::Shared;
use crate::Error;
use crate::clock::next_unit;
use crate::error::Kind;
use crate::settings::Header;

impl Shared {
    /// The header that authenticates the next request; a token is got within the time of the call.
    pub(super) async fn authenticate(&self, deadline: Instant) -> Result<Header, Error> {
        if let Some(header) = self.credential.fixed_header() {
            return header;
        }
        let left = deadline.saturating_duration_since(self.clock.now());
        let header = Box::pin(self.credential.header(self.clock.system_time()));
        match select(header, self.clock.timeout(left)).await {
            Either::Left((header, _)) => header,
            Either::Right(((), _)) => Err(Error::new(Kind::OutOfTime)),
        }
    }

    /// Returns how long the cooldown after a 429 still lasts.
    pub(crate) fn cooldown(&self) -> Option<Duration> {
        self.cooldown.remaining(&*self.clock)
    }

    /// Waits until the next request may be sent.
    ///
    /// # Errors
    /// When that is not before `deadline`.
    pub(super) async fn throttle(&self, deadline: Instant) -> Result<(), Error> {
        loop {
            self.wait_for_cooldown(deadline).await?;
            if !self.wait_for_slot(deadline).await? || self.cooldown().is_none() {
                return Ok(());
            }
        }
    }

    /// Waits for the end of the cooldown. A request during it would only extend it.
    async fn wait_for_cooldown(&self, deadline: Instant) -> Result<(), Error> {
        while let Some(rest) = self.cooldown() {
            let left = deadline.saturating_duration_since(self.clock.now());
            if rest >= left {
                return Err(Error::new(Kind::CoolingDown).with_retry_after(Some(rest)));
            }
            // Jitter, so that not all calls are sent at once; at most half of the time that is left.
            let spread = (rest.mul_f64(next_unit(&*self.jitter) / 10.0)).min((left - rest) / 2);
            tracing::info!(target: "cekura", cooldown = ?rest, "cooling down after a 429");
            self.clock.sleep(rest + spread).await;
        }
        Ok(())
    }

    /// Waits for a slot of the rate limiter; returns whether that took any time.
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
        tracing::trace!(target: "cekura", ?wait, "waiting for the rate limit of the client");
        self.clock.sleep(wait).await;
        Ok(true)
    }
}
