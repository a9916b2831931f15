// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `phone_numbers`: telephone numbers for tests.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::phone_numbers`](crate::Client::phone_numbers): telephone
/// numbers for tests.
#[derive(Clone, Debug)]
pub struct PhoneNumbersClient {
    pub(crate) client: Client,
}
impl PhoneNumbersClient {
    /// Lists the phone numbers for inbound tests.
    ///
    /// The telephone numbers that inbound tests can use, in one reply without pages.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let phone_numbers = cekura.phone_numbers().inbound().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/list-inbound-phone-numbers>
    #[inline]
    pub fn inbound(&self) -> GetPhoneNumberInbound {
        GetPhoneNumberInbound {
            client: self.client.clone(),
            organization_id: None,
            options: self.client.options(),
        }
    }
}
/// The request of [`inbound`](PhoneNumbersClient::inbound).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct GetPhoneNumberInbound {
    pub(crate) client: Client,
    pub(crate) organization_id: Option<::cekura_api::scalars::OrganizationId>,
    pub(crate) options: CallOptions,
}
call_options!(GetPhoneNumberInbound);
sends!(GetPhoneNumberInbound => cekura_api::Page < cekura_api::types::PhoneNumber >);
lists!(
    GetPhoneNumberInbound => cekura_api::types::PhoneNumber,
    operations::PHONE_NUMBERS_INBOUND
);
impl GetPhoneNumberInbound {
    /// Sets `organization_id`: Only entries of this organization.
    /// A key belongs to one organization; an OAuth token needs it where nothing narrower is
    /// given.
    #[inline]
    pub fn organization_id(
        mut self,
        organization_id: impl Into<::cekura_api::scalars::OrganizationId>,
    ) -> Self {
        self.organization_id = Some(organization_id.into());
        self
    }
}
impl GetPhoneNumberInbound {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::PhoneNumber>>, Error> {
        let Self { client, organization_id, options } = self;
        let request = api_request!(
            api => api.phone_numbers_inbound(organization_id.as_ref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::PHONE_NUMBERS_INBOUND,
                request,
                &|response: &cekura_api::Page<cekura_api::types::PhoneNumber>| response_checks::page(
                    response,
                    None,
                ),
            )
            .await
    }
}
