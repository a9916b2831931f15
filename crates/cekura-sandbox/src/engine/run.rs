//! Operations that start a job or poll one.

use serde_json::Value;

use super::answer::reply;
use super::catalog::Engine;
use super::entity::text_of;
use super::job::Job;
use super::plan::Plan;
use crate::errors::not_found;
use crate::random::Random;
use crate::request::{Asked, Call};
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
        if let Some((entity, _)) = poll.and_then(|poll| self.target(poll)) {
            let item = self.create(state, call, entity, None);
            let key = entity.key_of(&item);
            state.entities.start(job.poll, key.clone(), call.now);
            state.entities.put(entity, item);
            let mut shown = self.item(state, call, entity, &key)?;
            shown.insert(job.id.to_owned(), shown[&entity.key].clone());
            return Ok(self.show(plan, &shown));
        }
        let examples = &plan.operation.success.examples;
        let mut shown = examples.first().cloned().unwrap_or_default();
        let n = state.entities.count();
        let id: Value = match &shown[job.id] {
            Value::Number(first) => (first.as_i64().unwrap_or(0) + n as i64).into(),
            _ => uuid(&mut Random::of(call.world.seed, &[63, n])).into(),
        };
        state.entities.start(job.poll, text_of(&id), call.now);
        if let Some(fields) = shown.as_object_mut() {
            fields.insert(job.id.to_owned(), id);
        }
        Ok(reply(plan, Some(shown)))
    }

    /// Replies with the state of a job.
    ///
    /// # Errors
    /// 404 if there is no such job.
    pub(super) fn poll(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        job: &Job<'c>,
    ) -> Result<Reply, Reply> {
        let id = polled(call.asked, job).ok_or_else(not_found)?;
        let started = state.entities.started(job.poll, id);
        let progress = call.progress(state, started.ok_or_else(not_found)?);
        let shown = job.reply(self.contract.document(), plan, id, progress);
        Ok(reply(plan, Some(shown)))
    }
}

/// The id of the job that is polled: the parameter that is named like the field with it, else the only one in the path.
fn polled<'a>(asked: &'a Asked<'_>, job: &Job<'_>) -> Option<&'a str> {
    let same = asked.query(job.id).or_else(|| asked.path(job.id));
    same.or(match asked.path {
        [(_, only)] => Some(only),
        _ => None,
    })
}

fn uuid(draw: &mut Random) -> String {
    let (a, b) = (draw.next(), draw.next());
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        a >> 32,
        (a >> 16) & 0xffff,
        a & 0xfff,
        0x8000 | ((b >> 48) & 0x3fff),
        b & 0xffff_ffff_ffff
    )
}
