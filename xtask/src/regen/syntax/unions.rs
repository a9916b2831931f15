use super::{Replies, argument_of, change_derives, extend_items, failed, is_called, is_serde};
use crate::regen::finding::Finding;

/// Makes the unions of replies total: a list of objects, or anything else.
///
/// Why: derived code for an untagged enum buffers its input and knows nothing of the rules of
/// `scalars::lenient`. Unions of other shapes are refused, so that nobody adds one that can fail.
///
/// # Errors
/// If a union is not a list of objects first and any JSON second.
pub(super) fn make_lenient(types: &mut syn::File, replies: &Replies) -> Result<(), Finding> {
    let is_untagged = |attr: &syn::Attribute| is_serde(attr, "untagged");
    extend_items(types, |item| match item {
        syn::Item::Enum(union)
            if union.attrs.iter().any(is_untagged) && replies.contain(&union.ident) =>
        {
            make_one(union)
        }
        _ => Ok(Vec::new()),
    })
}

fn make_one(union: &mut syn::ItemEnum) -> Result<Vec<syn::Item>, Finding> {
    let name = union.ident.clone();
    let shape = || {
        failed(
            "lenient-unions",
            format!(
                "{name} is not a list of objects or else any JSON; give openapi.yaml one of these two arms each"
            ),
        )
    };
    let arms: Vec<(&syn::Ident, &syn::Type)> = union
        .variants
        .iter()
        .filter_map(|v| Some((&v.ident, &v.fields.iter().next()?.ty)))
        .collect();
    let [(list, list_type), (other, other_type)] = arms.as_slice() else {
        return Err(shape());
    };
    if argument_of(list_type, "Vec").is_none()
        || super::last_segment(other_type).is_none_or(|s| s.ident != "Value")
    {
        return Err(shape());
    }
    let file: syn::File = syn::parse_quote! {
        impl crate::scalars::lenient::Lenient for #name {
            fn lenient<'de, D: ::serde::Deserializer<'de>>(
                input: D,
            ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
                let found = crate::scalars::lenient::list_or_other(input)?;
                Ok(found.map(|either| match either {
                    crate::scalars::lenient::ListOrOther::List(list) => Self::#list(list),
                    crate::scalars::lenient::ListOrOther::Other(value) => Self::#other(value),
                }))
            }
        }
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                input: D,
            ) -> ::std::result::Result<Self, D::Error> {
                use crate::scalars::lenient::{Decoded, Lenient};
                Ok(match Self::lenient(input)? {
                    Decoded::Value(value) => value,
                    Decoded::Null => Self::#other(::serde_json::Value::Null),
                    Decoded::Mismatch(value) => Self::#other(value),
                })
            }
        }
    };
    change_derives(&mut union.attrs, |p| !is_called(p, "Deserialize"), &[])
        .map_err(|e| failed("lenient-unions", e))?;
    union.attrs.push(syn::parse_quote!(#[non_exhaustive]));
    Ok(file.items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_or_anything_else_is_read_without_failing() {
        let mut types: syn::File = syn::parse_quote! {
            #[derive(::serde::Deserialize, Clone)]
            #[serde(untagged)]
            pub enum Rows {
                Entries(::std::vec::Vec<Row>),
                Other(::serde_json::Value),
            }
        };
        make_lenient(&mut types, &Replies::these(&["Rows"])).unwrap();
        let code = prettyplease::unparse(&types);
        assert!(
            code.contains("#[derive(Clone)]\n#[serde(untagged)]\n#[non_exhaustive]"),
            "{code}"
        );
        let on_one_line = code.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            on_one_line.contains("ListOrOther::List(list) => { Self::Entries(list) }"),
            "{code}"
        );
    }

    #[test]
    fn other_unions_are_refused() {
        let mut types: syn::File = syn::parse_quote! {
            #[serde(untagged)]
            pub enum Rows {
                Number(f64),
                Text(String),
            }
        };
        let error = make_lenient(&mut types, &Replies::these(&["Rows"])).unwrap_err();
        assert!(error.message.contains("Rows"), "{error:?}");
    }
}
