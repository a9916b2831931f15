//! The plans of all operations, and the entities that they are about.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::entity::Entity;
use super::job::Job;
use super::plan::{Plan, Target};
use crate::contract::{CONTRACT, Contract};
use crate::routes::is_modelled;

/// The engine for the contract of this version.
pub(crate) static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&CONTRACT));

/// The plans of the operations that have no handler, and the entities that they are about.
#[derive(Debug)]
pub(crate) struct Engine<'c> {
    pub(super) contract: &'c Contract,
    pub(super) plans: HashMap<&'c str, Plan<'c>>,
    pub(super) entities: BTreeMap<String, Entity>,
    /// The operations that poll a job.
    pub(super) polls: HashMap<&'c str, Job<'c>>,
}

impl<'c> Engine<'c> {
    pub(super) fn new(contract: &'c Contract) -> Self {
        let operations = contract.operations().iter();
        let operations = operations.filter(|operation| !is_modelled(&operation.id));
        let plans: HashMap<&str, Plan<'c>> = operations
            .map(|operation| (operation.id.as_str(), Plan::new(contract, operation)))
            .collect();
        let mut by_entity: BTreeMap<&str, Vec<(&Target<'_>, &Plan<'c>)>> = BTreeMap::new();
        for plan in plans.values() {
            if let Some(target) = &plan.target {
                let of_entity = by_entity.entry(&target.entity).or_default();
                of_entity.push((target, plan));
            }
        }
        let entities = by_entity.into_iter().filter_map(|(name, plans)| {
            Some((name.to_owned(), Entity::new(contract, name, plans)?))
        });
        let entities = entities.collect();
        let jobs = plans.values().filter_map(|plan| plan.job.clone());
        Self {
            contract,
            polls: jobs.map(|job| (job.poll, job)).collect(),
            plans,
            entities,
        }
    }

    /// The entity that the operation reads or changes, and how.
    pub(super) fn target<'e>(&'e self, plan: &'e Plan<'c>) -> Option<(&'e Entity, &'e Target<'c>)> {
        let target = plan.target.as_ref()?;
        Some((self.entities.get(&target.entity)?, target))
    }
}
