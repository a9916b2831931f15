//! What a successful response holds, and how it is checked.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::regen::{
    document::{Json, Value},
    spec::{Operation, parameters},
    syntax::argument_of,
};

/// What a successful response holds.
pub(super) enum Reply {
    /// The thing whose id was asked for.
    SameId(syn::Type),
    /// An object with at least one of these fields.
    AnyOf(syn::Type, Vec<String>),
    /// A list of these entries.
    List(syn::Type),
    /// Any JSON or nothing.
    Any(syn::Type),
}

impl Reply {
    /// The reply of an operation, whose method in the generated client returns `ty`.
    pub(super) fn of(document: &Value, operation: &Operation<'_>, ty: syn::Type) -> Self {
        if operation.method == "get" {
            if let Some(entry) = argument_of(&ty, "Vec") {
                return Self::List(prefixed(entry));
            }
            if let Some(schema) = schema_of(document, &ty)
                && operation.node.get("x-cekura-paginated").is_some()
                && let Some(entry) = schema.pointer("/properties/results/items/$ref")
                && let Some(name) = entry.as_str().and_then(|r| r.rsplit('/').next())
            {
                let name = format_ident!("{name}");
                return Self::List(syn::parse_quote!(cekura_api::types::#name));
            }
        }
        let fields: Vec<String> = schema_of(document, &ty)
            .into_iter()
            .flat_map(|schema| schema.entries_of("properties"))
            .map(|(name, _)| name.to_owned())
            .collect();
        let ty = prefixed(&ty);
        let is_id = |node: &Value| node.text_of("name") == Some("id");
        let asks = parameters(document, operation)
            .iter()
            .any(|(_, node)| is_id(node));
        match fields.iter().any(|name| name == "id") && asks {
            true => Self::SameId(ty),
            false if fields.is_empty() => Self::Any(ty),
            false => Self::AnyOf(ty, fields),
        }
    }

    /// The type of the value.
    pub(super) fn ty(&self) -> syn::Type {
        match self {
            Self::SameId(ty) | Self::AnyOf(ty, _) | Self::Any(ty) => ty.clone(),
            Self::List(entry) => syn::parse_quote!(cekura_api::Page<#entry>),
        }
    }

    /// The check of the value.
    pub(super) fn check(&self, page_size: TokenStream) -> TokenStream {
        let ty = self.ty();
        match self {
            Self::SameId(_) => {
                quote!(|response: &#ty| response_checks::same_id(response.id.as_ref(), &asked))
            }
            Self::AnyOf(_, fields) => {
                let (first, idents) = (&fields[0], fields.iter().map(|name| field(name)));
                quote!(|response: &#ty| response_checks::documented(#first, &[#(response.#idents.is_some()),*]))
            }
            Self::List(_) => quote!(|response: &#ty| response_checks::page(response, #page_size)),
            Self::Any(_) => quote!(response_checks::any),
        }
    }
}

/// The schema that a type of the generated client was made from.
fn schema_of<'a>(document: &'a Value, ty: &syn::Type) -> Option<&'a Value> {
    let syn::Type::Path(path) = ty else {
        return None;
    };
    let name = path.path.segments.last()?.ident.to_string();
    document.get("components")?.get("schemas")?.get(&name)
}

/// A type of the generated client as the facade writes it.
pub(super) fn prefixed(ty: &syn::Type) -> syn::Type {
    match ty {
        syn::Type::Path(path)
            if path
                .path
                .segments
                .first()
                .is_some_and(|s| s.ident == "types") =>
        {
            syn::parse_quote!(cekura_api::#ty)
        }
        ty => match argument_of(ty, "Vec") {
            Some(entry) => {
                let entry = prefixed(entry);
                syn::parse_quote!(Vec<#entry>)
            }
            None => ty.clone(),
        },
    }
}

/// The field of a property, with the underscore that keywords get.
fn field(name: &str) -> Ident {
    let name = crate::regen::names::field(name);
    syn::parse_str(&name).unwrap_or_else(|_| format_ident!("{name}_"))
}
