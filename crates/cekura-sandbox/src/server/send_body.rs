//! Sends a reply: whole, truncated, endless, or a few bytes at a time.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use futures_util::stream;
use http::header;

use super::reply::Reply;
use crate::shared::Shared;

pub(crate) fn whole(reply: Reply) -> Response {
    let length = reply.body.len();
    let body = reply.body.clone();
    with_body(reply, Body::from(body), length)
}

/// Sends `bytes` bytes of a body that is declared to be longer, then breaks off.
pub(super) fn truncated(reply: Reply, bytes: usize) -> Response {
    let length = reply.body.len().max(bytes + 1);
    let part = reply.body.slice(..bytes.min(reply.body.len()));
    let steps = stream::unfold(Some(part), |part| async move {
        match part {
            Some(part) if !part.is_empty() => Some((Ok(part), Some(Bytes::new()))),
            Some(_) => {
                // What was written must leave before the connection breaks.
                tokio::task::yield_now().await;
                Some((Err(io::Error::from(io::ErrorKind::UnexpectedEof)), None))
            }
            None => None,
        }
    });
    with_body(reply, Body::from_stream(steps), length)
}

/// Sends the body, and then the piece again and again until the client stops reading.
pub(super) fn endless(reply: Reply, piece: Bytes) -> Response {
    let start = Some(reply.body.clone()).into_iter();
    let parts = start.chain(std::iter::repeat(piece));
    let body = Body::from_stream(stream::iter(parts.map(Ok::<Bytes, io::Error>)));
    let mut response = Response::new(body);
    *response.status_mut() = reply.status;
    response.headers_mut().extend(reply.headers);
    response
}

/// Sends `bytes` bytes at a time. The first wait counts as a stall.
pub(super) fn slow_body(
    shared: Arc<Shared>,
    reply: Reply,
    bytes: usize,
    pause: Duration,
) -> Response {
    let length = reply.body.len();
    let start = (reply.body.clone(), true);
    let drops = stream::unfold(start, move |(mut rest, first)| {
        let shared = Arc::clone(&shared);
        async move {
            if rest.is_empty() {
                return None;
            }
            if !first {
                tokio::time::sleep(pause).await;
            }
            let part = rest.split_to(bytes.min(rest.len()));
            if first && !rest.is_empty() {
                shared.stalled.add_permits(1);
            }
            Some((Ok::<Bytes, io::Error>(part), (rest, false)))
        }
    });
    with_body(reply, Body::from_stream(drops), length)
}

fn with_body(reply: Reply, body: Body, length: usize) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = reply.status;
    let headers = response.headers_mut();
    headers.extend(reply.headers);
    headers.insert(header::CONTENT_LENGTH, length.into());
    response
}
