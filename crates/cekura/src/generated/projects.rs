// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The operations of `projects`: projects with their settings and members.

use cekura_api::operations;
use crate::http::{CallOptions, Response, api_request, call_options, sends};
use crate::http::response_checks;
use crate::resources::lists;
use crate::{Client, Error};
/// The operations of [`Client::projects`](crate::Client::projects): projects with their
/// settings and members.
#[derive(Clone, Debug)]
pub struct ProjectsClient {
    pub(crate) client: Client,
}
impl ProjectsClient {
    /// Lists the projects.
    ///
    /// Every project that the key can see, in one reply without pages.
    /// Projects come with their members, so the reply of a large organization is large.
    /// With an OAuth token, give an organization or a project.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let projects = cekura.projects().list().await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_forbidden`](Error::is_forbidden) if the key lacks the permission;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/user/list-projects>
    #[inline]
    pub fn list(&self) -> ListProjects {
        ListProjects {
            client: self.client.clone(),
            organization_id: None,
            project_id: None,
            options: self.client.options(),
        }
    }
    /// Reads one project.
    ///
    /// The settings of the project and its members.
    /// Keys of providers and the secret of the webhook are never in the reply; fields that end in
    /// `_configured` say whether they are set.
    ///
    /// ```no_run
    /// # async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {
    /// let project = cekura.projects().get(44).await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    /// [`is_not_found`](Error::is_not_found) if it does not exist or the key has no access to it;
    /// [`is_invalid_response`](Error::is_invalid_response) if the response is not what was asked
    /// for.
    ///
    /// Source: <https://docs.cekura.ai/api-reference/user/get-project>
    #[inline]
    pub fn get(&self, id: impl Into<::cekura_api::scalars::ProjectId>) -> GetProject {
        GetProject {
            client: self.client.clone(),
            id: id.into(),
            options: self.client.options(),
        }
    }
}
/// The request of [`list`](ProjectsClient::list).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited or streamed"]
pub struct ListProjects {
    pub(crate) client: Client,
    pub(crate) organization_id: Option<::cekura_api::scalars::OrganizationId>,
    pub(crate) project_id: Option<::cekura_api::scalars::ProjectId>,
    pub(crate) options: CallOptions,
}
call_options!(ListProjects);
sends!(ListProjects => cekura_api::Page < cekura_api::types::Project >);
lists!(ListProjects => cekura_api::types::Project, operations::PROJECTS_LIST);
impl ListProjects {
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
impl ListProjects {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::Page<cekura_api::types::Project>>, Error> {
        let Self { client, organization_id, project_id, options } = self;
        let request = api_request!(
            api => api.projects_list(organization_id.as_ref(), project_id.as_ref())
        );
        crate::http::call(
                &client.shared,
                &options,
                &operations::PROJECTS_LIST,
                request,
                &|response: &cekura_api::Page<cekura_api::types::Project>| response_checks::page(
                    response,
                    None,
                ),
            )
            .await
    }
}
/// The request of [`get`](ProjectsClient::get).
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is awaited"]
pub struct GetProject {
    pub(crate) client: Client,
    pub(crate) id: ::cekura_api::scalars::ProjectId,
    pub(crate) options: CallOptions,
}
call_options!(GetProject);
sends!(GetProject => cekura_api::types::Project);
impl GetProject {
    #[inline]
    pub(crate) async fn run(
        self,
    ) -> Result<Response<cekura_api::types::Project>, Error> {
        let Self { client, id, options } = self;
        let asked = id.clone();
        let request = api_request!(api => api.projects_retrieve(& id));
        crate::http::call(
                &client.shared,
                &options,
                &operations::PROJECTS_RETRIEVE,
                request,
                &|response: &cekura_api::types::Project| response_checks::same_id(
                    response.id.as_ref(),
                    &asked,
                ),
            )
            .await
    }
}
