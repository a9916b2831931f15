//! The transport: sends the requests of the generated methods.

use std::{fmt, future::Future, pin::Pin, sync::Arc};

use progenitor_client::{ClientHooks, ClientInfo, Error, OperationInfo};

use crate::{Client, Effect, Operation, operations};

/// A boxed future that can move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends requests. Implement it to add retries, timeouts, tracing or limits.
///
/// An error of the transport itself, which has no [`reqwest::Error`], is returned as a response with an error status and an
/// extension; the generated method returns it as [`Error::UnexpectedResponse`].
pub trait Transport: Send + Sync + 'static {
    /// Sends `request` of `operation`, and returns the response with any status.
    fn execute<'a>(
        &'a self,
        client: &'a reqwest::Client,
        request: reqwest::Request,
        operation: &'static Operation,
    ) -> BoxFuture<'a, reqwest::Result<reqwest::Response>>;
}

/// The transport of a [`Client`]; cheap to clone.
#[derive(Clone)]
pub struct Inner(pub Arc<dyn Transport>);

impl Inner {
    /// Wraps a transport.
    pub fn new(transport: impl Transport) -> Self {
        Self(Arc::new(transport))
    }
}

impl fmt::Debug for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Inner(..)")
    }
}

/// Sends each request once, unchanged.
#[derive(Clone, Copy, Debug, Default)]
pub struct Direct;

impl Transport for Direct {
    fn execute<'a>(
        &'a self,
        client: &'a reqwest::Client,
        request: reqwest::Request,
        _operation: &'static Operation,
    ) -> BoxFuture<'a, reqwest::Result<reqwest::Response>> {
        Box::pin(client.execute(request))
    }
}

/// Used for an operation that is missing in the table, which `regen` rules out. It is never repeated.
const UNLISTED: Operation = Operation {
    id: "unlisted",
    method: "",
    path: "",
    tag: "",
    effect: Effect::Billable,
    paginated: false,
    returns_json: true,
};

impl ClientHooks<Inner> for Client {
    async fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        _info: &OperationInfo,
    ) -> Result<(), Error<E>> {
        // The generator adds `api-version: <info.version>`; the service knows no such header.
        request.headers_mut().remove("api-version");
        Ok(())
    }

    async fn exec(
        &self,
        request: reqwest::Request,
        info: &OperationInfo,
    ) -> reqwest::Result<reqwest::Response> {
        let operation = operations::find(info.operation_id).unwrap_or(&UNLISTED);
        self.inner()
            .0
            .execute(self.client(), request, operation)
            .await
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::{
        AgentId, AssistantId, CallLogId, Timestamp,
        types::{AllCallLogs, RerunEvaluationByAgent, RerunEvaluationByAssistant},
    };

    /// Keeps what it was given and answers the same every time.
    #[derive(Default)]
    struct Recorder {
        seen: Mutex<Vec<(reqwest::Request, &'static Operation)>>,
        status: u16,
        body: &'static str,
    }

    impl Transport for Arc<Recorder> {
        fn execute<'a>(
            &'a self,
            _client: &'a reqwest::Client,
            request: reqwest::Request,
            operation: &'static Operation,
        ) -> BoxFuture<'a, reqwest::Result<reqwest::Response>> {
            self.seen.lock().unwrap().push((request, operation));
            let answer = http::Response::builder()
                .status(self.status)
                .body(self.body)
                .unwrap();
            Box::pin(async move { Ok(answer.into()) })
        }
    }

    fn client(status: u16, body: &'static str) -> (Client, Arc<Recorder>) {
        let recorder = Arc::new(Recorder {
            status,
            body,
            ..Recorder::default()
        });
        let client = Client::new_with_client(
            "https://api.example.com",
            reqwest::Client::new(),
            Inner::new(Arc::clone(&recorder)),
        );
        (client, recorder)
    }

    fn last(recorder: &Recorder) -> (reqwest::Request, &'static Operation) {
        recorder.seen.lock().unwrap().pop().unwrap()
    }

    fn body(request: &reqwest::Request) -> &str {
        std::str::from_utf8(request.body().unwrap().as_bytes().unwrap()).unwrap()
    }

    #[tokio::test]
    async fn a_re_evaluation_names_one_agent_and_a_list_or_all() {
        let (client, recorder) = client(200, "[]");
        let by_agent = RerunEvaluationByAgent {
            agent_id: AgentId(310),
            call_logs: vec![CallLogId(5001), CallLogId(5002)].into(),
        };
        client
            .call_logs_rerun_evaluation(&by_agent.into())
            .await
            .unwrap();
        let (request, operation) = last(&recorder);
        assert_eq!(
            body(&request),
            r#"{"agent_id":310,"call_logs":[5001,5002]}"#
        );
        assert_eq!(
            request.url().as_str(),
            "https://api.example.com/observability/v1/call-logs/rerun_evaluation/"
        );
        assert_eq!(request.method(), "POST");
        assert_eq!(operation.effect, Effect::Billable);

        let by_assistant = RerunEvaluationByAssistant {
            assistant_id: AssistantId::new("asst_harbor_frontdesk"),
            call_logs: AllCallLogs::All.into(),
        };
        client
            .call_logs_rerun_evaluation(&by_assistant.into())
            .await
            .unwrap();
        assert_eq!(
            body(&last(&recorder).0),
            r#"{"assistant_id":"asst_harbor_frontdesk","call_logs":"all"}"#
        );
    }

    #[tokio::test]
    async fn the_version_header_is_not_sent() {
        let (client, recorder) = client(200, "{}");
        client.call_logs_retrieve(&CallLogId(5001)).await.unwrap();
        let (request, _) = last(&recorder);
        let names: Vec<_> = request.headers().keys().map(|n| n.as_str()).collect();
        assert_eq!(names, ["accept"]);
    }

    #[tokio::test]
    async fn queries_hold_what_was_given_and_nothing_else() {
        let (client, recorder) = client(200, r#"{"results": [{"id": 5001}]}"#);
        let page = client
            .call_logs_list(
                Some(&AgentId(310)),
                None,
                Some("5001,5002"),
                None,
                None,
                Some(200),
                None,
                Some(&Timestamp::new("2026-05-01T00:00:00+02:00")),
                None,
            )
            .await
            .unwrap();
        assert_eq!(page.results.as_ref().unwrap()[0].id, Some(CallLogId(5001)));
        assert_eq!(
            last(&recorder).0.url().query(),
            Some(
                "agent_id=310&call_ids=5001%2C5002&page_size=200\
                 &timestamp_from=2026-05-01T00%3A00%3A00%2B02%3A00"
            )
        );
    }

    #[tokio::test]
    async fn every_success_status_is_a_success() {
        for status in [200, 201, 202] {
            let (client, _) = client(status, r#"{"id": 5001}"#);
            let log = client.call_logs_retrieve(&CallLogId(5001)).await.unwrap();
            assert_eq!(
                (log.status().as_u16(), log.id),
                (status, Some(CallLogId(5001)))
            );
        }
    }

    #[tokio::test]
    async fn a_refusal_arrives_whole() {
        let (client, _) = client(402, r#"{"detail": "too low"}"#);
        let error = client.call_logs_retrieve(&CallLogId(1)).await.unwrap_err();
        let Error::UnexpectedResponse(response) = error else {
            panic!("{error:?}");
        };
        assert_eq!(response.status(), 402);
        assert_eq!(response.text().await.unwrap(), r#"{"detail": "too low"}"#);
    }
}
