//! Promise: typical programs work: token renewal, a proxy, own headers and bodies, results as a stream, tests without a server.

mod client_setup;
mod plain_arguments;
mod raw_requests;
mod results;
mod testing;
mod token_provider;
