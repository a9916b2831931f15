//! Promise: an import makes a call log of each call once, whatever happens on the way.

mod answers;
mod changed_files;
mod faults_and_kills;
mod journals;
mod kills;
mod look_ups;
mod lost_responses;
mod once;
mod rig;
