//! The job that an operation starts.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    spec::{Operation, operations, parameters},
};

/// The name of the constant with the rule of the job that an operation starts.
pub(crate) fn constant(id: &str) -> Ident {
    format_ident!("{}_JOB", id.to_uppercase())
}

/// The operation that polls the job of another one, and its parameter for the id; `None` if there is no job.
///
/// # Errors
/// A job that cannot be polled.
pub(crate) fn followed<'a>(
    document: &'a Value,
    operation: &Operation<'a>,
) -> Result<Option<(Operation<'a>, String)>, Finding> {
    let Some(node) = operation.node.get("x-cekura-job") else {
        return Ok(None);
    };
    let text = |key: &str| {
        let text = node.text_of(key);
        text.ok_or_else(|| refused(operation, format!("`{key}` is missing")))
    };
    let (poll, id) = (text("poll")?, text("id")?);
    let mut all = operations(document).into_iter();
    let polled = all.find(|operation| operation.id() == poll);
    let polled = polled.ok_or_else(|| refused(operation, format!("{poll:?} is no operation")))?;
    let parameters = parameters(document, &polled);
    let named = |is: &dyn Fn(&Value) -> bool| {
        let names = parameters.iter().filter(|(_, node)| is(node));
        let names: Vec<&str> = names.filter_map(|(_, node)| node.text_of("name")).collect();
        <[&str; 1]>::try_from(names).ok()
    };
    // The parameter of the same name, else the only one of the path.
    let same = named(&|node| node.text_of("name") == Some(id));
    let parameter = same.or_else(|| named(&|node| node.text_of("in") == Some("path")));
    let [parameter] =
        parameter.ok_or_else(|| refused(operation, format!("{poll} takes no {id:?}")))?;
    Ok(Some((polled, parameter.to_owned())))
}

fn refused(operation: &Operation<'_>, what: String) -> Finding {
    let pointer = operation.pointer.then("x-cekura-job");
    let message = format!("{what}; correct the job of {}", operation.id());
    Finding::new("job", pointer, message)
}

/// The rule of the job that an operation starts, as a constant; `None` if it starts none.
///
/// # Errors
/// A job that cannot be polled, or whose end cannot be told.
pub(super) fn rule(
    document: &Value,
    operation: &Operation<'_>,
) -> Result<Option<syn::ItemConst>, Finding> {
    let Some((polled, parameter)) = followed(document, operation)? else {
        return Ok(None);
    };
    let node = &operation.node["x-cekura-job"];
    let refused = |what: String| refused(operation, what);
    let end = match node.text_of("done_when") {
        Some(condition) => counts(condition).ok_or_else(|| {
            refused(format!(
                "{condition:?} is not like `completed + failed >= total`"
            ))
        })?,
        None => {
            let status = node.text_of("status");
            let status = status.ok_or_else(|| refused("`status` is missing".to_owned()))?;
            let words = |key: &str| {
                let words = node.items_of(key).iter().filter_map(Value::as_str);
                words.map(str::to_owned).collect::<Vec<_>>()
            };
            let (done, failed) = (words("done"), words("failed"));
            if done.is_empty() {
                return Err(refused("`done` has no words".to_owned()));
            }
            quote!(JobEnd::Status { field: #status, done: &[#(#done),*], failed: &[#(#failed),*] })
        }
    };
    let id = node.text_of("id");
    let [start, poll] =
        [operation.id(), polled.id()].map(|id| format_ident!("{}", id.to_uppercase()));
    let name = constant(operation.id());
    let doc = format!(" The job that [`{start}`] starts.");
    Ok(Some(syn::parse_quote! {
        #[doc = #doc]
        pub const #name: JobRule = JobRule {
            start: &#start,
            poll: &#poll,
            id: #id,
            parameter: #parameter,
            end: #end,
        };
    }))
}

/// `completed + failed >= total`.
fn counts(condition: &str) -> Option<TokenStream> {
    let (ended, total) = condition.split_once(">=")?;
    let (completed, failed) = ended.split_once('+')?;
    let [completed, failed, total] = [completed, failed, total].map(str::trim);
    let are_names = [completed, failed, total]
        .iter()
        .all(|name| !name.is_empty() && !name.contains(|c: char| c == '+' || c.is_whitespace()));
    are_names
        .then(|| quote!(JobEnd::Counts { completed: #completed, failed: #failed, total: #total }))
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
        let rule = rule(&document, &operations(&document)[0])?;
        Ok(quote!(#rule).to_string().replace(' ', ""))
    }

    #[test]
    fn a_job_ends_by_its_status_or_its_counts() {
        let status = of("{poll: a_progress, id: job_id, status: state, done: [ok], failed: [bad]}");
        assert!(
            status.unwrap().ends_with(
                "pubconstA_START_JOB:JobRule=JobRule{start:&A_START,poll:&A_PROGRESS,id:\"job_id\",parameter:\"job\",\
                 end:JobEnd::Status{field:\"state\",done:&[\"ok\"],failed:&[\"bad\"]},};"
            )
        );
        let counts = of("{poll: a_progress, id: job, done_when: a + b >= c}").unwrap();
        assert!(
            counts.contains("JobEnd::Counts{completed:\"a\",failed:\"b\",total:\"c\"}"),
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
            (
                "{poll: a_progress, id: x, done_when: a + b + c >= d}",
                "is not like",
            ),
        ] {
            let message = of(given).unwrap_err().message;
            assert!(message.contains(words), "{given}: {message}");
        }
    }
}
