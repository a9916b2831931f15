//! Checks that TLS is available, before the HTTP library would panic.

use crate::Error;

/// Checks that a TLS feature is enabled.
pub(crate) fn is_compiled_in() -> Result<(), Error> {
    if cfg!(any(
        feature = "rustls",
        feature = "native-tls",
        feature = "rustls-no-provider"
    )) {
        return Ok(());
    }
    Err(Error::config(
        "https needs TLS: enable one of the features rustls, native-tls or rustls-no-provider of the \
         crate cekura",
    ))
}

/// Checks that the program has installed a TLS provider, where it has to.
///
/// The HTTP client panics without one, whatever the URL.
pub(crate) fn has_provider() -> Result<(), Error> {
    #[cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        return Err(Error::config(
            "the feature rustls-no-provider needs a TLS provider: call install_default() of a rustls CryptoProvider before \
             the client is built",
        ));
    }
    Ok(())
}

/// A certificate that servers may be signed by.
#[cfg(any(
    feature = "rustls",
    feature = "native-tls",
    feature = "rustls-no-provider"
))]
pub(crate) type Certificate = reqwest::Certificate;
#[cfg(not(any(
    feature = "rustls",
    feature = "native-tls",
    feature = "rustls-no-provider"
)))]
pub(crate) enum Certificate {}

/// Reads certificates in PEM.
pub(crate) fn certificates(pem: &[u8]) -> Result<Vec<Certificate>, Error> {
    is_compiled_in()?;
    #[cfg(any(
        feature = "rustls",
        feature = "native-tls",
        feature = "rustls-no-provider"
    ))]
    match Certificate::from_pem_bundle(pem) {
        Ok(found) if !found.is_empty() => return Ok(found),
        Ok(_) => {}
        Err(e) => {
            let error = Error::config("the root certificate cannot be read: expected PEM");
            return Err(error.with_source(e));
        }
    }
    let _ = pem;
    Err(Error::config(
        "the root certificate cannot be read: expected PEM, which begins with -----BEGIN CERTIFICATE-----",
    ))
}

/// Trusts `certificates` beside those that the system trusts.
pub(crate) fn trust(
    builder: reqwest::ClientBuilder,
    certificates: &[Certificate],
) -> reqwest::ClientBuilder {
    if certificates.is_empty() {
        return builder;
    }
    #[cfg(any(
        feature = "rustls",
        feature = "native-tls",
        feature = "rustls-no-provider"
    ))]
    return builder.tls_certs_merge(certificates.iter().cloned());
    #[cfg(not(any(
        feature = "rustls",
        feature = "native-tls",
        feature = "rustls-no-provider"
    )))]
    builder
}

#[cfg(test)]
mod tests {
    use crate::{ApiKey, Client};

    #[test]
    fn https_works_or_the_error_says_what_is_missing() {
        let key = ApiKey::new("ck_example").unwrap();
        let built = Client::builder()
            .api_key(key)
            .build()
            .map_err(|e| e.to_string());
        if cfg!(feature = "rustls") {
            assert!(built.is_ok(), "{built:?}");
        } else if cfg!(feature = "rustls-no-provider") {
            assert!(built.unwrap_err().contains("install_default()"));
        } else if cfg!(feature = "native-tls") {
            assert!(built.is_ok(), "{built:?}");
        } else {
            assert!(built.unwrap_err().contains("enable one of the features"));
        }
    }
}
