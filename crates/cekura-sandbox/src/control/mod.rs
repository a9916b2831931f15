//! The first page, and the control routes under `/__sandbox/`.

mod home;
mod routes;

pub(crate) use routes::router;
