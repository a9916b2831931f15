//! The items of an entity as they are now, and those that a key may see.

use serde_json::Value;

use super::answer::Call;
use super::catalog::{Engine, Site};
use super::entity::{Entity, text_of, value_of};
use super::job::Progress;
use super::plan::Target;
use super::store::Item;
use super::{filter, stock};
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

    /// The items that the key may see and that belong to the owners in the path.
    pub(super) fn seen(&self, call: &Call<'_>, site: &Site<'_>, all: &[Item]) -> Vec<Item> {
        let owners = site.owners(call);
        let owned = |item: &Item| {
            owners.iter().all(|(field, owner)| {
                let value = item.get(field).unwrap_or(&Value::Null);
                filter::matches(value, &text_of(owner))
            })
        };
        let seen = all
            .iter()
            .filter(|item| is_visible(call, site.entity, item) && owned(item));
        seen.cloned().collect()
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
                _ if parent.entity == "call_log" => id
                    .parse()
                    .is_ok_and(|id| state.has_call_log(call.world, id, call.now)),
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

/// May the key see the item?
pub(super) fn is_visible(call: &Call<'_>, entity: &Entity, item: &Item) -> bool {
    let project = stock::project_of(entity, item, call.world);
    project.is_none_or(|project| call.scope.sees(project))
}
