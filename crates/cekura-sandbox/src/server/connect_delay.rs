//! Delays new connections: for a time none is established.

use std::io;
use std::time::Duration;

use socket2::SockRef;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

/// Sends the server requests to delay new connections.
#[derive(Clone, Debug)]
pub(crate) struct ConnectDelay(mpsc::UnboundedSender<DelayRequest>);

/// How long to establish no connection; zero ends the delay.
#[derive(Debug)]
pub(crate) struct DelayRequest {
    time: Duration,
    done: oneshot::Sender<()>,
}

pub(crate) type DelayRequests = mpsc::UnboundedReceiver<DelayRequest>;

impl ConnectDelay {
    pub(crate) fn new() -> (Self, DelayRequests) {
        let (sender, requests) = mpsc::unbounded_channel();
        (Self(sender), requests)
    }

    /// Starts a delay, and waits until it is in effect.
    pub(crate) async fn start(&self, time: Duration) {
        let (done, is_done) = oneshot::channel();
        // A server that has ended makes no connections anyway.
        if self.0.send(DelayRequest { time, done }).is_ok() {
            let _ended = is_done.await;
        }
    }
}

/// A delay in effect.
#[derive(Debug)]
pub(super) struct ActiveDelay {
    pub(super) until: Instant,
    /// Connections that fill the backlog of the listener.
    _places: Vec<TcpStream>,
}

const MANY: i32 = 1_024;
/// Larger than the backlog of any system with a requested backlog of 0.
const PLACES: usize = 64;
/// A connection on the same computer takes less time.
const SOON: Duration = Duration::from_millis(50);

/// Carries out a request. Returns `None` if no delay is in effect.
pub(super) async fn carry_out(
    listener: &TcpListener,
    request: DelayRequest,
) -> Option<ActiveDelay> {
    let active = if request.time.is_zero() {
        end(listener);
        None
    } else {
        begin(listener, request.time).await.ok()
    };
    // The caller may have stopped waiting.
    let _sent = request.done.send(());
    active
}

/// Ends the delay.
pub(super) fn end(listener: &TcpListener) {
    // It worked before with these arguments.
    let _listening = SockRef::from(listener).listen(MANY);
}

/// Fills the backlog: the system establishes connections before they are accepted, until the backlog is full.
async fn begin(listener: &TcpListener, time: Duration) -> io::Result<ActiveDelay> {
    SockRef::from(listener).listen(0)?;
    let address = listener.local_addr()?;
    let mut places = Vec::new();
    while places.len() < PLACES {
        match tokio::time::timeout(SOON, TcpStream::connect(address)).await {
            Ok(place) => places.push(place?),
            Err(_) => break,
        }
    }
    Ok(ActiveDelay {
        until: Instant::now() + time,
        _places: places,
    })
}
