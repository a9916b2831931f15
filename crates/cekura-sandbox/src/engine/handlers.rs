//! What the engine leaves to handlers.

use super::store::Item;
use crate::request::Call;
use crate::state::State;

/// The parts of the engine's work that the handlers of other operations do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Handlers {
    /// Returns whether the operation has a handler: the engine does not answer it.
    pub(crate) is_modelled: fn(operation: &str) -> bool,
    /// Returns whether an item exists, by its entity and its key. Called for the entities that the engine does not have.
    pub(crate) exists: fn(call: &Call<'_>, entity: &str, key: &str) -> bool,
    /// Applies the changes that handlers have made to an item of the entity.
    pub(crate) adjust: fn(state: &State, entity: &str, item: &mut Item),
}
