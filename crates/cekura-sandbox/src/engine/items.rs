//! The items of an entity as they are now, and those that a key may see.

use super::catalog::Engine;
use super::entity::Entity;
use super::plan::Plan;
use super::shape::Shape;
use super::store::Item;
use super::{filter, stock};
use crate::errors::{FieldErrors, not_found};
use crate::request::{Call, Scope};
use crate::server::Reply;
use crate::state::State;

impl Engine<'_> {
    /// All items of the entity.
    pub(super) fn all(&self, state: &State, call: &Call<'_>, entity: &Entity) -> Vec<Item> {
        let stock = stock::items(entity, call.world, state, call.now);
        let mut items = state.entities.items(entity, stock);
        for item in &mut items {
            (self.handlers.adjust)(state, &entity.name, item);
        }
        let polls = self.polls.iter().filter_map(|(poll, job)| {
            let plan = self.plans.get(poll)?;
            let is_own = plan.target.as_ref()?.entity == entity.name;
            Some((job, plan.shape.entry()?)).filter(|_| is_own)
        });
        for (job, entry) in polls {
            for item in &mut items {
                let started = state.entities.started(job.poll, &entity.key_of(item));
                let status = started.and_then(|at| {
                    let progress = call.progress(state, at);
                    job.status(self.contract.document(), entry, progress)
                });
                item.extend(status.map(|(field, word)| (field.to_owned(), word.into())));
            }
        }
        items
    }

    /// The items that the key may see.
    fn seen(&self, state: &State, call: &Call<'_>, entity: &Entity) -> Vec<Item> {
        let mut items = self.all(state, call, entity);
        items.retain(|item| is_visible(call, entity, item));
        items
    }

    /// The items that the key may see and that fit the query.
    pub(super) fn matching(&self, state: &State, call: &Call<'_>, entity: &Entity) -> Vec<Item> {
        let mut items = self.seen(state, call, entity);
        for (name, wanted) in call.asked.query {
            match name.as_str() {
                "page" | "page_size" => {}
                "project" | "project_id" => items.retain(|item| {
                    let project = stock::project_of(entity, item, call.world);
                    project.is_none_or(|project| project.to_string() == *wanted)
                }),
                _ => items.retain(|item| filter::fits(entity, item, name, wanted)),
            }
        }
        items
    }

    /// The item of this key.
    ///
    /// # Errors
    /// 404 if there is none, or none that the key of the request may see.
    pub(super) fn item(
        &self,
        state: &State,
        call: &Call<'_>,
        entity: &Entity,
        key: &str,
    ) -> Result<Item, Reply> {
        let mut items = self.seen(state, call, entity).into_iter();
        let found = items.find(|item| entity.key_of(item) == key);
        found.ok_or_else(not_found)
    }

    /// Checks that there is the item, and that the key may see it.
    ///
    /// # Errors
    /// 404.
    fn exists(&self, state: &State, call: &Call<'_>, entity: &str, key: &str) -> Result<(), Reply> {
        let exists = match self.entities.get(entity) {
            Some(entity) => self.item(state, call, entity, key).is_ok(),
            None => (self.handlers.exists)(call, entity, key),
        };
        exists.then_some(()).ok_or_else(not_found)
    }

    /// Checks the items of other entities that the path names.
    ///
    /// # Errors
    /// 404.
    pub(super) fn owners_exist(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'_>,
    ) -> Result<(), Reply> {
        plan.owners.iter().try_for_each(|owner| {
            let key = call.asked.path(owner.parameter).unwrap_or_default();
            self.exists(state, call, &owner.entity, key)
        })
    }

    /// Checks the project and the agent that the query or the body names, and that the project is named where the key does
    /// not say it: `x-cekura-scope`. A page of a list is empty instead.
    ///
    /// # Errors
    /// 400 if it is not named, 404 if there is none.
    pub(crate) fn scope_exists(&self, state: &State, call: &Call<'_>) -> Result<(), Reply> {
        let schema = call.asked.operation.success.schema.as_ref();
        if let Shape::Page(_) = Shape::of(self.contract.document(), schema) {
            return Ok(());
        }
        for entity in ["project", "agent"] {
            for name in [entity.to_owned(), format!("{entity}_id")] {
                let parameter = call.asked.operation.parameter(&name);
                let is_scope = parameter.is_some_and(|known| known["x-cekura-scope"] == true);
                match (call.number(&name), call.scope) {
                    (Some(id), _) => self.exists(state, call, entity, &id.to_string())?,
                    (None, Scope::Organization | Scope::ReadOnly) if is_scope => {
                        let text = "A key of an organization has to name the project.";
                        return Err(FieldErrors::one(&name, text).reply());
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

/// Returns whether the key may see the item.
pub(super) fn is_visible(call: &Call<'_>, entity: &Entity, item: &Item) -> bool {
    let project = stock::project_of(entity, item, call.world);
    project.is_none_or(|project| call.scope.sees(project))
}
