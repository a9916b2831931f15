//! Promise: every evaluation is paid once. A paid request is retried only if it certainly did no work, and no outcome is
//! reported without evidence.

mod baseline;
mod calls;
mod in_bulk;
mod lost_responses;
mod quirks;
mod refusals;
mod response_faults;
mod stale_connections;
mod unrelated_responses;
mod weak_evidence;
