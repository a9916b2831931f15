//! Promise: a program can be written with the crate as people write them: a token that is renewed, a proxy, headers and bodies of
//! its own, results as they come, tests without a server.

mod client_setup;
mod plain_arguments;
mod raw_requests;
mod results;
mod testing;
mod token_provider;
