//! Promise: a project has one flag and one configuration, whatever the service calls it.

use crate::support::{Stage, run};
use crate::table::rows;

const CATEGORIES: [&str; 2] = ["metric-failure-mode-insights", "categories"];

#[tokio::test(flavor = "multi_thread")]
async fn the_flag_has_the_services_name_as_an_alias() {
    let stage = Stage::new().await;
    for flag in ["--project-id", "--project"] {
        stage
            .run(&[&CATEGORIES[..], &[flag, "44"]].concat())
            .exits(0);
        let last = stage.sandbox.request_log().pop().unwrap();
        assert_eq!(last.query("project"), Some("44"), "{flag}");
    }
    let fields = |row: &crate::table::Row| {
        let body = row.body.as_ref().map_or(&[][..], |body| body.fields);
        let all = row.options.iter().chain(body);
        all.map(|field| (field.name, field.flag))
            .collect::<Vec<_>>()
    };
    for (name, flag) in rows().flat_map(|(_, row)| fields(row)) {
        assert!(
            flag == "project-id" || !["project", "project_id"].contains(&name),
            "{name}: {flag}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_configured_project_is_used_whatever_the_service_calls_it() {
    let stage = Stage::new().await;
    let asked = |project: &str, args: &[&str], name: &str| {
        let mut program = stage.cekura(args);
        program.env("CEKURA_PROJECT_ID", project);
        run(program).exits(0);
        let last = stage.sandbox.request_log().pop().unwrap();
        last.query(name).map(str::to_owned)
    };
    let configured = asked("44", &CATEGORIES, "project");
    assert_eq!(configured.as_deref(), Some("44"));
    let review = asked("44", &["alerts", "review"], "project_id");
    assert_eq!(review.as_deref(), Some("44"));
    let given = [&CATEGORIES[..], &["--project-id", "44"]].concat();
    let given = asked("45", &given, "project");
    assert_eq!(given.as_deref(), Some("44"), "the flag takes precedence");
}
