// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `personalities`: speech and behaviour of testing agents.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::personalities`](crate::Client::personalities): speech and
/// behaviour of testing agents.
#[derive(Clone, Debug)]
pub struct PersonalitiesClient {
    pub(crate) client: Client,
}
impl PersonalitiesClient {
    /// Lists the personalities.
    ///
    /// The personalities of the organization and those available to every organization, in one
    /// reply without pages.
    /// The reply is large; a language or a project makes it smaller.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let personalities = cekura.personalities().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/test_framework/list-personalities>
    #[inline]
    pub fn list(&self) -> ListPersonalities {
        ListPersonalities {
            client: self.client.clone(),
            language: None,
            project_id: None,
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](PersonalitiesClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListPersonalities {
    pub(crate) client: Client,
    pub(crate) language: Option<String>,
    pub(crate) project_id: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) options: CallOptions,
}
call_options!(ListPersonalities);
sends!(ListPersonalities => cekura_api::Page < cekura_api::types::Personality >);
lists!(
    ListPersonalities => cekura_api::types::Personality, operations::PERSONALITIES_LIST
);
impl ListPersonalities {
    /// Sets `language`: Only personalities that speak this language.
    #[inline]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }
    /// Sets `project_id`: Only entries of this project.
    #[inline]
    pub fn project_id(
        mut self,
        project_id: impl Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        self.project_id = Some(project_id.into());
        self
    }
}
impl ListPersonalities {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::Personality>>, Error> {
        let Self { client, language, project_id, options } = self;
        let request = api_request!(
            api => api.personalities_list(language.as_deref(), project_id.as_ref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::PERSONALITIES_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::Personality>| response_checks::page(
                    response,
                    None,
                ),
            )
            .await
    }
}
