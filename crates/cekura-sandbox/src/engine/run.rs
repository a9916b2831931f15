//! Operations that start a job or poll one.

use serde_json::Value;

use super::answer::{Call, reply};
use super::catalog::Engine;
use super::entity::{text_of, value_of};
use super::job::{Job, Progress};
use super::plan::Plan;
use super::{stock, write};
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
        if let Some(target) = &plan.target {
            self.owners_exist(state, call, target)?;
        }
        let poll = self.plans.get(job.poll);
        let example = plan
            .operation
            .success
            .examples
            .first()
            .cloned()
            .unwrap_or_default();
        if let Some((poll, site)) = poll.and_then(|poll| Some((poll, self.site(poll, call.asked)?)))
        {
            let items = self.items(state, call, &site);
            let mut item = write::create(call, &site, &mut state.entities, &items);
            let key = item[&site.entity.key].clone();
            let status = poll.shape.entry().and_then(|entry| {
                job.status(
                    self.contract.document(),
                    entry,
                    Progress::new(call.now, call, state.quirks.job_outcome),
                )
            });
            item.extend(status.map(|(field, word)| (field.to_owned(), word.into())));
            let mut shown = item.clone();
            shown.insert(job.id.to_owned(), key.clone());
            state.entities.start(job.poll, text_of(&key), call.now);
            state.entities.put(&site.set, text_of(&key), Some(item));
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
        let job = self
            .plans
            .get(starter)
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
