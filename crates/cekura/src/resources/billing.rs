//! Credits and subscription.

use cekura_api::operations;
use cekura_api::scalars::OrganizationId;
use cekura_api::types::BillingInfo;

use super::reply_checks;
use crate::http::{CallOptions, Response, call_options, read, sends};
use crate::{Client, Error};

/// The operations on credits and the subscription, from [`Client::billing`].
#[derive(Clone, Debug)]
pub struct BillingClient {
    client: Client,
}

impl BillingClient {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Reads the balance and the subscription of the key's organization.
    ///
    /// Credits are exact decimals. The used credits lag behind by up to 30 minutes.
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) with a project's key: only an organization's key has access.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/organization/get-billing-info>
    pub fn info(&self) -> GetBillingInfo {
        GetBillingInfo {
            client: self.client.clone(),
            organization: None,
            options: self.client.options(),
        }
    }
}

/// Gets the balance when it is awaited.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetBillingInfo {
    client: Client,
    organization: Option<OrganizationId>,
    options: CallOptions,
}

call_options!(GetBillingInfo);

impl GetBillingInfo {
    /// Sets the organization. An access token needs it, a key does not.
    pub fn organization_id(mut self, id: impl Into<OrganizationId>) -> Self {
        self.organization = Some(id.into());
        self
    }
}

sends!(GetBillingInfo => BillingInfo);

impl GetBillingInfo {
    async fn run(self) -> Result<Response<BillingInfo>, Error> {
        let organization = self.organization;
        let send =
            |api: cekura_api::Client| async move { api.billing_info(organization.as_ref()).await };
        read(
            &self.client.shared,
            &self.options,
            &operations::BILLING_INFO,
            reply_checks::balance,
            send,
        )
        .await
    }
}
