//! From a request to the reply of the engine.

use http::StatusCode;
use serde_json::Value;

use super::catalog::Engine;
use super::entity::Entity;
use super::items::is_visible;
use super::plan::{Plan, Verb};
use super::shape::{Shape, show};
use super::store::Item;
use super::write;
use crate::errors::{detail, not_found};
use crate::request::{Call, pages};
use crate::server::Reply;
use crate::state::State;

impl<'c> Engine<'c> {
    /// Does the work of the request, and charges it if it is billable.
    ///
    /// # Errors
    /// The refusal, as a reply.
    pub(crate) fn answer(&self, state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
        let plan = self.plans.get(call.asked.operation.id.as_str());
        let plan = plan.ok_or_else(not_found)?;
        let is_paid = plan.operation.is_paid();
        call.can_pay(state, is_paid.into())?;
        let reply = self.work(state, call, plan)?;
        if is_paid {
            state.ledger.charge(call.asked.number, &plan.operation.id);
        }
        Ok(reply)
    }

    fn work(&self, state: &mut State, call: &Call<'_>, plan: &Plan<'c>) -> Result<Reply, Reply> {
        self.owners_exist(state, call, plan)?;
        if let Some(job) = &plan.job {
            self.scope_exists(state, call)?;
            return self.start(state, call, plan, job);
        }
        let Some((entity, target)) = self.target(plan) else {
            let job = self.polls.get(plan.operation.id.as_str());
            return self.poll(state, call, plan, job.ok_or_else(not_found)?);
        };
        let old = || {
            let key = target.key.and_then(|key| call.asked.path(key));
            self.item(state, call, entity, key.unwrap_or_default())
        };
        let item = match target.verb {
            Verb::List => return self.list(state, call, plan, entity),
            Verb::Retrieve => return Ok(self.show(plan, &old()?)),
            Verb::Destroy => {
                let old = old()?;
                state.entities.delete(entity, &old);
                let example = plan.operation.success.examples.first();
                return Ok(reply(plan, example.cloned()));
            }
            Verb::Create => self.create(state, call, entity, None),
            Verb::Duplicate => {
                let old = old()?;
                self.create(state, call, entity, Some(old))
            }
            Verb::Update => {
                let old = old()?;
                let is_reworded = ["prompt", "custom_code"].map(|field| call.body.get(field));
                if entity.name == "metric" && is_reworded != [None, None] {
                    // Later evaluations use a new version of the metric.
                    let id = old[&entity.key].as_i64().unwrap_or_default();
                    state.edit_metric(call.world, call.now, id);
                }
                write::update(call, entity, &old)
            }
        };
        if !is_visible(call, entity, &item) {
            let text = "You do not have permission to perform this action.";
            return Err(detail(StatusCode::FORBIDDEN, text));
        }
        let shown = self.show(plan, &item);
        state.entities.put(entity, item);
        Ok(shown)
    }

    fn list(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        entity: &Entity,
    ) -> Result<Reply, Reply> {
        let items = self.matching(state, call, entity);
        let Shape::Page(_) = plan.shape else {
            let entries: Value = items.iter().map(|item| self.entry(plan, item)).collect();
            return Ok(reply(plan, Some(entries)));
        };
        let (page, mut head) = pages::of(call.asked, &state.quirks, call.url, items.len() as u64)?;
        let entries: Value = items[page]
            .iter()
            .map(|item| self.entry(plan, item))
            .collect();
        head.insert("results".to_owned(), entries);
        Ok(reply(plan, Some(head.into())))
    }

    fn entry(&self, plan: &Plan<'c>, item: &Item) -> Value {
        let mut examples = plan.operation.success.examples.iter();
        let example = examples.find_map(|example| plan.shape.entries_of(example).next());
        match plan.shape.entry() {
            Some(schema) => show(self.contract.document(), schema, item, example),
            None => Value::Object(item.clone()),
        }
    }

    pub(super) fn show(&self, plan: &Plan<'c>, item: &Item) -> Reply {
        reply(plan, Some(self.entry(plan, item)))
    }
}

/// The reply with the documented status; without a body if none is documented.
pub(super) fn reply(plan: &Plan<'_>, body: Option<Value>) -> Reply {
    let success = &plan.operation.success;
    match body.filter(|_| success.schema.is_some()) {
        Some(body) => Reply::json(success.status, &body),
        None => Reply::empty(success.status),
    }
}
