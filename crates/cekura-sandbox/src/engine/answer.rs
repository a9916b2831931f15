//! From a request to the reply of the engine.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;
use std::time::Duration;

use http::StatusCode;
use serde_json::{Value, json};

use super::entity::{Entity, text_of, value_of};
use super::plan::{Level, Plan, Target, Verb};
use super::shape::{Shape, show};
use super::store::Item;
use super::{filter, job, stock, write};
use crate::contract::{CONTRACT, Contract};
use crate::credits::Credits;
use crate::errors::detail;
use crate::random::Random;
use crate::routes::{Asked, Scope, not_found, pages};
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;
use crate::world::World;

/// The engine for the contract of this version.
pub(crate) static ENGINE: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&CONTRACT));

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

/// The plans of all operations, and the entities that they are about.
#[derive(Debug)]
pub(crate) struct Engine<'c> {
    contract: &'c Contract,
    plans: HashMap<&'c str, Plan<'c>>,
    entities: BTreeMap<String, Entity>,
    /// The operations that poll a job, and one that starts such a job.
    polls: HashMap<&'c str, &'c str>,
}

/// Where the items of a request are.
#[derive(Debug)]
pub(super) struct Site<'e> {
    pub(super) entity: &'e Entity,
    pub(super) target: &'e Target,
    pub(super) set: String,
}

impl Site<'_> {
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

    /// Returns whether an item of the operation was created, changed or deleted.
    pub(crate) fn has_changed(&self, state: &State, asked: &Asked<'_>) -> bool {
        let Some(plan) = self.plans.get(asked.operation.id.as_str()) else {
            return false;
        };
        let Some(site) = self.site(plan, asked) else {
            return false;
        };
        let key = site
            .target
            .key
            .as_deref()
            .map(|key| value_of(asked.path, key));
        key.is_some_and(|key| state.entities.has_changed(&site.set, key))
    }

    fn site<'e>(&'e self, plan: &'e Plan<'c>, asked: &Asked<'_>) -> Option<Site<'e>> {
        let target = plan.target.as_ref()?;
        let entity = self.entities.get(&target.entity)?;
        let set = entity.set_of(target, asked.path);
        Some(Site {
            entity,
            target,
            set,
        })
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
        let items = self.items(state, call, &site);
        let key = site
            .target
            .key
            .as_deref()
            .map(|key| value_of(call.asked.path, key));
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
            Verb::Create => write::create(call, &site, store, &items),
            Verb::Duplicate => write::duplicate(call, &site, store, &items, old()?),
            verb @ (Verb::Update | Verb::Replace) => {
                if site.entity.name == "metric"
                    && old()?.get("prompt") != call.body.get("prompt").or(old()?.get("prompt"))
                {
                    let id = old()?[&site.entity.key].as_i64().unwrap_or_default();
                    state.edit_metric(call.world, call.now, id);
                }
                write::update(call, site.entity, old()?, verb == Verb::Replace)
            }
        };
        let shown = self.show(plan, &item);
        let key = text_of(&item[&site.entity.key]);
        state.entities.put(&site.set, key, Some(item));
        Ok(shown)
    }

    /// The items of the set as they are now, if the key may see them.
    fn items(&self, state: &State, call: &Call<'_>, site: &Site<'_>) -> Vec<Item> {
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
                let share = started.map(|at| job::share(at, call.now, call.job_time));
                let status = share.zip(poll.shape.entry()).and_then(|(share, entry)| {
                    job.status(self.contract.document(), entry, share >= 1.0)
                });
                if let Some((field, word)) = status {
                    item.insert(field.to_owned(), word.into());
                }
            }
        }
        items
    }

    fn owners_exist(&self, state: &State, call: &Call<'_>, target: &Target) -> Result<(), Reply> {
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
        let mut examples = plan.operation.success.examples.iter();
        let example = examples.find_map(|example| plan.shape.entry_of(example));
        match plan.shape.entry() {
            Some(schema) => show(self.contract.document(), schema, item, example),
            None => Value::Object(item.clone()),
        }
    }

    fn show(&self, plan: &Plan<'c>, item: &Item) -> Reply {
        reply(plan, Some(self.entry(plan, item)))
    }

    /// Starts a job; where it is polled as an item of an entity, the item is created.
    fn start(
        &self,
        state: &mut State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        job: &job::Job<'c>,
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
                job.status(self.contract.document(), entry, call.job_time.is_zero())
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

    fn poll(
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
        let share = job::share(started, call.now, call.job_time);
        let progress = job.progress(self.contract.document(), plan, &json!(id), share);
        Ok(reply(plan, Some(progress)))
    }
}

/// The reply with the documented status; without a body if none is documented.
fn reply(plan: &Plan<'_>, body: Option<Value>) -> Reply {
    let success = &plan.operation.success;
    match body.filter(|_| success.schema.is_some()) {
        Some(body) => Reply::json(success.status, &body),
        None => Reply::empty(success.status),
    }
}
