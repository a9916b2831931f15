//! Connecting that is slow: for a time no connection comes about.

use std::io;
use std::time::Duration;

use socket2::SockRef;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

/// Asks for no connection to come about for a while.
#[derive(Clone, Debug)]
pub(crate) struct Door(mpsc::UnboundedSender<Hold>);

/// How long no connection is to come about; zero lets them come about again.
#[derive(Debug)]
pub(crate) struct Hold {
    time: Duration,
    done: oneshot::Sender<()>,
}

pub(crate) type Holds = mpsc::UnboundedReceiver<Hold>;

impl Door {
    pub(crate) fn new() -> (Self, Holds) {
        let (sender, holds) = mpsc::unbounded_channel();
        (Self(sender), holds)
    }

    /// Waits until it is as asked for.
    pub(crate) async fn hold(&self, time: Duration) {
        let (done, is_done) = oneshot::channel();
        // A server that has ended makes no connections anyway.
        if self.0.send(Hold { time, done }).is_ok() {
            let _ended = is_done.await;
        }
    }
}

/// A door that is held.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) until: Instant,
    /// They take up the places of those who wait to be let in.
    _places: Vec<TcpStream>,
}

const MANY: i32 = 1_024;
/// More places than any system keeps for those who wait, when it is told to keep none.
const PLACES: usize = 64;
/// A connection on the same computer comes about sooner.
const SOON: Duration = Duration::from_millis(50);

/// Holds the door as asked for; answers `None` if it is open.
pub(super) async fn obey(listener: &TcpListener, hold: Hold) -> Option<Held> {
    let held = if hold.time.is_zero() {
        open(listener);
        None
    } else {
        close(listener, hold.time).await.ok()
    };
    // Whoever asked may have gone.
    let _told = hold.done.send(());
    held
}

/// Lets the system complete connections again.
pub(super) fn open(listener: &TcpListener) {
    // It worked before with these arguments.
    let _listening = SockRef::from(listener).listen(MANY);
}

/// Connections are completed by the system, not by whoever accepts them, until those who wait are too many: so they are.
async fn close(listener: &TcpListener, time: Duration) -> io::Result<Held> {
    SockRef::from(listener).listen(0)?;
    let address = listener.local_addr()?;
    let mut places = Vec::new();
    while places.len() < PLACES {
        match tokio::time::timeout(SOON, TcpStream::connect(address)).await {
            Ok(place) => places.push(place?),
            Err(_) => break,
        }
    }
    Ok(Held {
        until: Instant::now() + time,
        _places: places,
    })
}
