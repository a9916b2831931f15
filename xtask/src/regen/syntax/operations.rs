use proc_macro2::{Ident, Span};

use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    spec::{Operation, is_success, operations, resolve},
};

/// The table of operations: a constant for each, all of them, and a way to find one by its id.
pub(super) fn table(document: &Value) -> Result<syn::File, Finding> {
    let mut items: Vec<syn::Item> = vec![syn::parse_quote!(
        use crate::{Effect, JobEnd, JobRule, Operation};
    )];
    let (mut names, mut jobs) = (Vec::new(), Vec::new());
    for operation in operations(document) {
        let missing = |what: &str| {
            super::failed(
                "operations",
                format!("{} has no known {what}", operation.id()),
            )
        };
        let id = operation.id();
        let name = Ident::new(&id.to_uppercase(), Span::call_site());
        let method = operation.method.to_uppercase();
        let path = operation.path;
        let tag = operation.tag();
        let effect = match operation.node.text_of("x-cekura-effect") {
            Some("read") => "Read",
            Some("idempotent") => "Idempotent",
            Some("write") => "Write",
            Some("billable") => "Billable",
            _ => return Err(missing("effect")),
        };
        let effect = Ident::new(effect, Span::call_site());
        let paginated = match operation.node.get("x-cekura-paginated") {
            None => false,
            Some(node) => node
                .as_bool()
                .ok_or_else(|| missing("x-cekura-paginated, which is true or false"))?,
        };
        let returns_json = returns_json(document, &operation);
        let doc = format!(
            " {}: `{method} {path}`.",
            operation.node.text_of("summary").unwrap_or(id)
        );
        items.push(syn::parse_quote! {
            #[doc = #doc]
            pub const #name: Operation = Operation {
                id: #id,
                method: #method,
                path: #path,
                tag: #tag,
                effect: Effect::#effect,
                paginated: #paginated,
                returns_json: #returns_json,
            };
        });
        names.push((name, id));
        if let Some(rule) = super::jobs::rule(document, &operation)? {
            jobs.push(rule.ident.clone());
            items.push(syn::Item::Const(rule));
        }
    }
    let all = names.iter().map(|(name, _)| name);
    items.push(syn::parse_quote! {
        /// Every operation, in the order of openapi.yaml.
        pub const ALL: &[Operation] = &[#(#all),*];
    });
    items.push(syn::parse_quote! {
        /// The jobs that operations start.
        pub const JOBS: &[JobRule] = &[#(#jobs),*];
    });
    let (constants, ids): (Vec<_>, Vec<_>) = names.into_iter().unzip();
    items.push(syn::parse_quote! {
        /// The operation with this id.
        #[must_use]
        pub fn find(id: &str) -> Option<&'static Operation> {
            Some(match id {
                #(#ids => &#constants,)*
                _ => return None,
            })
        }
    });
    Ok(syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items,
    })
}

/// Whether any answer with success has content.
fn returns_json(document: &Value, operation: &Operation<'_>) -> bool {
    operation.responses().iter().any(|(status, _, node)| {
        is_success(status)
            && resolve(document, node).is_some_and(|answer| {
                answer
                    .get("content")
                    .is_some_and(|c| c.entries().next().is_some())
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn a_constant_for_each_and_a_way_to_find_it() {
        let document = json(
            "paths: {/a/: {get: {operationId: a_list, summary: List, tags: [a], x-cekura-effect: read, x-cekura-paginated: true}}}",
        );
        let code = prettyplease::unparse(&table(&document).unwrap());
        for expected in [
            "/// List: `GET /a/`.\npub const A_LIST: Operation = Operation {",
            "effect: Effect::Read,",
            "paginated: true,",
            "pub const ALL: &[Operation] = &[A_LIST];",
            "\"a_list\" => &A_LIST,",
        ] {
            assert!(
                code.contains(expected),
                "{expected}\n--- not in ---\n{code}"
            );
        }
    }

    #[test]
    fn a_reply_is_what_an_answer_with_success_has_content_for() {
        for (answers, returns_json) in [
            ("{'204': {description: Gone}}", false),
            (
                "{'204': {description: Gone}, '400': {content: {application/json: {}}}}",
                false,
            ),
            ("{'200': {content: {}}}", false),
            ("{'201': {content: {application/json: {}}}}", true),
            ("{'200': {$ref: '#/components/responses/Done'}}", true),
        ] {
            let document = json(&format!(
                "paths: {{/a/: {{delete: {{operationId: a_delete, tags: [a], x-cekura-effect: write, responses: {answers}}}}}}}\n\
                 components: {{responses: {{Done: {{content: {{application/json: {{}}}}}}}}}}"
            ));
            let code = prettyplease::unparse(&table(&document).unwrap());
            assert!(
                code.contains(&format!("returns_json: {returns_json},")),
                "{answers}: {code}"
            );
        }
    }

    #[test]
    fn an_effect_is_never_guessed() {
        let document = json("paths: {/a/: {get: {operationId: a_list, tags: [a]}}}");
        assert!(table(&document).err().unwrap().message.contains("effect"));
    }

    #[test]
    fn pages_are_never_guessed() {
        let document = json(
            "paths: {/a/: {get: {operationId: a_list, tags: [a], x-cekura-effect: read, x-cekura-paginated: maybe}}}",
        );
        let finding = table(&document).err().unwrap();
        assert!(
            finding.message.contains("x-cekura-paginated"),
            "{finding:?}"
        );
    }
}
