//! The plans of all operations, and the entities that they are about.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use super::entity::{Entity, value_of};
use super::plan::{Parent, Plan, Target};
use crate::contract::{CONTRACT, Contract};
use crate::routes::Asked;

/// The engine for the contract of this version.
pub(crate) static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&CONTRACT));

/// The plans of all operations, and the entities that they are about.
#[derive(Debug)]
pub(crate) struct Engine<'c> {
    pub(super) contract: &'c Contract,
    pub(super) plans: HashMap<&'c str, Plan<'c>>,
    pub(super) entities: BTreeMap<String, Entity>,
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

    /// The fields that name the owners in the path, with what they name.
    pub(super) fn owners<'a>(&self, asked: &Asked<'a>) -> Vec<(String, &'a str)> {
        let parents = self.target.parents.iter();
        let owner = |parent: &Parent| {
            let field = self.entity.field_of(parent)?;
            Some((field, value_of(asked.path, &parent.parameter)))
        };
        parents.filter_map(owner).collect()
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
