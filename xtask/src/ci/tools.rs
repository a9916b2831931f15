//! Programs that a machine may lack: a browser, cargo-hack, cargo-deny, the headers of OpenSSL.

use std::{
    env,
    process::{Command, Stdio},
};

use crate::terminal::say;

/// Exits with 0 if there is a browser, or if it could be installed.
const INSTALL_CHROMIUM: &str = r#"
for name in "${CEKURA_CHROMIUM:-chromium}" chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && exit
done
# Without a password only: nobody may be there to type one.
sudo=; [ "$(id -u)" = 0 ] || sudo="sudo -n"
set -ex
$sudo apt-get update
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium fonts-liberation
"#;

/// Installs Chromium with apt-get if no browser is found. A failure is a warning, since the tests that need a browser are
/// skipped without one.
pub(super) fn install_chromium() {
    if !succeeds("sh", &["-c", INSTALL_CHROMIUM], Stdio::inherit) {
        say(
            "warning: Chromium could not be installed with apt-get, so the tests that open the HTML report in a browser \
             are skipped. Install Chromium, or set CEKURA_CHROMIUM to the path of one.",
        );
    }
}

/// Returns why the steps with cargo-hack cannot run here, if they cannot.
pub(super) fn no_cargo_hack() -> Option<String> {
    missing("cargo-hack")
}

/// Returns why the steps with cargo-deny cannot run here, if they cannot.
pub(super) fn no_cargo_deny() -> Option<String> {
    missing("cargo-deny")
}

fn missing(program: &str) -> Option<String> {
    (!succeeds(program, &["--version"], Stdio::null)).then(|| {
        format!("{program} is not installed; to run this step: cargo install {program} --locked")
    })
}

/// Returns why native-tls cannot be built here, if it cannot: on Linux and the BSDs it is OpenSSL, whose headers are not
/// part of the prerequisites.
pub(super) fn no_native_tls() -> Option<String> {
    let own_library = cfg!(any(target_os = "macos", target_os = "ios", windows));
    let folder_is_set = ["OPENSSL_DIR", "OPENSSL_LIB_DIR"]
        .iter()
        .any(|key| env::var_os(key).is_some());
    let found = || succeeds("pkg-config", &["--exists", "openssl"], Stdio::null);
    (!own_library && !folder_is_set && !found()).then(|| {
        "pkg-config cannot find the OpenSSL headers; to run this step, install pkg-config and libssl-dev, or set \
         OPENSSL_DIR"
            .to_owned()
    })
}

fn succeeds(program: &str, arguments: &[&str], output: fn() -> Stdio) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(output())
        .stderr(output())
        .status()
        .is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named_with_the_command_that_installs_it() {
        let reason = missing("cargo-no-such-program").unwrap();
        assert!(
            reason.ends_with("cargo install cargo-no-such-program --locked"),
            "{reason}"
        );
        assert_eq!(missing("cargo"), None);
    }
}
