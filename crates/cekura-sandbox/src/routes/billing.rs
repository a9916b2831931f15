//! `billing_info`: the balance.

use std::time::Duration;

use http::{StatusCode, header};
use serde_json::json;

use crate::errors::{FieldErrors, detail};
use crate::request::{Call, Scope};
use crate::server::Reply;
use crate::state::State;
use crate::world::ORGANIZATION;

const DAY: u64 = 86_400;

pub(super) fn answer(state: &mut State, call: &Call<'_>) -> Result<Reply, Reply> {
    if matches!(call.scope, Scope::Project(_)) {
        return Err(detail(
            StatusCode::FORBIDDEN,
            "The balance belongs to the organization: a key of one project may not see it.",
        ));
    }
    let is_token = call.asked.headers.contains_key(header::AUTHORIZATION);
    if is_token && call.asked.query("organization_id").is_none() {
        let text = format!(
            "A bearer token does not say whose balance is meant: name the organization in the query, here \
             organization_id={ORGANIZATION}."
        );
        return Err(FieldErrors::one("organization_id", text).reply());
    }
    let started = call.world.started;
    let days = |n: u64| Duration::from_secs(n * DAY);
    let expiry = started.plus(days(23)).whole_second();
    let info = json!({
        "organization": ORGANIZATION,
        "credits_remaining": state.credits_left(call.now),
        "credits_used": state.ledger.credits_spent(),
        "initial_balance": state.credits_bought(call.now),
        "balance_expiry": expiry,
        "subscription_status": {
            "status": "active",
            "is_active": true,
            "is_trial": false,
            "pack_name": "Sandbox",
            "expire_at": expiry,
            "last_payment_at": started.minus(days(7)).whole_second(),
            "days_until_expiry": 23,
            "created_at": started.minus(days(212)).whole_second(),
            "pack": {
                "name": "Sandbox",
                "max_concurrent_runs_limit": 10,
                "max_concurrent_chat_runs_limit": 25,
                "max_agents_limit": -1,
                "max_members_limit": 40,
                "max_projects_limit": 8,
                "billing_type": "subscription",
                "subscription_overage": "0.11"
            }
        },
        "created_at": started.minus(days(212)),
        "updated_at": call.now
    });
    Ok(Reply::json(StatusCode::OK, &info))
}
