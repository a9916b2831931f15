//! Decides which redirects are followed: those that keep origin, method and body.

use http::StatusCode;
use http::header::LOCATION;
use reqwest::Url;

use super::HttpResponse;

/// The most redirects that one attempt follows.
pub(crate) const MAX_HOPS: usize = 3;

/// What to do with a response that may be a redirect.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Redirect {
    /// Not a redirect.
    No,
    /// Send the same request to another path of the same origin.
    Follow(Url),
    /// Do not follow: the target without its query, and the reason.
    Refuse(String, RedirectRefusal),
}

/// Why a redirect is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RedirectRefusal {
    /// It leads to another scheme, host or port, or has a user name.
    OtherOrigin,
    /// Its status allows clients to change the method and drop the body.
    ChangesRequest,
    /// There were too many redirects before.
    TooManyHops,
    /// The request has a file, which is sent once only.
    SendsFile,
    /// It has no address that can be parsed.
    InvalidLocation,
}

pub(crate) fn redirect(from: &Url, response: &HttpResponse) -> Redirect {
    if !response.status.is_redirection() || response.status == StatusCode::NOT_MODIFIED {
        return Redirect::No;
    }
    let target = response
        .headers
        .get(LOCATION)
        .and_then(|to| to.to_str().ok())
        .and_then(|to| from.join(to).ok());
    let Some(mut to) = target else {
        return Redirect::Refuse(String::new(), RedirectRefusal::InvalidLocation);
    };
    let keeps_request = matches!(
        response.status,
        StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT
    );
    let stays = to.origin() == from.origin() && to.username().is_empty() && to.password().is_none();
    if keeps_request && stays {
        return Redirect::Follow(to);
    }
    to.set_query(None);
    to.set_fragment(None);
    let _ = (to.set_username(""), to.set_password(None));
    let why = match stays {
        true => RedirectRefusal::ChangesRequest,
        false => RedirectRefusal::OtherOrigin,
    };
    Redirect::Refuse(to.to_string(), why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(status: u16, location: &str) -> Redirect {
        let from = Url::parse("http://127.0.0.1:8080/a/b/?x=1").unwrap();
        let mut response = HttpResponse {
            status: StatusCode::from_u16(status).unwrap(),
            headers: http::HeaderMap::new(),
            body: bytes::Bytes::new(),
            attempts: 1,
            request: "GET /a/b/".into(),
        };
        response.headers.insert(LOCATION, location.parse().unwrap());
        redirect(&from, &response)
    }

    #[test]
    fn only_307_and_308_within_the_origin_are_followed() {
        for status in [307, 308] {
            let Redirect::Follow(to) = judge(status, "/a/c/?y=2") else {
                panic!("{status}")
            };
            assert_eq!(to.as_str(), "http://127.0.0.1:8080/a/c/?y=2");
        }
        for (status, to, expected) in [
            (301, "/a/c/", RedirectRefusal::ChangesRequest),
            (302, "/login", RedirectRefusal::ChangesRequest),
            (303, "/a/c/", RedirectRefusal::ChangesRequest),
            (
                300,
                "http://127.0.0.1:8080/",
                RedirectRefusal::ChangesRequest,
            ),
            (
                302,
                "http://127.0.0.1:8081/a/b/",
                RedirectRefusal::OtherOrigin,
            ),
            (
                307,
                "http://127.0.0.1:8081/a/b/",
                RedirectRefusal::OtherOrigin,
            ),
            (
                307,
                "https://127.0.0.1:8080/a/b/",
                RedirectRefusal::OtherOrigin,
            ),
            (
                308,
                "http://elsewhere.example/a/b/?token=1",
                RedirectRefusal::OtherOrigin,
            ),
            (307, "//elsewhere.example/", RedirectRefusal::OtherOrigin),
            (
                307,
                "http://ann:pw@127.0.0.1:8080/",
                RedirectRefusal::OtherOrigin,
            ),
            (307, "http://[", RedirectRefusal::InvalidLocation),
        ] {
            let Redirect::Refuse(shown, why) = judge(status, to) else {
                panic!("{status} {to}")
            };
            assert_eq!(why, expected, "{status} {to}");
            assert!(
                !shown.contains("token") && !shown.contains("pw@"),
                "{shown}"
            );
        }
        assert_eq!(judge(200, "/x"), Redirect::No);
    }
}
