//! From a request to the reply of the engine.

use std::time::Duration;

use http::StatusCode;
use serde_json::Value;

use super::act::can_pay;
use super::catalog::Engine;
use super::items::is_visible;
use super::plan::{Plan, Verb};
use super::shape::{Shape, show};
use super::store::Item;
use super::write;
use crate::errors::detail;
use crate::routes::{Asked, Scope, not_found, pages};
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::World;

/// A checked request.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) asked: &'a Asked<'a>,
    pub(crate) body: &'a Value,
    pub(crate) scope: Scope,
    pub(crate) world: &'a World,
    pub(crate) now: Timestamp,
    /// The duration of a job.
    pub(crate) job_time: Duration,
    pub(crate) url: &'a str,
}

impl<'c> Engine<'c> {
    /// Does the work of the request, and charges it if it is billable.
    pub(crate) fn answer(&self, state: &mut State, call: &Call<'_>) -> Reply {
        let Some(plan) = self.plans.get(call.asked.operation.id.as_str()) else {
            return not_found();
        };
        // What is done for each of some items is charged for each.
        let is_paid = plan.operation.is_paid() && plan.declared["each"].is_null();
        let reply =
            can_pay(state, call, is_paid.into()).and_then(|()| self.work(state, call, plan));
        match reply {
            Ok(reply) => {
                if is_paid {
                    state.ledger.charge(call.asked.number, &plan.operation.id);
                }
                reply
            }
            Err(refusal) => refusal,
        }
    }

    fn work(&self, state: &mut State, call: &Call<'_>, plan: &Plan<'c>) -> Result<Reply, Reply> {
        let site = self.site(plan, call.asked);
        let mut acted = None;
        if let Some(site) = &site {
            self.owners_exist(state, call, site.target)?;
            if site.target.verb == Verb::Act {
                match site.target.key {
                    Some(_) => acted = Some(self.item(state, call, site)?),
                    None => self.scope_exists(state, call)?,
                }
            }
        }
        if let Some(job) = &plan.job {
            self.scope_exists(state, call)?;
            return self.start(state, call, plan, job);
        }
        let verb = site.as_ref().map(|site| site.target.verb);
        let starter = self.polls.get(plan.operation.id.as_str());
        if let (Some(starter), None | Some(Verb::Act)) = (starter, verb) {
            return self.poll(state, call, plan, starter);
        }
        let Some(site) = site else {
            let example = plan.operation.success.examples.first();
            return Ok(reply(plan, example.cloned()));
        };
        let old = || self.item(state, call, &site);
        let item = match site.target.verb {
            Verb::Act => return self.act(state, call, plan, &site, acted),
            Verb::List => {
                let all = self.all(state, call, site.entity, &site.set);
                return self.list(state, call, plan, &self.seen(call, &site, all));
            }
            Verb::Retrieve => return Ok(self.show(plan, &old()?)),
            Verb::Destroy => {
                let old = old()?;
                state.entities.delete(&site, &old);
                let example = plan.operation.success.examples.first();
                return Ok(reply(plan, example.cloned()));
            }
            Verb::Create => self.create(state, call, &site, None),
            Verb::Duplicate => {
                let old = old()?;
                self.create(state, call, &site, Some(old))
            }
            verb @ (Verb::Update | Verb::Replace) => {
                let old = old()?;
                let is_reworded = ["prompt", "custom_code"].map(|field| call.body.get(field));
                if site.entity.name == "metric" && is_reworded != [None, None] {
                    // Later evaluations use a new version of the metric.
                    let id = old[&site.entity.key].as_i64().unwrap_or_default();
                    state.edit_metric(call.world, call.now, id);
                }
                write::update(call, site.entity, &old, verb == Verb::Replace)
            }
        };
        if !is_visible(call, site.entity, &item) {
            let text = "You do not have permission to perform this action.";
            return Err(detail(StatusCode::FORBIDDEN, text));
        }
        let shown = self.show(plan, &item);
        state.entities.put(&site, item);
        Ok(shown)
    }

    fn list(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        items: &[Item],
    ) -> Result<Reply, Reply> {
        let Shape::Page(_) = plan.shape else {
            let entries: Value = items.iter().map(|item| self.entry(plan, item)).collect();
            return Ok(reply(plan, Some(entries)));
        };
        let (page, mut head) = pages::of(call.asked, &state.quirks, call.url, items.len() as u64)?;
        let entries: Vec<Value> = items[page]
            .iter()
            .map(|item| self.entry(plan, item))
            .collect();
        head.insert("results".to_owned(), entries.into());
        Ok(reply(plan, Some(head.into())))
    }

    fn entry(&self, plan: &Plan<'c>, item: &Item) -> Value {
        let examples = plan.operation.success.examples.iter();
        let example = examples
            .flat_map(|example| plan.shape.entries_of(example))
            .next();
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
