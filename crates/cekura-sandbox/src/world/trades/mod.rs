//! The trades that the sandbox's agents work in, and the scenes every trade shares.

mod bicycles;
mod clinic;
mod harbor;
mod lighting;
mod parts;
mod shared;

pub(crate) use parts::Trade;
pub(super) use parts::{Line, Speaker};
pub(super) use shared::{CLOSING, DELAYS, DETOURS, IDENTIFY};

use parts::{Scene, agent, caller, result, tool};

pub(super) const TRADES: [Trade; 4] = [
    harbor::TRADE,
    lighting::TRADE,
    bicycles::TRADE,
    clinic::TRADE,
];
