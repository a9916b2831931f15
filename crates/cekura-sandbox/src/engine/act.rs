//! What is about an item, or about all of them, and is no reading, writing or listing.

use http::StatusCode;

use super::answer::Call;
use super::catalog::{Engine, Site};
use super::entity::Entity;
use super::plan::Plan;
use super::stock;
use super::store::{Hidden, Item};
use crate::credits::Credits;
use crate::errors::detail;
use crate::routes::not_found;
use crate::server::Reply;
use crate::state::State;

impl<'c> Engine<'c> {
    /// Does what the contract declares, and replies in the form of the example. `item` is the one that the path names.
    pub(super) fn act(
        &self,
        state: &mut State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        site: &Site<'_>,
        item: Option<Item>,
    ) -> Result<Reply, Reply> {
        let declared = plan.declared;
        if let Some(needed) = declared["needs"].as_str() {
            let value = item.as_ref().and_then(|item| item.get(needed)?.as_str());
            let has = value.is_some_and(|value| !value.is_empty());
            has.then_some(()).ok_or_else(not_found)?;
        }
        for (list, sent) in declared["hides"].as_object().into_iter().flatten() {
            // `mode_title` of the request is `title` of an entry.
            let sent = sent.as_str().unwrap_or_default();
            let hidden = Hidden {
                project: call.body["project"].as_i64().unwrap_or_default(),
                list: list.clone(),
                field: sent.rsplit('_').next().unwrap_or_default().to_owned(),
                value: call.body[sent].clone(),
            };
            state.entities.hide(&site.entity.name, hidden);
        }
        let each = declared["each"].as_str();
        let items = match (item, each.and_then(|each| self.entities.get(each))) {
            (Some(item), _) => vec![item],
            (None, Some(each)) => self.create_for_each(state, call, plan, site, each)?,
            (None, None) => {
                let all = self.all(state, call, site.entity, &site.set);
                self.seen(call, site, all)
            }
        };
        let rows = self.rows(state, call, plan, site.entity, items)?;
        Ok(self.report(state, call, plan, site, rows))
    }

    /// Creates an item for each metric that a call of the period failed, or for each of those that are named, and charges
    /// each.
    fn create_for_each(
        &self,
        state: &mut State,
        call: &Call<'_>,
        plan: &Plan<'c>,
        site: &Site<'_>,
        each: &Entity,
    ) -> Result<Vec<Item>, Reply> {
        let names = call.body[format!("{}_names", each.name)].as_array();
        let mut metrics = self.all(state, call, each, &each.name);
        metrics.retain(|metric| {
            let project = stock::project_of(each, metric, call.world);
            call.body["project"].as_i64() == project
                && names.is_none_or(|names| names.contains(metric.get("name").unwrap_or_default()))
        });
        let mut failed = self.rows(state, call, plan, each, metrics)?;
        failed.retain(|row| !row.calls.is_empty());
        can_pay(state, call, failed.len() as u64)?;
        let mut created = Vec::new();
        for row in failed {
            state.ledger.charge(call.asked.number, &plan.operation.id);
            let mut item = self.create(state, call, site, None);
            let metric = row.item[&each.key].as_i64();
            let metric = metric.and_then(|id| call.world.metric(id));
            let owner = metric.and_then(|metric| call.world.agent(metric.agent));
            if let Some((metric, owner)) = metric.zip(owner) {
                item.extend(stock::of_metric(metric, owner));
            }
            let key = site.entity.key_of(&item);
            state.entities.start(&site.entity.name, key, call.now);
            state.entities.put(site, item.clone());
            created.push(item);
        }
        Ok(created)
    }
}

/// Checks that the credits are enough for `times` operations.
///
/// # Errors
/// 402.
pub(super) fn can_pay(state: &State, call: &Call<'_>, times: u64) -> Result<(), Reply> {
    if state.credits_left(call.now) < Credits::PER_OPERATION.times(times) {
        let text = "Insufficient balance for this operation";
        return Err(detail(StatusCode::PAYMENT_REQUIRED, text));
    }
    Ok(())
}
