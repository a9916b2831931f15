//! Promise: the HTML report works in a browser, keeps to itself, and shows hostile text as text.
//!
//! Chromium is driven over its DevTools protocol. Where there is none the tests say so and pass: `cargo xtask ci --install`
//! installs it, and `CEKURA_CHROMIUM` names one that is somewhere else.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on ends with the reason"
)]

mod chromium;
mod devtools;
mod filter;
mod hostile;
mod page;
mod policy;
mod sample;
mod schemes;
