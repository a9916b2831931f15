// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `billing`: the balance and the use of credits.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::{Client, Error};
/// The operations of [`Client::billing`](crate::Client::billing): the balance and the use of
/// credits.
#[derive(Clone, Debug)]
pub struct BillingClient {
    pub(crate) client: Client,
}
impl BillingClient {
    /// Reads the balance of an organization.
    ///
    /// Credits left, credits used in this billing cycle (up to 30 minutes late), and the state of
    /// the subscription.
    /// A key that belongs to an organization needs no parameter; with an OAuth token, give the
    /// organization; the token must belong to one of its administrators.
    /// Keys of a project are refused with 403.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let info = cekura.billing().info().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/organization/get-billing-info>
    #[inline]
    pub fn info(&self) -> GetBillingInfo {
        GetBillingInfo {
            client: self.client.clone(),
            organization_id: None,
            options: self.client.options(),
        }
    }
}
/// The request of [`info`](BillingClient::info).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetBillingInfo {
    pub(crate) client: Client,
    pub(crate) organization_id: Option<::cekura_api::scalars::OrganizationId>,
    pub(crate) options: CallOptions,
}
call_options!(GetBillingInfo);
sends!(GetBillingInfo => cekura_api::types::BillingInfo);
impl GetBillingInfo {
    /// Sets `organization_id`: The organization.
    /// Only an OAuth token needs it; a key belongs to one organization.
    #[inline]
    pub fn organization_id(
        mut self,
        organization_id: impl Into<::cekura_api::scalars::OrganizationId>,
    ) -> Self {
        self.organization_id = Some(organization_id.into());
        self
    }
}
impl GetBillingInfo {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::BillingInfo>, Error> {
        let Self { client, organization_id, options } = self;
        let request = api_request!(api => api.billing_info(organization_id.as_ref()));
        crate::http::call(
                &client.shared,
                &options,
                &operations::BILLING_INFO,
                request,
                &|response: &cekura_api::types::BillingInfo| response_checks::documented(
                    "organization",
                    &[
                        response.organization.is_some(),
                        response.credits_remaining.is_some(),
                        response.credits_used.is_some(),
                        response.initial_balance.is_some(),
                        response.balance_expiry.is_some(),
                        response.subscription_status.is_some(),
                        response.created_at.is_some(),
                        response.updated_at.is_some(),
                    ],
                ),
            )
            .await
    }
}
