//! The plans of the operations without a handler, and the entities that they are about.

use std::collections::{BTreeMap, HashMap};

use super::entity::Entity;
use super::handlers::Handlers;
use super::job::Job;
use super::plan::{Plan, Target};
use crate::contract::Contract;

/// The plans of the operations without a handler, and the entities that they are about.
#[derive(Debug)]
pub(crate) struct Engine<'c> {
    pub(super) contract: &'c Contract,
    pub(super) handlers: Handlers,
    pub(super) plans: HashMap<&'c str, Plan<'c>>,
    pub(super) entities: BTreeMap<String, Entity>,
    /// The operations that poll a job.
    pub(super) polls: HashMap<&'c str, Job<'c>>,
}

impl<'c> Engine<'c> {
    pub(crate) fn new(contract: &'c Contract, handlers: Handlers) -> Self {
        let operations = contract.operations().iter();
        let operations = operations.filter(|operation| !(handlers.is_modelled)(&operation.id));
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
            handlers,
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
