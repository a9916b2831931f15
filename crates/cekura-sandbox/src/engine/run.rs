//! Operations that start a job or poll one.

use serde_json::Value;

use super::answer::{Call, reply};
use super::catalog::Engine;
use super::entity::{text_of, value_of};
use super::job::{Job, Progress};
use super::plan::{Plan, Verb};
use super::stock;
use crate::random::Random;
use crate::routes::not_found;
use crate::server::Reply;
use crate::state::State;

impl<'c> Engine<'c> {
    /// Starts a job; where it is polled as an item of an entity, the item is created.
    pub(super) fn start(
        &self,
        state: &mut State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        job: &Job<'c>,
    ) -> Result<Reply, Reply> {
        let poll = self.plans.get(job.poll);
        let examples = &plan.operation.success.examples;
        let example = examples.first().cloned().unwrap_or_default();
        let site = poll.and_then(|poll| self.site(poll, call.asked));
        if let Some(site) = site.filter(|site| site.target.verb != Verb::Act) {
            let item = self.create(state, call, &site, None);
            let id = item[&site.entity.key].clone();
            state.entities.start(job.poll, text_of(&id), call.now);
            state.entities.put(&site, item);
            let items = self.all(state, call, site.entity, &site.set);
            let mut items = items.into_iter();
            let new = items.find(|item| item[&site.entity.key] == id);
            let mut shown = new.unwrap_or_default();
            shown.insert(job.id.to_owned(), id);
            return Ok(self.show(plan, &shown));
        }
        let n = state.entities.count();
        let id: Value = match &example[job.id] {
            Value::Number(first) => (first.as_i64().unwrap_or(0) + n as i64).into(),
            _ => stock::uuid(&mut Random::of(call.world.seed, &[63, n])).into(),
        };
        state.entities.start(job.poll, text_of(&id), call.now);
        let mut shown = example;
        if let Some(fields) = shown.as_object_mut() {
            fields.insert(job.id.to_owned(), id);
        }
        Ok(reply(plan, Some(shown)))
    }

    pub(super) fn poll(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        starter: &str,
    ) -> Result<Reply, Reply> {
        let starter = self.plans.get(starter);
        let job = starter
            .and_then(|plan| plan.job.as_ref())
            .ok_or_else(not_found)?;
        let asked = call.asked;
        let id = [asked.query, asked.path].map(|pairs| value_of(pairs, job.id));
        let id = if id[0].is_empty() { id[1] } else { id[0] };
        let started = state
            .entities
            .started(&plan.operation.id, id)
            .ok_or_else(not_found)?;
        let progress = Progress::new(started, call, state.quirks.job_outcome);
        let shown = job.reply(self.contract.document(), plan, id, progress);
        Ok(reply(plan, Some(shown)))
    }
}
