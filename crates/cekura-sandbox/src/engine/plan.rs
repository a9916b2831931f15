//! What the sandbox does for each operation, derived from its path, its method and its reply.

use serde::Serialize;
use serde_json::Value;

use super::job::Job;
use super::shape::Shape;
use crate::contract::{Contract, Operation};

/// How an operation is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Level {
    /// By a handler that models the service.
    Modelled,
    /// By the engine: entities and jobs.
    Engine,
    /// With the contract's example, whatever is asked.
    Example,
}

impl Level {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Modelled => "modelled",
            Self::Engine => "engine",
            Self::Example => "example",
        }
    }
}

/// In the order in which their replies show most of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verb {
    Retrieve,
    Create,
    Replace,
    Update,
    Duplicate,
    List,
    Destroy,
}

/// A parameter in the path that names the owner of an entity.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parent {
    pub(super) parameter: String,
    pub(super) entity: String,
}

/// The entity that an operation reads or changes.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) verb: Verb,
    pub(super) entity: String,
    /// The contract names the entity.
    pub(super) is_declared: bool,
    pub(super) parents: Vec<Parent>,
    /// The parameter in the path that names one item.
    pub(super) key: Option<String>,
}

/// One operation.
#[derive(Debug)]
pub(super) struct Plan<'c> {
    pub(super) operation: &'c Operation,
    pub(super) shape: Shape<'c>,
    pub(super) target: Option<Target>,
    /// The job that it starts.
    pub(super) job: Option<Job<'c>>,
}

impl<'c> Plan<'c> {
    pub(super) fn new(contract: &'c Contract, operation: &'c Operation) -> Self {
        let shape = Shape::of(contract.document(), operation.success.schema.as_ref());
        let description = contract.description(operation);
        Self {
            operation,
            shape,
            target: target(
                contract,
                operation,
                shape,
                &description["x-cekura-resource"],
            ),
            job: Job::read(&description["x-cekura-job"]),
        }
    }
}

fn target(
    contract: &Contract,
    operation: &Operation,
    shape: Shape<'_>,
    declared: &Value,
) -> Option<Target> {
    let mut collection: Vec<&str> = operation.path.trim_matches('/').split('/').collect();
    let duplicates = operation.method == "POST" && collection.last() == Some(&"duplicate");
    if duplicates {
        collection.pop();
    }
    let key = collection.last().copied().and_then(parameter);
    if key.is_some() {
        collection.pop();
    }
    let is_object = matches!(shape, Shape::Object(_));
    let verb = match (operation.method.as_str(), key) {
        ("POST", Some(_)) if duplicates && is_object => Verb::Duplicate,
        _ if duplicates => return None,
        ("GET", Some(_)) if is_object => Verb::Retrieve,
        ("PATCH", Some(_)) if is_object => Verb::Update,
        ("PUT", Some(_)) if is_object => Verb::Replace,
        ("DELETE", Some(_)) => Verb::Destroy,
        ("GET", None) if shape.is_list() => Verb::List,
        ("POST", None) if is_object && (!declared.is_null() || has_items(contract, operation)) => {
            Verb::Create
        }
        _ => return None,
    };
    let pairs = collection.iter().zip(collection.iter().skip(1));
    let parents = pairs.filter_map(|(owner, segment)| {
        Some(Parent {
            parameter: parameter(segment)?.to_owned(),
            entity: singular(owner),
        })
    });
    let entity = match declared["entity"].as_str() {
        Some(entity) => singular(entity),
        None => singular(collection.last()?),
    };
    // Call logs are modelled: the engine would show others.
    (entity != "call_log").then_some(())?;
    Some(Target {
        verb,
        is_declared: declared["entity"].is_string(),
        entity,
        parents: parents.collect(),
        key: key.map(str::to_owned),
    })
}

/// Returns whether the path of the operation is a collection: it is listed, or a path of one item begins with it.
fn has_items(contract: &Contract, operation: &Operation) -> bool {
    contract.operations().iter().any(|other| {
        let rest = other.path.strip_prefix(operation.path.as_str());
        let is_item = |rest: &str| parameter(rest.trim_matches('/')).is_some();
        let shape = || Shape::of(contract.document(), other.success.schema.as_ref());
        rest.is_some_and(|rest| {
            is_item(rest) || (rest.is_empty() && other.method == "GET" && shape().is_list())
        })
    })
}

fn parameter(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!name.contains('}')).then_some(name)
}

/// The name of an entity, from the name of its collection: `phone-numbers` is `phone_number`.
pub(super) fn singular(collection: &str) -> String {
    let name = collection.replace('-', "_").to_lowercase();
    let name = name.strip_suffix("_external").unwrap_or(&name);
    let name = name
        .strip_prefix("ai")
        .filter(|rest| rest.starts_with("agent"))
        .unwrap_or(name);
    match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => name.strip_suffix('s').unwrap_or(name).to_owned(),
    }
}
