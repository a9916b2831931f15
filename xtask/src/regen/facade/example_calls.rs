//! The call of each ordinary operation with the contract's example, for tests that walk the contract.

use proc_macro2::TokenStream;
use quote::quote;

use super::noun::{File, ident};
use super::request::Request;
use crate::regen::document::{Json, Value};
use crate::regen::spec::{Operation, resolve};

/// The file with the calls of these requests.
pub(super) fn file(document: &Value, requests: &[(Operation<'_>, Request)]) -> File {
    let calls = requests.iter().map(|(operation, request)| {
        let (id, call) = (operation.id(), call(document, operation, request));
        quote!(#id => json(#call.send()),)
    });
    File {
        name: "calls.rs".to_owned(),
        about: "Calls of the facade.".to_owned(),
        code: syn::parse_quote! {
            use cekura::{BoxFuture, Client, Error};
            use serde_json::Value;

            use crate::example::{json, value};

            /// Sends the example of an operation through the facade; `None` if its method is written by hand.
            #[must_use]
            pub fn call(cekura: &Client, operation: &str) -> Option<BoxFuture<Result<Value, Error>>> {
                Some(match operation {
                    #(#calls)*
                    _ => return None,
                })
            }
        },
    }
}

/// The builder of a request, with every argument and every setter that has an example.
fn call(document: &Value, operation: &Operation<'_>, request: &Request) -> TokenStream {
    let (tag, verb) = (ident(&request.tag), ident(&request.verb));
    let body = body(document, operation);
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

/// The first example of the request body.
fn body<'a>(document: &'a Value, operation: &Operation<'a>) -> Option<&'a Value> {
    let content = resolve(document, operation.node.get("requestBody")?)?.get("content")?;
    let examples = content.get("application/json")?;
    let (_, example) = examples.entries_of("examples").next()?;
    resolve(document, example)?.get("value")
}
