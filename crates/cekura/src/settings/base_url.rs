//! The base URL, checked so that the key is never sent unencrypted or to an unexpected host.

use std::fmt;
use std::net::IpAddr;

use reqwest::Url;

use super::tls;
use crate::Error;

/// The checked root of all requests, without a trailing slash.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl(Url);

impl BaseUrl {
    /// The published address of the service.
    pub(crate) const DEFAULT: &'static str = "https://api.cekura.ai";

    pub(crate) fn parse(text: &str, allow_http: bool) -> Result<Self, Error> {
        let refuse = |why: &str| {
            Error::config(format!(
                "the base URL {why}: expected something like {} or http://127.0.0.1:8080",
                Self::DEFAULT
            ))
        };
        let url = Url::parse(text.trim()).map_err(|e| refuse(&format!("cannot be read ({e})")))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refuse(
                "has a user name or password in it, which would be logged",
            ));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(refuse(
                "has a query or a fragment, which cannot be part of a root address",
            ));
        }
        match url.scheme() {
            "https" => tls::is_compiled_in()?,
            "http" if allow_http || is_loopback(&url) => {}
            "http" => {
                return Err(Error::config(format!(
                    "the base URL {url} would send the key unencrypted over the network: use https, or allow insecure \
                     HTTP explicitly"
                )));
            }
            other => return Err(refuse(&format!("has the scheme {other}"))),
        }
        if url.host_str().is_none_or(str::is_empty) {
            return Err(refuse("names no host"));
        }
        Ok(Self(url))
    }

    /// Returns the URL without its trailing slash.
    pub(crate) fn as_prefix(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// Returns the path of `url` below this root; `None` for a URL outside it.
    pub(crate) fn below<'a>(&self, url: &'a Url) -> Option<&'a str> {
        let rest = url
            .path()
            .strip_prefix(self.0.path().trim_end_matches('/'))?;
        (url.origin() == self.0.origin() && rest.starts_with('/')).then_some(rest)
    }

    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }

    /// The proxy at `text`, if the key does not pass it in the clear.
    pub(crate) fn proxy(&self, text: &str, allow_http: bool) -> Result<reqwest::Proxy, Error> {
        // The address may have a password in it: no error repeats it.
        let refuse = || {
            Error::config(
                "the proxy's address cannot be used: expected something like http://proxy.example.net:3128",
            )
        };
        let url = Url::parse(text.trim()).map_err(|_| refuse())?;
        if self.0.scheme() == "http" && !allow_http && !is_loopback(&url) {
            return Err(Error::config(
                "the proxy would get the key in the clear, because the base URL is http: use https, a proxy on this machine, \
                 or allow insecure HTTP in the client",
            ));
        }
        reqwest::Proxy::all(url).map_err(|_| refuse())
    }

    pub(crate) fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    pub(crate) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or_default()
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_prefix())
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    host == "localhost"
        || host
            .trim_start_matches('[')
            .trim_end_matches(']')
            .parse::<IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_is_accepted_for_loopback() {
        for (text, prefix) in [
            ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
            ("http://localhost:1/base/", "http://localhost:1/base"),
            ("http://[::1]:9", "http://[::1]:9"),
        ] {
            let url = BaseUrl::parse(text, false).unwrap();
            assert_eq!(url.as_prefix(), prefix);
            assert!(url.is_loopback());
        }
    }

    #[test]
    fn urls_that_could_leak_the_key_are_refused() {
        for (text, says) in [
            ("http://api.example.net", "unencrypted"),
            ("http://127.0.0.1.example.net", "unencrypted"),
            ("ftp://127.0.0.1", "scheme ftp"),
            ("http://ann:pw@127.0.0.1", "user name or password"),
            ("http://127.0.0.1/?key=1", "query"),
            ("http://127.0.0.1/#x", "fragment"),
            ("127.0.0.1:80", "cannot be read"),
            ("", "cannot be read"),
        ] {
            let error = BaseUrl::parse(text, false).unwrap_err();
            assert!(
                error.is_config() && error.to_string().contains(says),
                "{text}: {error}"
            );
            assert!(!error.to_string().contains("pw@"));
        }
        assert!(BaseUrl::parse("http://api.example.net", true).is_ok());
    }
}
