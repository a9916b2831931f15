//! The call of each ordinary operation with the contract's example, for tests that walk the contract.

use proc_macro2::TokenStream;
use quote::quote;

use super::noun::{File, ident};
use super::request::Request;
use crate::regen::document::Value;
use crate::regen::spec::{Operation, example};

/// The file with the calls of these requests.
pub(super) fn file(document: &Value, requests: &[(Operation<'_>, Request)]) -> File {
    let (starts, calls): (Vec<_>, Vec<_>) = requests
        .iter()
        .partition(|(_, request)| request.job.is_some());
    let [starts_jobs, calls_json] =
        [(&starts, ident("job")), (&calls, ident("json"))].map(|(requests, function)| {
            let arms = requests.iter().map(|(operation, request)| {
                let (id, call) = (operation.id(), call(document, operation, request));
                quote!(#id => #function(#call.send()),)
            });
            quote!(#(#arms)*)
        });
    let resumes = starts.iter().filter_map(|(operation, request)| {
        let (id, tag, job) = (operation.id(), ident(&request.tag), request.job.as_ref()?);
        let method = &job.method;
        Some(quote!(#id => Box::new(cekura.#tag().#method(job)),))
    });
    File {
        name: "calls.rs".to_owned(),
        about: "Calls of the facade.".to_owned(),
        code: syn::parse_quote! {
            use cekura::{BoxFuture, Client, Error};
            use serde_json::Value;

            use crate::example::{json, value};
            use crate::job::{AnyJob, job, started};

            /// Sends the example of an operation through the facade; `None` if its method is written by hand.
            #[must_use]
            pub fn call(cekura: &Client, operation: &str) -> Option<BoxFuture<Result<Value, Error>>> {
                Some(match operation {
                    #calls_json
                    _ => started(start(cekura, operation)?),
                })
            }

            /// Sends the example of an operation that starts a job; `None` if it starts none.
            #[must_use]
            pub fn start(cekura: &Client, operation: &str) -> Option<BoxFuture<Result<Box<dyn AnyJob>, Error>>> {
                Some(match operation {
                    #starts_jobs
                    _ => return None,
                })
            }

            /// The job of an operation with the id `job`; `None` if it starts none.
            #[must_use]
            pub fn resume(cekura: &Client, operation: &str, job: &str) -> Option<Box<dyn AnyJob>> {
                Some(match operation {
                    #(#resumes)*
                    _ => return None,
                })
            }
        },
    }
}

/// The builder of a request, with every argument and every setter that has an example.
fn call(document: &Value, operation: &Operation<'_>, request: &Request) -> TokenStream {
    let (tag, verb) = (ident(&request.tag), ident(&request.verb));
    let body = operation.json_body(document);
    let body = body.and_then(|media| example(document, media));
    let required = request.required().map(|argument| {
        let example = argument.example.as_ref().or(body);
        argument.value(&example.unwrap_or(&Value::Null).to_string())
    });
    let setters = request.optional().filter_map(|argument| {
        let (name, value) = (
            &argument.name,
            argument.value(&argument.example.as_ref()?.to_string()),
        );
        Some(quote!(.#name(#value)))
    });
    quote!(cekura.#tag().#verb(#(#required),*) #(#setters)*)
}
