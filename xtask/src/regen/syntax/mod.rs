//! Passes over the syntax tree of the generated code, one file each.

mod areas;
mod docs;
mod enums;
mod inline;
mod jobs;
mod operations;
mod order;
mod pages;
mod records;
mod requests;
mod schemas;
mod split;
mod trim;
mod unions;

pub(super) use areas::{cfg, modules};
pub(super) use docs::keep_the_authors_words;
pub(super) use inline::compile_where_used;
pub(super) use jobs::{constant as job_constant, followed};

use std::collections::{BTreeMap, BTreeSet};

use super::{
    document::Value,
    finding::Finding,
    spec::{reply_schemas, schema_name},
};

/// The files of the generated module.
pub(crate) struct Code {
    pub(crate) client: syn::File,
    pub(crate) types: syn::File,
    /// The areas that need a type, by its name.
    pub(crate) areas: BTreeMap<String, BTreeSet<String>>,
    pub(crate) operations: syn::File,
}

/// Applies every pass.
///
/// # Errors
/// The first pass that found nothing to do or something it cannot handle.
pub(crate) fn finish(lowered: &Value, generated: syn::File) -> Result<Code, Finding> {
    let replies = Replies::of(lowered);
    let (mut client, mut types) = split::split(generated)?;
    docs::keep_the_authors_words(&mut client.items);
    docs::keep_the_authors_words(&mut types.items);
    trim::drop_panicking_constructor(&mut client)?;
    enums::open(&mut types, &replies)?;
    order::authored_order(&mut types, lowered);
    pages::alias(&mut types, lowered)?;
    records::make_lenient(&mut types, &replies)?;
    unions::make_lenient(&mut types, &replies)?;
    requests::build_by_name(&mut types, &replies);
    schemas::derive_json_schema(&mut types);
    compile_where_used(&mut client);
    compile_where_used(&mut types);
    let areas = areas::gate(&mut client, &types, lowered);
    let mut operations = operations::table(lowered)?;
    docs::keep_the_authors_words(&mut operations.items);
    Ok(Code {
        client,
        types,
        areas,
        operations,
    })
}

/// The schemas that replies reach, under the names of their Rust types.
#[derive(Debug)]
pub(crate) struct Replies(BTreeMap<String, String>);

impl Replies {
    fn of(document: &Value) -> Self {
        Self(
            reply_schemas(document)
                .into_iter()
                .map(|name| (rust_name(name), name.to_owned()))
                .collect(),
        )
    }

    fn contain(&self, ident: &syn::Ident) -> bool {
        self.0.contains_key(&ident.to_string())
    }
}

/// The name that a schema's type gets. The lint rule `schema-name` admits no other names.
fn rust_name(schema: &str) -> String {
    schema_name(schema).unwrap_or(schema).to_owned()
}

/// A failed pass.
fn failed(pass: &'static str, what: impl std::fmt::Display) -> Finding {
    Finding::new(
        pass,
        "",
        format!("{what}; the generator's output has changed: adapt xtask/src/regen/syntax"),
    )
}

/// Lets `change` see each item, and puts the items that it returns behind.
fn extend_items(
    types: &mut syn::File,
    mut change: impl FnMut(&mut syn::Item) -> Result<Vec<syn::Item>, Finding>,
) -> Result<(), Finding> {
    for mut item in std::mem::take(&mut types.items) {
        let added = change(&mut item)?;
        types.items.push(item);
        types.items.extend(added);
    }
    Ok(())
}

/// The last segment of a type's path, such as `Option`.
fn last_segment(ty: &syn::Type) -> Option<&syn::PathSegment> {
    match ty {
        syn::Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

/// `T` in `Wrapper<T>`.
pub(super) fn argument_of<'a>(ty: &'a syn::Type, wrapper: &str) -> Option<&'a syn::Type> {
    let segment = last_segment(ty).filter(|s| s.ident == wrapper)?;
    match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

/// The name in `#[serde(rename = "…")]`, or the identifier.
fn wire_name(ident: &syn::Ident, attributes: &[syn::Attribute]) -> String {
    let mut name = ident.to_string().trim_start_matches("r#").to_owned();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("serde")) {
        // Other arguments of the attribute may take values too; they are skipped.
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                name = meta.value()?.parse::<syn::LitStr>()?.value();
            } else if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        });
    }
    name
}

/// Whether an attribute is `#[serde(… word …)]`.
fn is_serde(attribute: &syn::Attribute, word: &str) -> bool {
    let mut found = false;
    if attribute.path().is_ident("serde") {
        let _ = attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident(word);
            if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        });
    }
    found
}

/// Changes the list in `#[derive(…)]`.
fn change_derives(
    attributes: &mut [syn::Attribute],
    keep: impl Fn(&syn::Path) -> bool,
    add: &[syn::Path],
) -> syn::Result<()> {
    for attribute in attributes
        .iter_mut()
        .filter(|a| a.path().is_ident("derive"))
    {
        let list = attribute.parse_args_with(
            syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated,
        )?;
        let list = list.iter().filter(|p| keep(p)).chain(add);
        *attribute = syn::parse_quote!(#[derive(#(#list),*)]);
    }
    Ok(())
}

/// Whether a derived trait is called `name`, by whatever path.
fn is_called(path: &syn::Path, name: &str) -> bool {
    path.segments.last().is_some_and(|s| s.ident == name)
}

/// The type that an `impl` is for, if it is a plain name.
fn impl_target(item: &syn::Item) -> Option<&syn::Ident> {
    match item {
        syn::Item::Impl(block) => match &*block.self_ty {
            syn::Type::Path(path) => path.path.get_ident(),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
impl Replies {
    /// Names that replies reach, for tests.
    fn these(names: &[&str]) -> Self {
        Self(
            names
                .iter()
                .map(|n| ((*n).to_owned(), (*n).to_owned()))
                .collect(),
        )
    }
}
