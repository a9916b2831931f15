//! Paths of journals and names of campaigns.

use std::path::{Path, PathBuf};

use cekura_campaign::{Journal, Plan, Shard};

use crate::app::App;
use crate::failure::Failure;

/// The default folder of journals.
const FOLDER: [&str; 2] = [".cekura", "campaigns"];

/// The name of a campaign and the path of its journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JournalPath {
    pub(crate) id: String,
    pub(crate) journal: PathBuf,
}

impl JournalPath {
    /// Returns the path of a new campaign.
    pub(crate) fn new(id: String, journal: Option<&Path>, sandbox: bool) -> Result<Self, Failure> {
        check_name(&id)?;
        let journal = match journal {
            Some(file) => file.to_owned(),
            None if sandbox => {
                let own = format!("cekura-sandbox-{}", std::process::id());
                std::env::temp_dir().join(own).join(file_of(&id))
            }
            None => folder().join(file_of(&id)),
        };
        Ok(Self { id, journal })
    }

    /// Adds a number to the name if it is taken, as for a plan that runs again.
    pub(crate) fn with_free_name(self) -> Self {
        let mut other = self.clone();
        for nth in 2.. {
            if !other.journal.exists() {
                break;
            }
            other.id = format!("{}-{nth}", self.id);
            other.journal = self.journal.with_file_name(file_of(&other.id));
        }
        other
    }

    /// Returns the argument that identifies the campaign in other commands: its name if possible, else its file.
    pub(crate) fn handle(&self) -> String {
        handle(&self.id, &self.journal)
    }
}

/// Returns the argument that identifies a campaign in a command.
pub(crate) fn handle(id: &str, journal: &Path) -> String {
    if journal == folder().join(file_of(id)) {
        id.to_owned()
    } else {
        quoted(&journal.display().to_string())
    }
}

/// Quotes a text for a shell, if needed.
pub(crate) fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=,:".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// Returns the folder of journals that are found by name: here or in a folder above, as with `.git`. Defaults to here.
pub(crate) fn folder() -> PathBuf {
    let here: PathBuf = FOLDER.iter().collect();
    match std::env::current_dir() {
        Ok(now) if !here.is_dir() => above(&now).unwrap_or(here),
        _ => here,
    }
}

/// Returns the nearest folder of journals above with the same owner.
fn above(now: &Path) -> Option<PathBuf> {
    now.ancestors()
        .skip(1)
        .map(|folder| {
            FOLDER
                .iter()
                .fold(folder.to_owned(), |path, name| path.join(name))
        })
        .find(|folder| folder.is_dir() && is_of_one_owner(folder, now))
}

#[cfg(unix)]
fn is_of_one_owner(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let owner = |path: &Path| path.metadata().ok().map(|found| found.uid());
    owner(one) == owner(other)
}

#[cfg(not(unix))]
fn is_of_one_owner(_: &Path, _: &Path) -> bool {
    true
}

/// Returns the journal of a campaign that is given by its name or file.
pub(crate) fn journal_of(campaign: &str) -> Result<PathBuf, Failure> {
    let path = Path::new(campaign);
    let is_file = path.components().count() > 1
        || path.extension().is_some_and(|ending| ending == "db")
        || path.is_file();
    if is_file {
        return Ok(path.to_owned());
    }
    check_name(campaign)?;
    Ok(folder().join(file_of(campaign)))
}

/// Warns if a journal that is only read has lost requests.
pub(crate) fn warn_lost_requests(app: &App, journal: &Journal) -> Result<(), Failure> {
    if let Some(lost) = journal.lost_requests()? {
        app.notes.warn(&lost);
    }
    Ok(())
}

/// Returns the default name: the time of the plan, the start of its digest, and the shard. It is the same for every run of
/// the same plan, so that a second run finds the journal of the first.
pub(crate) fn default_name(plan: &Plan, shard: Option<Shard>) -> String {
    let moment = plan.created_at.replace('T', "-").replace(':', "");
    let moment = moment.split(['.', 'Z', '+']).next().unwrap_or_default();
    let digest = plan.digest.get(..4).unwrap_or_default();
    let shard = shard.map_or_else(String::new, |shard| {
        format!("-{}of{}", shard.index(), shard.of())
    });
    format!("{moment}-{digest}{shard}")
}

fn file_of(id: &str) -> String {
    format!("{id}.db")
}

/// Checks that a name is a valid file name on every system and does not look like an option.
pub(crate) fn check_name(name: &str) -> Result<(), Failure> {
    let known = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    let is_good = name.chars().all(known)
        && !name.starts_with(['-', '.'])
        && (1..=100).contains(&name.chars().count());
    if is_good {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{name:?} is not the name of a campaign: expected up to 100 letters, digits, hyphens, dots and underscores, \
         such as harbor-march"
    ))
    .hint("to use a journal in another folder, give its file, such as ./harbor-march.db"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cekura::Scope;
    use cekura_campaign::plan::{PlannedOperation, PriceTable};

    fn plan() -> Plan {
        Plan {
            version: 1,
            created_at: "2026-05-18T09:30:04.482Z".to_owned(),
            scope: Scope::Agent(cekura::AgentId(310)),
            operation: PlannedOperation::AllMetrics,
            selection: String::new(),
            not_listed: 0,
            count_mismatch: None,
            logs: Vec::new(),
            metrics: Vec::new(),
            prices: PriceTable::default(),
            digest: "3f2a99".to_owned(),
            part: None,
        }
    }

    #[test]
    fn a_name_is_the_plans_own() {
        assert_eq!(default_name(&plan(), None), "2026-05-18-093004-3f2a");
        let shard = Shard::new(2, 8).ok();
        assert_eq!(default_name(&plan(), shard), "2026-05-18-093004-3f2a-2of8");
    }

    #[test]
    fn campaigns_are_found_by_name_or_file() {
        let found = |text: &str| journal_of(text).unwrap();
        assert_eq!(found("march"), Path::new(".cekura/campaigns/march.db"));
        for file in [
            "march.db",
            "./march",
            "/tmp/a b.db",
            "journals/march.sqlite",
        ] {
            assert_eq!(found(file), Path::new(file));
        }
        for bad in ["", "-x", "..", "a b", "März!"] {
            assert!(journal_of(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_to_be_typed_next_can_be_typed() {
        let journal_path = JournalPath::new("march".to_owned(), None, false).unwrap();
        assert_eq!(journal_path.handle(), "march");
        let elsewhere =
            JournalPath::new("march".to_owned(), Some(Path::new("it's.db")), false).unwrap();
        assert_eq!(elsewhere.handle(), r"'it'\''s.db'");
        let trial = JournalPath::new("march".to_owned(), None, true).unwrap();
        assert!(trial.journal.starts_with(std::env::temp_dir()) && trial.handle() != "march");
    }
}
