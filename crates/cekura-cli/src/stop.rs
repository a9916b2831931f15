//! Being asked to stop: Ctrl-C, or the polite signal of a process manager.

/// Listens from the moment it is made, so that no signal after that is lost or ends the process.
pub(crate) struct StopSignal {
    #[cfg(unix)]
    signals: Vec<tokio::signal::unix::Signal>,
}

#[cfg(unix)]
impl StopSignal {
    /// Needs a runtime. A signal that cannot be listened for keeps its usual effect.
    pub(crate) fn listen() -> Self {
        use tokio::signal::unix::{SignalKind, signal};
        let kinds = [SignalKind::interrupt(), SignalKind::terminate()];
        Self {
            signals: kinds.into_iter().flat_map(signal).collect(),
        }
    }

    /// Ends when the process is asked to stop.
    pub(crate) async fn given(&mut self) {
        std::future::poll_fn(|context| {
            let given = self
                .signals
                .iter_mut()
                .any(|signal| signal.poll_recv(context).is_ready());
            if given {
                std::task::Poll::Ready(())
            } else {
                std::task::Poll::Pending
            }
        })
        .await;
    }
}

#[cfg(not(unix))]
impl StopSignal {
    pub(crate) fn listen() -> Self {
        Self {}
    }

    /// Ends when the process is asked to stop.
    pub(crate) async fn given(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
