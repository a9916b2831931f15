//! The first page, and the control routes under `/__sandbox/`.

mod answer;
mod home;
mod look;
mod routes;
mod steer;

pub(crate) use routes::router;
