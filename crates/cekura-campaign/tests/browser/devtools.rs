//! The DevTools protocol, as far as the tests need it: commands, their answers, and events.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Error, Message, WebSocket};

/// How long the browser may take for one thing.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A connection to a browser; commands go to one page of it.
pub(crate) struct DevTools {
    socket: WebSocket<TcpStream>,
    session: Option<String>,
    last: u64,
    /// What the page has told so far, unasked.
    pub(crate) events: Vec<Value>,
}

impl DevTools {
    /// Connects, and opens an empty page.
    pub(crate) fn connect(address: &str) -> Self {
        let place = address.trim_start_matches("ws://");
        let place = place.split('/').next().unwrap();
        let stream = TcpStream::connect(place).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) = tungstenite::client(address, stream).unwrap();
        let mut tools = Self {
            socket,
            session: None,
            last: 0,
            events: Vec::new(),
        };
        let target = tools.call("Target.createTarget", json!({"url": "about:blank"}));
        let attached = tools.call(
            "Target.attachToTarget",
            json!({"targetId": target["targetId"], "flatten": true}),
        );
        tools.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            tools.call(&format!("{domain}.enable"), json!({}));
        }
        tools
    }

    /// Sends a command and waits for its answer.
    pub(crate) fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.last += 1;
        let id = self.last;
        let mut command = json!({"id": id, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            command["sessionId"] = json!(session);
        }
        self.socket
            .send(Message::text(command.to_string()))
            .unwrap();
        loop {
            let message = self.read(method);
            if message["id"] == id {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    /// Waits until the page has told this event, now or before.
    pub(crate) fn wait_for(&mut self, event: &str) {
        while !self.events.iter().any(|told| told["method"] == event) {
            let message = self.read(event);
            self.events.push(message);
        }
    }

    /// Asks the browser to end, and waits until it hangs up: one that is killed leaves helpers that write for a while.
    pub(crate) fn close(&mut self) {
        let command = json!({"id": self.last + 1, "method": "Browser.close"});
        if self.socket.send(Message::text(command.to_string())).is_ok() {
            while self.socket.read().is_ok() {}
        }
    }

    fn read(&mut self, awaited: &str) -> Value {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => return serde_json::from_str(&text).unwrap(),
                Ok(_) => {}
                Err(Error::Io(error))
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    panic!("the browser said nothing for {PATIENCE:?}, waiting for {awaited}")
                }
                Err(error) => panic!("waiting for {awaited}: {error}"),
            }
        }
    }
}
