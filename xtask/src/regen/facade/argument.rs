//! An argument of a request: what the method or a setter takes, and what the generated client is given.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::reply::prefixed;
use crate::regen::{
    document::{Json, Value},
    syntax::argument_of,
};

/// An argument of a request.
pub(super) struct Argument {
    pub(super) name: Ident,
    pub(super) is_required: bool,
    /// The type that the builder keeps, and how the generated client takes it.
    pub(super) ty: syn::Type,
    pass: Pass,
    description: String,
    pub(super) example: Option<Value>,
}

#[derive(Clone, Copy, PartialEq)]
enum Pass {
    Borrowed,
    AsRef,
    AsDeref,
    Value,
    /// A list, as text with commas.
    Joined,
}

impl Argument {
    /// An argument of the generated client: `&T`, `Option<&T>`, `Option<&str>`, or a plain value; and its parameter.
    pub(super) fn of(
        document: &Value,
        name: Ident,
        ty: syn::Type,
        parameter: Option<&Value>,
    ) -> Self {
        let plain = |ty: &syn::Type| match ty {
            syn::Type::Reference(reference) => ((*reference.elem).clone(), true),
            ty => (ty.clone(), false),
        };
        let inner = argument_of(&ty, "Option");
        let is_required = inner.is_none();
        let (kept, is_borrowed) = plain(inner.unwrap_or(&ty));
        let is_text = matches!(&kept, syn::Type::Path(path) if path.path.is_ident("str"));
        let entry = parameter.and_then(|node| node.text_of("x-cekura-list"));
        let pass = match (is_required, is_borrowed, is_text) {
            _ if entry.is_some() => Pass::Joined,
            (true, true, _) => Pass::Borrowed,
            (false, true, false) => Pass::AsRef,
            (false, true, true) => Pass::AsDeref,
            (_, false, _) => Pass::Value,
        };
        let text = parameter.and_then(|node| node.text_of("description"));
        let example = parameter.and_then(|node| node.get("example"));
        Self {
            name,
            is_required,
            ty: match entry {
                Some(entry) => entry_of(document, entry),
                None if is_text => syn::parse_quote!(String),
                None => prefixed(&kept),
            },
            pass,
            description: text.unwrap_or_default().to_owned(),
            example: example.map(|example| match entry {
                Some(_) => entries(example),
                None => example.clone(),
            }),
        }
    }

    /// A value that is decoded from JSON.
    pub(super) fn value(&self, json: &str) -> TokenStream {
        let ty = &self.ty;
        match self.pass {
            Pass::Joined => quote!(value::<Vec<#ty>>(#json)),
            _ => quote!(value::<#ty>(#json)),
        }
    }

    pub(super) fn field(&self) -> TokenStream {
        let Self { name, ty, .. } = self;
        match (self.pass, self.is_required) {
            (Pass::Joined, _) => quote!(pub(crate) #name: Option<Vec<#ty>>),
            (_, true) => quote!(pub(crate) #name: #ty),
            (_, false) => quote!(pub(crate) #name: Option<#ty>),
        }
    }

    /// The argument of the method that makes the builder.
    pub(super) fn input(&self) -> TokenStream {
        let (name, (takes, _)) = (&self.name, self.conversion());
        quote!(#name: #takes)
    }

    /// The field of the new builder.
    pub(super) fn initial(&self) -> TokenStream {
        let (name, (_, value)) = (&self.name, self.conversion());
        match (self.is_required, self.pass) {
            (true, Pass::Joined) => quote!(#name: Some(#value)),
            (true, _) => quote!(#name: #value),
            (false, _) => quote!(#name: None),
        }
    }

    pub(super) fn setter(&self) -> TokenStream {
        let (name, (takes, value)) = (&self.name, self.conversion());
        let doc = format!("Sets `{name}`: {}", self.description);
        quote! {
            #[doc = #doc]
            pub fn #name(mut self, #name: #takes) -> Self {
                self.#name = Some(#value);
                self
            }
        }
    }

    /// What callers may give, and how it becomes what is kept.
    fn conversion(&self) -> (TokenStream, TokenStream) {
        let Self { name, ty, .. } = self;
        match self.pass {
            Pass::Joined => (
                quote!(impl IntoIterator<Item = impl Into<#ty>>),
                quote!(#name.into_iter().map(Into::into).collect()),
            ),
            _ => (quote!(impl Into<#ty>), quote!(#name.into())),
        }
    }

    /// The number of entries of a list that is given.
    pub(super) fn len(&self) -> Option<TokenStream> {
        let name = &self.name;
        (self.pass == Pass::Joined).then(|| quote!(#name.as_ref().map(Vec::len)))
    }

    /// The statement that makes the text of a list.
    pub(super) fn joined(&self, operation: &Ident) -> Option<TokenStream> {
        let name = &self.name;
        let text = name.to_string();
        let join =
            quote!(let #name = response_checks::joined(&operations::#operation, #text, #name)?;);
        (self.pass == Pass::Joined).then_some(join)
    }

    pub(super) fn passed(&self) -> TokenStream {
        let name = &self.name;
        match self.pass {
            Pass::Borrowed => quote!(&#name),
            Pass::AsRef => quote!(#name.as_ref()),
            Pass::Joined if self.is_required => quote!(#name.as_deref().unwrap_or_default()),
            Pass::AsDeref | Pass::Joined => quote!(#name.as_deref()),
            Pass::Value => quote!(#name),
        }
    }
}

/// The entries of a list that is text with commas: numbers, or else texts.
fn entries(example: &Value) -> Value {
    let text = example.as_str().unwrap_or_default();
    let entry = |entry: &str| entry.parse().map_or_else(|_| Value::from(entry), i64::into);
    text.split(',').map(entry).collect()
}

/// The type of a list's entries: that of a schema, else text.
fn entry_of(document: &Value, schema: &str) -> syn::Type {
    let place = format!("/components/schemas/{schema}/x-rust-type/path");
    let path = document.pointer(&place).and_then(Value::as_str);
    path.and_then(|path| syn::parse_str(path).ok())
        .unwrap_or_else(|| match schema {
            "integer" => syn::parse_quote!(i64),
            _ => syn::parse_quote!(String),
        })
}
