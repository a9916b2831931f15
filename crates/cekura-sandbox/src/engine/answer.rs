//! From a request to the reply of the engine.

use std::time::Duration;

use http::StatusCode;
use serde_json::Value;

use super::catalog::{Engine, Site};
use super::entity::text_of;
use super::items::is_visible;
use super::plan::{Plan, Verb};
use super::shape::{Shape, show};
use super::store::Item;
use super::{filter, write};
use crate::credits::Credits;
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
        let price = plan.operation.is_paid().then_some(Credits::PER_OPERATION);
        let left = state.credits_left(call.now);
        if price.is_some_and(|price| left < price) {
            return detail(
                StatusCode::PAYMENT_REQUIRED,
                "Insufficient balance for this operation",
            );
        }
        let reply = match self.work(state, call, plan) {
            Ok(reply) | Err(reply) => reply,
        };
        if price.is_some() && reply.status.is_success() {
            state.ledger.charge(call.asked.number, &plan.operation.id);
        }
        reply
    }

    fn work(&self, state: &mut State, call: &Call<'_>, plan: &Plan<'c>) -> Result<Reply, Reply> {
        if let Some(job) = &plan.job {
            return self.start(state, call, plan, job);
        }
        let site = self.site(plan, call.asked);
        if let (Some(starter), None) = (self.polls.get(plan.operation.id.as_str()), &site) {
            return self.poll(state, call, plan, starter);
        }
        let Some(site) = site else {
            let example = plan.operation.success.examples.first();
            return Ok(reply(plan, example.cloned()));
        };
        self.owners_exist(state, call, site.target)?;
        let all = self.all(state, call, site.entity, &site.set);
        let items = self.seen(call, &site, &all);
        let key = site.key(call.asked);
        let wanted = |item: &&Item| key == Some(text_of(&item[&site.entity.key]).as_str());
        let old = || items.iter().find(wanted).ok_or_else(not_found);
        let store = &mut state.entities;
        let item = match site.target.verb {
            Verb::List => return self.list(state, call, plan, &site, &items),
            Verb::Retrieve => return Ok(self.show(plan, old()?)),
            Verb::Destroy => {
                let key = text_of(&old()?[&site.entity.key]);
                store.put(&site.set, key, None);
                return Ok(reply(
                    plan,
                    plan.operation.success.examples.first().cloned(),
                ));
            }
            Verb::Create => write::create(call, &site, store, &all),
            Verb::Duplicate => write::duplicate(call, &site, store, &all, old()?),
            verb @ (Verb::Update | Verb::Replace) => {
                let is_reworded = ["prompt", "custom_code"].map(|field| call.body.get(field));
                if site.entity.name == "metric" && is_reworded != [None, None] {
                    // Later evaluations use a new version of the metric.
                    let id = old()?[&site.entity.key].as_i64().unwrap_or_default();
                    state.edit_metric(call.world, call.now, id);
                }
                write::update(call, site.entity, old()?, verb == Verb::Replace)
            }
        };
        if !is_visible(call, site.entity, &item) {
            let text = "You do not have permission to perform this action.";
            return Err(detail(StatusCode::FORBIDDEN, text));
        }
        let shown = self.show(plan, &item);
        let key = text_of(&item[&site.entity.key]);
        state.entities.put(&site.set, key, Some(item));
        Ok(shown)
    }

    fn list(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        site: &Site<'_>,
        items: &[Item],
    ) -> Result<Reply, Reply> {
        let query = call.asked.query.iter();
        let filters = query.filter(|(name, _)| !matches!(name.as_str(), "page" | "page_size"));
        let fits = |item: &&Item| {
            let mut filters = filters.clone();
            filters.all(|(name, wanted)| filter::fits(site.entity, item, name, wanted))
        };
        let items: Vec<&Item> = items.iter().filter(fits).collect();
        let Shape::Page(_) = plan.shape else {
            let entries: Vec<Value> = items
                .into_iter()
                .map(|item| self.entry(plan, item))
                .collect();
            return Ok(reply(plan, Some(entries.into())));
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
