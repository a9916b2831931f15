//! Promise: the parts of a wait can be used by themselves. Fetching, tracking and reconciling by hand, across restarts and
//! beside other processes, give the same results with the same requests, within one rate limit.

mod fetch_statuses;
mod get_many;
mod memory_cooldown;
mod rate_limit;
mod reconcile;
mod resume_tracking;
mod shared_cooldown;
