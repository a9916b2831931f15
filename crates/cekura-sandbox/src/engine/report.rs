//! Replies in the form of the contract's example: about one item, about all of them, and about the calls that fail the
//! metric of an item.

use serde_json::{Map, Value, json};

use super::answer::{Call, reply};
use super::catalog::{Engine, Site};
use super::entity::{Entity, text_of};
use super::job::Progress;
use super::plan::{Plan, entries};
use super::stock::hash;
use super::store::Item;
use crate::credits::Credits;
use crate::routes::Window;
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;

/// The items that are about one metric at the start: each has a part of the calls that fail it.
pub(super) const PARTS: usize = 2;
/// How many of its calls an entry of a list names.
const NAMED: usize = 5;
const PAGE_SIZE: usize = 50;
const LARGEST_PAGE: usize = 200;

/// Whether a call passed a metric.
#[derive(Debug)]
struct Judged {
    call_log: i64,
    at: Timestamp,
    metric: i64,
    passed: bool,
}

/// An item, and the calls that it is about.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) item: Item,
    /// How many calls its metric judged, in all its parts.
    judged: usize,
    /// The calls that failed, the newest first.
    pub(super) calls: Vec<(i64, Timestamp)>,
}

impl<'c> Engine<'c> {
    /// The items with their calls of the period that is asked for.
    ///
    /// # Errors
    /// 400 for a period that cannot be read.
    pub(super) fn rows(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        entity: &Entity,
        items: Vec<Item>,
    ) -> Result<Vec<Row>, Reply> {
        let hours = plan.declared["hours"].as_u64();
        let window = Window::of_report(call.asked, call.now, hours)?;
        let judged = match plan.is_report() {
            true => judged(state, call, &window),
            false => Vec::new(),
        };
        let audits = plan.declared["until"].as_str();
        let audits = audits.and_then(|name| self.entities.get(name));
        let audits: Option<Vec<Item>> = audits.map(|entity| {
            let mut audits = self.all(state, call, entity, &entity.name);
            audits.retain(|audit| is_done(state, call, entity, audit));
            audits
        });
        let row = |item: Item| {
            let is_metric = entity.name == "metric";
            let metric = number(&item, if is_metric { &entity.key } else { "metric" });
            let is_audited = |one: &&Judged| {
                audits.as_ref().is_none_or(|audits| {
                    let is_own = |audit: &&Item| metric == number(audit, "metric");
                    let mut own = audits.iter().filter(is_own);
                    own.any(|audit| Some(one.at) <= time_of(audit, "created_at"))
                })
            };
            let own = judged.iter().filter(|one| metric == Some(one.metric));
            let own: Vec<&Judged> = own.filter(is_audited).collect();
            let part = number(&item, "part");
            let part_of = |call_log: i64| (hash(&call_log.to_string()) % PARTS as u64) as i64;
            let is_in = |call_log| part.is_none_or(|part| part_of(call_log) == part);
            let failed = own.iter().filter(|one| !one.passed && is_in(one.call_log));
            Row {
                judged: own.len(),
                calls: failed.map(|one| (one.call_log, one.at)).collect(),
                item,
            }
        };
        Ok(items.into_iter().map(row).collect())
    }

    /// The reply about these items, or about the one that the path names.
    pub(super) fn report(
        &self,
        state: &State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        site: &Site<'_>,
        mut rows: Vec<Row>,
    ) -> Reply {
        let shows = &plan.declared["shows"];
        let form = Form {
            shows,
            entity: site.entity,
            call,
            is_one: site.target.key.is_some(),
        };
        let shown = |what: &str| {
            let mut shown = shows.as_object().into_iter().flatten();
            shown.any(|(_, value)| value == what)
        };
        if !form.is_one && shown("calls") {
            rows.retain(|row| !row.calls.is_empty());
        }
        if shown("percent") {
            rows.retain(|row| row.judged > 0);
        }
        if shown("count") {
            rows.sort_by_key(|row| std::cmp::Reverse(row.calls.len()));
        }
        let example = plan.operation.success.examples.first();
        let body = example.map(|example| match (shows["*"].as_str(), example) {
            (Some("count"), _) => {
                let key = |row: &Row| text_of(&row.item[&site.entity.key]);
                let counts = rows.iter().map(|row| (key(row), row.calls.len().into()));
                Value::Object(counts.collect())
            }
            (Some("days"), _) => {
                rows.retain(|row| is_done(state, call, site.entity, &row.item));
                days(&rows)
            }
            (_, Value::Object(example)) => form.object(example, &rows, form.is_one),
            (_, example) => form.list(example, &rows),
        });
        reply(plan, body)
    }
}

/// How the example is filled.
#[derive(Debug)]
struct Form<'r> {
    /// What the fields show that are not those of an item.
    shows: &'r Value,
    entity: &'r Entity,
    call: &'r Call<'r>,
    is_one: bool,
}

impl Form<'_> {
    /// An entry for each item, in the form of the first one.
    fn list(&self, example: &Value, rows: &[Row]) -> Value {
        let entry = |form| {
            rows.chunks(1)
                .map(|row| self.object(form, row, true))
                .collect()
        };
        entries(example)
            .next()
            .map_or_else(|| example.clone(), entry)
    }

    fn object(&self, example: &Map<String, Value>, rows: &[Row], is_item: bool) -> Value {
        let item = rows.first().filter(|_| is_item).map(|row| &row.item);
        let count = rows.iter().map(|row| row.calls.len()).sum::<usize>();
        let field = |(name, example): (&String, &Value)| {
            let value = match self.shows[name].as_str() {
                Some("count") => count.into(),
                Some("calls") => self.calls(example, rows),
                Some("percent") => {
                    let judged = rows.iter().map(|row| row.judged).sum::<usize>();
                    ((count as f64 / judged as f64 * 1_000.0).round() / 10.0).into()
                }
                Some("price") => (Credits::PER_OPERATION.hundredths() as f64 / 100.0).into(),
                _ => match (self.call.body.get(name), item) {
                    (Some(sent), _) => sent.clone(),
                    (None, Some(item)) => self.of_item(name, item, example),
                    (None, None) => self.list(example, rows),
                },
            };
            (name.clone(), value)
        };
        Value::Object(example.iter().map(field).collect())
    }

    /// The field of the item: its own, or one that names the item. What it lacks is the example's, at the item's time.
    fn of_item(&self, name: &str, item: &Item, example: &Value) -> Value {
        let short = name.strip_prefix(self.entity.name.as_str());
        let own = match short {
            Some("" | "_id") => item.get(&self.entity.key),
            Some(rest) => item.get(rest.trim_start_matches('_')),
            None => None,
        };
        let time = || time_of(item, "timestamp").or_else(|| time_of(item, "created_at"));
        let own = item.get(name).or(own).cloned();
        own.unwrap_or_else(|| at(example, time()))
    }

    /// The calls, as numbers or as objects: all, or a page of them if there are pages; some in an entry of a list.
    fn calls(&self, example: &Value, rows: &[Row]) -> Value {
        let asked = self.call.asked;
        let (skip, take) = match asked.operation.parameter_example("page") {
            _ if !self.is_one => (0, NAMED),
            None => (0, usize::MAX),
            Some(_) => {
                let number = |name| asked.query_number(name).map(|n| n.unsigned_abs() as usize);
                let size = number("page_size").unwrap_or(PAGE_SIZE).min(LARGEST_PAGE);
                ((number("page").unwrap_or(1) - 1) * size, size)
            }
        };
        let form = entries(example).next();
        let shown = |(id, time): &(i64, Timestamp)| match form {
            None => Value::from(*id),
            Some(form) => {
                let fields = form.iter().map(|(name, value)| {
                    let is_id = value.is_number();
                    (name.clone(), if is_id { json!(id) } else { json!(time) })
                });
                Value::Object(fields.collect())
            }
        };
        let calls = rows.iter().flat_map(|row| &row.calls);
        calls.skip(skip).take(take).map(shown).collect()
    }
}

/// Every yes-or-no verdict on a call of the period that the key may see, the newest call first.
fn judged(state: &State, call: &Call<'_>, window: &Window) -> Vec<Judged> {
    let mut all = Vec::new();
    for id in call.world.call_log_ids().rev() {
        let at = call.world.times(id).timestamp;
        if !window.contains(at) || !call.scope.sees_call_log(state, call.world, id, call.now) {
            continue;
        }
        let verdicts = state.view(call.world, id, call.now).verdicts;
        let verdicts = verdicts.into_iter().flatten();
        all.extend(verdicts.filter_map(|verdict| {
            Some(Judged {
                call_log: id,
                at,
                metric: verdict.metric,
                passed: verdict.finding.passed()?,
            })
        }));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    all
}

/// Has the work that made the item ended? That of the items at the start has.
fn is_done(state: &State, call: &Call<'_>, entity: &Entity, item: &Item) -> bool {
    let started = state
        .entities
        .started(&entity.name, &text_of(&item[&entity.key]));
    started.is_none_or(|at| Progress::new(at, call, state.quirks.job_outcome) == Progress::Done)
}

/// The days on which the items were created, the newest first.
fn days(rows: &[Row]) -> Value {
    let times = rows
        .iter()
        .filter_map(|row| time_of(&row.item, "created_at"));
    let mut days: Vec<String> = times
        .map(|time| time.to_string()[..10].to_owned())
        .collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    json!(days)
}

fn number(item: &Item, field: &str) -> Option<i64> {
    item.get(field)?.as_i64()
}

fn time_of(item: &Item, field: &str) -> Option<Timestamp> {
    Timestamp::parse(item.get(field)?.as_str()?)
}

/// The example with all its moments at this one: as text, or as nanoseconds in text.
fn at(example: &Value, time: Option<Timestamp>) -> Value {
    match (example, time) {
        (Value::Array(list), _) => list.iter().map(|value| at(value, time)).collect(),
        (Value::Object(fields), _) => {
            let fields = fields.iter();
            let fields = fields.map(|(name, value)| (name.clone(), at(value, time)));
            Value::Object(fields.collect())
        }
        (Value::String(text), Some(time)) => match text.parse::<u64>() {
            Ok(_) if text.len() == 19 => format!("{}000", time.0).into(),
            Err(_) if Timestamp::parse(text).is_some() => json!(time),
            _ => example.clone(),
        },
        _ => example.clone(),
    }
}
