use std::collections::BTreeMap;

use crate::regen::document::{Json, Value};

/// Puts the fields of each struct into the order of openapi.yaml; the generator sorts them by name.
/// Readers of the documentation, of `Debug` output and of written JSON meet the fields as the author grouped them.
pub(super) fn authored_order(types: &mut syn::File, document: &Value) {
    let Some(schemas) = document.pointer("/components/schemas") else {
        return;
    };
    for item in &mut types.items {
        let syn::Item::Struct(item) = item else {
            continue;
        };
        let syn::Fields::Named(fields) = &mut item.fields else {
            continue;
        };
        let Some(properties) = schemas
            .get(item.ident.to_string())
            .and_then(|schema| schema.get("properties"))
        else {
            continue;
        };
        let places: BTreeMap<&str, usize> = properties
            .entries()
            .enumerate()
            .map(|(i, (key, _))| (key, i))
            .collect();
        let mut sorted: Vec<syn::Field> = std::mem::take(&mut fields.named).into_iter().collect();
        sorted.sort_by_key(|field| {
            // The catch-all for unknown fields is no property, whatever its name, and stays last.
            if field.attrs.iter().any(|a| super::is_serde(a, "flatten")) {
                return usize::MAX;
            }
            let name = field
                .ident
                .as_ref()
                .map(|i| super::wire_name(i, &field.attrs));
            name.and_then(|n| places.get(n.as_str()).copied())
                .unwrap_or(usize::MAX)
        });
        fields.named = sorted.into_iter().collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn fields_follow_the_document_and_the_catch_all_comes_last() {
        let document = json(
            "components: {schemas: {Call: {properties: {type: {}, extra: {}, id: {}, age: {}}}}}",
        );
        let mut types: syn::File = syn::parse_quote! {
            pub struct Call {
                pub age: i64,
                pub id: i64,
                #[serde(rename = "type", skip_serializing_if = "none")]
                pub type_: String,
                pub extra: i64,
                #[serde(flatten)]
                pub extra: Map,
            }
        };
        authored_order(&mut types, &document);
        let syn::Item::Struct(call) = &types.items[0] else {
            panic!()
        };
        let names: Vec<_> = call
            .fields
            .iter()
            .map(|f| f.ident.clone().unwrap().to_string())
            .collect();
        assert_eq!(names, ["type_", "extra", "id", "age", "extra"]);
    }
}
