//! Promise: what is paid for is paid once. Whatever happens to a paid request or to its reply, it is sent again
//! only when it certainly did no work, and the client never claims to know what it cannot know.

mod baseline;
mod calls;
mod in_bulk;
mod knobs;
mod lost_replies;
mod other_replies;
mod refusals;
mod stale_connections;
mod troubles;
mod weak_evidence;
