//! Promise: every evaluation is paid once. A paid request is retried only when it certainly did no work, and the client
//! never reports an outcome without evidence.

mod baseline;
mod calls;
mod in_bulk;
mod lost_replies;
mod other_replies;
mod quirks;
mod refusals;
mod stale_connections;
mod troubles;
mod weak_evidence;
