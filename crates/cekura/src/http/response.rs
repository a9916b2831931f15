//! A decoded value with the metadata of its response.

use http::HeaderMap;

use super::{HttpResponse, Shared};
use crate::{BoxFuture, Error};

/// A decoded value with the metadata of its response, from `with_response()` of a request.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Response<T> {
    /// The decoded value; what the call returns without `with_response()`.
    pub value: T,
    /// Status, headers, request id and attempts.
    pub meta: ResponseMeta,
}

/// Status, headers, request id and attempts of a success.
///
/// `Debug` leaves the headers out.
#[derive(Clone)]
pub struct ResponseMeta {
    status: u16,
    headers: HeaderMap,
    request_id: Option<String>,
    attempts: u32,
}

impl<T> Response<T> {
    /// Maps the value, and keeps the metadata.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            value: make(self.value),
            meta: self.meta,
        }
    }
}

impl ResponseMeta {
    pub(super) fn of(shared: &Shared, response: &HttpResponse) -> Self {
        let request_id = response.request_id();
        Self {
            status: response.status.as_u16(),
            headers: response.headers.clone(),
            request_id: request_id.map(|id| shared.credential.redact_text(id)),
            attempts: response.attempts,
        }
    }

    /// Returns the status, 200 to 299.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the value of a header; `None` if it is absent or not text. The name is not case-sensitive.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Returns the headers whose values are text, with names in lower case.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        let headers = self.headers.iter();
        headers.filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
    }

    /// Returns the request id of the service or of a proxy in front of it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Returns how many requests were sent, the successful one included.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }
}

impl std::fmt::Debug for ResponseMeta {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ResponseMeta")
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

/// Returns the value of a response.
pub(crate) fn value_of<T: 'static>(
    response: BoxFuture<Result<Response<T>, Error>>,
) -> BoxFuture<Result<T, Error>> {
    Box::pin(async move { response.await.map(|response| response.value) })
}

/// Gives a request builder its ways to be sent, from `async fn run(self)`, which gives the [`Response`].
macro_rules! sends {
    ($builder:ty => $value:ty) => {
        impl $builder {
            /// Sends the request; awaiting the builder does the same.
            ///
            /// The future is `Send + 'static`, so that it can be spawned and joined.
            ///
            /// # Errors
            /// Those of the method that made the builder.
            #[inline]
            pub fn send(self) -> $crate::BoxFuture<Result<$value, $crate::Error>> {
                $crate::http::value_of(self.with_response())
            }

            /// Sends the request, and returns status, headers, request id and attempts together with the value.
            ///
            /// # Errors
            /// Those of the method that made the builder.
            #[inline]
            pub fn with_response(
                self,
            ) -> $crate::BoxFuture<Result<$crate::Response<$value>, $crate::Error>> {
                Box::pin(self.run())
            }
        }

        impl IntoFuture for $builder {
            type Output = Result<$value, $crate::Error>;
            type IntoFuture = $crate::BoxFuture<Self::Output>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }
    };
}
pub(crate) use sends;
