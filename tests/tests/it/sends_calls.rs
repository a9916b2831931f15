//! Promise: a call is sent, corrected and voted on once, with exactly the fields that were set, and its evaluation can be waited
//! for.

mod observe;
mod update;
mod upload;
mod vote;
