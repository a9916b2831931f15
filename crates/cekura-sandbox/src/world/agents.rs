//! The agents whose calls are judged.

use super::trades::{TRADES, Trade};

/// The organization of the sandbox.
pub(crate) const ORGANIZATION: i64 = 9;
const FIRST_AGENT: i64 = 310;
const FIRST_PROJECT: i64 = 44;
/// How many agents share one project.
const AGENTS_PER_PROJECT: i64 = 2;

/// A voice agent of the sandbox.
#[derive(Debug)]
pub(crate) struct Agent {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) assistant_id: String,
    pub(crate) project: i64,
    pub(crate) trade: &'static Trade,
}

pub(super) fn all(count: u32) -> Vec<Agent> {
    (0..i64::from(count.max(1)))
        .map(|n| {
            let trade = &TRADES[n as usize % TRADES.len()];
            let round = n as usize / TRADES.len();
            let (name, assistant_id) = if round == 0 {
                (trade.agent_name.to_owned(), trade.assistant_id.to_owned())
            } else {
                (
                    format!("{} {}", trade.agent_name, round + 1),
                    format!("{}_{}", trade.assistant_id, round + 1),
                )
            };
            Agent {
                id: FIRST_AGENT + n,
                name,
                assistant_id,
                project: FIRST_PROJECT + n / AGENTS_PER_PROJECT,
                trade,
            }
        })
        .collect()
}
