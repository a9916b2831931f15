//! `--install`: what some tests can use, and a machine may lack.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use crate::terminal::say;

/// The names under which the browser tests look for Chromium.
const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
/// Debian's packages; without a font nothing has a width.
const PACKAGES: [&str; 2] = ["chromium", "fonts-liberation"];

/// Installs Chromium with apt-get, where it is missing and we may. What goes wrong is a warning: the tests that would
/// use it skip themselves.
pub(super) fn run() {
    let commands = match plan(&Machine::look()) {
        Plan::There(path) => {
            say(&format!("Chromium is there: {}", path.display()));
            return;
        }
        Plan::Cannot(why) => {
            warn(why);
            return;
        }
        Plan::Run(commands) => commands,
    };
    for words in commands {
        say(&format!("\n$ {}", words.join(" ")));
        let status = Command::new(words[0])
            .args(&words[1..])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdin(Stdio::null())
            .status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => return warn(&format!("the command ended with {status}")),
            Err(error) => return warn(&format!("{} did not start: {error}", words[0])),
        }
    }
    if chromium().is_none() {
        warn("the packages are installed, and still no Chromium is in PATH");
    }
}

fn warn(why: &str) {
    say(&format!(
        "warning: Chromium is not installed: {why}. The tests that open the HTML report in a browser are skipped."
    ));
}

/// What matters about this machine.
#[derive(Debug, Default)]
struct Machine {
    chromium: Option<PathBuf>,
    apt_get: bool,
    root: bool,
    sudo: bool,
}

/// What to do about it.
#[derive(Debug, PartialEq, Eq)]
enum Plan {
    There(PathBuf),
    Cannot(&'static str),
    Run(Vec<Vec<&'static str>>),
}

impl Machine {
    fn look() -> Self {
        let apt_get = in_path("apt-get").is_some();
        let root = Command::new("id")
            .arg("-u")
            .output()
            .is_ok_and(|output| output.stdout.trim_ascii() == b"0");
        Self {
            chromium: chromium(),
            apt_get,
            root,
            // Only where it asks for no password: nobody may be there to type one.
            sudo: apt_get
                && !root
                && Command::new("sudo")
                    .args(["-n", "true"])
                    .stdin(Stdio::null())
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .status()
                    .is_ok_and(|status| status.success()),
        }
    }
}

fn plan(machine: &Machine) -> Plan {
    if let Some(path) = &machine.chromium {
        return Plan::There(path.clone());
    }
    if !machine.apt_get {
        return Plan::Cannot(
            "there is no apt-get here; install it yourself, or name one by CEKURA_CHROMIUM",
        );
    }
    let before: &[&str] = match machine {
        Machine { root: true, .. } => &[],
        Machine { sudo: true, .. } => &["sudo", "-n"],
        _ => return Plan::Cannot("apt-get needs root, or sudo without a password"),
    };
    let update: &[&str] = &["apt-get", "update"];
    let install: &[&str] = &["apt-get", "install", "--yes", "--no-install-recommends"];
    Plan::Run(vec![
        [before, update].concat(),
        [before, install, &PACKAGES].concat(),
    ])
}

fn chromium() -> Option<PathBuf> {
    let named = env::var_os("CEKURA_CHROMIUM").map(PathBuf::from);
    named.or_else(|| CHROMIUM.iter().find_map(|name| in_path(name)))
}

fn in_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_left_alone() {
        let machine = Machine {
            chromium: Some("/usr/bin/chromium".into()),
            apt_get: true,
            root: true,
            sudo: false,
        };
        assert_eq!(plan(&machine), Plan::There("/usr/bin/chromium".into()));
    }

    #[test]
    fn root_installs_at_once_and_others_by_sudo() {
        let mut machine = Machine {
            apt_get: true,
            root: true,
            ..Machine::default()
        };
        let lines = |machine: &Machine| match plan(machine) {
            Plan::Run(commands) => commands.iter().map(|words| words.join(" ")).collect(),
            other => vec![format!("{other:?}")],
        };
        assert_eq!(
            lines(&machine),
            [
                "apt-get update",
                "apt-get install --yes --no-install-recommends chromium fonts-liberation"
            ]
        );
        (machine.root, machine.sudo) = (false, true);
        assert_eq!(lines(&machine)[0], "sudo -n apt-get update");
    }

    #[test]
    fn where_it_cannot_be_installed_the_reason_is_said() {
        let nothing = Machine::default();
        assert!(matches!(plan(&nothing), Plan::Cannot(why) if why.contains("no apt-get")));
        let no_rights = Machine {
            apt_get: true,
            ..Machine::default()
        };
        assert!(matches!(plan(&no_rights), Plan::Cannot(why) if why.contains("root")));
    }
}
