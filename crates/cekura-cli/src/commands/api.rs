//! `cekura api METHOD PATH`.

use std::io::Read;

use serde_json::value::RawValue;

use crate::app::App;
use crate::cli::ApiArgs;
use crate::failure::Failure;
use crate::output::safe_block;
use crate::session::Session;

pub(super) async fn api(app: &mut App, args: &ApiArgs) -> Result<(), Failure> {
    let body = args.data.as_deref().map(body).transpose()?;
    let session = Session::open(app).await?;
    let mut request = session.client.raw(args.method.clone(), args.path.as_str());
    for (name, value) in &args.query {
        request = request.query(name, value);
    }
    if let Some(body) = &body {
        request = request.json(body);
    }
    let reply = match request.await {
        Ok(reply) => reply,
        Err(e) => {
            // The body of a refusal may say more than its summary; it is data here, since the raw reply was asked for.
            if let Some(body) = e.body().filter(|body| !body.is_empty()) {
                print(app, body)?;
            }
            return Err(e.into());
        }
    };
    if !reply.bytes().is_empty() {
        print(app, reply.bytes())?;
    }
    Ok(())
}

/// As it came; on a terminal without what could play tricks on it.
fn print(app: &mut App, body: &[u8]) -> Result<(), Failure> {
    if app.terminal.stdout {
        return app.data.text(&safe_block(&String::from_utf8_lossy(body)));
    }
    app.data.bytes(body)
}

/// The JSON that is given, byte for byte, or that a file or standard input holds.
fn body(data: &str) -> Result<Box<RawValue>, Failure> {
    let (text, place) = match data {
        "-" => {
            let mut text = String::new();
            let read = std::io::stdin().read_to_string(&mut text);
            read.map_err(|e| Failure::usage(format!("standard input cannot be read: {e}")))?;
            (text, "standard input".to_owned())
        }
        _ => match data.strip_prefix('@') {
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|e| Failure::usage(format!("the file {path} cannot be read: {e}")))?;
                (text, format!("the file {path}"))
            }
            None => (data.to_owned(), "--data".to_owned()),
        },
    };
    serde_json::from_str(text.trim()).map_err(|e| {
        Failure::usage(format!("{place} is not JSON: {e}"))
            .hint("the body is given as JSON text, as @FILE, or as - for standard input")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;

    #[test]
    fn a_body_is_sent_as_it_is_written() {
        let text = r#"{"b": 1.50, "a":[1, 2]}"#;
        assert_eq!(body(text).unwrap().get(), text);
        assert_eq!(body("{").unwrap_err().exit(), Exit::Usage);
        assert_eq!(
            body("@/nowhere/at/all.json").unwrap_err().exit(),
            Exit::Usage
        );
    }
}
