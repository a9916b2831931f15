//! Areas of the API, which are cargo features: the methods of an area, and the models that its operations reach.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote};

use super::impl_target;
use crate::regen::{
    document::Value,
    spec::{area, operations},
};

/// The areas that need an item. Without any, the item is always there.
type Areas = BTreeSet<String>;

/// `#[cfg(…)]` for an item that any of the areas needs.
pub(crate) fn cfg<'a>(areas: impl IntoIterator<Item = &'a str>) -> Option<syn::Attribute> {
    let features: Vec<_> = areas.into_iter().collect();
    match features.as_slice() {
        [] => None,
        [one] => Some(syn::parse_quote!(#[cfg(feature = #one)])),
        any => Some(syn::parse_quote!(#[cfg(any(#(feature = #any),*))])),
    }
}

/// Gates the method of each operation by its area, and returns the areas that need each type.
pub(super) fn gate(
    client: &mut syn::File,
    types: &syn::File,
    document: &Value,
) -> BTreeMap<String, Areas> {
    let of_operation: BTreeMap<_, _> = operations(document)
        .iter()
        .filter_map(|operation| Some((operation.id(), area(document, operation.tag())?)))
        .collect();
    let uses = uses(types);
    let mut all: BTreeMap<String, Areas> = BTreeMap::new();
    let blocks = client.items.iter_mut().filter_map(|item| match item {
        syn::Item::Impl(block) if block.trait_.is_none() => Some(block),
        _ => None,
    });
    for item in blocks.flat_map(|block| &mut block.items) {
        let syn::ImplItem::Fn(method) = item else {
            continue;
        };
        let name = method.sig.ident.to_string();
        let Some(area) = of_operation.get(name.as_str()) else {
            continue;
        };
        let mut todo: Vec<_> = idents(method.sig.to_token_stream()).into_iter().collect();
        while let Some(name) = todo.pop() {
            if let Some(reached) = uses.get(&name)
                && all.entry(name).or_default().insert((*area).to_owned())
            {
                todo.extend(reached.iter().cloned());
            }
        }
        method.attrs.extend(cfg([*area]));
    }
    all
}

/// The types of each type's fields.
fn uses(types: &syn::File) -> BTreeMap<String, BTreeSet<String>> {
    let defined = types.items.iter().filter_map(|item| {
        let (name, tokens) = match item {
            syn::Item::Struct(item) => (&item.ident, item.fields.to_token_stream()),
            syn::Item::Enum(item) => {
                let fields = item.variants.iter().map(|variant| &variant.fields);
                (&item.ident, quote!(#(#fields)*))
            }
            syn::Item::Type(item) => (&item.ident, item.ty.to_token_stream()),
            _ => return None,
        };
        Some((name.to_string(), idents(tokens)))
    });
    defined.collect()
}

/// Every identifier in a piece of code. Names of fields are no names of types: their case differs.
fn idents(tokens: TokenStream) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
            }
            TokenTree::Group(group) => found.extend(idents(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}

/// The models as modules: `mod` with what is always there, and one for each set of areas, by its name.
pub(crate) fn modules(
    types: &syn::File,
    areas: &BTreeMap<String, Areas>,
) -> BTreeMap<String, syn::File> {
    let mut files: BTreeMap<&Areas, Vec<syn::Item>> = BTreeMap::new();
    let mut always = Vec::new();
    for item in &types.items {
        match defines(item).and_then(|name| areas.get(&name)) {
            Some(set) => files.entry(set).or_default().push(item.clone()),
            None => always.push(item.clone()),
        }
    }
    let mut modules = BTreeMap::new();
    let mut root = Vec::new();
    for (set, items) in files {
        let name = Vec::from_iter(set.iter().map(String::as_str)).join("_and_");
        let ident = syn::Ident::new(&name, proc_macro2::Span::call_site());
        let cfg = cfg(set.iter().map(String::as_str));
        root.push(syn::parse_quote!(#cfg mod #ident;));
        root.push(syn::parse_quote!(#cfg pub use #ident::*;));
        modules.insert(
            name,
            file(
                std::iter::once(syn::parse_quote!(
                    use super::*;
                ))
                .chain(items),
            ),
        );
    }
    modules.insert("mod".to_owned(), file(root.into_iter().chain(always)));
    modules
}

/// The type that an item defines, or implements something for.
fn defines(item: &syn::Item) -> Option<String> {
    let ident = match item {
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        other => impl_target(other)?,
    };
    Some(ident.to_string())
}

fn file(items: impl IntoIterator<Item = syn::Item>) -> syn::File {
    syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: items.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    fn compact(file: &syn::File) -> String {
        prettyplease::unparse(file).split_whitespace().collect()
    }

    #[test]
    fn what_two_areas_reach_is_there_with_either() {
        let document = json(
            "
tags: [{name: pets, x-cekura-area: zoo}, {name: cars, x-cekura-area: street}, {name: info}]
paths:
  /p/: {get: {operationId: pets_list, tags: [pets]}}
  /c/: {get: {operationId: cars_list, tags: [cars]}}
  /i/: {get: {operationId: info_get, tags: [info]}}
",
        );
        let mut client: syn::File = syn::parse_quote! {
            impl Client {
                pub fn new() {}
                pub fn pets_list(&self) -> Vec<types::Pet> {}
                pub fn cars_list(&self) -> types::Car {}
                pub fn info_get(&self) -> types::Info {}
            }
        };
        let types: syn::File = syn::parse_quote! {
            pub struct Pet { owner: Option<Owner>, self_: Box<Pet> }
            impl Pet {}
            pub enum Car { Owned(Owner), Wreck }
            pub struct Owner(Wheels);
            impl From<&str> for Owner {}
            pub type Wheels = Vec<i64>;
            pub struct Info;
            pub mod error {}
        };
        let areas = gate(&mut client, &types, &document);
        let code = compact(&client);
        for expected in [
            r#"implClient{pubfnnew(){}#[cfg(feature="zoo")]pubfnpets_list"#,
            r#"#[cfg(feature="street")]pubfncars_list"#,
            "pubfninfo_get",
        ] {
            assert!(code.contains(expected), "{expected}: {code}");
        }
        let modules: Vec<_> = modules(&types, &areas)
            .into_iter()
            .map(|(name, file)| (name, compact(&file)))
            .collect();
        let expected = [
            (
                "mod",
                r#"#[cfg(feature="street")]modstreet;#[cfg(feature="street")]pubusestreet::*;
                #[cfg(any(feature="street",feature="zoo"))]modstreet_and_zoo;
                #[cfg(any(feature="street",feature="zoo"))]pubusestreet_and_zoo::*;
                #[cfg(feature="zoo")]modzoo;#[cfg(feature="zoo")]pubusezoo::*;pubstructInfo;pubmoderror{}"#,
            ),
            ("street", "usesuper::*;pubenumCar{Owned(Owner),Wreck,}"),
            (
                "street_and_zoo",
                "usesuper::*;pubstructOwner(Wheels);implFrom<&str>forOwner{}pubtypeWheels=Vec<i64>;",
            ),
            (
                "zoo",
                "usesuper::*;pubstructPet{owner:Option<Owner>,self_:Box<Pet>,}implPet{}",
            ),
        ]
        .map(|(name, code)| (name.to_owned(), code.split_whitespace().collect::<String>()));
        assert_eq!(modules, expected);
    }
}
