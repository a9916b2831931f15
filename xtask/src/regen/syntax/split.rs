use crate::regen::finding::Finding;

/// Takes `mod types` out of the generated file, so that models and client are two files, and declares the
/// modules of the directory. The generator's `prelude`, which holds nothing but the client, goes.
pub(super) fn split(generated: syn::File) -> Result<(syn::File, syn::File), Finding> {
    let mut client = generated;
    let mut types = None;
    let mut rest = Vec::new();
    for item in std::mem::take(&mut client.items) {
        match item {
            syn::Item::Mod(module) if module.ident == "types" => {
                types = module.content.map(|(_, items)| items);
            }
            syn::Item::Mod(module) if module.ident == "prelude" => {}
            other => rest.push(other),
        }
    }
    let items = types.ok_or_else(|| super::failed("split", "there is no module `types`"))?;
    let modules: syn::File = syn::parse_quote! {
        /// Every operation of the API, and what sending it twice would do.
        pub mod operations;
        /// The models: what requests hold and what replies hold.
        pub mod types;
    };
    client.items = modules.items;
    client.items.extend(rest);
    let types = syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items,
    };
    Ok((client, types))
}

#[cfg(test)]
mod tests {
    #[test]
    fn models_leave_and_modules_are_declared() {
        let (client, types) = super::split(syn::parse_quote! {
            pub mod types { pub struct Call; }
            pub struct Client;
            pub mod prelude {}
        })
        .unwrap();
        let code = prettyplease::unparse(&client);
        assert!(
            code.contains("pub mod types;") && code.contains("pub struct Client;"),
            "{code}"
        );
        assert!(!code.contains("prelude"), "{code}");
        assert_eq!(prettyplease::unparse(&types), "pub struct Call;\n");
        assert!(
            super::split(syn::parse_quote!(
                pub struct Client;
            ))
            .is_err()
        );
    }
}
