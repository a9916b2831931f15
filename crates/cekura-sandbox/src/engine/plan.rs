//! What the sandbox does for each operation, derived from its path, its method and its reply.

use serde_json::Value;

use super::job::Job;
use super::shape::Shape;
use super::store::Item;
use crate::contract::{Contract, Operation};

/// In the order in which their replies show most of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verb {
    Retrieve,
    Create,
    Replace,
    Update,
    Duplicate,
    List,
    /// What is about an item, or about all of them, and is none of the others.
    Act,
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
    /// What the contract says about it besides its path: `x-cekura-resource`.
    pub(super) declared: &'c Value,
    pub(super) target: Option<Target>,
    /// The job that it starts.
    pub(super) job: Option<Job<'c>>,
}

/// The words at the end of a path that name what is done to the item before them.
const ENDINGS: [(&str, &str); 2] = [("POST", "duplicate"), ("DELETE", "delete")];

impl<'c> Plan<'c> {
    pub(super) fn new(contract: &'c Contract, operation: &'c Operation) -> Self {
        let description = contract.description(operation);
        let mut plan = Self {
            operation,
            shape: Shape::of(contract.document(), operation.success.schema.as_ref()),
            declared: &description["x-cekura-resource"],
            target: None,
            job: Job::read(&description["x-cekura-job"]),
        };
        plan.target = plan.find_target(contract);
        plan
    }

    fn find_target(&self, contract: &Contract) -> Option<Target> {
        let method = self.operation.method.as_str();
        let mut path: Vec<&str> = self.operation.path.trim_matches('/').split('/').collect();
        let whole = path.clone();
        let has_ending = ENDINGS.contains(&(method, path.last()?));
        path.truncate(path.len() - usize::from(has_ending));
        let mut key = path.pop_if(|last| parameter(last).is_some());
        let is_object = matches!(self.shape, Shape::Object(_));
        let is_named = self.declared["entity"].is_string();
        let verb = match (method, key) {
            _ if self.is_report() => Verb::Act,
            ("DELETE", Some(_)) => Verb::Destroy,
            ("POST", Some(_)) if has_ending && is_object => Verb::Duplicate,
            ("GET", None) if self.shape.is_list() => Verb::List,
            ("POST", None) if is_object && (is_named || has_items(contract, self.operation)) => {
                Verb::Create
            }
            ("GET", Some(_)) if is_object => Verb::Retrieve,
            ("PATCH", Some(_)) if is_object => Verb::Update,
            ("PUT", Some(_)) if is_object => Verb::Replace,
            _ => Verb::Act,
        };
        if verb == Verb::Act {
            path = whole;
            let item = path.iter().rposition(|part| parameter(part).is_some());
            path.truncate(item.map_or(path.len(), |item| item + 1));
            key = path.pop_if(|last| parameter(last).is_some());
            // It is about nothing that the sandbox keeps.
            (key.is_some() || is_named).then_some(())?;
        }
        let pairs = path.iter().zip(path.iter().skip(1));
        let parents = pairs.filter_map(|(owner, segment)| {
            Some(Parent {
                parameter: parameter(segment)?.to_owned(),
                entity: singular(owner),
            })
        });
        let entity = singular(self.declared["entity"].as_str().or(path.last().copied())?);
        // Call logs are modelled: the engine would show others.
        (entity != "call_log" || verb == Verb::Act).then_some(())?;
        Some(Target {
            verb,
            is_declared: is_named,
            entity,
            parents: parents.collect(),
            key: key.and_then(parameter).map(str::to_owned),
        })
    }

    /// Is the reply computed, in the form of the example?
    pub(super) fn is_report(&self) -> bool {
        let keys = ["shows", "each", "hides"];
        keys.iter().any(|key| self.declared.get(key).is_some())
    }

    /// Does a field of the reply show this?
    pub(super) fn shows(&self, what: &str) -> bool {
        let mut shows = self.declared["shows"].as_object().into_iter().flatten();
        shows.any(|(_, shown)| shown == what)
    }

    /// Is each item about the calls that fail a metric?
    pub(super) fn is_about_calls(&self) -> bool {
        self.declared["each"].is_string() || self.shows("count") || self.shows("calls")
    }

    /// The items in the example of a report: the whole, or the entries of its list.
    pub(super) fn rows(&self) -> Vec<&Item> {
        let example = self.operation.success.examples.first();
        let is_one = self
            .target
            .as_ref()
            .is_some_and(|target| target.key.is_some());
        match example {
            Some(Value::Object(one)) if is_one => vec![one],
            Some(Value::Object(whole)) => whole.values().flat_map(entries).collect(),
            Some(list) => entries(list).collect(),
            None => Vec::new(),
        }
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

/// The objects of a list.
pub(super) fn entries(list: &Value) -> impl Iterator<Item = &Item> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
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
