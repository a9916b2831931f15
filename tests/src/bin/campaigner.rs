//! A process that works on a campaign, and can be told to end at a step the hard way.
//!
//! `campaigner URL KEY JOURNAL [OPTION…]` prints how it ended. Without options it takes up the campaign of JOURNAL.
//!
//! | option | |
//! |---|---|
//! | `--plan FILE` | begins a campaign: JOURNAL is made for that plan |
//! | `--shard I/N` | only for that part of the plan |
//! | `--settings JSON` | worked on in this way, from now on |
//! | `--recover` | though JOURNAL has lost requests |
//! | `--resend` | unchanged call logs of unknown fate are sent again |
//! | `--hold FOLDER` | 429s are shared with all who name the same folder |
//! | `--rate N` | at most so many requests a second |
//! | `--die STEP NTH` | kills itself when the step is reached for the NTH time, counted from 1, as `kill -9` from outside would |
//! | `--figures` | afterwards reads the head of the report, and prints figures line by line |

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use cekura::{ApiKey, Client};
use cekura_campaign::engine::{Observer, Settings, Step};
use cekura_campaign::journal::{NewCampaign, OpenOptions, ReportOptions};
use cekura_campaign::pacing::FileCooldown;
use cekura_campaign::{Campaign, Journal, Plan, Shard};

/// Changes that the head of a report shows.
const HEAD: u64 = 100;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let done = runtime
        .map_err(|e| e.to_string())
        .and_then(|runtime| runtime.block_on(work()));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        #[expect(clippy::print_stderr, reason = "a program says why it fails")]
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

async fn work() -> Result<(), String> {
    let options = Options::read(std::env::args().skip(1))?;
    let client = options.client()?;
    let mut campaign = Campaign::new(client, options.journal()?)
        .map_err(|e| e.to_string())?
        .with_resends(options.resend);
    if let Some(settings) = &options.settings {
        campaign.set(settings.clone()).map_err(|e| e.to_string())?;
    }
    let watch = Arc::new(Watch {
        step: options.step,
        left: AtomicU32::new(options.nth),
        sending: Mutex::default(),
        began: Instant::now(),
    });
    let mut campaign = campaign.with_observer(Arc::<Watch>::clone(&watch));
    let ending = campaign.run().await.map_err(|e| e.to_string())?;
    say(&format!("{ending:?}"));
    if options.figures {
        figures(&campaign, &watch)?;
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what the caller reads")]
fn say(line: &str) {
    println!("{line}");
}

/// What was measured, a name and a whole number on each line.
fn figures(campaign: &Campaign, watch: &Watch) -> Result<(), String> {
    let done = Instant::now();
    let head = ReportOptions {
        max_changes: Some(HEAD),
        ..ReportOptions::default()
    };
    let report = campaign
        .journal()
        .report(&head)
        .map_err(|e| e.to_string())?;
    say(&format!("evaluated {}", report.coverage.evaluated()));
    say(&format!(
        "changes {}",
        report.changes.len() as u64 + report.changes_left_out
    ));
    let sending = *watch.sending.lock().unwrap_or_else(PoisonError::into_inner);
    let (first, last) = sending.unwrap_or((done, done));
    for (phase, from, to) in [
        ("reading", watch.began, first),
        ("sending", first, last),
        ("waiting", last, done),
        ("reporting", done, Instant::now()),
    ] {
        say(&format!("{phase}_ms {}", (to - from).as_millis()));
    }
    say(&format!("peak_kb {}", peak()?));
    Ok(())
}

/// The process's peak memory in KB, as Linux tells it.
fn peak() -> Result<u64, String> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|e| e.to_string())?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    number.ok_or_else(|| "this system tells no peak memory".to_owned())
}

/// Watches the steps: ends the process at one of them, and remembers when requests were sent and answered.
struct Watch {
    step: Option<Step>,
    left: AtomicU32,
    /// The first time that requests were about to be sent, and the last time that answers came.
    sending: Mutex<Option<(Instant, Instant)>>,
    began: Instant,
}

impl Observer for Watch {
    fn step(&self, step: Step) {
        if self.step == Some(step) && self.left.fetch_sub(1, Ordering::Relaxed) == 1 {
            let own = std::process::id().to_string();
            let _ = Command::new("kill").args(["-9", &own]).status();
            loop {
                std::thread::park();
            }
        }
        if matches!(step, Step::Intended | Step::Answered) {
            let now = Instant::now();
            let mut sending = self.sending.lock().unwrap_or_else(PoisonError::into_inner);
            sending.get_or_insert((now, now)).1 = now;
        }
    }
}

struct Options {
    url: String,
    key: String,
    journal: PathBuf,
    plan: Option<PathBuf>,
    shard: Option<Shard>,
    settings: Option<Settings>,
    recover: bool,
    resend: bool,
    hold: Option<PathBuf>,
    rate: Option<f64>,
    step: Option<Step>,
    nth: u32,
    figures: bool,
}

impl Options {
    fn read(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut next = |what: &str| args.next().ok_or(format!("{what} is missing"));
        let mut options = Self {
            url: next("the address")?,
            key: next("the key")?,
            journal: PathBuf::from(next("the journal")?),
            plan: None,
            shard: None,
            settings: None,
            recover: false,
            resend: false,
            hold: None,
            rate: None,
            step: None,
            nth: 0,
            figures: false,
        };
        while let Ok(option) = next("") {
            match option.as_str() {
                "--plan" => options.plan = Some(next("the plan")?.into()),
                "--shard" => options.shard = Some(parsed(&next("the shard")?)?),
                "--settings" => {
                    let settings = serde_json::from_str(&next("the settings")?);
                    options.settings = Some(settings.map_err(|e| e.to_string())?);
                }
                "--recover" => options.recover = true,
                "--resend" => options.resend = true,
                "--hold" => options.hold = Some(next("the folder")?.into()),
                "--rate" => options.rate = Some(parsed(&next("the rate")?)?),
                "--die" => {
                    let name = next("the step")?;
                    let step = Step::ALL
                        .into_iter()
                        .find(|step| format!("{step:?}") == name);
                    options.step = Some(step.ok_or(format!("there is no step {name}"))?);
                    options.nth = parsed(&next("the count")?)?;
                }
                "--figures" => options.figures = true,
                other => return Err(format!("{other} is no option")),
            }
        }
        Ok(options)
    }

    fn client(&self) -> Result<Client, String> {
        let key = ApiKey::new(self.key.clone()).map_err(|e| e.to_string())?;
        let mut client = Client::builder().api_key(key).base_url(&self.url);
        if let Some(folder) = &self.hold {
            client = client
                .shared_cooldown(FileCooldown::new(folder, &self.url).map_err(|e| e.to_string())?);
        }
        if let Some(rate) = self.rate {
            client = client.max_requests_per_second(rate);
        }
        client.build().map_err(|e| e.to_string())
    }

    fn journal(&self) -> Result<Journal, String> {
        match &self.plan {
            Some(plan) => self.found(plan),
            None => OpenOptions::new()
                .recover(self.recover)
                .open(&self.journal)
                .map_err(|e| e.to_string()),
        }
    }

    fn found(&self, plan: &Path) -> Result<Journal, String> {
        let file = File::open(plan).map_err(|e| e.to_string())?;
        let new_campaign = NewCampaign {
            id: "harbor",
            plan: &Plan::read(file).map_err(|e| e.to_string())?,
            shard: self.shard,
            settings: &self.settings.clone().unwrap_or_default(),
        };
        Journal::create(&self.journal, &new_campaign).map_err(|e| e.to_string())
    }
}

fn parsed<T: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|e| format!("{text}: {e}"))
}
