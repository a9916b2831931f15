//! Promise: what a wait is made of can be used without it. Looking, reading, judging and reconciling by hand, across restarts and
//! beside other processes, gives what the wait gives, asks for no more, and keeps to one pace.

mod board;
mod holds;
mod looks;
mod rate;
mod reads;
mod reconciles;
mod resumes;
