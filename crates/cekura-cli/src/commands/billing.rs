//! `cekura billing`.

use cekura::types::BillingInfo;

use crate::app::App;
use crate::cli::BillingArgs;
use crate::failure::Failure;
use crate::output::{Terminal, value_table};
use crate::session::Session;

pub(super) async fn billing(app: &mut App, args: &BillingArgs) -> Result<(), Failure> {
    let session = Session::open(app).await?;
    let request = session.client.billing().info();
    let info = match args.organization_id.or(session.organization) {
        Some(id) => request.organization_id(id).await,
        None => request.await,
    };
    let info = info.map_err(|e| Failure::from(e).about("the balance"))?;
    app.show(&info, |terminal| table(&info, terminal))
}

fn table(info: &BillingInfo, terminal: &Terminal) -> String {
    let subscription = info.subscription_status.as_ref();
    let values = [
        (
            "remaining",
            info.credits_remaining.as_ref().map(ToString::to_string),
        ),
        (
            "used in this cycle",
            info.credits_used.as_ref().map(ToString::to_string),
        ),
        (
            "initial balance",
            info.initial_balance.as_ref().map(ToString::to_string),
        ),
        (
            "expires",
            info.balance_expiry.as_ref().map(ToString::to_string),
        ),
        ("plan", subscription.and_then(|s| s.pack_name.clone())),
        (
            "subscription",
            subscription
                .and_then(|s| s.status.as_ref())
                .map(ToString::to_string),
        ),
    ];
    value_table(terminal, "CREDITS", values)
}
