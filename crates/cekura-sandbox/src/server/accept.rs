//! Taking in connections.

use std::sync::Arc;

use axum::Router;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use super::line::{Line, Scissors};
use crate::shared::Shared;

/// Serves until it is dropped; all connections end with it.
pub(crate) async fn serve(listener: TcpListener, router: Router, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(connection(stream, router.clone(), Arc::clone(&shared)));
                }
                // Out of file descriptors, for instance: let others finish first.
                Err(_) => tokio::task::yield_now().await,
            },
            Some(_ended) = connections.join_next() => {}
        }
    }
}

async fn connection(stream: TcpStream, router: Router, shared: Arc<Shared>) {
    // Small replies must not wait for each other. A socket that refuses is slower, nothing else.
    let _ = stream.set_nodelay(true);
    let scissors = Scissors::default();
    let line = Line::new(stream, scissors.clone(), shared);
    let service = TowerToHyperService::new(router);
    let service = service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(scissors.clone());
        service.call(request)
    });
    // An error here is a client that went away, or a connection that was cut on purpose.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(line), service)
        .await;
}
