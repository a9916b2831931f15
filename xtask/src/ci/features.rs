//! Each feature on its own.

use std::{env, ffi::OsString, path::Path, process::Command};

use serde_json::Value;

use super::step::Step;

/// A package and its features, as cargo knows them.
#[derive(Debug)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) features: Vec<String>,
}

/// The features of some packages of the workspace.
///
/// # Errors
/// What cargo said, or which package is missing.
pub(super) fn of(workspace: &Path, packages: &[&str]) -> Result<Vec<Package>, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(workspace)
        .output()
        .map_err(|e| e.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|e| e.to_string())?;
    packages
        .iter()
        .map(|name| package(&metadata, name))
        .collect()
}

fn package(metadata: &Value, name: &str) -> Result<Package, String> {
    let found = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|p| p["name"] == *name)
        .ok_or_else(|| format!("there is no package {name} in the workspace"))?;
    let features = found["features"].as_object();
    let mut features: Vec<String> = features
        .into_iter()
        .flat_map(|all| all.keys().cloned())
        .filter(|feature| feature != "default")
        .collect();
    features.sort();
    Ok(Package {
        name: name.to_owned(),
        features,
    })
}

/// The package whose behaviour depends on its features, and the tests that show it.
const TLS_TESTS: (&str, &str) = ("cekura", "tls");

impl Package {
    /// A check without features, and one with each feature alone; tests instead, where features change behaviour.
    pub(super) fn steps(&self) -> Vec<Step> {
        let mut steps = vec![self.step("without features", &[])];
        for feature in &self.features {
            let step = self.step(&format!("with {feature} alone"), &["--features", feature]);
            steps.push(if feature == "native-tls" {
                step.unless(no_native_tls)
            } else {
                step
            });
        }
        steps
    }

    fn step(&self, how: &str, features: &[&str]) -> Step {
        let name = self.name.as_str();
        let (verb, filter): (&[&str], &[&str]) = if name == TLS_TESTS.0 {
            (&["test", "--lib"], &[TLS_TESTS.1])
        } else {
            (&["check"], &[])
        };
        let package = ["-p", name, "--no-default-features"];
        let arguments = [verb, &package, features, filter].concat();
        let title = format!("{name} {how}");
        if verb[0] == "test" {
            Step::tests(title, &arguments)
        } else {
            Step::cargo(title, &arguments)
        }
    }
}

/// On Linux and the BSDs native-tls is OpenSSL, whose headers are not part of the prerequisites.
fn no_native_tls() -> Option<String> {
    let elsewhere = cfg!(any(target_os = "macos", target_os = "ios", windows));
    let told = ["OPENSSL_DIR", "OPENSSL_LIB_DIR"]
        .iter()
        .any(|key| env::var_os(key).is_some());
    let known = || {
        Command::new("pkg-config")
            .args(["--exists", "openssl"])
            .status()
            .is_ok_and(|status| status.success())
    };
    (!elsewhere && !told && !known()).then(|| {
        "native-tls needs the headers of OpenSSL, and pkg-config does not know them; \
         install pkg-config and libssl-dev (or set OPENSSL_DIR) to run this step"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn default_is_no_feature_of_its_own() {
        let metadata = serde_json::json!({"packages": [
            {"name": "a", "features": {"default": ["x"], "x": [], "b": []}},
        ]});
        let package = package(&metadata, "a").unwrap();
        assert_eq!(package.features, ["b", "x"]);
        let lines: Vec<_> = package.steps().iter().map(Step::command_line).collect();
        assert_eq!(
            lines,
            [
                "cargo check -p a --no-default-features",
                "cargo check -p a --no-default-features --features b",
                "cargo check -p a --no-default-features --features x",
            ]
        );
    }

    #[test]
    fn a_missing_package_is_named() {
        let error = package(&serde_json::json!({"packages": []}), "cekura").unwrap_err();
        assert!(error.contains("cekura"), "{error}");
    }
}
