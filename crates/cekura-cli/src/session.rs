//! The connection of a command: to the configured service, or to an embedded sandbox.

use std::time::{Duration, SystemTime};

use cekura::reevaluation::{DefaultCompletion, PollInterval};
use cekura::{ApiKey, Client, ClientBuilder, OrganizationId, ProjectId};
use cekura_campaign::pacing::FileCooldown;
use cekura_sandbox::Sandbox;

use crate::app::{App, variable};
use crate::config::{self, Credential, Environment, Flags, Found};
use crate::exit::Exit;
use crate::failure::Failure;

/// The seed of the embedded sandbox. Its newest call logs show every kind of change.
const SANDBOX_SEED: u64 = 18;
/// The number of call logs of the embedded sandbox.
const SANDBOX_CALL_LOGS: u64 = 200;
/// How long an evaluation takes in the embedded sandbox.
const SANDBOX_EVALUATION_TIME: Duration = Duration::from_millis(1_200);

/// The variables that configure proxies.
const PROXIES: [&str; 6] = [
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
];

/// A client with its configuration.
pub(crate) struct Session {
    pub(crate) client: Client,
    /// The embedded sandbox, if used. It runs until this is dropped.
    pub(crate) sandbox: Option<Sandbox>,
    pub(crate) project: Option<ProjectId>,
    pub(crate) organization: Option<OrganizationId>,
    pub(crate) pace: Pace,
}

/// Client settings of a campaign.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tuning {
    /// The most requests per second.
    pub(crate) rate: Option<f64>,
    /// Whether a 429 also pauses the other processes on this machine.
    pub(crate) shared_cooldown: bool,
}

/// The intervals of a wait. They are shorter for a sandbox.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    pub(crate) poll: PollInterval,
    pub(crate) completion: DefaultCompletion,
    /// The settle window: how long call logs are checked after a lost response.
    pub(crate) look_back: Duration,
}

impl Session {
    /// Opens a session by the options.
    pub(crate) async fn open(app: &App) -> Result<Self, Failure> {
        Self::open_with(app, Tuning::default()).await
    }

    /// Opens a session with the client settings of a campaign.
    pub(crate) async fn open_with(app: &App, tuning: Tuning) -> Result<Self, Failure> {
        if app.global.sandbox {
            Self::embedded(app, tuning).await
        } else {
            Self::configured(app, tuning)
        }
    }

    /// Opens a session with an embedded sandbox. Reads no configuration, so that the real service cannot be reached.
    async fn embedded(app: &App, tuning: Tuning) -> Result<Self, Failure> {
        let given = [
            ("--api-url", app.global.api_url.is_some()),
            ("--api-key-file", app.global.api_key_file.is_some()),
        ];
        if let Some((option, _)) = given.iter().find(|(_, given)| *given) {
            return Err(Failure::usage(format!(
                "{option} cannot be used with --sandbox, which has its own key and address"
            ))
            .hint("leave out one of the two"));
        }
        let builder = Sandbox::builder()
            .seed(SANDBOX_SEED)
            .call_logs(SANDBOX_CALL_LOGS)
            .evaluation_time(SANDBOX_EVALUATION_TIME);
        let sandbox = builder.start().await.map_err(|e| {
            Failure::own(Exit::Other, format!("the sandbox cannot be started: {e}"))
        })?;
        app.notes
            .info("sandbox: a simulated service inside this program; nothing is charged");
        let builder = Client::builder()
            .api_key(ApiKey::new(sandbox.api_key())?)
            .base_url(sandbox.url());
        Ok(Self {
            client: with_limits(builder, app, tuning).build()?,
            sandbox: Some(sandbox),
            project: None,
            organization: None,
            pace: Pace::of_sandbox(),
        })
    }

    /// Returns a client with these credentials, for requests about them.
    pub(crate) fn client(
        app: &App,
        credential: Credential,
        api_url: Option<&str>,
    ) -> Result<Client, Failure> {
        connect(app, Tuning::default(), credential, api_url, |builder| {
            builder
        })
    }

    fn configured(app: &App, tuning: Tuning) -> Result<Self, Failure> {
        let flags = flags(app);
        let environment = Environment::new(&variable);
        let found = Found::read(environment, std::env::home_dir())?;
        let settings = config::resolve(&flags, environment, &found, SystemTime::now())?;
        for warning in &settings.warnings {
            app.notes.warn(warning);
        }
        let api_url = settings.api_url.as_deref();
        let client = connect(
            app,
            tuning,
            settings.credential,
            api_url,
            |builder| match tuning.shared_cooldown {
                true => share_rate_limit(builder, app, api_url.unwrap_or_default()),
                false => builder,
            },
        )?;
        Ok(Self {
            client,
            sandbox: None,
            project: settings.project,
            organization: settings.organization,
            pace: Pace::of_service(),
        })
    }
}

/// Returns the command-line options about credentials and address.
pub(crate) fn flags(app: &App) -> Flags {
    Flags {
        api_url: app.global.api_url.clone(),
        api_key_file: app.global.api_key_file.clone(),
    }
}

fn connect(
    app: &App,
    tuning: Tuning,
    credential: Credential,
    api_url: Option<&str>,
    finish: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Result<Client, Failure> {
    // The HTTP client ignores variables that are not UTF-8, and would not use the proxy.
    for name in PROXIES {
        Environment::new(&variable).get(name)?;
    }
    let builder = match credential {
        Credential::Key(key) => Client::builder().api_key(key),
        Credential::Token(token) => Client::builder().access_token(token),
    };
    let builder = match api_url {
        Some(url) => builder.base_url(url),
        None => builder,
    };
    let is_http = api_url.is_some_and(|url| url.trim().starts_with("http:"));
    let builder = finish(with_limits(builder, app, tuning));
    builder.build().map_err(|e| match Failure::from(e) {
        failure if is_http => {
            failure.hint("http is allowed for this machine only: 127.0.0.1, localhost")
        }
        failure => failure,
    })
}

fn with_limits(builder: ClientBuilder, app: &App, tuning: Tuning) -> ClientBuilder {
    let builder = builder.user_agent(concat!("cekura-cli/", env!("CARGO_PKG_VERSION")));
    let builder = match tuning.rate {
        Some(rate) => builder.max_requests_per_second(rate),
        None => builder,
    };
    match app.global.timeout {
        Some(timeout) => builder.timeout(timeout),
        None => builder,
    }
}

/// Shares the rate limit with other processes. Warns and continues without sharing if the file cannot be used.
fn share_rate_limit(builder: ClientBuilder, app: &App, url: &str) -> ClientBuilder {
    let home = std::env::home_dir().map(|home| home.join(".cekura"));
    let folder = home.unwrap_or_else(|| std::env::temp_dir().join("cekura"));
    match FileCooldown::new(&folder.join("cooldowns"), url.trim().trim_end_matches('/')) {
        Ok(hold) => {
            if let Some(rest) = hold.cooldown() {
                app.notes.info(&format!(
                    "rate limited by a 429 to another process for {} s more ({})",
                    rest.as_secs() + 1,
                    hold.path().display()
                ));
            }
            builder.shared_cooldown(hold)
        }
        Err(e) => {
            app.notes.warn(&format!(
                "the rate limit cannot be shared with other processes on this machine: {}: {e}",
                folder.display()
            ));
            builder
        }
    }
}

impl Pace {
    fn of_service() -> Self {
        Self {
            poll: PollInterval::default(),
            completion: DefaultCompletion::default(),
            look_back: Duration::from_secs(60),
        }
    }

    fn of_sandbox() -> Self {
        let mut completion = DefaultCompletion::default();
        completion.stability_window = Duration::from_millis(1_500);
        completion.stability_window_after_reset = Duration::from_secs(3);
        Self {
            poll: PollInterval::between(Duration::from_millis(200), Duration::from_millis(500)),
            completion,
            look_back: Duration::from_secs(4),
        }
    }
}
