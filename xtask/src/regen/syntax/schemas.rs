/// Lets every model derive `JsonSchema` behind the feature `schemars`, for tools that want a schema.
pub(super) fn derive_json_schema(types: &mut syn::File) {
    for item in &mut types.items {
        let attributes = match item {
            syn::Item::Struct(item) => &mut item.attrs,
            syn::Item::Enum(item) => &mut item.attrs,
            _ => continue,
        };
        let at = attributes
            .iter()
            .position(|a| a.path().is_ident("derive"))
            .map_or(attributes.len(), |i| i + 1);
        attributes.insert(
            at,
            syn::parse_quote!(#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]),
        );
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn models_derive_it_after_their_own_derives() {
        let mut types: syn::File = syn::parse_quote! {
            #[derive(Clone)]
            #[serde(untagged)]
            pub enum Either {}
            impl Clone for Either {}
        };
        super::derive_json_schema(&mut types);
        assert_eq!(
            prettyplease::unparse(&types),
            "#[derive(Clone)]\n#[cfg_attr(feature = \"schemars\", derive(::schemars::JsonSchema))]\n\
             #[serde(untagged)]\npub enum Either {}\nimpl Clone for Either {}\n"
        );
    }
}
