//! The builder of a sandbox.

use std::fmt;
use std::io;
use std::net::Ipv4Addr;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::clock::{Clock, SandboxClock};
use crate::control;
use crate::credits::{BadCredits, Credits};
use crate::faults::{FaultScript, Faults};
use crate::quirks::Quirks;
use crate::request_log::RequestLog;
use crate::routes::Keys;
use crate::sandbox::Sandbox;
use crate::server::{self, ConnectDelay, Limiter, RateLimit};
use crate::settings::Settings;
use crate::shared::Shared;
use crate::state::State;
use crate::world::World;

/// Configures a sandbox. Returned by [`Sandbox::builder`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is started"]
pub struct SandboxBuilder {
    seed: u64,
    call_logs: u64,
    agents: u32,
    settings: Settings,
    clock: SandboxClock,
    quirks: Quirks,
    faults: FaultScript,
    credits: String,
    request_log_size: usize,
    request_timeout: Duration,
    port: u16,
}

impl SandboxBuilder {
    pub(crate) fn new() -> Self {
        Self {
            seed: 7,
            call_logs: 500,
            agents: 2,
            settings: Settings {
                latency: Duration::ZERO,
                evaluation_time: Duration::from_secs(5),
                job_time: Duration::from_secs(5),
                rate_limit: None,
            },
            clock: SandboxClock::real(),
            quirks: Quirks::default(),
            faults: FaultScript::default(),
            credits: "5000.00".to_owned(),
            request_log_size: 20_000,
            request_timeout: Duration::from_secs(120),
            port: 0,
        }
    }

    /// Sets the seed of all generated data: the same seed gives the same agents and call logs. Default: 7.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets the number of call logs. Default: 500. The start-up time does not depend on it.
    pub fn call_logs(mut self, count: u64) -> Self {
        self.call_logs = count;
        self
    }

    /// Sets the number of agents, at least 1. Default: 2.
    pub fn agents(mut self, count: u32) -> Self {
        self.agents = count;
        self
    }

    /// Sets the least duration of every request, in real time. Default: zero.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.settings.latency = latency;
        self
    }

    /// Sets the duration of an evaluation on the sandbox's clock, varied by up to a third. Default: 5 s.
    pub fn evaluation_time(mut self, time: Duration) -> Self {
        self.settings.evaluation_time = time;
        self
    }

    /// Sets the duration of a job, such as the generation of scenarios, on the sandbox's clock. Default: 5 s.
    pub fn job_time(mut self, time: Duration) -> Self {
        self.settings.job_time = time;
        self
    }

    /// Sets the clock. Default: [`SandboxClock::real`].
    pub fn clock(mut self, clock: SandboxClock) -> Self {
        self.clock = clock;
        self
    }

    /// Sets the behaviour that is not documented. Default: [`Quirks::default`].
    pub fn quirks(mut self, quirks: Quirks) -> Self {
        self.quirks = quirks;
        self
    }

    /// Sets the faults and fault rates. Default: none.
    pub fn faults(mut self, faults: FaultScript) -> Self {
        self.faults = faults;
        self
    }

    /// Sets the rate limit. Default: none.
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.settings.rate_limit = Some(limit);
        self
    }

    /// Sets the balance in credits, a decimal number. Default: `5000.00`.
    pub fn credits(mut self, credits: impl Into<String>) -> Self {
        self.credits = credits.into();
        self
    }

    /// Sets how many of the latest requests the [request log](Sandbox::request_log) keeps. Default: 20,000. Their bodies are
    /// limited to 64 MiB together. [`Sandbox::request_counts`] also counts dropped requests.
    pub fn request_log_size(mut self, keep: usize) -> Self {
        self.request_log_size = keep;
        self
    }

    /// Sets the timeout of a request's head and of its body, in real time. A connection is closed if a head takes longer or
    /// if it is idle for longer; a body that takes longer gets 408. Default: 120 s, longer than usual clients keep idle
    /// connections.
    pub fn request_timeout(mut self, time: Duration) -> Self {
        self.request_timeout = time;
        self
    }

    /// Sets the port on 127.0.0.1. Default: 0, which takes any free port.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Sets [`Quirks::max_page_size`]. Call it after [`quirks`](Self::quirks).
    pub fn max_page_size(mut self, cap: u64) -> Self {
        self.quirks.max_page_size = cap;
        self
    }

    /// Sets [`Quirks::judge_error_rate`]. Call it after [`quirks`](Self::quirks).
    pub fn judge_error_rate(mut self, share: f64) -> Self {
        self.quirks.judge_error_rate = share;
        self
    }

    /// Binds the port and serves in the background, until the [`Sandbox`] is dropped. Needs a Tokio runtime.
    ///
    /// # Errors
    ///
    /// If the port is taken, or the credits are not a decimal number.
    pub async fn start(self) -> Result<Sandbox, Error> {
        let credits: Credits = self.credits.parse().map_err(Error::credits)?;
        let bind_error = |error| Error::bind(self.port, error);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))
            .await
            .map_err(bind_error)?;
        let address = listener.local_addr().map_err(bind_error)?;

        let clock = Clock::start(&self.clock);
        let world = World::new(self.seed, clock.now(), self.agents, self.call_logs);
        let (connect_delay, delay_requests) = ConnectDelay::new();
        let shared = Arc::new(Shared {
            keys: Keys::new(self.seed, world.agents[0].project),
            state: Mutex::new(State::new(
                self.quirks,
                credits,
                self.settings.evaluation_time,
            )),
            faults: Faults::new(self.seed, self.faults),
            request_log: RequestLog::new(self.request_log_size),
            settings: Mutex::new(self.settings),
            limiter: Mutex::new(Limiter::default()),
            credits,
            agenda: Mutex::default(),
            stalled: Semaphore::new(0),
            unread_requests: AtomicU64::new(0),
            request_timeout: self.request_timeout,
            connect_delay,
            url: OnceLock::from(format!("http://{address}")),
            clock,
            world,
        });
        let router = control::router(Arc::clone(&shared));
        let server = tokio::spawn(server::serve(
            listener,
            router,
            Arc::clone(&shared),
            delay_requests,
        ));
        Ok(Sandbox::new(shared, server))
    }
}

/// The error of [`SandboxBuilder::start`].
#[derive(Debug)]
pub struct Error {
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Bind(u16, io::Error),
    Credits(BadCredits),
}

impl Error {
    fn bind(port: u16, error: io::Error) -> Self {
        Self {
            kind: Kind::Bind(port, error),
        }
    }

    fn credits(error: BadCredits) -> Self {
        Self {
            kind: Kind::Credits(error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Bind(port, _) => write!(
                f,
                "the sandbox cannot listen on 127.0.0.1:{port}: choose another port, or 0 for any free port"
            ),
            Kind::Credits(_) => f.write_str("the credits of the sandbox are not valid"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            Kind::Bind(_, error) => Some(error),
            Kind::Credits(error) => Some(error),
        }
    }
}
