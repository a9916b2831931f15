//! Promise: a program can be written with the crate as people write them: a token that is renewed, a proxy, headers and bodies of
//! its own, results as they come, tests without a server.

mod client_setup;
mod raw_requests;
mod token_provider;
