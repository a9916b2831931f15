use quote::quote;

use super::{Replies, argument_of, is_serde};

/// Gives each struct of a request `new`, with what is required, and setters for the rest.
///
/// Why: a request may get a new optional field at any time. So its struct is `#[non_exhaustive]`, and is built by
/// name.
pub(super) fn build_by_name(types: &mut syn::File, replies: &Replies) {
    let mut items = Vec::with_capacity(types.items.len());
    for mut item in std::mem::take(&mut types.items) {
        let mut added = None;
        if let syn::Item::Struct(request) = &mut item
            && !replies.contain(&request.ident)
            && request.fields.iter().all(|field| field.ident.is_some())
        {
            request.attrs.push(syn::parse_quote!(#[non_exhaustive]));
            added = Some(constructors(request));
        }
        items.push(item);
        items.extend(added);
    }
    types.items = items;
}

fn constructors(request: &syn::ItemStruct) -> syn::Item {
    let (mut inputs, mut values, mut setters) = (Vec::new(), Vec::new(), Vec::new());
    for field in &request.fields {
        let Some(name) = &field.ident else { continue };
        let inner = argument_of(&field.ty, "Option");
        let ty = inner.unwrap_or(&field.ty);
        let (takes, value) = match argument_of(ty, "Vec") {
            Some(entry) => (
                quote!(impl ::std::iter::IntoIterator<Item = impl ::std::convert::Into<#entry>>),
                quote!(#name.into_iter().map(::std::convert::Into::into).collect()),
            ),
            None => (quote!(impl ::std::convert::Into<#ty>), quote!(#name.into())),
        };
        let is_optional = inner.is_some() || field.attrs.iter().any(|a| is_serde(a, "default"));
        if !is_optional {
            inputs.push(quote!(#name: #takes));
            values.push(quote!(#name: #value));
            continue;
        }
        values.push(quote!(#name: ::std::default::Default::default()));
        let docs = field.attrs.iter().filter(|a| a.path().is_ident("doc"));
        let first = format!(" Sets `{}`.", super::wire_name(name, &field.attrs));
        let value = match inner {
            Some(_) => quote!(::std::option::Option::Some(#value)),
            None => value,
        };
        setters.push(quote! {
            #[doc = #first]
            #[doc = ""]
            #(#docs)*
            #[must_use]
            pub fn #name(mut self, #name: #takes) -> Self {
                self.#name = #value;
                self
            }
        });
    }
    let name = &request.ident;
    syn::parse_quote! {
        impl #name {
            /// Creates the request with what is required.
            #[must_use]
            pub fn new(#(#inputs),*) -> Self {
                Self { #(#values),* }
            }
            #(#setters)*
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_required_is_an_argument_and_the_rest_has_setters() {
        let mut types: syn::File = syn::parse_quote! {
            pub struct NewPet {
                pub name: ::std::string::String,
                pub toys: ::std::vec::Vec<i64>,
                #[doc = " How old."]
                #[serde(rename = "type", default)]
                pub type_: ::std::option::Option<i64>,
                #[serde(default)]
                pub friends: ::std::vec::Vec<i64>,
            }
            pub struct Pet { pub id: i64 }
        };
        build_by_name(&mut types, &Replies::these(&["Pet"]));
        let code = prettyplease::unparse(&types);
        let compact: String = code.split_whitespace().collect();
        for expected in [
            "pub fn new(name: impl ::std::convert::Into<::std::string::String>, toys: impl ::std::iter::IntoIterator<Item = impl ::std::convert::Into<i64>>,) -> Self",
            "type_: ::std::default::Default::default(),",
            "/// Sets `type`. /// /// How old.",
            "self.type_ = ::std::option::Option::Some(type_.into());",
            "self.friends = friends.into_iter().map(::std::convert::Into::into).collect();",
        ] {
            let expected: String = expected.split_whitespace().collect();
            assert!(compact.contains(&expected), "{expected} not in {code}");
        }
        assert_eq!(code.matches("pub fn new").count(), 1, "{code}");
    }
}
