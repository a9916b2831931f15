//! The files: one for each tag, with its client, and one that lists them.

use std::collections::BTreeMap;

use heck::ToPascalCase as _;
use proc_macro2::{Ident, Span};
use quote::{format_ident, quote};

use super::example_calls;
use super::request::Request;
use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    spec::{Operation, area, operations},
    syntax,
};

/// A generated file of the facade: its name, what it is about, its items.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) code: syn::File,
}

/// The files of the facade for the operations of a document, whose methods in `client` say what is passed; and the file
/// of their calls with the contract's examples.
///
/// # Errors
/// An operation that is not ordinary, and does not say that it is written by hand.
pub(crate) fn files(document: &Value, client: &syn::File) -> Result<(Vec<File>, File), Finding> {
    let mut tags: BTreeMap<&str, Vec<Operation<'_>>> = BTreeMap::new();
    for operation in operations(document) {
        tags.entry(operation.tag()).or_default().push(operation);
    }
    let mut files = Vec::new();
    let mut roots = Vec::new();
    let mut all = Vec::new();
    for (tag, operations) in tags {
        let mut requests = Vec::new();
        for operation in operations.iter().filter(|o| !o.is_handwritten()) {
            requests.push(Request::of(document, client, tag, operation)?);
        }
        if requests.is_empty() {
            continue;
        }
        let is_handwritten = operations.iter().any(Operation::is_handwritten);
        let about = about(document, tag);
        if !is_handwritten {
            roots.push((tag, about.clone()));
        }
        files.push(File {
            name: format!("{tag}.rs"),
            about: format!("The operations of `{tag}`: {about}"),
            code: noun(tag, &about, &requests, is_handwritten),
        });
        let ordinary = operations.into_iter().filter(|o| !o.is_handwritten());
        all.extend(ordinary.zip(requests));
    }
    let cfg = |tag: &str| syntax::cfg(area(document, tag));
    let modules = files.iter().map(|file| {
        let tag = file.name.trim_end_matches(".rs");
        let (cfg, module) = (cfg(tag), ident(tag));
        quote!(#cfg mod #module; #cfg pub use #module::*;)
    });
    let accessors = roots.iter().map(|(tag, about)| {
        let (method, client) = (ident(tag), client_of(tag));
        let doc = format!("Returns the operations of `{tag}`: {about}");
        let cfg = cfg(tag);
        quote! {
            #cfg
            #[doc = #doc]
            #[must_use]
            pub fn #method(&self) -> #client {
                #client { client: self.clone() }
            }
        }
    });
    files.push(File {
        name: "mod.rs".to_owned(),
        about: "The ordinary operations.".to_owned(),
        code: syn::parse_quote! {
            #(#modules)*
            impl crate::Client { #(#accessors)* }
        },
    });
    for file in &mut files {
        syntax::keep_the_authors_words(&mut file.code.items);
        syntax::compile_where_used(&mut file.code);
    }
    Ok((files, example_calls::file(document, &all)))
}

/// The description of a tag.
fn about(document: &Value, tag: &str) -> String {
    let tags = document.items_of("tags").iter();
    let mut named = tags.filter(|node| node.text_of("name") == Some(tag));
    let text = named.next().and_then(|node| node.text_of("description"));
    let text = text.unwrap_or_default();
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn noun(tag: &str, about: &str, requests: &[Request], is_handwritten: bool) -> syn::File {
    let client = client_of(tag);
    let definition = match is_handwritten {
        true => quote!(use crate::resources::#client;),
        false => {
            let doc = format!("The operations of [`Client::{tag}`](crate::Client::{tag}): {about}");
            quote! {
                #[doc = #doc]
                #[derive(Clone, Debug)]
                pub struct #client {
                    pub(crate) client: Client,
                }
            }
        }
    };
    let methods = requests.iter().map(Request::method);
    let builders: Vec<_> = requests.iter().map(Request::builder).collect();
    let code = quote!(#(#builders)*).to_string();
    let lists = code.contains("lists !").then(|| {
        quote!(
            use crate::resources::lists;
        )
    });
    let checks = code.contains("response_checks ::").then(|| {
        quote!(
            use crate::http::response_checks;
        )
    });
    syn::parse_quote! {
        use cekura_api::operations;
        use crate::http::{CallOptions, Response, api_request, call_options, sends};
        #checks
        #lists
        use crate::{Client, Error};
        #definition
        impl #client { #(#methods)* }
        #(#builders)*
    }
}

pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

pub(super) fn client_of(tag: &str) -> Ident {
    format_ident!("{}Client", tag.to_pascal_case())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::{generate, load::json};

    const HEAD: &str = "
openapi: 3.0.3
info: {title: t, version: v1}
tags: [{name: pets, description: Animals at home.}]
components:
  schemas:
    Pet:
      type: object
      description: A pet.
      properties:
        id: {type: integer, format: int64, nullable: true, description: Number.}
        type: {type: string, nullable: true, description: Kind.}
    PetPage:
      type: object
      description: Some pets.
      properties:
        count: {type: integer, format: int64, nullable: true, description: Number.}
        next: {type: string, nullable: true, description: Link.}
        previous: {type: string, nullable: true, description: Link.}
        results: {type: array, nullable: true, description: Pets., items: {$ref: '#/components/schemas/Pet'}}
paths:
";

    fn facade(operation: &str) -> Result<String, Finding> {
        let document = json(&format!("{HEAD}{operation}"));
        let (files, _) = files(&document, &generate::generate(&document)?)?;
        let texts = files.iter().map(|file| prettyplease::unparse(&file.code));
        Ok(texts.collect())
    }

    fn read(path: &str, id: &str, parameters: &str, more: &str) -> String {
        format!(
            "  {path}:\n    get:\n      operationId: {id}\n      tags: [pets]\n      summary: Fetch one\n      description: Says all.\n      \
             x-cekura-effect: read\n      parameters: {parameters}\n      {more}\n      responses:\n        '200':\n          \
             description: It.\n          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}\n"
        )
    }

    /// Whether code contains other code, however it is broken into lines.
    fn has(code: &str, expected: &str) -> bool {
        let compact = |text: &str| -> String { text.split_whitespace().collect() };
        let plain = |text: &str| compact(text).replace(",)", ")");
        plain(code).contains(&plain(expected))
    }

    const ID: &str = "{name: id, in: path, required: true, description: Which., example: 7, schema: {type: integer, format: int64}}";

    #[test]
    fn what_is_required_is_an_argument_and_what_is_not_a_setter() {
        let name = "{name: name, in: query, description: Only this name., schema: {type: string}}";
        let code = facade(&read(
            "/pets/{id}/",
            "pets_retrieve",
            &format!("[{ID}, {name}]"),
            "",
        ))
        .unwrap();
        for expected in [
            "/// Fetches one.\n    ///\n    /// Says all.",
            "let pet = cekura.pets().get(7).await?;",
            "pub fn get(&self, id: impl Into<i64>) -> GetPet {",
            "/// Sets `name`: Only this name.",
            "pub fn name(mut self, name: impl Into<String>) -> Self {",
            "api_request!(api => api.pets_retrieve(id, name.as_deref()))",
            "response_checks::same_id(response.id.as_ref(), &asked)",
            "pub fn pets(&self) -> PetsClient {",
        ] {
            assert!(has(&code, expected), "{expected}\n--- not in ---\n{code}");
        }
    }

    #[test]
    fn a_reply_without_an_id_that_was_asked_for_has_to_show_a_documented_field() {
        let code = facade(&read("/pets/newest/", "pets_newest", "[]", "")).unwrap();
        let check =
            "response_checks::documented(\"id\",&[response.id.is_some(),response.type_.is_some()]";
        assert!(has(&code, check), "{code}");
        assert!(code.contains("-> GetPetNewest {"), "{code}");
    }

    #[test]
    fn a_tag_with_a_method_by_hand_has_its_client_by_hand() {
        let by_hand = read("/pets/all/", "pets_all", "[]", "x-cekura-handwritten: true");
        let ordinary = read("/pets/{id}/", "pets_retrieve", &format!("[{ID}]"), "");
        let code = facade(&format!("{by_hand}{ordinary}")).unwrap();
        assert!(code.contains("use crate::resources::PetsClient;"), "{code}");
        assert!(
            !code.contains("pets_all") && !code.contains("struct PetsClient"),
            "{code}"
        );
        let code = facade(&by_hand).unwrap();
        assert!(!code.contains("Pets"), "{code}");
    }

    #[test]
    fn a_list_is_streamed_and_its_page_size_checked() {
        let page = "{name: page, in: query, schema: {type: integer, format: int64}}";
        let size = page.replace("page", "page_size");
        let ids = "{name: ids, in: query, x-cekura-list: integer, schema: {type: string}}";
        let pets = read(
            "/pets/",
            "pets_list",
            &format!("[{page}, {size}, {ids}]"),
            "x-cekura-paginated: true",
        );
        let code = facade(&pets.replace("schemas/Pet'", "schemas/PetPage'")).unwrap();
        for expected in [
            "let pets = cekura.pets().list().await?;",
            "lists!(ListPets => cekura_api::types::Pet, operations::PETS_LIST, paged);",
            "ids: impl IntoIterator<Item = impl Into<i64>>",
            "let ids = response_checks::joined(&operations::PETS_LIST, \"ids\", ids)?;",
            ".or(ids.as_ref().map(Vec::len));",
            "response_checks::page(response, Some(asked))",
        ] {
            assert!(has(&code, expected), "{expected}\n--- not in ---\n{code}");
        }
    }

    #[test]
    fn a_required_list_is_an_argument_and_its_example_a_list() {
        let ids = "{name: ids, in: query, required: true, x-cekura-list: integer, schema: {type: string}, example: '1,2'}";
        let code = facade(&read("/pets/bulk/", "pets_bulk", &format!("[{ids}]"), "")).unwrap();
        let expected = "cekura.pets().bulk([1, 2]).await?;";
        assert!(code.contains(expected), "{code}");
    }

    #[test]
    fn an_operation_without_a_verb_is_refused_by_name() {
        let unnamed = read("/pets/{id}/", "animals_retrieve", &format!("[{ID}]"), "");
        let finding = facade(&unnamed).unwrap_err();
        for expected in [
            "animals_retrieve is not named after its tag",
            "x-cekura-handwritten: true",
        ] {
            assert!(finding.message.contains(expected), "{finding:?}");
        }
    }
}
