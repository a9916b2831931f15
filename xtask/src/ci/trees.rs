//! Forbidden dependencies between packages.

use super::step::{Judge, Step};

/// Package, what it must not depend on, and what it means if it does.
const RULES: [(&str, &[&str], &str); 5] = [
    (
        "cekura-sandbox",
        &["cekura", "cekura-api", "progenitor-client"],
        "The sandbox must not share code with the client: the same bug on both sides would cancel out.",
    ),
    (
        "cekura",
        &[
            "clap",
            "axum",
            "cekura-sandbox",
            "cekura-campaign",
            "rusqlite",
        ],
        "The library must not depend on the program, the sandbox or campaigns.",
    ),
    (
        "cekura-campaign",
        &["clap", "axum", "cekura-sandbox"],
        "Campaigns must not depend on the program or the sandbox.",
    ),
    (
        "cekura-api",
        &[
            "cekura",
            "rustls",
            "native-tls",
            "openssl",
            "tokio-rustls",
            "progenitor-impl",
            "typify",
        ],
        "The generated client must not depend on TLS or on the generator.",
    ),
    (
        "xtask",
        &["cekura", "cekura-api", "cekura-sandbox"],
        "The generator must build even if the generated code does not.",
    ),
];

/// One step for each rule.
pub(super) fn steps() -> impl Iterator<Item = Step> {
    RULES.iter().map(|(package, forbidden, meaning)| {
        let arguments = [
            "tree",
            "-p",
            package,
            "-e",
            "normal,build",
            "--prefix",
            "none",
        ];
        Step::cargo(format!("dependencies of {package}"), &arguments)
            .judged(Judge { forbidden, meaning })
    })
}
