//! Promise: the key is sent to the service only. It never appears in a `Debug`, a `Display`, a log or an error, even when the
//! server echoes it, and is never sent to another host, port or scheme.

mod debug_and_logs;
mod echoed_credentials;
mod other_origins;
mod truncated_text;
