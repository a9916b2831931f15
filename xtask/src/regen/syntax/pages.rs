use super::{argument_of, failed};
use crate::regen::{
    document::{Json, Value},
    finding::Finding,
};

/// The properties of a schema that is one page of a list.
const PAGE: [&str; 4] = ["count", "next", "previous", "results"];

/// Makes each page of a list an alias of `Page<T>`.
///
/// Why: they differ by their entries only, and one type has one decoder, which reads a plain array as well.
///
/// # Errors
/// If the generator wrote no struct for a page, or one whose `results` are not a list.
pub(super) fn alias(types: &mut syn::File, document: &Value) -> Result<(), Finding> {
    for name in pages(document) {
        let place = types
            .items
            .iter_mut()
            .find(|item| matches!(item, syn::Item::Struct(found) if found.ident == name));
        let Some(place) = place else {
            return Err(failed("pages", format!("{name} is no struct")));
        };
        let syn::Item::Struct(page) = &*place else {
            continue;
        };
        let results = page.fields.iter().find_map(|field| {
            let name = field.ident.as_ref()?;
            argument_of(&field.ty, "Option").filter(|_| name == "results")
        });
        let Some(entry) = results.and_then(|list| argument_of(list, "Vec")) else {
            return Err(failed("pages", format!("{name}.results is no list")));
        };
        let docs = page.attrs.iter().filter(|a| a.path().is_ident("doc"));
        let ident = &page.ident;
        *place = syn::parse_quote! {
            #(#docs)*
            pub type #ident = crate::Page<#entry>;
        };
    }
    Ok(())
}

/// The names of the schemas that are pages.
fn pages(document: &Value) -> Vec<&str> {
    let schemas = document.pointer("/components/schemas");
    let schemas = schemas.into_iter().flat_map(|all| all.entries());
    let pages = schemas.filter(|(_, schema)| {
        let names = schema.entries_of("properties").map(|(name, _)| name);
        let mut names: Vec<_> = names.collect();
        names.sort_unstable();
        names == PAGE
    });
    pages.map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn a_page_is_an_alias_and_its_documentation_stays() {
        let document = json(
            "components: {schemas: {PetPage: {properties: {count: {}, next: {}, previous: {}, results: {}}}, Pet: {properties: {id: {}}}}}",
        );
        let mut types: syn::File = syn::parse_quote! {
            #[doc = " Pets."]
            #[derive(Clone)]
            pub struct PetPage { pub count: Option<i64>, pub results: Option<Vec<Pet>> }
            pub struct Pet { pub id: Option<i64> }
        };
        alias(&mut types, &document).unwrap();
        let code = prettyplease::unparse(&types);
        let expected = "/// Pets.\npub type PetPage = crate::Page<Pet>;\npub struct Pet {";
        assert!(code.starts_with(expected), "{code}");
        let mut gone: syn::File = syn::parse_quote!();
        assert!(alias(&mut gone, &document).is_err());
    }
}
