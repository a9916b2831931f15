//! The plans of all operations, the entities that they are about, and the items of an entity.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use serde_json::Value;

use super::answer::Call;
use super::entity::{Entity, text_of, value_of};
use super::job::Progress;
use super::plan::{Level, Plan, Target};
use super::store::Item;
use super::{filter, stock};
use crate::contract::{CONTRACT, Contract};
use crate::routes::{Asked, not_found};
use crate::server::Reply;
use crate::state::State;

/// The engine for the contract of this version.
pub(crate) static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&CONTRACT));

/// The plans of all operations, and the entities that they are about.
#[derive(Debug)]
pub(crate) struct Engine<'c> {
    pub(super) contract: &'c Contract,
    pub(super) plans: HashMap<&'c str, Plan<'c>>,
    entities: BTreeMap<String, Entity>,
    /// The operations that poll a job, and one that starts such a job.
    pub(super) polls: HashMap<&'c str, &'c str>,
}

/// Where the items of a request are.
#[derive(Debug)]
pub(super) struct Site<'e> {
    pub(super) entity: &'e Entity,
    pub(super) target: &'e Target,
    pub(super) set: String,
}

impl Site<'_> {
    /// The key of the item that the path names.
    pub(super) fn key<'a>(&self, asked: &Asked<'a>) -> Option<&'a str> {
        let parameter = self.target.key.as_deref()?;
        Some(value_of(asked.path, parameter))
    }

    /// The fields that name the owners in the path.
    pub(super) fn owners(&self, call: &Call<'_>) -> Vec<(String, Value)> {
        let owners = self.entity.owners(self.target, call.asked.path).into_iter();
        owners
            .map(|(field, owner)| {
                let number = owner.parse::<i64>().map(Value::from);
                (field, number.unwrap_or_else(|_| owner.into()))
            })
            .collect()
    }
}

impl<'c> Engine<'c> {
    pub(super) fn new(contract: &'c Contract) -> Self {
        let operations = contract.operations().iter();
        let mut plans: Vec<Plan<'c>> = operations
            .map(|operation| Plan::new(contract, operation))
            .collect();
        own_names(&mut plans);
        let mut by_entity: BTreeMap<&str, Vec<&Plan<'c>>> = BTreeMap::new();
        for plan in &plans {
            if let Some(target) = &plan.target {
                by_entity.entry(&target.entity).or_default().push(plan);
            }
        }
        let entities: BTreeMap<String, Entity> = by_entity
            .into_iter()
            .filter_map(|(name, plans)| {
                Some((name.to_owned(), Entity::new(contract, name, &plans)?))
            })
            .collect();
        for plan in &mut plans {
            plan.target
                .take_if(|target| !entities.contains_key(&target.entity));
        }
        let polls = plans
            .iter()
            .filter_map(|plan| Some((plan.job.as_ref()?.poll, plan.operation.id.as_str())));
        Self {
            contract,
            polls: polls.collect(),
            plans: plans
                .into_iter()
                .map(|plan| (plan.operation.id.as_str(), plan))
                .collect(),
            entities,
        }
    }

    /// How the operation is answered if it has no handler.
    pub(crate) fn level(&self, operation: &str) -> Level {
        let plan = self.plans.get(operation);
        let works = plan.is_some_and(|plan| plan.target.is_some() || plan.job.is_some());
        if works || self.polls.contains_key(operation) {
            Level::Engine
        } else {
            Level::Example
        }
    }

    /// Returns whether an item of the operation was created, changed or deleted.
    pub(crate) fn has_changed(&self, state: &State, asked: &Asked<'_>) -> bool {
        let Some(plan) = self.plans.get(asked.operation.id.as_str()) else {
            return false;
        };
        let Some(site) = self.site(plan, asked) else {
            return false;
        };
        let key = site.key(asked);
        key.is_some_and(|key| state.entities.has_changed(&site.set, key))
    }

    pub(super) fn site<'e>(&'e self, plan: &'e Plan<'c>, asked: &Asked<'_>) -> Option<Site<'e>> {
        let target = plan.target.as_ref()?;
        let entity = self.entities.get(&target.entity)?;
        let set = entity.set_of(target, asked.path);
        Some(Site {
            entity,
            target,
            set,
        })
    }

    /// The items of the set as they are now, if the key may see them.
    pub(super) fn items(&self, state: &State, call: &Call<'_>, site: &Site<'_>) -> Vec<Item> {
        let entity = site.entity;
        let stock = stock::items(entity, &site.set, call.world, state, call.now);
        let mut items = state.entities.items(entity, &site.set, stock);
        let owners = site.owners(call);
        items.retain(|item| {
            let project = stock::project_of(entity, item, call.world);
            let visible = project.is_none_or(|project| call.scope.sees(project));
            let owned = |(field, owner): &(String, Value)| {
                let value = item.get(field).unwrap_or(&Value::Null);
                filter::matches(value, &text_of(owner))
            };
            visible && owners.iter().all(owned)
        });
        let polls = self.polls.iter().filter_map(|(poll, starter)| {
            let poll = self.plans.get(poll)?;
            let is_own = poll.target.as_ref()?.entity == entity.name;
            is_own.then_some((poll, self.plans.get(starter)?.job.as_ref()?))
        });
        for (poll, job) in polls {
            for item in &mut items {
                let key = text_of(&item[&entity.key]);
                let started = state.entities.started(&poll.operation.id, &key);
                let status = started.zip(poll.shape.entry()).and_then(|(at, entry)| {
                    let progress = Progress::new(at, call, state.quirks.job_outcome);
                    job.status(self.contract.document(), entry, progress)
                });
                if let Some((field, word)) = status {
                    item.insert(field.to_owned(), word.into());
                }
            }
        }
        items
    }

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
                Some(entity) => {
                    let stock = stock::items(entity, &entity.name, call.world, state, call.now);
                    let items = state.entities.items(entity, &entity.name, stock);
                    items.iter().any(|item| text_of(&item[&entity.key]) == id)
                }
                None => true,
            };
            if !exists {
                return Err(not_found());
            }
        }
        Ok(())
    }
}

/// Gives entities of one owner names of their own: the history of an agent is no history of a metric. An entity that has
/// a path without an owner too is the same there.
fn own_names(plans: &mut [Plan<'_>]) {
    let targets = plans.iter().filter_map(|plan| plan.target.as_ref());
    let shared = targets.filter(|target| target.parents.is_empty() || target.is_declared);
    let shared: BTreeSet<String> = shared.map(|target| target.entity.clone()).collect();
    for target in plans.iter_mut().filter_map(|plan| plan.target.as_mut()) {
        if let Some(parent) = target
            .parents
            .last()
            .filter(|_| !shared.contains(&target.entity))
        {
            target.entity = format!("{}_{}", parent.entity, target.entity);
        }
    }
}
