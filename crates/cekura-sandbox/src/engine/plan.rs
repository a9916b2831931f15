//! What the engine does for an operation, derived from its path, its method and its reply.

use super::job::Job;
use super::shape::Shape;
use crate::contract::{Contract, Operation};

/// In the order in which their replies show most of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verb {
    Retrieve,
    Create,
    Update,
    Duplicate,
    List,
    Destroy,
}

/// The entity that an operation reads or changes.
#[derive(Debug)]
pub(super) struct Target<'c> {
    pub(super) verb: Verb,
    pub(super) entity: String,
    /// The parameter in the path that names one item.
    pub(super) key: Option<&'c str>,
}

/// A parameter in the path that names an item of another entity.
#[derive(Debug)]
pub(super) struct Owner<'c> {
    pub(super) parameter: &'c str,
    pub(super) entity: String,
}

/// One operation.
#[derive(Debug)]
pub(super) struct Plan<'c> {
    pub(super) operation: &'c Operation,
    pub(super) shape: Shape<'c>,
    pub(super) owners: Vec<Owner<'c>>,
    pub(super) target: Option<Target<'c>>,
    /// The job that it starts.
    pub(super) job: Option<Job<'c>>,
}

impl<'c> Plan<'c> {
    pub(super) fn new(contract: &'c Contract, operation: &'c Operation) -> Self {
        let description = contract.description(operation);
        let entity = description["x-cekura-resource"]["entity"].as_str();
        let mut path: Vec<&str> = operation.path.trim_matches('/').split('/').collect();
        let mut plan = Self {
            operation,
            shape: Shape::of(contract.document(), operation.success.schema.as_ref()),
            owners: Vec::new(),
            target: None,
            job: Job::read(&description["x-cekura-job"]),
        };
        let ending = path.pop_if(|last| *last == "duplicate");
        let item = path.pop_if(|last| parameter(last).is_some());
        let key = item.and_then(parameter);
        if let Some(verb) = plan.verb(contract, key.is_some(), ending.is_some()) {
            let collection = path.last().copied().unwrap_or_default();
            plan.target = Some(Target {
                verb,
                entity: entity.map_or_else(|| singular(collection), str::to_owned),
                key,
            });
        } else {
            path.extend(item);
        }
        let pairs = path.iter().zip(path.iter().skip(1));
        let owners = pairs.filter_map(|(owner, segment)| {
            Some(Owner {
                parameter: parameter(segment)?,
                entity: singular(owner),
            })
        });
        plan.owners = owners.collect();
        plan
    }

    /// What the operation does to an entity; `None` if it does something else.
    fn verb(&self, contract: &Contract, has_key: bool, is_copied: bool) -> Option<Verb> {
        let is_object = matches!(self.shape, Shape::Object(_));
        Some(match (self.operation.method.as_str(), has_key) {
            ("DELETE", true) => Verb::Destroy,
            ("POST", true) if is_copied && is_object => Verb::Duplicate,
            ("GET", false) if self.shape.is_list() => Verb::List,
            ("POST", false) if is_object && has_items(contract, self.operation) => Verb::Create,
            ("GET", true) if is_object => Verb::Retrieve,
            ("PATCH", true) if is_object => Verb::Update,
            _ => return None,
        })
    }
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

/// The name of the parameter that is this segment of a path.
fn parameter(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix('{')?.strip_suffix('}')?;
    (!name.contains('}')).then_some(name)
}

/// The name of an entity, from the name of its collection: `phone-numbers` is `phone_number`.
fn singular(collection: &str) -> String {
    let name = collection.replace('-', "_").to_lowercase();
    match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => name.strip_suffix('s').unwrap_or(&name).to_owned(),
    }
}
