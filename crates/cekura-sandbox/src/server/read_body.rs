//! Reads the body of a request, with the limits that a real server has.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http::{StatusCode, header};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use super::reply::Reply;
use crate::errors::detail;

/// Enough for more than a million call logs.
const LARGEST: usize = 8 << 20;

/// Returns the whole body.
///
/// # Errors
/// The refusal of a body that is too large, too slow or incomplete. The connection is closed after it.
pub(super) async fn read(body: Body, time: Duration) -> Result<Bytes, Reply> {
    let whole = Limited::new(body, LARGEST).collect();
    let refusal = match tokio::time::timeout(time, whole).await {
        Ok(Ok(body)) => return Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => detail(
            StatusCode::PAYLOAD_TOO_LARGE,
            format!("The body is larger than {} MiB.", LARGEST >> 20),
        ),
        Ok(Err(_)) => detail(
            StatusCode::BAD_REQUEST,
            "The body ends too early, or is not written as its headers say.",
        ),
        Err(_) => detail(
            StatusCode::REQUEST_TIMEOUT,
            "The body did not arrive in time.",
        ),
    };
    Err(refusal.with(header::CONNECTION, "close"))
}
