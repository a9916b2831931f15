//! What a company's network asks for: headers of a gateway, a proxy, an own certificate authority.

use cekura::{ApiKey, Client, Method};
use cekura_tests::Lab;
use cekura_tests::script::{Answer, KEY, Script};

/// A certificate of a made-up authority.
const PEM: &str = include_str!("authority.pem");

#[tokio::test]
async fn own_headers_are_sent_with_every_request_and_never_shown() {
    let lab = Lab::open().await;
    let log = lab.idle(1).await[0];
    let builder = lab
        .client_builder()
        .header("X-Gateway-Token", "gw-secret-1")
        .header("x-team", "voice");
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    assert!(!format!("{shown} {client:?}").contains("gw-secret"));
    let mark = lab.mark();
    client.call_logs().get(log).await.unwrap();
    let started = client.call_logs().rerun_evaluation(lab.agent(), log).await;
    drop(started.unwrap());
    client
        .raw(Method::GET, "/x/")
        .header("x-team", "other")
        .await
        .unwrap_err();
    let arrived = lab.since(mark);
    let teams: Vec<_> = arrived
        .all()
        .iter()
        .map(|e| e.header("x-team").unwrap())
        .collect();
    assert_eq!(teams, ["voice", "voice", "other"]);
    for request in arrived.all() {
        assert_eq!(request.header("x-gateway-token"), Some("gw-secret-1"));
        assert_eq!(
            request.header("x-cekura-api-key"),
            Some(lab.sandbox().api_key())
        );
    }
}

#[tokio::test]
async fn a_header_cannot_replace_the_credential() {
    let lab = Lab::open().await;
    for name in [
        "Authorization",
        "x-cekura-api-key",
        "content-length",
        "host",
    ] {
        let error = lab
            .client_builder()
            .header(name, "other-secret")
            .build()
            .unwrap_err();
        assert!(
            error.is_config() && error.to_string().contains(name),
            "{error}"
        );
        let request = lab
            .client()
            .raw(Method::GET, "/x/")
            .header(name, "other-secret");
        let error = request.await.unwrap_err();
        assert!(
            error.is_invalid_request() && !error.to_string().contains("other-secret"),
            "{error}"
        );
    }
    assert_eq!(lab.arrived().all().len(), 0);
}

fn builder() -> cekura::ClientBuilder {
    Client::builder().api_key(ApiKey::new(KEY).unwrap())
}

#[tokio::test]
async fn requests_go_through_the_proxy() {
    let proxy = Script::play(|_| Answer::json(r#"{"id": 5001, "status": "success"}"#)).await;
    let client = builder()
        .base_url("http://127.0.0.1:9/root")
        .proxy(proxy.url())
        .build()
        .unwrap();
    client.call_logs().get(5001).await.unwrap();
    let asked = proxy.asked();
    assert_eq!(asked.len(), 1);
    assert!(
        asked[0].target.starts_with("http://127.0.0.1:9/root/"),
        "{asked:?}"
    );
}

#[test]
fn a_proxy_elsewhere_does_not_get_the_key_in_the_clear() {
    let elsewhere = "http://user:hidden-pass@proxy.example.net:3128";
    let error = builder()
        .base_url("http://127.0.0.1:9")
        .proxy(elsewhere)
        .build()
        .unwrap_err();
    assert!(
        error.is_config() && error.to_string().contains("in the clear"),
        "{error}"
    );
    for bad in ["", "hidden-pass", "http://"] {
        let error = builder().proxy(bad).build().unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(
            error.is_config() && !shown.contains("hidden-pass"),
            "{shown}"
        );
    }
    let https = builder().proxy(elsewhere);
    assert!(!format!("{https:?} {:?}", https.clone().build().unwrap()).contains("hidden-pass"));
}

#[test]
fn a_certificate_is_read_when_the_client_is_built() {
    builder().root_certificate_pem(PEM).build().unwrap();
    for bad in [
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n",
    ] {
        let error = builder().root_certificate_pem(bad).build().unwrap_err();
        assert!(
            error.is_config() && error.to_string().contains("PEM"),
            "{bad}: {error}"
        );
    }
}

#[tokio::test]
async fn a_custom_reqwest_builder_cannot_change_redirects_or_retries() {
    use cekura::reqwest;
    use cekura_sandbox::Fault;
    let lab = Lab::open().await;
    // What a program may set for its other requests, and what would pay twice here.
    let careless = || {
        reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::limited(10))
            .retry(reqwest::retry::for_host("127.0.0.1").classify_fn(|reply| reply.retryable()))
            .user_agent("mine")
            .pool_max_idle_per_host(50)
    };
    let client = lab
        .client_builder()
        .reqwest_builder(careless)
        .build()
        .unwrap();
    for fault in [
        Fault::redirect(302, "/observability/v2/call-logs/").after_work(),
        Fault::reset().after_work(),
        Fault::status(503).after_work(),
    ] {
        let (name, log, mark) = (fault.to_string(), lab.idle(1).await[0], lab.mark());
        client.call_logs().get(log).await.unwrap();
        lab.fault("call_logs_rerun_evaluation", fault);
        let error = client.call_logs().rerun_evaluation(lab.agent(), log).await;
        assert!(error.unwrap_err().is_outcome_unknown(), "{name}");
        let arrived = lab.since(mark);
        assert_eq!((arrived.paid_requests(), lab.paid(log)), (1, 1), "{name}");
        assert_eq!(arrived.all().len(), 2, "{name}: no redirect is followed");
        let agents = arrived
            .of("call_logs_rerun_evaluation")
            .map(|e| e.header("user-agent"));
        assert!(
            agents
                .into_iter()
                .all(|agent| agent.unwrap().starts_with("cekura-rust/")),
            "{name}"
        );
    }
}
