//! A form with a file, as `multipart/form-data`. The file stays on the disk until it is sent.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;
use serde_json::Value;

use super::upload_body::UploadBody;
use crate::Error;

/// A form with text fields and one file, of which any number of bodies can be made.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    boundary: String,
    /// Everything before the contents of the file, and everything after.
    before: Bytes,
    after: Bytes,
    path: PathBuf,
    /// The size of the file when the form was made.
    size: u64,
}

impl Upload {
    /// Creates a form from the fields of `body` and a file. Objects and lists become JSON text.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) for a file that cannot be read, is empty, or is not a file.
    pub(crate) fn new(body: &impl Serialize, field: &str, path: &Path) -> Result<Self, Error> {
        let (_, size) = open(path)?;
        let fields = serde_json::to_value(body).map_err(|e| {
            Error::invalid_request(format!("the body cannot be written as JSON: {e}"))
        })?;
        // A part ends at a line with the boundary, so nobody who wrote a part may have known it.
        let boundary = format!("cekura-{:032x}", fastrand::u128(..));
        let mut before = String::new();
        for (name, value) in fields.as_object().into_iter().flatten() {
            let text = match value {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            before.push_str(&format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{text}\r\n",
                quoted(name)
            ));
        }
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        before.push_str(&format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n",
            quoted(&file_name)
        ));
        Ok(Self {
            after: format!("\r\n--{boundary}--\r\n").into(),
            before: before.into(),
            boundary,
            path: path.to_owned(),
            size,
        })
    }

    /// Returns the `content-type`.
    pub(crate) fn content_type(&self) -> Result<HeaderValue, Error> {
        let text = format!("multipart/form-data; boundary={}", self.boundary);
        text.try_into()
            .map_err(|e| Error::invalid_request("the form has no valid boundary").with_source(e))
    }

    /// Returns a new body, which reads the file from its start.
    ///
    /// # Errors
    /// [`is_invalid_request`](Error::is_invalid_request) if the file cannot be read any more or has changed its size.
    pub(super) fn body(&self) -> Result<reqwest::Body, Error> {
        let (file, size) = open(&self.path)?;
        if size != self.size {
            return Err(Error::invalid_request(format!(
                "the file {} had {} bytes at first and has {size} now: it must not change while it is sent",
                self.path.display(),
                self.size
            )));
        }
        let body = UploadBody::new(self.before.clone(), file, size, self.after.clone());
        Ok(reqwest::Body::wrap(body))
    }
}

/// Opens a file; returns its size in bytes, too.
fn open(path: &Path) -> Result<(File, u64), Error> {
    let refuse = |why: String| {
        Error::invalid_request(format!("the file {} cannot be sent: {why}", path.display()))
    };
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
    let (metadata, file) = opened.map_err(|e: io::Error| refuse(e.to_string()))?;
    match metadata.len() {
        _ if !metadata.is_file() => Err(refuse("it is not a file".to_owned())),
        0 => Err(refuse("it is empty".to_owned())),
        size => Ok((file, size)),
    }
}

/// Escapes a name for a header of a part, as browsers do.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_sent_is_named() {
        for (path, why) in [
            ("/nowhere/harbor.wav", "cannot be sent"),
            ("/", "it is not a file"),
        ] {
            let error = Upload::new(&serde_json::json!({}), "f", Path::new(path)).unwrap_err();
            assert!(error.is_invalid_request(), "{error}");
            let text = error.to_string();
            assert!(text.contains(path) && text.contains(why), "{text}");
        }
    }

    #[test]
    fn a_name_cannot_end_its_header() {
        assert_eq!(quoted("a\"b\r\nc.wav"), "a%22b%0D%0Ac.wav");
    }
}
