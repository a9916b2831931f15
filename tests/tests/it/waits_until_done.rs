//! Promise: a wait ends when the evaluation has ended, or it says that it does not know. What is called *confirmed* is
//! never too early; what is called *inferred* can be, and how often is written down; nothing hangs.

mod batches;
mod deadline;
mod edges;
mod knobs;
mod rules;
mod traces;
mod truth;
