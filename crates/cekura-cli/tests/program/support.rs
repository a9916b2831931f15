//! Starting the program the way a stranger would.

use std::fs;
#[cfg(unix)]
use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::process::Child;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use cekura_sandbox::{Sandbox, SandboxBuilder};
use serde_json::Value;

/// A home directory that is gone afterwards.
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "home-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file below it, readable for its owner only.
    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        path
    }

    /// The program with nothing configured.
    pub(crate) fn cekura(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cekura"));
        command
            .args(args)
            .env_clear()
            .env("HOME", &self.0)
            .env("USERPROFILE", &self.0)
            .env("TMPDIR", &self.0)
            .stdin(Stdio::null());
        // What a system needs to start a program at all.
        for name in ["SystemRoot", "LLVM_PROFILE_FILE"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // A directory that stays behind is in the target directory and hurts nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A sandbox, and the program configured for it by the environment.
pub(crate) struct Stage {
    pub(crate) home: Home,
    pub(crate) sandbox: Sandbox,
}

impl Stage {
    pub(crate) async fn new() -> Self {
        Self::with(|builder| builder).await
    }

    pub(crate) async fn with(set: impl FnOnce(SandboxBuilder) -> SandboxBuilder) -> Self {
        let builder = Sandbox::builder()
            .call_logs(300)
            .evaluation_time(Duration::from_millis(100));
        Self {
            home: Home::new(),
            sandbox: set(builder).start().await.unwrap(),
        }
    }

    pub(crate) fn cekura(&self, args: &[&str]) -> Command {
        self.cekura_as(self.sandbox.api_key(), args)
    }

    pub(crate) fn cekura_as(&self, key: &str, args: &[&str]) -> Command {
        let mut command = self.home.cekura(args);
        command
            .env("CEKURA_API_KEY", key)
            .env("CEKURA_API_URL", self.sandbox.url())
            // Journals are kept below the working directory.
            .current_dir(self.home.path());
        command
    }

    /// Starts the program and waits for its end.
    pub(crate) fn run(&self, args: &[&str]) -> Ended {
        run(self.cekura(args))
    }

    /// The program in its home directory, where a campaign finds its journal.
    pub(crate) fn at_home(&self, args: &[&str]) -> Command {
        let mut command = self.cekura(args);
        command.current_dir(self.home.path());
        command
    }

    /// Runs `cekura campaign` in its home directory.
    pub(crate) fn campaign(&self, args: &[&str]) -> Ended {
        run(self.at_home(&[&["campaign"], args].concat()))
    }

    /// A plan for some call logs that nobody has reviewed, in `plan.json`; gives their ids.
    pub(crate) fn planned(&self, count: usize) -> Vec<i64> {
        let ids = self.unreviewed(count);
        let plan = [
            "campaign",
            "plan",
            "--agent-id",
            "310",
            "--out",
            "plan.json",
        ];
        run(self.at_home(&args(&plan, &ids))).exits(0);
        ids.iter().map(|id| id.parse().unwrap()).collect()
    }

    /// How often the evaluation of each of these was paid for.
    pub(crate) fn paid(&self, ids: &[i64]) -> Vec<u64> {
        let ledger = self.sandbox.ledger();
        ids.iter().map(|id| ledger.evaluations_of(*id)).collect()
    }

    /// The ids of some call logs of the first agent that no person has reviewed, as arguments.
    ///
    /// The evaluation of a reviewed one leaves so little trace that it takes half a minute to settle.
    pub(crate) fn unreviewed(&self, count: usize) -> Vec<String> {
        let list = [
            "calls",
            "list",
            "--agent-id",
            "310",
            "--limit",
            "all",
            "--format",
            "jsonl",
        ];
        let logs = self.run(&list).json_lines();
        let ids: Vec<String> = logs
            .iter()
            .filter(|log| log["is_reviewed"] != true)
            .map(|log| log["id"].to_string())
            .take(count)
            .collect();
        assert_eq!(ids.len(), count);
        ids
    }
}

/// What the program left when it ended.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(
            self.code, code,
            "stdout:\n{}\nstderr:\n{}",
            self.out, self.err
        );
        self
    }

    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(
            self.err.contains(text),
            "{text:?} is not in stderr:\n{}",
            self.err
        );
        self
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}", self.out))
    }

    #[track_caller]
    pub(crate) fn json_lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")))
            .collect()
    }

    /// The error object on standard error.
    #[track_caller]
    pub(crate) fn json_error(&self) -> Value {
        serde_json::from_str(self.err.trim()).unwrap_or_else(|e| panic!("{e}: {}", self.err))
    }
}

pub(crate) fn run(mut command: Command) -> Ended {
    ended(command.output().unwrap())
}

pub(crate) fn ended(output: Output) -> Ended {
    Ended {
        code: output.status.code().expect("it ended by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The arguments together.
pub(crate) fn args<'a>(first: &[&'a str], then: &'a [String]) -> Vec<&'a str> {
    first
        .iter()
        .copied()
        .chain(then.iter().map(String::as_str))
        .collect()
}

/// Sends a signal, by the shell's own `kill`, which is there even where no such program is installed.
#[cfg(unix)]
pub(crate) fn signal(name: &str, process: u32) {
    let sent = Command::new("sh")
        .args(["-c", &format!("kill -{name} {process}")])
        .status()
        .unwrap();
    assert!(sent.success());
}

/// Reads standard error up to a line with this text; gives the reader, so that nothing is lost.
#[cfg(unix)]
pub(crate) fn heard(child: &mut Child, text: &str) -> BufReader<std::process::ChildStderr> {
    let mut err = BufReader::new(child.stderr.take().unwrap());
    let mut said = String::new();
    loop {
        let mut line = String::new();
        assert_ne!(
            err.read_line(&mut line).unwrap(),
            0,
            "{text:?} is not in:\n{said}"
        );
        if line.contains(text) {
            return err;
        }
        said.push_str(&line);
    }
}

/// Reads to the end.
#[cfg(unix)]
pub(crate) fn rest(mut err: impl Read) -> String {
    let mut text = String::new();
    err.read_to_string(&mut text).unwrap();
    text
}
