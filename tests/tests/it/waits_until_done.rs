//! Promise: a wait ends when the evaluation has ended or at its deadline. A *confirmed* result is never too early. An
//! *inferred* one can be; snapshots count how often. No wait hangs.

mod batches;
mod deadline;
mod edges;
mod quirks;
mod rules;
mod traces;
mod truth;
