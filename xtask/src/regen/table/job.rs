//! The job that an operation starts.

use heck::ToShoutySnakeCase as _;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    spec::{Operation, operations, parameters},
};

/// The job of an operation as a constant.
///
/// # Errors
/// A job that is not polled, or whose end cannot be told.
pub(super) fn job(document: &Value, operation: &Operation<'_>) -> Result<TokenStream, Finding> {
    let Some(node) = operation.node.get("x-cekura-job") else {
        return Ok(quote!(None));
    };
    let refused = |what: String| {
        let pointer = operation.pointer.then("x-cekura-job");
        Finding::new(
            "job",
            pointer,
            format!("{what}; correct the job of {}", operation.id()),
        )
    };
    let text = |key: &str| {
        let text = node.text_of(key);
        text.ok_or_else(|| refused(format!("`{key}` is missing")))
    };
    let (poll, id) = (text("poll")?, text("id")?);
    let all = operations(document);
    let polled = all.iter().find(|operation| operation.id() == poll);
    let polled = polled.ok_or_else(|| refused(format!("{poll:?} is no operation")))?;
    let own = names(document, operation);
    let takes = names(document, polled);
    // The parameter of the same name, else the only one that the starting request does not have.
    let unknown = || {
        takes
            .iter()
            .find(|name| name.is_in_path && !own.contains(name))
    };
    let parameter = takes.iter().find(|name| name.name == id).or_else(unknown);
    let parameter = &parameter
        .ok_or_else(|| refused(format!("{poll} takes no {id:?}")))?
        .name;
    let end = match node.text_of("done_when") {
        Some(condition) => counts(condition)
            .ok_or_else(|| refused(format!("{condition:?} is not like `a + b >= c`")))?,
        None => {
            let status = text("status")?;
            let words = |key: &str| {
                let words = node.items_of(key).iter().filter_map(Value::as_str);
                words.map(str::to_owned).collect::<Vec<_>>()
            };
            let (done, failed) = (words("done"), words("failed"));
            if done.is_empty() {
                return Err(refused("`done` has no words".to_owned()));
            }
            quote!(End::Status { field: #status, done: &[#(#done),*], failed: &[#(#failed),*] })
        }
    };
    let poll = constant(poll);
    Ok(quote!(Some(Job { poll: &#poll, id: #id, parameter: #parameter, end: #end })))
}

/// The constant of an operation.
pub(super) fn constant(id: &str) -> TokenStream {
    let name = Ident::new(&id.to_shouty_snake_case(), Span::call_site());
    quote!(cekura::operations::#name)
}

#[derive(PartialEq, Eq)]
struct Name {
    name: String,
    is_in_path: bool,
}

fn names(document: &Value, operation: &Operation<'_>) -> Vec<Name> {
    let all = parameters(document, operation).into_iter();
    let names = all.filter_map(|(_, node)| {
        Some(Name {
            name: node.text_of("name")?.to_owned(),
            is_in_path: node.text_of("in") == Some("path"),
        })
    });
    names.collect()
}

/// `a + b >= c`.
fn counts(condition: &str) -> Option<TokenStream> {
    let (parts, total) = condition.split_once(">=")?;
    let is_name = |name: &&str| !name.is_empty() && !name.contains(char::is_whitespace);
    let parts: Vec<&str> = parts.split('+').map(str::trim).collect();
    let total = Some(total.trim()).filter(is_name)?;
    let are_names = parts.iter().all(is_name);
    are_names.then(|| quote!(End::Counts { parts: &[#(#parts),*], total: #total }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    fn of(given: &str) -> Result<String, Finding> {
        let document = json(&format!(
            "
paths:
  /a/:
    post: {{operationId: a_start, x-cekura-job: {given}}}
  /a/{{job}}/:
    get: {{operationId: a_progress, parameters: [{{name: job, in: path}}]}}
"
        ));
        let tokens = job(&document, &operations(&document)[0])?;
        Ok(tokens.to_string().replace(' ', ""))
    }

    #[test]
    fn a_job_ends_by_its_status_or_its_counts() {
        let status = of("{poll: a_progress, id: job_id, status: state, done: [ok], failed: [bad]}");
        assert_eq!(
            status.unwrap(),
            "Some(Job{poll:&cekura::operations::A_PROGRESS,id:\"job_id\",parameter:\"job\",\
             end:End::Status{field:\"state\",done:&[\"ok\"],failed:&[\"bad\"]}})"
        );
        let counts = of("{poll: a_progress, id: job, done_when: a + b >= c}").unwrap();
        assert!(
            counts.contains("End::Counts{parts:&[\"a\",\"b\"],total:\"c\"}"),
            "{counts}"
        );
    }

    #[test]
    fn a_job_that_cannot_be_followed_is_refused() {
        for (given, words) in [
            ("{id: x}", "`poll` is missing"),
            ("{poll: none, id: x}", "no operation"),
            ("{poll: a_start, id: x}", "takes no"),
            ("{poll: a_progress, id: x}", "`status` is missing"),
            (
                "{poll: a_progress, id: x, status: s}",
                "`done` has no words",
            ),
            ("{poll: a_progress, id: x, done_when: a}", "is not like"),
        ] {
            let message = of(given).unwrap_err().message;
            assert!(message.contains(words), "{given}: {message}");
        }
    }
}
