//! The OpenAPI document: operations, their requests and replies.

use std::sync::LazyLock;

use cekura_schema::Violation;
use serde_json::Value;

use super::operation::Operation;
use super::parameters;

const DOCUMENT: &str = include_str!("openapi.json");
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The contract of this version of the sandbox.
pub(crate) static CONTRACT: LazyLock<Contract> = LazyLock::new(|| {
    // A broken document still gives a contract, one without operations; the tests of this module see to it
    // that this does not happen unnoticed.
    Contract::new(serde_json::from_str(DOCUMENT).unwrap_or_default())
});

/// An OpenAPI document, prepared for routing and checking.
#[derive(Debug)]
pub(crate) struct Contract {
    document: Value,
    operations: Vec<Operation>,
}

/// The result of looking up a method and path.
#[derive(Debug)]
pub(crate) enum Found<'a> {
    Operation(&'a Operation, Vec<(String, String)>),
    /// The path is known, but not with this method; these are allowed.
    OtherMethods(Vec<&'a str>),
    Nothing,
}

impl Contract {
    pub(crate) fn new(document: Value) -> Self {
        let mut operations = Vec::new();
        for (path, item) in document["paths"].as_object().into_iter().flatten() {
            for method in METHODS {
                if let Some(operation) = item.get(method) {
                    let shared = item["parameters"].as_array();
                    operations.push(Operation::new(&document, path, method, operation, shared));
                }
            }
        }
        Self {
            document,
            operations,
        }
    }

    /// The document that the operations are taken from.
    pub(crate) fn document(&self) -> &Value {
        &self.document
    }

    pub(crate) fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The description of the operation in the document.
    pub(crate) fn description(&self, operation: &Operation) -> &Value {
        &self.document["paths"][&operation.path][operation.method.to_lowercase()]
    }

    /// The operation for a method and path; path parameters come with it, as sent. A path that is spelt out comes before
    /// one with a parameter in its place.
    pub(crate) fn find(&self, method: &str, path: &str) -> Found<'_> {
        let mut matching: Vec<(&Operation, Vec<(String, String)>)> = self
            .operations
            .iter()
            .filter_map(|operation| Some((operation, operation.matches(path)?)))
            .collect();
        let fewest = matching
            .iter()
            .map(|(_, parameters)| parameters.len())
            .min();
        matching.retain(|(_, parameters)| Some(parameters.len()) == fewest);
        let mut allowed = Vec::new();
        for (operation, parameters) in matching {
            if operation.method.eq_ignore_ascii_case(method) {
                return Found::Operation(operation, parameters);
            }
            allowed.push(operation.method.as_str());
        }
        if allowed.is_empty() {
            Found::Nothing
        } else {
            Found::OtherMethods(allowed)
        }
    }

    /// Returns whether the path leads to anything.
    pub(crate) fn has_path(&self, path: &str) -> bool {
        let mut operations = self.operations.iter();
        operations.any(|operation| operation.matches(path).is_some())
    }

    /// Returns whether there is an operation with this id.
    pub(crate) fn knows(&self, operation: &str) -> bool {
        self.operations.iter().any(|known| known.id == operation)
    }

    /// The ids of all operations.
    pub(crate) fn operation_ids(&self) -> impl Iterator<Item = &str> {
        self.operations
            .iter()
            .map(|operation| operation.id.as_str())
    }

    /// Returns the violations by the parameters and the body of a request. `body` is `None` if none was sent.
    pub(crate) fn check(
        &self,
        operation: &Operation,
        path: &[(String, String)],
        query: &[(String, String)],
        body: Option<&Value>,
    ) -> Vec<Violation> {
        let mut found = parameters::check(&self.document, operation.parameters(), path, query);
        if let (Some(schema), Some(body)) = (operation.body(), body) {
            found.extend(cekura_schema::check(&self.document, schema, body));
        }
        found
    }

    #[cfg(test)]
    pub(crate) fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == id)
    }

    /// Returns the violations by a reply of the sandbox.
    #[cfg(test)]
    pub(crate) fn check_reply(&self, operation: &Operation, reply: &Value) -> Vec<Violation> {
        let schema = operation.success.schema.as_ref();
        schema.map_or_else(Vec::new, |schema| {
            cekura_schema::check(&self.document, schema, reply)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_is_whole_and_has_the_six_operations() {
        let version: Value = serde_json::from_str(DOCUMENT).unwrap();
        assert!(version["openapi"].as_str().unwrap().starts_with("3.0."));
        for id in [
            "call_logs_rerun_evaluation",
            "call_logs_list",
            "call_logs_retrieve",
            "call_logs_evaluate_metrics",
            "metrics_retrieve",
            "billing_info",
        ] {
            let operation = CONTRACT.operation(id).unwrap_or_else(|| panic!("{id}"));
            assert!(operation.success.schema.is_some(), "{id} has no reply");
        }
    }

    #[test]
    fn paths_lead_to_operations() {
        let found = CONTRACT.find("GET", "/observability/v2/call-logs/5001/");
        let Found::Operation(operation, path) = found else {
            panic!("{found:?}")
        };
        assert_eq!(operation.id, "call_logs_retrieve");
        assert_eq!(path, [("id".to_owned(), "5001".to_owned())]);
    }

    #[test]
    fn a_path_that_is_spelt_out_comes_before_a_parameter() {
        for slash in ["/", ""] {
            let path = format!("/observability/v1/call-logs/rerun_evaluation{slash}");
            assert!(
                matches!(CONTRACT.find("GET", &path), Found::OtherMethods(allowed) if allowed == ["POST"]),
                "{path}"
            );
            assert!(
                matches!(CONTRACT.find("POST", &path), Found::Operation(operation, _) if operation.is_paid()),
                "{path}"
            );
        }
    }
}
