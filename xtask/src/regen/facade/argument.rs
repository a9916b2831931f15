//! An argument of a request: what the method or a setter takes, and what the generated client is given.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::regen::syntax::argument_of;

/// An argument of a request.
pub(super) struct Argument {
    pub(super) name: Ident,
    pub(super) is_required: bool,
    /// The type that the builder keeps, and how the generated client takes it.
    pub(super) ty: syn::Type,
    pass: Pass,
    pub(super) description: String,
}

#[derive(Clone, Copy)]
enum Pass {
    Borrowed,
    AsRef,
    AsDeref,
    Value,
}

impl Argument {
    /// An argument of the generated client: `&T`, `Option<&T>`, `Option<&str>`, or a plain value.
    pub(super) fn of(name: Ident, ty: syn::Type, description: &str) -> Self {
        let plain = |ty: &syn::Type| match ty {
            syn::Type::Reference(reference) => ((*reference.elem).clone(), true),
            ty => (ty.clone(), false),
        };
        let inner = argument_of(&ty, "Option");
        let is_required = inner.is_none();
        let (kept, is_borrowed) = plain(inner.unwrap_or(&ty));
        let is_text = matches!(&kept, syn::Type::Path(path) if path.path.is_ident("str"));
        let pass = match (is_required, is_borrowed, is_text) {
            (true, true, _) => Pass::Borrowed,
            (false, true, false) => Pass::AsRef,
            (false, true, true) => Pass::AsDeref,
            (_, false, _) => Pass::Value,
        };
        Self {
            name,
            is_required,
            ty: match is_text {
                true => syn::parse_quote!(String),
                false => kept,
            },
            pass,
            description: description.to_owned(),
        }
    }

    pub(super) fn field(&self) -> TokenStream {
        let Self { name, ty, .. } = self;
        match self.is_required {
            true => quote!(pub(crate) #name: #ty),
            false => quote!(pub(crate) #name: Option<#ty>),
        }
    }

    pub(super) fn passed(&self) -> TokenStream {
        let name = &self.name;
        match self.pass {
            Pass::Borrowed => quote!(&#name),
            Pass::AsRef => quote!(#name.as_ref()),
            Pass::AsDeref => quote!(#name.as_deref()),
            Pass::Value => quote!(#name),
        }
    }
}
