//! One attempt: sends a request, follows redirects that are safe, and reads the response within its limits.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use bytes::BytesMut;
use futures_util::future::{Either, select};
use http::{HeaderMap, StatusCode};

use super::HttpResponse;
use super::body_watch::BodyWatch;
use super::redirect::{MAX_HOPS, Redirect, RedirectRefusal, redirect};
use crate::clock::Clock;
use crate::error::MAX_ERROR_BODY;

/// The most bytes that are allocated from a `Content-Length`.
const RESERVE: usize = 16 << 20;

/// Some servers put this before UTF-8 text; it is not valid JSON.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Who gets the requests.
pub(crate) struct Peer {
    pub(crate) pool: reqwest::Client,
    /// Responds in place of a server.
    #[cfg(feature = "test-util")]
    pub(crate) responder: Option<crate::test_util::Responder>,
}

impl Peer {
    /// The response without a connection, if there is one.
    fn respond(&self, _request: &reqwest::Request) -> Option<reqwest::Response> {
        #[cfg(feature = "test-util")]
        return Some(self.responder.as_ref()?.to(_request));
        #[cfg(not(feature = "test-util"))]
        None
    }
}

/// The result of one attempt.
pub(crate) enum Attempt {
    /// A complete response, or an error status with as much of its body as there was.
    Responded(HttpResponse),
    /// A success status whose body ended early; without an error where the timeout ended it.
    CutOff(HttpResponse, Option<reqwest::Error>),
    /// A success status with a body above the limit, cut there.
    TooLarge(HttpResponse),
    /// A redirect that is not followed: its target and the reason.
    Redirected(HttpResponse, String, RedirectRefusal),
    /// No request was sent; without an error where the timeout ended the connecting.
    NotSent(Option<reqwest::Error>),
    InvalidCertificate(reqwest::Error),
    Interrupted(reqwest::Error),
    TimedOut,
}

/// Sends `request` and reads the response, within `limit`.
pub(crate) async fn attempt(
    http: &Peer,
    request: reqwest::Request,
    clock: &dyn Clock,
    limit: Duration,
    max_body: usize,
) -> Attempt {
    let mut received = Received::default();
    let done = {
        let work = Box::pin(exchange(http, request, max_body, &mut received));
        match select(work, clock.timeout(limit)).await {
            Either::Left((done, _)) => Some(done),
            Either::Right(((), _)) => None,
        }
    };
    match (done, received.head.take()) {
        (Some(done), _) => done,
        (None, Some(head)) => received.ended_early(head, None),
        (None, None) => received.ran_out(),
    }
}

/// What was received so far. It is kept outside the future that a timeout drops.
#[derive(Default)]
struct Received {
    head: Option<(StatusCode, HeaderMap)>,
    body: BytesMut,
    /// Whether the body of the present request was sent.
    watch: Option<BodyWatch>,
}

impl Received {
    /// Returns the result of a timeout before any part of a response.
    fn ran_out(&self) -> Attempt {
        match &self.watch {
            Some(watch) if watch.cancel() => Attempt::NotSent(None),
            _ => Attempt::TimedOut,
        }
    }

    fn response(&mut self, (status, headers): (StatusCode, HeaderMap)) -> HttpResponse {
        let mut body = std::mem::take(&mut self.body).freeze();
        if body.starts_with(BYTE_ORDER_MARK) {
            body = body.slice(BYTE_ORDER_MARK.len()..);
        }
        HttpResponse {
            status,
            headers,
            body,
            attempts: 1,
            request: Arc::default(),
        }
    }

    /// Returns the result of a body that ended early: an error status counts without it.
    fn ended_early(
        &mut self,
        head: (StatusCode, HeaderMap),
        why: Option<reqwest::Error>,
    ) -> Attempt {
        let response = self.response(head);
        if response.status.is_success() {
            Attempt::CutOff(response, why)
        } else {
            Attempt::Responded(response)
        }
    }
}

async fn exchange(
    http: &Peer,
    mut request: reqwest::Request,
    max_body: usize,
    received: &mut Received,
) -> Attempt {
    for hop in 0.. {
        let url = request.url().clone();
        let next = request.try_clone();
        let answered = http.respond(&request);
        // After a redirect the first request has arrived, so nothing counts as unsent.
        received.watch = Some(BodyWatch::watch(&mut request)).filter(|_| hop == 0);
        let sent = match answered {
            Some(response) => Ok(response),
            None => http.pool.execute(request).await,
        };
        let response = match sent {
            Ok(response) => response,
            Err(e) => return network_failure(e.without_url(), received.watch.as_ref()),
        };
        let done = read(response, max_body, received).await;
        let Attempt::Responded(response) = done else {
            return done;
        };
        match (redirect(&url, &response), next) {
            (Redirect::No, _) => return Attempt::Responded(response),
            (Redirect::Follow(to), Some(mut again)) if hop < MAX_HOPS => {
                *again.url_mut() = to;
                request = again;
            }
            (Redirect::Follow(to), next) => {
                let why = match next {
                    Some(_) => RedirectRefusal::TooManyHops,
                    None => RedirectRefusal::SendsFile,
                };
                return Attempt::Redirected(response, to.path().to_owned(), why);
            }
            (Redirect::Refuse(to, why), _) => return Attempt::Redirected(response, to, why),
        }
    }
    unreachable!("the loop ends by returning, at the latest after {MAX_HOPS} hops")
}

/// How a body ended.
enum End {
    Whole,
    Over,
    Early(reqwest::Error),
}

async fn read(
    mut response: reqwest::Response,
    max_body: usize,
    received: &mut Received,
) -> Attempt {
    let head = (response.status(), response.headers().clone());
    let cap = if head.0.is_success() {
        max_body
    } else {
        MAX_ERROR_BODY
    };
    received.head = Some(head.clone());
    received.body.clear();
    let announced = response.content_length().unwrap_or(0);
    received.body.reserve(
        usize::try_from(announced)
            .unwrap_or(cap)
            .min(cap)
            .min(RESERVE),
    );
    let end = loop {
        match response.chunk().await {
            Ok(None) => break End::Whole,
            Err(e) => break End::Early(e.without_url()),
            Ok(Some(chunk)) => {
                let room = cap - received.body.len();
                received
                    .body
                    .extend_from_slice(&chunk[..chunk.len().min(room)]);
                if chunk.len() > room {
                    break End::Over;
                }
            }
        }
    };
    received.head = None;
    match end {
        End::Early(e) => received.ended_early(head, Some(e)),
        End::Over if head.0.is_success() => Attempt::TooLarge(received.response(head)),
        End::Whole | End::Over => Attempt::Responded(received.response(head)),
    }
}

/// Classifies a network error by whether a request may have been sent.
fn network_failure(error: reqwest::Error, watch: Option<&BodyWatch>) -> Attempt {
    match watch {
        None => Attempt::Interrupted(error),
        Some(_) if error.is_connect() && is_about_certificates(&error) => {
            Attempt::InvalidCertificate(error)
        }
        Some(watch) if error.is_connect() || error.is_builder() || watch.cancel() => {
            Attempt::NotSent(Some(error))
        }
        Some(_) => Attempt::Interrupted(error),
    }
}

fn is_about_certificates(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(layer) = cause {
        if layer.to_string().to_lowercase().contains("certificate") {
            return true;
        }
        cause = layer.source();
    }
    false
}
