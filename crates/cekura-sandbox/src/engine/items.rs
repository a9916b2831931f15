//! The items of an entity as they are now, and those that a key may see.

use serde_json::Value;

use super::answer::Call;
use super::catalog::{Engine, Site};
use super::entity::{Entity, value_of};
use super::job::Progress;
use super::plan::Target;
use super::store::Item;
use super::{filter, stock};
use crate::errors::FieldErrors;
use crate::render;
use crate::routes::{Scope, not_found};
use crate::server::Reply;
use crate::state::State;

impl Engine<'_> {
    /// All items of the set.
    pub(super) fn all(
        &self,
        state: &State,
        call: &Call<'_>,
        entity: &Entity,
        set: &str,
    ) -> Vec<Item> {
        let stock = stock::items(entity, set, call.world, state, call.now);
        let mut items = state.entities.items(entity, set, stock);
        for hidden in state.entities.hidden(&entity.name) {
            let of_project = |item: &&mut Item| {
                stock::project_of(entity, item, call.world) == Some(hidden.project)
            };
            for item in items.iter_mut().filter(of_project) {
                if let Some(Value::Array(list)) = item.get_mut(&hidden.list) {
                    list.retain(|entry| entry[&hidden.field] != hidden.value);
                }
            }
        }
        let polls = self.polls.iter().filter_map(|(poll, starter)| {
            let poll = self.plans.get(poll)?;
            let is_own = poll.target.as_ref()?.entity == entity.name;
            Some((poll, self.plans.get(starter)?.job.as_ref()?)).filter(|_| is_own)
        });
        for (poll, job) in polls {
            for item in &mut items {
                let key = entity.key_of(item);
                let started = state.entities.started(&poll.operation.id, &key);
                let status = started.zip(poll.shape.entry()).and_then(|(at, entry)| {
                    let progress = Progress::new(at, call, state.quirks.job_outcome);
                    job.status(self.contract.document(), entry, progress)
                });
                item.extend(status.map(|(field, word)| (field.to_owned(), word.into())));
            }
        }
        items
    }

    /// The items that the key may see, that belong to the owners in the path, and that fit the query.
    pub(super) fn seen(&self, call: &Call<'_>, site: &Site<'_>, mut items: Vec<Item>) -> Vec<Item> {
        let owners = site.owners(call.asked);
        let query = call.asked.query.iter();
        let query = query.filter(|(name, _)| !matches!(name.as_str(), "page" | "page_size"));
        items.retain(|item| {
            let owned = owners.iter().all(|(field, owner)| {
                filter::matches(item.get(field).unwrap_or(&Value::Null), owner)
            });
            let mut query = query.clone();
            let fits = |(name, wanted): &(String, String)| match name.as_str() {
                "project" | "project_id" => {
                    let project = stock::project_of(site.entity, item, call.world);
                    project.is_none_or(|project| project.to_string() == *wanted)
                }
                _ => filter::fits(site.entity, item, name, wanted),
            };
            is_visible(call, site.entity, item) && owned && query.all(fits)
        });
        items
    }

    /// The item that the path names.
    ///
    /// # Errors
    /// 404 if there is none, or none that the key may see.
    pub(super) fn item(
        &self,
        state: &State,
        call: &Call<'_>,
        site: &Site<'_>,
    ) -> Result<Item, Reply> {
        let key = site.key(call.asked).unwrap_or_default();
        if site.entity.name == CALL_LOG {
            return call_log(state, call, key).ok_or_else(not_found);
        }
        let all = self.all(state, call, site.entity, &site.set);
        let mut items = self.seen(call, site, all).into_iter();
        let found = items.find(|item| site.entity.key_of(item) == key);
        found.ok_or_else(not_found)
    }

    /// Checks that there is the item, and that the key may see it. What no operation shows or names is not known.
    ///
    /// # Errors
    /// 404.
    pub(super) fn exists(
        &self,
        state: &State,
        call: &Call<'_>,
        entity: &str,
        key: &str,
    ) -> Result<(), Reply> {
        let is_it = |entity: &Entity, item: &Item| {
            entity.key_of(item) == key && is_visible(call, entity, item)
        };
        let exists = match self.entities.get(entity) {
            _ if entity == CALL_LOG => call_log(state, call, key).is_some(),
            Some(entity) => {
                let all = self.all(state, call, entity, &entity.name);
                all.iter().any(|item| is_it(entity, item))
            }
            None => true,
        };
        exists.then_some(()).ok_or_else(not_found)
    }

    /// Checks the owners in the path.
    ///
    /// # Errors
    /// 404.
    pub(super) fn owners_exist(
        &self,
        state: &State,
        call: &Call<'_>,
        target: &Target,
    ) -> Result<(), Reply> {
        target.parents.iter().try_for_each(|parent| {
            let key = value_of(call.asked.path, &parent.parameter);
            self.exists(state, call, &parent.entity, key)
        })
    }

    /// Checks the project and the agent that the query or the body names, and that the project is named where the key does
    /// not tell it: `x-cekura-scope`.
    ///
    /// # Errors
    /// 400 if it is not named, 404 if there is none.
    pub(super) fn scope_exists(&self, state: &State, call: &Call<'_>) -> Result<(), Reply> {
        for entity in ["project", "agent"] {
            for name in [entity.to_owned(), format!("{entity}_id")] {
                let asked = call.asked.query_number(&name);
                let named = asked.or_else(|| call.body[&name].as_i64());
                let parameter = call.asked.operation.parameter(&name);
                let is_scope = parameter.is_some_and(|known| known["x-cekura-scope"] == true);
                match (named, call.scope) {
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

const CALL_LOG: &str = "call_log";

/// The call log as the service shows it, if the key may see it.
fn call_log(state: &State, call: &Call<'_>, id: &str) -> Option<Item> {
    let seen = |id: &i64| call.scope.sees_call_log(state, call.world, *id, call.now);
    let id = id.parse().ok().filter(seen)?;
    render::whole(call.world, &state.view(call.world, id, call.now))
}

/// May the key see the item?
pub(super) fn is_visible(call: &Call<'_>, entity: &Entity, item: &Item) -> bool {
    let project = stock::project_of(entity, item, call.world);
    project.is_none_or(|project| call.scope.sees(project))
}
