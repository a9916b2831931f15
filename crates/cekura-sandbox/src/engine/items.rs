//! The items of an entity as they are now, and those that a key may see.

use serde_json::Value;

use super::answer::Call;
use super::catalog::{Engine, Site};
use super::entity::{Entity, text_of, value_of};
use super::job::Progress;
use super::plan::Target;
use super::store::Item;
use super::{filter, stock};
use crate::render;
use crate::routes::not_found;
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
        for (poll, starter) in &self.polls {
            let poll = self.plans.get(poll);
            let target = poll.and_then(|poll| poll.target.as_ref());
            let job = self.plans.get(starter).and_then(|plan| plan.job.as_ref());
            let (Some(poll), Some(job), Some(_)) = (
                poll,
                job,
                target.filter(|target| target.entity == entity.name),
            ) else {
                continue;
            };
            for item in &mut items {
                let key = text_of(&item[&entity.key]);
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
        let owners = site.owners(call);
        let query = call.asked.query.iter();
        let query = query.filter(|(name, _)| !matches!(name.as_str(), "page" | "page_size"));
        items.retain(|item| {
            let owned = owners.iter().all(|(field, owner)| {
                filter::matches(item.get(field).unwrap_or(&Value::Null), &text_of(owner))
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
        let items = match site.entity.name.as_str() {
            "call_log" => call_log(state, call, key).into_iter().collect(),
            _ => self.seen(call, site, self.all(state, call, site.entity, &site.set)),
        };
        let mut items = items.into_iter();
        let found = items.find(|item| text_of(&item[&site.entity.key]) == key);
        found.ok_or_else(not_found)
    }

    /// Checks that there are the owners in the path.
    ///
    /// # Errors
    /// 404.
    pub(super) fn owners_exist(
        &self,
        state: &State,
        call: &Call<'_>,
        target: &Target,
    ) -> Result<(), Reply> {
        for parent in &target.parents {
            let id = value_of(call.asked.path, &parent.parameter);
            let exists = match self.entities.get(&parent.entity) {
                _ if parent.entity == "call_log" => call_log(state, call, id).is_some(),
                Some(entity) => self
                    .all(state, call, entity, &entity.name)
                    .iter()
                    .any(|item| {
                        text_of(&item[&entity.key]) == id && is_visible(call, entity, item)
                    }),
                None => true,
            };
            if !exists {
                return Err(not_found());
            }
        }
        Ok(())
    }
}

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
