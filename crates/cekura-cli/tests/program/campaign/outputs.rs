//! Promise: no output takes the place of a journal or a plan.

use std::fs;

use crate::campaign::{QUICK, run};
use crate::support::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_of_campaigns_are_never_overwritten_and_others_are() {
    let stage = Stage::new().await;
    stage.planned(3);
    stage.campaign(&run(&[])).exits(0);
    let path = |name: &str| stage.home.path().join(name);
    let files = [
        (".cekura/campaigns/trial.db", "the journal of a campaign"),
        (
            ".cekura/campaigns/trial.sent",
            "the record of a campaign's requests",
        ),
        ("plan.json", "a plan"),
        // In another layout, and under another name.
        ("neat.txt", "a plan"),
    ];
    let plan: serde_json::Value =
        serde_json::from_slice(&fs::read(path("plan.json")).unwrap()).unwrap();
    fs::write(path("neat.txt"), serde_json::to_string(&plan).unwrap()).unwrap();
    let posts = stage.sandbox.ledger().evaluations();
    let again = |option, file| [&["resume", "trial", option, file], &QUICK[..]].concat();
    for (file, kind) in files {
        let before = fs::read(path(file)).unwrap();
        for command in [
            vec!["report", "trial", "--out", file],
            vec!["report", "trial", "--format", "html", "--out", file],
            vec!["export", "trial", "--out", file],
            vec!["plan", "--agent-id", "310", "--out", file],
            again("--report-html", file),
            again("--report-json", file),
            again("--report-junit", file),
            run(&["--report-html", file]),
        ] {
            stage
                .campaign(&command)
                .exits(2)
                .says(file)
                .says(&format!("it is {kind}"));
            assert_eq!(fs::read(path(file)).unwrap(), before, "{command:?}");
        }
        let mut summary = stage.at_home(&["campaign", "report", "trial", "--format", "github"]);
        summary.env("GITHUB_STEP_SUMMARY", path(file));
        crate::support::run(summary).exits(2).says(kind);
        assert_eq!(fs::read(path(file)).unwrap(), before);
    }
    assert_eq!(stage.sandbox.ledger().evaluations(), posts);
    for _ in 0..2 {
        let report = [
            "report",
            "trial",
            "--format",
            "json",
            "--out",
            "report.json",
        ];
        stage.campaign(&report).exits(0);
        stage
            .campaign(&["export", "trial", "--out", "rows.csv"])
            .exits(0);
    }
}
