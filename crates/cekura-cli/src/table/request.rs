//! One request of a row.

use cekura::{Effect, Method, Operation};
use serde_json::Value;

use super::flags::as_text;
use super::invocation::Call;
use crate::commands::interrupted;
use crate::failure::Failure;
use crate::session::Session;
use crate::stop::StopSignal;

/// A request that can be sent, with another page or as it is.
pub(super) struct Request {
    pub(super) operation: &'static Operation,
    pub(super) path: String,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) body: Option<Value>,
}

impl Request {
    /// Makes the request of a command.
    pub(super) fn of(call: &Call, session: &Session, body: Option<Value>) -> Self {
        let row = call.row;
        let arguments = row.arguments.iter();
        let path = row.operation.path_with(arguments.map(|field| {
            let value = field.given(&call.matches).as_ref().map(as_text);
            (field.name, value.unwrap_or_default())
        }));
        let given = row.options.iter().filter(|field| field.kind.has_flag());
        let given =
            given.filter_map(|field| Some((field.name, as_text(&field.given(&call.matches)?))));
        let mut request = Self {
            operation: row.operation,
            path,
            query: given.collect(),
            body,
        };
        request.add_configured(call, session);
        request
    }

    /// Adds the configured organization, and the configured project to a read that has no other scope.
    fn add_configured(&mut self, call: &Call, session: &Session) {
        let has = |name: &str| self.query.iter().any(|(known, _)| *known == name);
        let takes = |name: &str| call.row.option(name).is_some();
        let organization = session.organization.filter(|_| !has("organization_id"));
        let is_scoped = ["project", "project_id", "agent_id", "assistant_id"]
            .into_iter()
            .any(has);
        let reads = call.row.operation.effect == Effect::Read;
        let project = session.project.filter(|_| reads && !is_scoped);
        if let Some(id) = organization.filter(|_| takes("organization_id")) {
            self.query.push(("organization_id", id.to_string()));
        }
        for name in ["project_id", "project"] {
            if let Some(id) = project.filter(|_| takes(name)) {
                self.query.push((name, id.to_string()));
            }
        }
    }

    /// Sets a query parameter.
    pub(super) fn set(&mut self, name: &'static str, value: String) {
        self.query.retain(|(known, _)| *known != name);
        self.query.push((name, value));
    }

    /// Sends the request, and returns the reply; null for a reply without content.
    pub(super) async fn send(&self, session: &Session) -> Result<Value, Failure> {
        let method: Method = self.operation.method.parse().unwrap_or(Method::GET);
        let mut request = session.client.raw(method.clone(), self.path.as_str());
        for (name, value) in &self.query {
            request = request.query(*name, value);
        }
        if let Some(body) = &self.body {
            request = request.json(body);
        }
        let effect = request.effect()?;
        let reply = if effect == Effect::Read {
            request.await
        } else {
            let mut stop = StopSignal::listen();
            tokio::select! {
                biased;
                reply = request.into_future() => reply,
                () = stop.given() => return Err(interrupted(&method, &self.path, effect)),
            }
        };
        let reply = reply?;
        match reply.bytes().is_empty() {
            true => Ok(Value::Null),
            false => Ok(reply.json()?),
        }
    }
}
