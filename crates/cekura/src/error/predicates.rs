//! The predicates of an error.

use super::{Error, Kind};

impl Error {
    /// Returns whether the configuration of the client is invalid: key, base URL, TLS. Nothing was sent.
    #[must_use]
    pub fn is_config(&self) -> bool {
        matches!(self.0.kind, Kind::Config(_))
    }

    /// Returns whether the [`TokenProvider`](crate::TokenProvider) returned an error, which is the [`source`](std::error::Error::source).
    ///
    /// The attempt that needed the token was not sent. The next call asks the provider again.
    #[must_use]
    pub fn is_token_unavailable(&self) -> bool {
        matches!(self.0.kind, Kind::NoToken)
    }

    /// Returns whether the arguments of the call are invalid. Nothing was sent.
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        matches!(self.0.kind, Kind::InvalidRequest(_))
    }

    /// Returns whether a paid or otherwise unrepeatable request may or may not have been carried out.
    ///
    /// # Troubleshooting
    /// The request probably reached the service. Read the call logs of [`outcome_unknown`](Self::outcome_unknown) before
    /// you send it again; with a baseline the client reads them for you.
    #[must_use]
    pub fn is_outcome_unknown(&self) -> bool {
        matches!(self.0.kind, Kind::OutcomeUnknown(_))
    }

    /// Returns whether a job ended without a result; [`job`](Self::job) has its id, status and last response.
    #[must_use]
    pub fn is_job_failed(&self) -> bool {
        matches!(self.0.kind, Kind::JobFailed(_))
    }

    /// Returns whether a timeout ended the call or its last attempt (see [`Timeouts`](crate::Timeouts)), or the wait for a job.
    ///
    /// With a [`job`](Self::job), that job continues: wait for it again, by its id.
    /// If [`is_connect`](Self::is_connect) is `true` as well, nothing was sent.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(
            self.root().0.kind,
            Kind::TimedOut(_)
                | Kind::OutOfTime
                | Kind::JobRunning(_)
                | Kind::NotSent {
                    within: Some(_),
                    ..
                }
        )
    }

    /// Returns whether no connection could be opened: DNS, refused, timeout, certificate. Nothing was sent.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        matches!(
            self.0.kind,
            Kind::NotSent { .. } | Kind::InvalidCertificate { .. }
        )
    }

    /// Returns whether the server's certificate is not trusted. Nothing was sent.
    #[must_use]
    pub fn is_invalid_certificate(&self) -> bool {
        matches!(self.0.kind, Kind::InvalidCertificate { .. })
    }

    /// Returns whether the network failed, before or after the request was sent.
    ///
    /// `true` for [`Connect`](crate::ErrorKind::Connect), [`Timeout`](crate::ErrorKind::Timeout) and
    /// [`Interrupted`](crate::ErrorKind::Interrupted), also as the reason for an unknown outcome.
    #[must_use]
    pub fn is_network(&self) -> bool {
        let waited = matches!(self.0.kind, Kind::JobRunning(_));
        self.is_connect()
            || (self.is_timeout() && !waited)
            || matches!(self.root().0.kind, Kind::Interrupted)
    }

    /// Returns whether the service found the request itself invalid: 400, 409, 413, 415 or 422.
    ///
    /// See [`fields`](Self::fields) for the reasons.
    #[must_use]
    pub fn is_bad_request(&self) -> bool {
        self.has_status(&[400, 409, 413, 415, 422])
    }

    /// Returns whether the call log is already being evaluated; wait, then try again.
    #[must_use]
    pub fn is_evaluation_in_progress(&self) -> bool {
        self.is_bad_request()
            && self
                .message()
                .is_some_and(|m| m.mentions("still being evaluated"))
    }

    /// Returns whether the key is missing, wrong or revoked: 401.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.has_status(&[401])
    }

    /// Returns whether there are too few credits: 402.
    #[must_use]
    pub fn is_out_of_credits(&self) -> bool {
        self.has_status(&[402])
    }

    /// Returns whether the key has no permission: 403.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.has_status(&[403])
    }

    /// Returns whether there is no such object, or the key may not see it: 404.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has_status(&[404])
    }

    /// Returns whether the 404 is from the service itself, which sends a `detail`.
    ///
    /// The 404 page of a proxy has none, and does not show that the object is missing.
    #[must_use]
    pub fn is_certainly_missing(&self) -> bool {
        self.is_not_found() && self.message().is_some_and(|said| said.detail().is_some())
    }

    /// Returns whether the call is still rate limited (429) after all retries; see [`retry_after`](Self::retry_after).
    ///
    /// Also `true` when the cooldown after an earlier 429, or the client's own
    /// [rate limit](crate::ClientBuilder::max_requests_per_second), exceeds the timeout of the call.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.has_status(&[429]) || matches!(self.0.kind, Kind::CoolingDown | Kind::RateLimited)
    }

    /// Returns whether the service, or a proxy in front of it, returned a 5xx.
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.status().is_some_and(|status| status >= 500)
    }

    /// Returns whether the service redirected to another host, or in a way that may change the request.
    #[must_use]
    pub fn is_redirect(&self) -> bool {
        matches!(self.root().0.kind, Kind::Redirected { .. })
    }

    /// Returns whether a response with a success status has a body that is not as documented.
    #[must_use]
    pub fn is_invalid_response(&self) -> bool {
        matches!(self.root().0.kind, Kind::InvalidResponse(_))
    }

    fn has_status(&self, any: &[u16]) -> bool {
        matches!(self.0.kind, Kind::Status)
            && self.status().is_some_and(|status| any.contains(&status))
    }
}
