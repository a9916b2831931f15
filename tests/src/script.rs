//! A server that answers by a script, for sequences of replies that the sandbox cannot produce.
//!
//! The sandbox behaves like the service; a script defines the reply to each request. Its clock moves only when the client
//! sleeps, and a limit expires only where a reply never ends.

mod answer;
mod clock;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use cekura::clock::Jitter;
use cekura::{ApiKey, Client, ClientBuilder};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

pub use answer::Answer;
use answer::End;
pub use clock::ScriptClock;

/// The key of a script's client.
pub const KEY: &str = "ck_harbor==";

/// The kind of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A `POST`: the only ones here are those that cost money.
    Paid,
    /// The list of call logs.
    List,
    /// One call log.
    One(i64),
    /// Anything else.
    Other,
}

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What it asks for.
    pub kind: Kind,
    /// Its place among those of its kind, from 1.
    pub nth: usize,
    /// When it arrived, by the script's clock.
    pub at: Duration,
    /// Its path and query.
    pub target: String,
    /// Its body.
    pub body: String,
}

/// A server on 127.0.0.1 that follows a script until it is dropped.
#[derive(Debug)]
pub struct Script {
    url: String,
    clock: ScriptClock,
    asked: Arc<Mutex<Vec<Asked>>>,
    listening: Arc<JoinHandle<()>>,
}

type Play = Mutex<dyn FnMut(&Asked) -> Answer + Send>;

impl Script {
    /// Starts to answer every request by `answer`.
    ///
    /// # Panics
    /// If no port is free.
    pub async fn play(answer: impl FnMut(&Asked) -> Answer + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let (clock, asked) = (ScriptClock::new(), Arc::default());
        let stage = Stage {
            play: Arc::new(Mutex::new(answer)),
            clock: clock.clone(),
            asked: Arc::clone(&asked),
            leave: Arc::default(),
            left: Arc::default(),
        };
        let listening = Arc::new(tokio::spawn(stage.listen(listener)));
        Self {
            url,
            clock,
            asked,
            listening,
        }
    }

    /// Where it listens.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The clock of its clients.
    #[must_use]
    pub fn clock(&self) -> &ScriptClock {
        &self.clock
    }

    /// A client of it.
    ///
    /// # Panics
    /// If there can be none.
    #[must_use]
    pub fn client(&self) -> Client {
        self.client_builder().build().expect("a client")
    }

    /// A client of it, to be set up further.
    pub fn client_builder(&self) -> ClientBuilder {
        Client::builder()
            .api_key(ApiKey::new(KEY).expect("a key"))
            .base_url(&self.url)
            .clock(self.clock.clone())
            .jitter(Jitter::seeded(5))
    }

    /// Returns all requests.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.asked).clone()
    }

    /// The bodies of all paid requests.
    #[must_use]
    pub fn paid(&self) -> Vec<String> {
        let asked = self.asked().into_iter();
        asked
            .filter(|asked| asked.kind == Kind::Paid)
            .map(|asked| asked.body)
            .collect()
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// What the connections share.
#[derive(Clone)]
struct Stage {
    play: Arc<Play>,
    clock: ScriptClock,
    asked: Arc<Mutex<Vec<Asked>>>,
    leave: Arc<Notify>,
    left: Arc<Notify>,
}

impl Stage {
    async fn listen(self, listener: TcpListener) {
        loop {
            tokio::select! {
                connection = listener.accept() => match connection {
                    Ok((stream, _)) => drop(tokio::spawn(self.clone().serve(stream))),
                    Err(_) => return,
                },
                () = self.leave.notified() => break,
            }
        }
        drop(listener);
        self.left.notify_one();
    }

    async fn serve(self, mut stream: TcpStream) {
        let Some((head, body)) = receive(&mut stream).await else {
            return;
        };
        let asked = self.record(&head, body);
        let answer = (lock(&self.play))(&asked);
        self.clock.advance(answer.takes);
        if answer.end == End::LeaveFirst {
            self.leave.notify_one();
            self.left.notified().await;
        }
        // A client that has hung up is one more thing that a test looks at from the other side.
        let _ = stream.write_all(&answer.bytes).await;
        if answer.end == End::Stall {
            self.clock.stall_while(hang_up(&mut stream)).await;
        }
        let _ = stream.shutdown().await;
    }

    fn record(&self, head: &str, body: String) -> Asked {
        let mut words = head.split_whitespace();
        let method = words.next().unwrap_or_default();
        let target = words.next().unwrap_or_default().to_owned();
        let kind = kind(method, &target);
        let mut all = lock(&self.asked);
        let asked = Asked {
            kind,
            nth: 1 + all.iter().filter(|asked| asked.kind == kind).count(),
            at: self.clock.elapsed(),
            target,
            body,
        };
        all.push(asked.clone());
        asked
    }
}

fn kind(method: &str, target: &str) -> Kind {
    let path = target.split('?').next().unwrap_or_default();
    let place = path.strip_prefix("/observability/v2/call-logs/");
    match (method, place.map(|id| id.trim_end_matches('/'))) {
        ("POST", _) => Kind::Paid,
        (_, Some("")) => Kind::List,
        (_, Some(id)) => id.parse().map_or(Kind::Other, Kind::One),
        _ => Kind::Other,
    }
}

/// One request: its head and its body, by `Content-Length`.
async fn receive(stream: &mut TcpStream) -> Option<(String, String)> {
    let (mut got, mut part) = (Vec::new(), [0; 16_384]);
    loop {
        let size = stream.read(&mut part).await.ok().filter(|size| *size > 0)?;
        got.extend_from_slice(&part[..size]);
        let text = String::from_utf8_lossy(&got);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            let is_length = name.eq_ignore_ascii_case("content-length");
            is_length.then(|| value.trim().parse::<usize>().ok())?
        });
        if body.len() >= length.unwrap_or(0) {
            return Some((head.to_owned(), body.to_owned()));
        }
    }
}

/// Ends when the client closes the connection.
async fn hang_up(stream: &mut TcpStream) {
    while stream.read(&mut [0; 64]).await.is_ok_and(|size| size > 0) {}
}

fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
