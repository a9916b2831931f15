//! What a key may see.

use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::World;

/// The permissions of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Organization,
    ReadOnly,
    Project(i64),
}

impl Scope {
    /// Returns whether the key may see things of this project.
    pub(crate) fn sees(self, project: i64) -> bool {
        match self {
            Self::Organization | Self::ReadOnly => true,
            Self::Project(own) => own == project,
        }
    }

    /// Returns whether there is such a call log at `at`, and the key may see it.
    pub(crate) fn sees_call_log(
        self,
        state: &State,
        world: &World,
        id: i64,
        at: Timestamp,
    ) -> bool {
        state.has_call_log(world, id, at) && self.sees(world.agent_of(id).project)
    }
}
