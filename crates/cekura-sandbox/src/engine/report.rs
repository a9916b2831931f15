//! Replies in the form of the contract's example: about one item, about all of them, and about the calls that fail the
//! metric of an item.

use serde_json::{Map, Value, json};

use super::answer::{Call, reply};
use super::catalog::{Engine, Site};
use super::entity::Entity;
use super::failures::{Row, is_done};
use super::moments::{self, time_of};
use super::plan::{Plan, entries};
use super::shape::{Shape, show};
use super::store::Item;
use crate::credits::Credits;
use crate::server::Reply;
use crate::state::State;
use crate::timestamp::Timestamp;

/// How many of its calls an entry of a list names.
const NAMED: usize = 5;
const PAGE_SIZE: usize = 50;
const LARGEST_PAGE: usize = 200;

impl<'c> Engine<'c> {
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
        if !form.is_one && plan.shows("calls") {
            rows.retain(|row| !row.calls.is_empty());
        }
        if plan.shows("percent") {
            rows.retain(|row| row.judged > 0);
        }
        if plan.shows("count") {
            rows.sort_by_key(|row| std::cmp::Reverse(row.calls.len()));
        }
        let example = plan.operation.success.examples.first();
        let body = example.map(|example| match (shows["*"].as_str(), example) {
            (Some("count"), _) => {
                let key = |row: &Row| site.entity.key_of(&row.item);
                let counts = rows.iter().map(|row| (key(row), row.calls.len().into()));
                Value::Object(counts.collect())
            }
            (Some("days"), _) => {
                rows.retain(|row| is_done(state, call, site.entity, &row.item));
                days(&rows)
            }
            (_, Value::Object(example)) => {
                let body = form.object(example, &rows, form.is_one);
                match (plan.shape, &body) {
                    // What was sent may have another form than what is shown.
                    (Shape::Object(schema), Value::Object(body)) => {
                        show(self.contract.document(), schema, body, Some(example))
                    }
                    _ => body,
                }
            }
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
        let own = item.get(name).or(own);
        let mut value = own.unwrap_or(example).clone();
        let time = time_of(item, "timestamp").or_else(|| time_of(item, "created_at"));
        if let (None, Some(from), Some(to)) = (own, moments::first(example), time) {
            moments::shift(&mut value, from, to);
        }
        value
    }

    /// The calls, as numbers or as objects: all, or a page of them if there are pages; some in an entry of a list.
    fn calls(&self, example: &Value, rows: &[Row]) -> Value {
        let asked = self.call.asked;
        let (skip, take) = match asked.operation.parameter("page") {
            _ if !self.is_one => (0, NAMED),
            None => (0, usize::MAX),
            Some(_) => {
                let number = |name| asked.query_number(name).map(|n| n.unsigned_abs() as usize);
                let size = number("page_size").unwrap_or(PAGE_SIZE).min(LARGEST_PAGE);
                (number("page").unwrap_or(1).saturating_sub(1) * size, size)
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
