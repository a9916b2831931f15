//! Promise: the key goes to the service and nowhere else: not into a `Debug`, a `Display`, a log or an error, even when the
//! server sends it back, and never to another host, port or scheme.

mod cut;
mod echoes;
mod elsewhere;
mod silence;
