//! The call of each ordinary operation with the contract's example, for tests that walk the contract.

use proc_macro2::TokenStream;
use quote::quote;

use super::noun::{File, ident};
use super::request::Request;
use crate::regen::document::Value;
use crate::regen::spec::{Operation, example};

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
