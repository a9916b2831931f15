//! `billing_info`: the balance.

use std::time::Duration;

use http::{StatusCode, header};
use serde_json::json;

use super::Asked;
use super::auth::Scope;
use crate::errors::{FieldErrors, detail};
use crate::lock;
use crate::server::Reply;
use crate::shared::Shared;

/// The organization of the sandbox.
pub(crate) const ORGANIZATION: i64 = 9;
const DAY: u64 = 86_400;

pub(super) fn answer(shared: &Shared, asked: &Asked<'_>, scope: Scope) -> Reply {
    if matches!(scope, Scope::Project(_)) {
        return detail(
            StatusCode::FORBIDDEN,
            "The balance belongs to the organization: a key of one project may not see it.",
        );
    }
    let is_token = asked.headers.contains_key(header::AUTHORIZATION);
    if is_token && asked.query("organization_id").is_none() {
        return FieldErrors::one(
            "organization_id",
            format!(
                "A bearer token does not say whose balance is meant: name the organization in the query, here \
                 organization_id={ORGANIZATION}."
            ),
        )
        .reply();
    }
    let (left, used, bought) = {
        let state = lock(&shared.state);
        let now = shared.clock.now();
        let spent = state.ledger.credits_spent();
        (state.credits_left(now), spent, state.credits_bought(now))
    };
    let started = shared.world.started;
    let days = |n: u64| Duration::from_secs(n * DAY);
    let expiry = started.plus(days(23)).whole_second();
    let info = json!({
        "organization": ORGANIZATION,
        "credits_remaining": left,
        "credits_used": used,
        "initial_balance": bought,
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
        "updated_at": shared.clock.now()
    });
    Reply::json(StatusCode::OK, &info)
}
