//! One request of a row.

use cekura::{Effect, Method, Operation};
use serde_json::Value;

use super::invocation::Call;
use crate::cli::PageArgs;
use crate::commands::unless_interrupted;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;

/// The page size where none is given, if more are wanted.
const PAGE_SIZE: usize = 100;

/// A request that can be sent, with another page or as it is.
pub(super) struct Request {
    operation: &'static Operation,
    pub(super) path: String,
    query: Vec<(&'static str, String)>,
    body: Option<Value>,
    /// How many entries of its replies to show at most.
    pub(super) limit: usize,
}

impl Request {
    /// Makes the request of a command, with the configured organization and project.
    pub(super) fn of(call: &Call, session: &Session, body: Option<Value>) -> Result<Self, Failure> {
        let mut request = Self {
            operation: call.row.operation,
            path: call
                .row
                .operation
                .path_with(call.texts(call.row.arguments)?),
            query: call.texts(call.row.options)?,
            body,
            limit: usize::MAX,
        };
        // A read that has no other scope is about the configured project.
        let scopes = ["project", "project_id", "agent_id", "assistant_id"];
        let is_scoped = scopes.into_iter().any(|name| request.has(name));
        let is_read = call.row.operation.effect == Effect::Read;
        let project = session.project.filter(|_| is_read && !is_scoped);
        request.add(call, "organization_id", session.organization);
        request.add(call, "project_id", project);
        request.add(call, "project", project);
        if call.row.is_list && !request.has("page") {
            request.limit = call.args::<PageArgs>()?.limit();
            // One more than is shown, to see whether there are more.
            let size = request.limit.saturating_add(1).min(PAGE_SIZE);
            request.add(call, "page_size", Some(size));
        }
        Ok(request)
    }

    /// Sets a query parameter that the operation has, unless it is given.
    fn add(&mut self, call: &Call, name: &'static str, value: Option<impl ToString>) {
        let takes = call.row.options.iter().any(|field| field.name == name);
        if let Some(value) = value.filter(|_| takes && !self.has(name)) {
            self.set(name, value);
        }
    }

    /// Returns whether it has a query parameter.
    pub(super) fn has(&self, name: &str) -> bool {
        self.query.iter().any(|(known, _)| *known == name)
    }

    /// Sets a query parameter.
    pub(super) fn set(&mut self, name: &'static str, value: impl ToString) {
        self.query.retain(|(known, _)| *known != name);
        self.query.push((name, value.to_string()));
    }

    /// Sends the request, and returns the reply, without the key if it repeats that; null for a reply without content.
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
        let reply = unless_interrupted(request.send(), &method, &self.path, effect).await??;
        if reply.bytes().is_empty() {
            return Ok(Value::Null);
        }
        let value: Value = reply.json()?;
        let text = String::from_utf8_lossy(reply.bytes());
        let redacted = session.client.redact(&text);
        match redacted == text {
            true => Ok(value),
            false => serde_json::from_str(&redacted).map_err(|_| {
                let message = "the response repeats the API key and cannot be shown without it";
                Failure::own(Exit::Other, message)
            }),
        }
    }
}
