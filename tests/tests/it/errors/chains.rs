//! One error of each kind: a single short line each, whose causes say something else.

use std::error::Error as StdError;

use cekura::{AcceptUnboundedCost, ApiKey, CallLogId, CallLogTargets, Client, Error, Method};
use cekura_sandbox::{Fault, RetryAfter};
use cekura_tests::Lab;

const READ: &str = "call_logs_retrieve";
const RERUN: &str = "call_logs_rerun_evaluation";

/// One error of each kind that a client can meet, with its name.
async fn one_of_each(lab: &Lab) -> Vec<(String, Error)> {
    let faults = [
        Fault::status(400).with_body(r#"{"call_logs":["Not a list."]}"#),
        Fault::status(401),
        Fault::status(500).with_body("a line\nand another ".repeat(500)),
        Fault::too_many_requests(RetryAfter::Seconds(9_000)),
        Fault::reset(),
        Fault::reset().after_work(),
        Fault::hang(),
        Fault::garbage(),
        Fault::login_page(),
        Fault::empty(),
        Fault::oversize(2),
        Fault::truncate(40),
        Fault::redirect(302, "https://elsewhere.example/sign-in?next=/"),
        Fault::redirect(302, "::"),
    ];
    let mut errors = Vec::new();
    for fault in faults {
        let client = || lab.client_builder().max_response_bytes(1 << 20).build();
        let client = client().expect("a client");
        for _ in 0..5 {
            lab.fault(READ, fault.clone());
        }
        if let Err(error) = client.call_logs().get(CallLogId(5001)).await {
            errors.push((format!("read: {fault}"), error));
        }
        lab.faults().clear();
        lab.fault(RERUN, fault.clone());
        let rerun = client
            .call_logs()
            .rerun_evaluation(lab.agent(), lab.fresh(1));
        match rerun
            .with_timeout(std::time::Duration::from_secs(200))
            .await
        {
            Err(error) => errors.push((format!("rerun: {fault}"), error)),
            Ok(started) => match started.acceptance() {
                cekura::reevaluation::Acceptance::InvalidResponse(_) => {}
                other => panic!("{fault}: {other:?}"),
            },
        }
        lab.faults().clear();
    }
    errors.extend(own(lab).await);
    errors
}

/// Those that need no service.
async fn own(lab: &Lab) -> Vec<(String, Error)> {
    let calls = lab.client().call_logs();
    let all = CallLogTargets::all(AcceptUnboundedCost);
    let refused = lab
        .client_builder()
        .base_url("http://127.0.0.1:9")
        .build()
        .unwrap();
    let named = [
        ("key", ApiKey::new("").unwrap_err()),
        ("no credential", Client::builder().build().unwrap_err()),
        (
            "base URL",
            lab.client_builder()
                .base_url("ftp://x")
                .build()
                .unwrap_err(),
        ),
        (
            "ids",
            calls
                .rerun_evaluation(lab.agent(), CallLogTargets::from(Vec::<CallLogId>::new()))
                .await
                .unwrap_err(),
        ),
        (
            "all with a baseline",
            calls
                .rerun_evaluation(lab.agent(), all)
                .with_baseline()
                .await
                .unwrap_err(),
        ),
        (
            "path",
            lab.client().raw(Method::GET, "x").await.unwrap_err(),
        ),
        ("refused", refused.billing().info().await.unwrap_err()),
    ];
    named.map(|(name, error)| (name.to_owned(), error)).into()
}

#[tokio::test]
async fn every_error_is_one_short_line_and_no_cause_is_repeated() {
    let lab = Lab::open().await;
    let errors = one_of_each(&lab).await;
    assert!(errors.len() >= 28, "{}", errors.len());
    for (name, error) in &errors {
        let line = error.to_string();
        assert!(
            !line.is_empty() && line.chars().count() <= 600,
            "{name}: {line}"
        );
        assert!(!line.contains(['\n', '\r', '\t']), "{name}: {line}");
        let mut above = line;
        let mut cause = error.source();
        while let Some(link) = cause {
            let below = link.to_string();
            assert!(!above.contains(&below), "{name}: {above} <- {below}");
            above = below;
            cause = link.source();
        }
    }
}

#[tokio::test]
async fn exactly_one_branch_fits_each_error() {
    let lab = Lab::open().await;
    for (name, error) in one_of_each(&lab).await {
        // What a caller branches on, in the order of a match.
        let branches = [
            error.is_config(),
            error.is_invalid_request(),
            error.is_network(),
            error.is_redirect(),
            error.is_invalid_response(),
            error.is_bad_request(),
            error.is_unauthorized(),
            error.is_rate_limited(),
            error.is_server_error(),
        ];
        assert_eq!(
            branches.iter().filter(|yes| **yes).count(),
            1,
            "{name}: {error:?}"
        );
        let held_back = error.is_rate_limited() && error.status().is_none();
        let nothing_sent = error.is_config() || error.is_invalid_request() || held_back;
        assert_eq!(
            error.attempts() == 0,
            nothing_sent,
            "{name}: {}",
            error.attempts()
        );
    }
}

#[tokio::test]
async fn the_key_that_is_refused_says_why() {
    let lab = Lab::open().await;
    let with = |key: &str| {
        lab.client_builder()
            .api_key(ApiKey::new(key).unwrap())
            .build()
    };
    let wrong = with("sk_nobody_knows_this_one").unwrap();
    let error = wrong.call_logs().get(CallLogId(5001)).await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    let reader = with(lab.sandbox().read_only_key()).unwrap();
    let paid = reader
        .call_logs()
        .rerun_evaluation(lab.agent(), lab.fresh(1));
    assert!(paid.await.unwrap_err().is_forbidden());
    let project = with(lab.sandbox().project_key()).unwrap();
    assert!(project.billing().info().await.unwrap_err().is_forbidden());
    assert_eq!(lab.sandbox().ledger().evaluations(), 0);
}
