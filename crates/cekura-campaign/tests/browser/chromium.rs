//! A Chromium of our own: started, asked where it listens, and ended.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;

use crate::devtools::PATIENCE;

const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Where Chromium is, or nothing, with the reason printed.
pub(crate) fn find() -> Option<PathBuf> {
    if let Some(path) = env::var_os("CEKURA_CHROMIUM") {
        return Some(path.into());
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|path| path.is_file());
    if found.is_none() {
        cekura_test_skip::skip(&format!(
            "there is no Chromium in PATH ({}); `cargo xtask ci --install` installs one, CEKURA_CHROMIUM names one",
            NAMES.join(", ")
        ));
    }
    found
}

/// A browser that ends when it is dropped.
pub(crate) struct Chromium {
    process: Child,
    profile: PathBuf,
    /// Where it takes commands.
    pub(crate) address: String,
}

impl Chromium {
    pub(crate) fn start(program: &Path) -> Self {
        let profile = fresh("profile");
        fs::create_dir_all(&profile).unwrap();
        let mut user_data: OsString = "--user-data-dir=".into();
        user_data.push(&profile);
        let mut command = Command::new(program);
        command
            .args([
                "--headless",
                "--remote-debugging-port=0",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--window-size=1200,900",
            ])
            .arg(user_data)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        if is_root() {
            // The sandbox of Chromium refuses to work for root.
            command.arg("--no-sandbox");
        }
        let mut process = command.arg("about:blank").spawn().unwrap_or_else(|error| {
            panic!("{} did not start: {error}", program.display());
        });
        let (tell, told) = mpsc::channel();
        let output = BufReader::new(process.stderr.take().unwrap());
        // Read to the end, so that the browser never waits for a reader.
        thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                let _ = tell.send(line);
            }
        });
        let mut said = Vec::new();
        let address = loop {
            match told.recv_timeout(PATIENCE) {
                Ok(line) => match line.strip_prefix("DevTools listening on ") {
                    Some(address) => break address.to_owned(),
                    None => said.push(line),
                },
                Err(_) => {
                    let _ = process.kill();
                    panic!(
                        "Chromium does not say where it listens. It said:\n{}",
                        said.join("\n")
                    );
                }
            }
        };
        Self {
            process,
            profile,
            address,
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// A path in the folder for tests that no other test has.
pub(crate) fn fresh(what: &str) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("browser-{}-{count}-{what}", std::process::id());
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
