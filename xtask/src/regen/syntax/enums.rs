use super::{Replies, change_derives, extend_items, failed, impl_target, is_called, wire_name};
use crate::regen::finding::Finding;

/// Opens the string enums that replies hold: a word that nobody has described becomes `Unknown(word)`.
///
/// Why: the generator's enums refuse unknown words, and a refused word refuses the whole reply. Everything
/// the generator wrote for such an enum is replaced: `as_str`, `Display`, a total `From<&str>` and `FromStr`,
/// and reading by the rules of `scalars::lenient`. Enums of requests stay closed.
///
/// # Errors
/// If there is none to open. ACTION: delete the pass if the document has no enum any more.
pub(super) fn open(types: &mut syn::File, replies: &Replies) -> Result<(), Finding> {
    let names: Vec<syn::Ident> = types
        .items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Enum(e) if is_words(e) && replies.contain(&e.ident) => Some(e.ident.clone()),
            _ => None,
        })
        .collect();
    if names.is_empty() {
        return Err(failed("open-enums", "no reply holds an enum of words"));
    }
    types
        .items
        .retain(|item| !impl_target(item).is_some_and(|ident| names.contains(ident)));
    extend_items(types, |item| match item {
        syn::Item::Enum(e) if names.contains(&e.ident) => {
            let added = impls(e);
            open_one(e).map_err(|e| failed("open-enums", e))?;
            Ok(added)
        }
        _ => Ok(Vec::new()),
    })
}

fn is_words(e: &syn::ItemEnum) -> bool {
    e.variants
        .iter()
        .all(|v| matches!(v.fields, syn::Fields::Unit))
}

fn open_one(e: &mut syn::ItemEnum) -> syn::Result<()> {
    change_derives(
        &mut e.attrs,
        |p| !is_called(p, "Copy") && !is_called(p, "Deserialize"),
        &[],
    )?;
    e.attrs.push(syn::parse_quote!(#[non_exhaustive]));
    for variant in &mut e.variants {
        let doc = format!(" `{}`", wire_name(&variant.ident, &variant.attrs));
        variant.attrs.insert(0, syn::parse_quote!(#[doc = #doc]));
    }
    e.variants.push(syn::parse_quote! {
        /// A word that this version does not know, as it came.
        #[serde(untagged)]
        Unknown(::std::string::String)
    });
    Ok(())
}

fn impls(e: &syn::ItemEnum) -> Vec<syn::Item> {
    let name = &e.ident;
    let variants: Vec<_> = e.variants.iter().map(|v| &v.ident).collect();
    let words: Vec<_> = e
        .variants
        .iter()
        .map(|v| wire_name(&v.ident, &v.attrs))
        .collect();
    let file: syn::File = syn::parse_quote! {
        impl #name {
            /// The word, also if it is unknown.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #words,)*
                    Self::Unknown(word) => word,
                }
            }
        }
        impl ::std::fmt::Display for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }
        impl ::std::convert::From<&str> for #name {
            fn from(word: &str) -> Self {
                match word {
                    #(#words => Self::#variants,)*
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }
        impl ::std::str::FromStr for #name {
            type Err = ::std::convert::Infallible;
            fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                Ok(Self::from(word))
            }
        }
        impl crate::scalars::lenient::Lenient for #name {
            fn lenient<'de, D: ::serde::Deserializer<'de>>(
                input: D,
            ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
                crate::scalars::lenient::word(input)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                input: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
                Ok(Self::from(word.as_str()))
            }
        }
    };
    file.items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn generated() -> syn::File {
        syn::parse_quote! {
            #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Copy, Debug)]
            pub enum Mood {
                #[serde(rename = "not-good")]
                NotGood,
            }
            impl ::std::str::FromStr for Mood {}
            #[derive(::serde::Deserialize, Clone, Copy)]
            pub enum Ask {
                All,
            }
            impl ::std::str::FromStr for Ask {}
        }
    }

    #[test]
    fn enums_of_replies_open_and_those_of_requests_stay() {
        let mut types = generated();
        open(&mut types, &Replies::these(&["Mood"])).unwrap();
        let code = prettyplease::unparse(&types);
        for expected in [
            "#[derive(::serde::Serialize, Clone, Debug)]\n#[non_exhaustive]\npub enum Mood {",
            "    /// `not-good`\n    #[serde(rename = \"not-good\")]\n    NotGood,",
            "Unknown(::std::string::String)",
            "\"not-good\" => Self::NotGood,",
            "type Err = ::std::convert::Infallible;",
            "#[derive(::serde::Deserialize, Clone, Copy)]\npub enum Ask {\n    All,\n}\nimpl ::std::str::FromStr for Ask {}",
        ] {
            assert!(
                code.contains(expected),
                "{expected}\n--- not in ---\n{code}"
            );
        }
        assert_eq!(code.matches("FromStr for Mood").count(), 1, "{code}");
    }

    #[test]
    fn nothing_to_open_is_an_error() {
        assert!(open(&mut generated(), &Replies::these(&["Other"])).is_err());
    }
}
