//! Promise: the client neither pays twice nor reports what it cannot know, whatever the server does: broken connections,
//! lagging lists, contradictions, unrelated responses.

mod arguments;
mod baselines;
mod call_log_fixtures;
mod confirmed_needs_start_and_end;
mod deadlines;
mod equal_states;
mod error_statuses;
mod evidence;
mod large_lists;
mod list_or_single_reads;
mod long_durations;
mod raw_paid_paths;
mod read_times;
mod redacted_keys;
mod resend;
mod unknown_outcomes;
mod unrelated_responses;
mod wait_survives_errors;
mod waits_without_result;
