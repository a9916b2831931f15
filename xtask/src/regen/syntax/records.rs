use super::{
    Replies, argument_of, change_derives, extend_items, failed, is_called, is_serde, wire_name,
};
use crate::regen::finding::Finding;

/// Makes the structs of replies tolerant.
///
/// Why: the generator's structs refuse a reply for one field of another kind, and their catch-all for unknown
/// fields is called `extra`, like a field that metrics really have. So each struct that replies hold
/// - calls its catch-all `unknown_fields`,
/// - is `#[non_exhaustive]` and has a `Default`, because the service adds fields,
/// - is read field by field through `scalars::lenient` instead of by derived code, which would also put every
///   field of an object with a catch-all into a buffer first.
///
/// # Errors
/// If there is none, or one has a field that the rules do not cover.
pub(super) fn make_lenient(types: &mut syn::File, replies: &Replies) -> Result<(), Finding> {
    let mut changed = 0;
    extend_items(types, |item| match item {
        syn::Item::Struct(record) if replies.contain(&record.ident) => {
            changed += 1;
            make_one(record)
        }
        _ => Ok(Vec::new()),
    })?;
    if changed == 0 {
        return Err(failed("lenient-records", "no reply holds an object"));
    }
    Ok(())
}

fn make_one(record: &mut syn::ItemStruct) -> Result<Vec<syn::Item>, Finding> {
    let name = record.ident.clone();
    change_derives(
        &mut record.attrs,
        |p| !is_called(p, "Deserialize") && !is_called(p, "Default"),
        &[syn::parse_quote!(Default)],
    )
    .map_err(|e| failed("lenient-records", e))?;
    record.attrs.push(syn::parse_quote!(#[non_exhaustive]));

    let mut idents = Vec::new();
    let mut wires = Vec::new();
    let mut catch_all = false;
    for field in &mut record.fields {
        let ident = field.ident.clone().ok_or_else(|| {
            failed(
                "lenient-records",
                format!("{name} has a field without a name"),
            )
        })?;
        if field.attrs.iter().any(|a| is_serde(a, "flatten")) {
            field.ident = Some(syn::parse_quote!(unknown_fields));
            field.attrs.insert(
                0,
                syn::parse_quote!(#[doc = " Fields that this version does not know, and values that do not fit their field."]),
            );
            catch_all = true;
        } else if argument_of(&field.ty, "Option").is_some() {
            wires.push(wire_name(&ident, &field.attrs));
            idents.push(ident);
        } else {
            return Err(failed(
                "lenient-records",
                format!("{name}.{ident} cannot be absent"),
            ));
        }
    }
    if !catch_all {
        return Err(failed(
            "lenient-records",
            format!("{name} has nowhere to keep unknown fields"),
        ));
    }
    let file: syn::File = syn::parse_quote! {
        impl crate::scalars::lenient::Record for #name {
            fn read<'de, A: ::serde::de::MapAccess<'de>>(
                &mut self,
                name: &str,
                map: &mut A,
            ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
                match name {
                    #(#wires => crate::scalars::lenient::read_into(&mut self.#idents, map),)*
                    _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
                }
            }
            fn unknown_fields(
                &mut self,
            ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
                &mut self.unknown_fields
            }
        }
        impl crate::scalars::lenient::Lenient for #name {
            fn lenient<'de, D: ::serde::Deserializer<'de>>(
                input: D,
            ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
                crate::scalars::lenient::record_or_mismatch(input)
            }
            fn from_mismatch(
                mismatch: ::serde_json::Value,
            ) -> ::std::result::Result<Self, ::serde_json::Value> {
                crate::scalars::lenient::wrap(mismatch)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                input: D,
            ) -> ::std::result::Result<Self, D::Error> {
                crate::scalars::lenient::record(input)
            }
        }
    };
    Ok(file.items)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(record: syn::File) -> Result<String, Finding> {
        let mut types = record;
        make_lenient(&mut types, &Replies::these(&["Metric"]))?;
        Ok(prettyplease::unparse(&types))
    }

    #[test]
    fn a_real_field_called_extra_keeps_its_name() {
        let code = made(syn::parse_quote! {
            #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
            pub struct Metric {
                #[serde(rename = "type", skip_serializing_if = "none")]
                pub type_: ::std::option::Option<String>,
                pub extra: ::std::option::Option<Map>,
                #[serde(flatten)]
                pub extra: Map,
            }
            #[derive(::serde::Deserialize)]
            pub struct Ask {
                pub id: i64,
            }
        })
        .unwrap();
        for expected in [
            "#[derive(::serde::Serialize, Clone, Default)]\n#[non_exhaustive]\npub struct Metric {",
            "    pub extra: ::std::option::Option<Map>,",
            "    #[serde(flatten)]\n    pub unknown_fields: Map,",
            "\"type\" => crate::scalars::lenient::read_into(&mut self.type_, map),",
            "\"extra\" => crate::scalars::lenient::read_into(&mut self.extra, map),",
            "#[derive(::serde::Deserialize)]\npub struct Ask {",
        ] {
            assert!(
                code.contains(expected),
                "{expected}\n--- not in ---\n{code}"
            );
        }
    }

    #[test]
    fn a_field_that_cannot_be_absent_is_an_error() {
        let error = made(syn::parse_quote! {
            pub struct Metric {
                pub id: i64,
                #[serde(flatten)]
                pub extra: Map,
            }
        })
        .unwrap_err();
        assert!(error.message.contains("Metric.id"), "{error:?}");
    }

    #[test]
    fn a_record_without_a_place_for_the_unknown_is_an_error() {
        assert!(
            made(syn::parse_quote!(
                pub struct Metric {
                    pub id: Option<i64>,
                }
            ))
            .is_err()
        );
        assert!(
            made(syn::parse_quote!(
                pub struct Ask {
                    pub id: i64,
                }
            ))
            .is_err()
        );
    }
}
