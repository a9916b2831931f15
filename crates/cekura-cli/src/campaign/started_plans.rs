//! Records the plans that this user has started, wherever their journals are, so that none is paid for twice by accident.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use cekura::Timestamp;
use cekura_campaign::{Journal, Plan, Shard};
use serde::{Deserialize, Serialize};

use super::journal_path::{JournalPath, quoted};
use crate::app::App;
use crate::failure::Failure;

/// One started campaign: a line in the file of its plan's digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct StartedPlan {
    campaign: String,
    journal: PathBuf,
    service: String,
    /// When the plan was created. A new plan for the same call logs is a different plan.
    planned: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shard: Option<String>,
    date: String,
    /// Whether the journal was created, so that something may have been sent. The last line about a journal counts.
    made: bool,
}

impl StartedPlan {
    fn is_same_plan(&self, other: &Self) -> bool {
        (&self.service, &self.planned) == (&other.service, &other.planned)
    }

    /// Returns whether both may have call logs in common. Only different shards of the same number have none.
    fn overlaps(&self, other: &Self) -> bool {
        let part = |started: &Self| started.shard.as_ref()?.parse::<Shard>().ok();
        match (part(self), part(other)) {
            (Some(one), Some(two)) => one.of() != two.of() || one.index() == two.index(),
            _ => true,
        }
    }

    /// Returns whether it was paid for in part and can be resumed. A new plan for the same is then probably a mistake.
    fn is_unfinished(&self) -> bool {
        Journal::read(&self.journal)
            .and_then(|journal| journal.status())
            .is_ok_and(|status| {
                !status.finished && status.stopped.is_none() && status.spent.evaluations > 0
            })
    }

    /// Returns whether something may have been sent, or can still be sent, from its journal.
    fn counts(&self) -> bool {
        self.made || self.journal.exists()
    }
}

/// A campaign that is about to start. It locks the list, so that other processes with the same plan wait.
pub(crate) struct Claim {
    this: StartedPlan,
    /// The locked list; `None` if it is not available.
    list: Option<File>,
}

impl Claim {
    /// Claims a plan for a new campaign. Fails if the plan was started before, unless `run_again`. A plan that was just created is
    /// always new, even if another was created in the same second.
    pub(crate) fn new(
        app: &App,
        service: &str,
        plan: &Plan,
        shard: Option<&str>,
        journal_path: &JournalPath,
        is_just_made: bool,
        run_again: bool,
    ) -> Result<Self, Failure> {
        let this = started(service, plan, shard, journal_path);
        let Some((list, known)) = open(app, &plan.digest) else {
            return Ok(Self { this, list: None });
        };
        let before: Vec<&StartedPlan> = known
            .iter()
            .filter(|one| one.service == this.service && one.overlaps(&this) && one.counts())
            .collect();
        let is_same = |one: &StartedPlan| !is_just_made && one.is_same_plan(&this);
        // Creating a journal that exists fails with its own message.
        let stands_in_the_way = |one: &&&StartedPlan| {
            let is_refused_anyway = one.journal == this.journal && one.journal.exists();
            !is_refused_anyway && (is_same(one) || one.is_unfinished())
        };
        if !run_again && let Some(first) = before.iter().rev().find(stands_in_the_way) {
            return Err(refusal(first, is_same(first)));
        }
        if let Some(other) = before.iter().rev().find(|one| !is_same(one)) {
            app.notes.info(&format!(
                "the same call logs were evaluated in the same way by the campaign {} of {} ({}); this pays for them again",
                other.campaign,
                day(&other.date),
                other.journal.display()
            ));
        }
        let mut claim = Self {
            this,
            list: Some(list),
        };
        claim.write(app, false);
        Ok(claim)
    }

    /// Records that the journal was created: from now on requests may be sent.
    pub(crate) fn made(mut self, app: &App) {
        self.write(app, true);
    }

    /// Records a resumed campaign that is not in the list yet, because it was started on another machine or moved.
    pub(crate) fn resumed(
        app: &App,
        service: &str,
        plan: &Plan,
        shard: Option<&str>,
        journal_path: &JournalPath,
    ) {
        let this = started(service, plan, shard, journal_path);
        if let Some((list, known)) = open(app, &plan.digest)
            && !known
                .iter()
                .any(|one| one.is_same_plan(&this) && one.journal == this.journal && one.made)
        {
            let list = Some(list);
            Self { this, list }.made(app);
        }
    }

    fn write(&mut self, app: &App, made: bool) {
        let Some(list) = &mut self.list else { return };
        self.this.made = made;
        let mut line = serde_json::to_string(&self.this).unwrap_or_default();
        line.push('\n');
        let written = list
            .write_all(line.as_bytes())
            .and_then(|()| list.sync_all());
        if let Err(e) = written {
            warn(app, &e);
        }
    }
}

fn started(
    service: &str,
    plan: &Plan,
    shard: Option<&str>,
    journal_path: &JournalPath,
) -> StartedPlan {
    StartedPlan {
        campaign: journal_path.id.clone(),
        journal: std::path::absolute(&journal_path.journal)
            .unwrap_or_else(|_| journal_path.journal.clone()),
        service: service.to_owned(),
        planned: plan.created_at.clone(),
        shard: shard.map(str::to_owned),
        date: Timestamp::from(SystemTime::now()).as_str().to_owned(),
        made: false,
    }
}

fn refusal(first: &StartedPlan, is_same_plan: bool) -> Failure {
    let journal = first.journal.display();
    let what = format!(
        "{} started on {} as the campaign {}",
        match is_same_plan {
            true => "this plan was",
            false => "the same evaluation of the same call logs is not finished: it was",
        },
        day(&first.date),
        first.campaign
    );
    let again = "to run it again and pay again: --run-again";
    if first.journal.exists() {
        let journal_typed = quoted(&journal.to_string());
        Failure::usage(format!("{what}, in {journal}; nothing was sent")).hint(format!(
            "to continue it: cekura campaign resume {journal_typed}\nits result: cekura campaign report \
             {journal_typed}\n{again}"
        ))
    } else {
        Failure::usage(format!(
            "{what}, and its journal {journal} is gone: what was sent then may have been paid; nothing was sent now"
        ))
        .hint(format!("restore that journal to continue it\n{again}"))
    }
}

fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}

/// Opens and locks the list of a plan. `None`, with a warning, if it is not available; the campaign continues.
fn open(app: &App, digest: &str) -> Option<(File, Vec<StartedPlan>)> {
    let folder = match folder(std::env::consts::OS, &|name| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    }) {
        Some(folder) => folder,
        None => {
            warn(app, &"there is no home folder");
            return None;
        }
    };
    match read(&folder, digest) {
        Ok((list, known, broken)) => {
            if broken {
                warn(app, &"a line of its list cannot be read");
            }
            Some((list, known))
        }
        Err(e) => {
            warn(app, &format!("{}: {e}", folder.display()));
            None
        }
    }
}

fn warn(app: &App, why: &dyn std::fmt::Display) {
    app.notes.warn(&format!(
        "the list of plans that were run cannot be read, so that running a plan twice may go unnoticed: {why}"
    ));
}

/// Returns the folder of the lists, in the user's data folder.
fn folder(os: &str, variable: &dyn Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let home = || {
        let name = if os == "windows" {
            "USERPROFILE"
        } else {
            "HOME"
        };
        variable(name)
    };
    let own = variable("CEKURA_DATA_DIR");
    let data = match os {
        _ if own.is_some() => own?,
        "windows" => variable("LOCALAPPDATA")
            .or_else(|| home().map(|home| home.join("AppData").join("Local")))?
            .join("cekura"),
        "macos" => home()?.join("Library/Application Support/cekura"),
        // The XDG specification requires relative paths to be ignored.
        _ => variable("XDG_DATA_HOME")
            .filter(|folder| folder.is_absolute())
            .or_else(|| home().map(|home| home.join(".local/share")))?
            .join("cekura"),
    };
    Some(data.join("plans"))
}

/// Opens the list of a plan for appending, waits for its lock, and reads it. The last value is whether a line is invalid.
fn read(folder: &Path, digest: &str) -> io::Result<(File, Vec<StartedPlan>, bool)> {
    fs::create_dir_all(folder)?;
    let mut options = OpenOptions::new();
    options.create(true).read(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut list = options.open(folder.join(format!("{digest}.jsonl")))?;
    list.lock()?;
    let mut bytes = Vec::new();
    list.read_to_end(&mut bytes)?;
    // Ends a line that a killed process left unfinished.
    if bytes.last().is_some_and(|last| *last != b'\n') {
        list.write_all(b"\n")?;
    }
    let mut known: Vec<StartedPlan> = Vec::new();
    let mut is_broken = false;
    for line in bytes
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
    {
        match serde_json::from_slice::<StartedPlan>(line) {
            Ok(one) => {
                known.retain(|before| {
                    !(before.journal == one.journal && before.is_same_plan(&one) && !before.made)
                });
                known.push(one);
            }
            Err(_) => is_broken = true,
        }
    }
    Ok((list, known, is_broken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_the_users_own_data() {
        let found = |os: &str, known: &[(&str, &str)]| {
            folder(os, &|name| {
                let value = known.iter().find(|(known, _)| *known == name)?;
                Some(PathBuf::from(value.1))
            })
        };
        let home = ("HOME", "/home/mia");
        for (os, known, expected) in [
            ("linux", vec![home], "/home/mia/.local/share/cekura/plans"),
            (
                "linux",
                vec![home, ("XDG_DATA_HOME", "/data")],
                "/data/cekura/plans",
            ),
            (
                "linux",
                vec![home, ("XDG_DATA_HOME", "data")],
                "/home/mia/.local/share/cekura/plans",
            ),
            (
                "macos",
                vec![home],
                "/home/mia/Library/Application Support/cekura/plans",
            ),
            (
                "windows",
                vec![("LOCALAPPDATA", "/L"), ("USERPROFILE", "/U")],
                "/L/cekura/plans",
            ),
            (
                "windows",
                vec![("USERPROFILE", "/U")],
                "/U/AppData/Local/cekura/plans",
            ),
            (
                "macos",
                vec![home, ("CEKURA_DATA_DIR", "/own")],
                "/own/plans",
            ),
        ] {
            assert_eq!(found(os, &known).as_deref(), Some(Path::new(expected)));
        }
        assert_eq!(found("linux", &[]), None);
    }

    #[test]
    fn only_different_parts_of_one_division_have_nothing_in_common() {
        let of = |shard: Option<&str>| StartedPlan {
            campaign: "march".to_owned(),
            journal: "march.db".into(),
            service: "https://api.example".to_owned(),
            planned: "2026-05-18T09:30:04Z".to_owned(),
            shard: shard.map(str::to_owned),
            date: String::new(),
            made: true,
        };
        for (one, two, expected) in [
            (None, None, true),
            (None, Some("1/2"), true),
            (Some("1/2"), Some("2/2"), false),
            (Some("2/2"), Some("2/2"), true),
            (Some("1/2"), Some("2/4"), true),
        ] {
            assert_eq!(of(one).overlaps(&of(two)), expected, "{one:?} {two:?}");
            assert_eq!(of(two).overlaps(&of(one)), expected, "{one:?} {two:?}");
        }
    }
}
