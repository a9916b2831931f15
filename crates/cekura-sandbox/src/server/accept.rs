//! Accepts connections.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::connect_delay::{self, ActiveDelay, DelayRequests};
use super::connection::{CutHandle, CuttableStream};
use crate::shared::Shared;

/// Serves until the future is dropped, which ends all connections.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    shared: Arc<Shared>,
    mut delay_requests: DelayRequests,
) {
    let mut connections = JoinSet::new();
    let mut pause = Duration::ZERO;
    let mut delay: Option<ActiveDelay> = None;
    loop {
        let until = delay.as_ref().map(|delay| delay.until);
        tokio::select! {
            accepted = accept(&listener, pause), if delay.is_none() => match accepted {
                Ok((stream, _)) => {
                    pause = Duration::ZERO;
                    connections.spawn(connection(stream, router.clone(), Arc::clone(&shared)));
                }
                // Out of file descriptors, for instance: let others finish first.
                Err(_) => pause = longer(pause),
            },
            Some(request) = delay_requests.recv() => delay = connect_delay::carry_out(&listener, request).await,
            () = tokio::time::sleep_until(until.unwrap_or_else(Instant::now)), if delay.is_some() => {
                delay = None;
                connect_delay::end(&listener);
            }
            Some(_ended) = connections.join_next() => {}
        }
    }
}

async fn accept(
    listener: &TcpListener,
    pause: Duration,
) -> std::io::Result<(TcpStream, std::net::SocketAddr)> {
    if pause > Duration::ZERO {
        tokio::time::sleep(pause).await;
    }
    listener.accept().await
}

/// Returns the pause after one more failure: 5 ms, doubled each time, at most 1 s.
fn longer(pause: Duration) -> Duration {
    const SHORTEST: Duration = Duration::from_millis(5);
    const LONGEST: Duration = Duration::from_secs(1);
    (pause * 2).clamp(SHORTEST, LONGEST)
}

async fn connection(stream: TcpStream, router: Router, shared: Arc<Shared>) {
    // Small replies must not wait for each other. A socket that refuses is slower, nothing else.
    let _ = stream.set_nodelay(true);
    let request_timeout = shared.request_timeout;
    let cut_handle = CutHandle::default();
    let line = CuttableStream::new(stream, cut_handle.clone(), shared);
    let service = TowerToHyperService::new(router);
    let service = service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(cut_handle.clone());
        service.call(request)
    });
    // An error here is a client that went away or took too long, or a connection that was cut on purpose.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(request_timeout)
        .serve_connection(TokioIo::new(line), service)
        .await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_a_second() {
        let mut pause = Duration::ZERO;
        let pauses = std::iter::from_fn(|| {
            pause = longer(pause);
            Some(pause.as_millis())
        });
        let pauses: Vec<u128> = pauses.take(10).collect();
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 1_000, 1_000]);
    }
}
