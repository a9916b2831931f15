//! The first page, and the control routes under `/__sandbox/`.

mod answer;
mod commands;
mod queries;
mod routes;

pub(crate) use routes::router;
