//! The pools of connections: one for each connect timeout in use, and whether its connections are used again.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::Error;
use crate::settings::tls::{self, Certificate};

/// Most pools that are kept; a program that computes its connect timeouts would open ever more.
const MAX_POOLS: usize = 8;

/// Whether a connection serves more than one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reuse {
    Kept,
    Never,
}

/// The HTTP clients, one for each connect timeout.
///
/// `reqwest` fixes the connect timeout for a whole connection pool, so each timeout gets a pool of its own.
///
/// A server may close an idle connection while the next request is sent on it; whether that request was read is then
/// unknown. A repeatable request is sent again. Every other request gets a new connection, which cannot be stale.
pub(crate) struct Connections {
    setup: Setup,
    pools: Mutex<Vec<((Duration, Reuse), reqwest::Client)>>,
}

/// What all connections of a client have in common.
#[derive(Default)]
pub(crate) struct Setup {
    pub(crate) user_agent: String,
    pub(crate) bypass_proxies: bool,
    pub(crate) proxy: Option<reqwest::Proxy>,
    pub(crate) certificates: Vec<Certificate>,
    pub(crate) builder: Option<Arc<MakeBuilder>>,
}

/// Makes the builder that the client's own rules are applied to.
pub(crate) type MakeBuilder = dyn Fn() -> reqwest::ClientBuilder + Send + Sync;

impl Connections {
    pub(crate) fn new(setup: Setup) -> Self {
        Self {
            setup,
            pools: Mutex::default(),
        }
    }

    /// Returns the client for repeatable requests: it keeps connections alive.
    pub(crate) fn get(&self, connect: Duration) -> Result<reqwest::Client, Error> {
        self.pool(connect, Reuse::Kept)
    }

    /// Returns the client for requests that must not be sent twice: a new connection for each.
    pub(crate) fn fresh(&self, connect: Duration) -> Result<reqwest::Client, Error> {
        self.pool(connect, Reuse::Never)
    }

    fn pool(&self, connect: Duration, reuse: Reuse) -> Result<reqwest::Client, Error> {
        let mut pools = self.pools.lock().unwrap_or_else(PoisonError::into_inner);
        let is_own = |(pool, _): &&_| *pool == (connect, reuse);
        if let Some((_, client)) = pools.iter().find(is_own) {
            return Ok(client.clone());
        }
        let client = self.open(connect, reuse)?;
        if pools.len() >= MAX_POOLS {
            pools.clear();
        }
        pools.push(((connect, reuse), client.clone()));
        Ok(client)
    }

    /// Creates a client without redirects and retries: the defaults would send the key to other hosts and requests
    /// twice.
    fn open(&self, connect: Duration, reuse: Reuse) -> Result<reqwest::Client, Error> {
        tls::has_provider()?;
        let setup = &self.setup;
        let builder = match &setup.builder {
            Some(make) => make(),
            None => reqwest::Client::builder(),
        };
        let mut builder = builder
            .user_agent(&setup.user_agent)
            .connect_timeout(connect)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false);
        if reuse == Reuse::Never {
            builder = builder.pool_max_idle_per_host(0);
        }
        if setup.bypass_proxies {
            builder = builder.no_proxy();
        }
        if let Some(proxy) = setup.proxy.clone() {
            builder = builder.proxy(proxy);
        }
        tls::trust(builder, &setup.certificates)
            .build()
            .map_err(|e| {
                Error::config(
                    "the HTTP client cannot be created: check TLS, the proxy and the user agent",
                )
                .with_source(e)
            })
    }
}

impl fmt::Debug for Connections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connections")
            .field("user_agent", &self.setup.user_agent)
            .finish_non_exhaustive()
    }
}
