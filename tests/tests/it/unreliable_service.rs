//! Promise: the client neither pays twice nor reports what it cannot know, whatever the server does: broken connections,
//! lagging lists, contradictions, unrelated responses.

mod arguments;
mod baseline_and_reply;
mod call_log_fixtures;
mod confirmed_needs_start_and_end;
mod deadlines;
mod evidence;
mod long_durations;
mod moments;
mod outcomes;
mod raw_paid_paths;
mod redacted_keys;
mod refused;
mod resend;
mod shown;
mod splitting;
mod states;
mod unknown_after_odd_replies;
mod unrelated_replies;
mod wait_survives_errors;
