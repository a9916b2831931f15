//! The list of models that table-driven tests walk.

use super::document::{Json, Value};

/// The text of the list, for the types of the client and the scalars that stand for schemas.
pub(super) fn text(document: &Value, types: &syn::File) -> String {
    let generated = types.items.iter().filter_map(|item| match item {
        syn::Item::Struct(item) => Some(item.ident.to_string()),
        syn::Item::Enum(item) => Some(item.ident.to_string()),
        syn::Item::Type(item) => Some(item.ident.to_string()),
        _ => None,
    });
    let schemas = document.pointer("/components/schemas");
    let schemas = schemas.into_iter().flat_map(|all| all.entries());
    let scalars = schemas.filter(|(_, schema)| schema.get("x-rust-type").is_some());
    let list = |names: Vec<String>| {
        let lines = names.iter().map(|name| format!("                {name}\n"));
        lines.collect::<String>()
    };
    format!(
        "// Written by `cargo xtask regen` from openapi.yaml. Do not edit.\n\n\
         //! The models, and calls of the facade.\n\n\
         mod calls;\n\
         pub use calls::{{call, resume, start}};\n\n\
         /// Calls `$table` with the names of all models: those that are generated, and the scalars.\n\
         #[macro_export]\n\
         macro_rules! models {{\n    \
             ($table:ident) => {{\n        \
                 $table! {{\n            \
                     GENERATED: types {{\n{}            }}\n            \
                     SCALARS: cekura {{\n{}            }}\n        \
                 }}\n    \
             }};\n\
         }}\n",
        list(generated.collect()),
        list(scalars.map(|(name, _)| name.to_owned()).collect()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn types_and_scalars_are_listed() {
        let document =
            json("components: {schemas: {PetId: {x-rust-type: {}}, Pet: {type: object}}}");
        let types = syn::parse_quote! {
            pub struct Pet;
            impl Pet {}
            pub type Pets = Vec<Pet>;
        };
        let text = text(&document, &types);
        let compact: Vec<_> = text.split_whitespace().collect();
        let compact = compact.join(" ");
        assert!(
            compact.contains("GENERATED: types { Pet Pets } SCALARS: cekura { PetId }"),
            "{text}"
        );
    }
}
