//! Forbidden dependencies between packages.

use super::step::{Judge, Step};

/// Package, what it must not depend on, and what it means if it does.
const RULES: [(&str, &[&str], &str); 5] = [
    (
        "cekura-sandbox",
        &["cekura", "cekura-api", "progenitor-client"],
        "The sandbox reads only the contract, so that a fault of the models cannot cancel itself out.",
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
        "The library carries neither the program nor the sandbox nor campaigns.",
    ),
    (
        "cekura-campaign",
        &["clap", "axum", "cekura-sandbox"],
        "Campaigns carry neither the program nor the sandbox.",
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
        "The generated client brings no TLS of its own, and no generator.",
    ),
    (
        "xtask",
        &["cekura", "cekura-api", "cekura-sandbox"],
        "The generator must build when what it generates does not.",
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
        Step::cargo(format!("what {package} depends on"), &arguments)
            .judged(Judge { forbidden, meaning })
    })
}
