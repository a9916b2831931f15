use syn::visit_mut::VisitMut;

/// Keeps the descriptions of the document and drops the copy of each schema as JSON that the generator adds
/// below them. Each line becomes a comment of its own, as in hand-written code.
pub(super) fn keep_the_authors_words(items: &mut [syn::Item]) {
    for item in items {
        Docs.visit_item_mut(item);
    }
}

struct Docs;

impl VisitMut for Docs {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<syn::Attribute>) {
        let mut rewritten = Vec::with_capacity(attributes.len());
        for attribute in attributes.drain(..) {
            match doc(&attribute) {
                None => rewritten.push(attribute),
                Some(text) => rewritten.extend(lines(&text)),
            }
        }
        *attributes = rewritten;
    }
}

/// The text of a `#[doc = "…"]`.
fn doc(attribute: &syn::Attribute) -> Option<String> {
    match &attribute.meta {
        syn::Meta::NameValue(syn::MetaNameValue {
            path,
            value:
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(text),
                    ..
                }),
            ..
        }) if path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

fn lines(text: &str) -> Vec<syn::Attribute> {
    let words = text.split("<details>").next().unwrap_or_default().trim();
    words
        .lines()
        .map(|line| {
            let line = if line.is_empty() {
                String::new()
            } else {
                format!(" {line}")
            };
            syn::parse_quote!(#[doc = #line])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_of_the_schema_goes_and_lines_stay_apart() {
        let mut file: syn::File = syn::parse_quote! {
            #[doc = "A call.\n\nIts past.\n\n<details><summary>JSON schema</summary>\n\n```json\n{}\n```\n</details>"]
            pub struct Call {
                ///Its topic.
                pub topic: String,
            }
        };
        keep_the_authors_words(&mut file.items);
        assert_eq!(
            prettyplease::unparse(&file),
            "/// A call.\n///\n/// Its past.\npub struct Call {\n    /// Its topic.\n    pub topic: String,\n}\n"
        );
    }
}
