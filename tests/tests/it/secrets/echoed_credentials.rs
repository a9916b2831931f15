//! A key or token that the server echoes is redacted.

use std::collections::BTreeMap;
use std::error::Error as StdError;

use cekura::reevaluation::Acceptance;
use cekura::{AccessToken, ApiKey, CallLogId, Client, Error, Method};
use cekura_sandbox::Fault;
use cekura_tests::{Lab, Recorder};

const OPERATIONS: [&str; 5] = [
    "call_logs_retrieve",
    "call_logs_list",
    "billing_info",
    "call_logs_rerun_evaluation",
    "call_logs_evaluate_metrics",
];

/// Everything that an error shows to anybody, with all of its causes.
pub(super) fn everything_about(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut cause = error.source();
    while let Some(link) = cause {
        text += &format!(" {link} {link:?} {link:#?}");
        cause = link.source();
    }
    let body = error.body().map(String::from_utf8_lossy);
    text + &format!(
        " {body:?} {:?} {:?} {:?} {:?}",
        error.message(),
        error.fields().collect::<Vec<_>>(),
        error.request_id(),
        error.outcome_unknown(),
    )
}

/// Whether a reader would find the secret in a text: with everything gone that a screen does not show, or in one of the
/// forms in which programs write it.
pub(super) fn shows(text: &str, secret: &str) -> bool {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_graphic);
        letters.map(|c| c.to_ascii_lowercase()).collect()
    };
    let (shown, secret) = (plain(text), plain(secret));
    let percent: String = secret.bytes().map(|b| format!("%{b:02x}")).collect();
    let json: String = secret.bytes().map(|b| format!("u{b:04x}")).collect();
    let unescaped = shown.replace('\\', "");
    shown.contains(&secret) || shown.contains(&percent) || unescaped.contains(&json)
}

fn between(secret: &str, what: &str) -> String {
    secret.chars().map(|c| format!("{c}{what}")).collect()
}

/// Every way of sending a secret back that is known.
fn echoes(secret: &str) -> Vec<Fault> {
    let quoted = format!(r#"{{"detail":"the key {secret} is not welcome","seen":["{secret}"]}}"#);
    let statuses = [400, 401, 403, 500, 503].map(Fault::echo_headers);
    let bodies = [200, 400, 404, 422, 500].map(|status| Fault::status(status).with_body(&quoted));
    let mut all = Vec::from(statuses);
    all.extend(bodies);
    all.extend([
        Fault::status(400).with_body(format!(r#"{{"{secret}":["an unknown field"]}}"#)),
        Fault::status(502).with_body(format!("<html>{secret}</html>")),
        Fault::status(404).with_header("x-request-id", secret),
        Fault::status(200).with_body(format!(r#""{secret}""#)),
        Fault::status(200).with_body(format!(r#"[["{secret}"]]"#)),
        Fault::status(200).with_body(format!(r#"{{"results":"{secret}""#)),
        Fault::status(200).with_body(format!("signed in with {secret}")),
        Fault::redirect(
            302,
            format!("https://elsewhere.example/{secret}/?key={secret}#{secret}"),
        ),
        Fault::redirect(302, format!("https://{secret}:{secret}@elsewhere.example/")),
        Fault::redirect(307, format!("/sign-in/{secret}/")),
    ]);
    for what in [
        "\0",
        "\u{7}",
        "\u{1b}",
        "\u{1b}[1m",
        "\u{202e}",
        "\u{200b}",
        "\n",
    ] {
        let spelled = between(secret, what);
        all.push(Fault::status(400).with_body(&spelled));
        all.push(
            Fault::status(404).with_body(serde_json::json!({ "detail": spelled }).to_string()),
        );
    }
    let coded = |of: fn(u8) -> String| -> String { secret.bytes().map(of).collect() };
    for spelled in [
        coded(|b| format!("\\u{b:04X}")),
        coded(|b| format!("%{b:02X}")),
        coded(|b| format!("%25{b:02x}")),
        secret.to_uppercase(),
    ] {
        all.push(Fault::status(422).with_body(format!(r#"{{"detail":"no {spelled} here"}}"#)));
        all.push(Fault::status(502).with_body(&spelled));
        all.push(Fault::redirect(302, format!("/sign-in/{spelled}/")));
    }
    all
}

#[tokio::test]
async fn redacts_an_echoed_key_everywhere() {
    let lab = Lab::open().await;
    let client = lab.client().clone();
    check(&lab, &client, lab.sandbox().api_key(), "x-cekura-api-key").await;
}

#[tokio::test]
async fn redacts_an_echoed_token_everywhere() {
    let lab = Lab::open().await;
    let token = AccessToken::new(lab.sandbox().bearer_token()).unwrap();
    let client = lab.client_builder().access_token(token).build().unwrap();
    check(&lab, &client, lab.sandbox().bearer_token(), "authorization").await;
}

async fn check(lab: &Lab, client: &Client, secret: &str, header: &str) {
    let (recorder, _guard) = Recorder::start();
    let mut errors = 0;
    for fault in echoes(secret) {
        for operation in OPERATIONS {
            for _ in 0..5 {
                lab.fault(operation, fault.clone());
            }
            for error in errors_of(lab, client, operation).await {
                let shown = everything_about(&error);
                assert!(!shows(&shown, secret), "{operation}, {fault}: {shown}");
                errors += 1;
            }
            lab.faults().clear();
        }
    }
    assert!(errors > 90, "{errors} errors were looked at");
    let log = recorder.text();
    assert!(log.contains("cekura.call") && !shows(&log, secret));
    let sent = lab.arrived();
    assert!(sent.all().len() > 90);
    for request in sent.all() {
        assert!(
            request
                .header(header)
                .is_some_and(|value| value.ends_with(secret))
        );
        assert!(!request.path.contains(secret) || request.status == Some(404));
    }
}

#[tokio::test]
async fn programs_can_redact_the_key_from_their_own_text() {
    let lab = Lab::open().await;
    let key = lab.sandbox().api_key();
    let text = format!("{key}, {} and {}", between(key, "\0"), key.to_uppercase());
    let clean = "[redacted], [redacted] and [redacted]";
    assert_eq!(lab.client().redact(&text), clean);
    assert_eq!(ApiKey::new(key).unwrap().redact(&text), clean);
    assert_eq!(
        lab.client().redact("Nothing\u{7} here."),
        "Nothing\u{7} here."
    );
}

/// The errors of one call, those that an acceptance carries included, and those of the escape hatch.
async fn errors_of(lab: &Lab, client: &Client, operation: &str) -> Vec<Error> {
    let calls = client.call_logs();
    let paid = |result: Result<cekura::reevaluation::Reevaluation, Error>| match result {
        Err(error) => Some(error),
        Ok(started) => {
            let mut shown = format!("{started:?}");
            if let Acceptance::InvalidResponse(error) = started.acceptance() {
                shown += &everything_about(error);
            }
            assert!(!shown.contains(lab.sandbox().api_key()), "{shown}");
            assert!(!shown.contains(lab.sandbox().bearer_token()), "{shown}");
            None
        }
    };
    let error = match operation {
        "call_logs_retrieve" => calls.get(CallLogId(5001)).await.err(),
        "call_logs_list" => calls.list().agent_id(lab.agent()).await.err(),
        "billing_info" => client.billing().info().await.err(),
        "call_logs_rerun_evaluation" => {
            paid(calls.rerun_evaluation(lab.agent(), CallLogId(5001)).await)
        }
        _ => paid(
            calls
                .evaluate_metrics(lab.agent(), CallLogId(5001), lab.metrics())
                .await,
        ),
    };
    let raw = client
        .raw(Method::GET, "/observability/v2/call-logs/5001/")
        .await;
    let raw = raw.and_then(|reply| reply.json::<BTreeMap<String, u8>>());
    error.into_iter().chain(raw.err()).collect()
}
