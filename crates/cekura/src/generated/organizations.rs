// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `organizations`: organizations and their plans.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::organizations`](crate::Client::organizations): organizations
/// and their plans.
#[derive(Clone, Debug)]
pub struct OrganizationsClient {
    pub(crate) client: Client,
}
impl OrganizationsClient {
    /// Lists the organizations.
    ///
    /// A page of the organizations that the key or the person belongs to, with their limits,
    /// members and projects.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let organizations = cekura.organizations().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/user/list-organizations>
    #[inline]
    pub fn list(&self) -> ListOrganizations {
        ListOrganizations {
            client: self.client.clone(),
            page: None,
            page_size: None,
            search: None,
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](OrganizationsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListOrganizations {
    pub(crate) client: Client,
    pub(crate) page: Option<i64>,
    pub(crate) page_size: Option<i64>,
    pub(crate) search: Option<String>,
    pub(crate) options: CallOptions,
}
call_options!(ListOrganizations);
sends!(ListOrganizations => cekura_api::Page < cekura_api::types::Organization >);
lists!(
    ListOrganizations => cekura_api::types::Organization, operations::ORGANIZATIONS_LIST,
    paged
);
impl ListOrganizations {
    /// Sets `page`: The number of the page, counted from 1.
    #[inline]
    pub fn page(mut self, page: impl Into<i64>) -> Self {
        self.page = Some(page.into());
        self
    }
    /// Sets `page_size`: Entries on a page. 200 is known to work; the largest accepted value is
    /// not documented.
    #[inline]
    pub fn page_size(mut self, page_size: impl Into<i64>) -> Self {
        self.page_size = Some(page_size.into());
        self
    }
    /// Sets `search`: Text to look for.
    #[inline]
    pub fn search(mut self, search: impl Into<String>) -> Self {
        self.search = Some(search.into());
        self
    }
}
impl ListOrganizations {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::Organization>>, Error> {
        let Self { client, page, page_size, search, options } = self;
        let asked = page_size.and_then(|size| usize::try_from(size).ok());
        let request = api_request!(
            api => api.organizations_list(page, page_size, search.as_deref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::ORGANIZATIONS_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::Organization>| response_checks::page(
                    response,
                    Some(asked),
                ),
            )
            .await
    }
}
