//! The files of the table: one for each noun, and one that lists them.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};

use super::help::resources;
use super::names::{by_hand, has_row, noun};
use super::row::row;
use crate::regen::{
    document::{Json, Value},
    facade::File,
    finding::Finding,
    spec::{Operation, operations},
};

/// The files of the table.
///
/// # Errors
/// An operation whose command cannot be made from the contract.
pub(crate) fn files(document: &Value) -> Result<Vec<File>, Finding> {
    let mut tags: BTreeMap<&str, Vec<Operation<'_>>> = BTreeMap::new();
    let all = operations(document);
    for operation in all.iter().filter(|operation| has_row(operation)) {
        tags.entry(operation.tag())
            .or_default()
            .push(operation.clone());
    }
    let mut files = Vec::new();
    for (tag, operations) in &tags {
        let noun = noun(tag);
        let about = about(document, tag);
        let about = about.trim_end_matches('.');
        let rows = operations.iter().map(|operation| row(document, operation));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let used = used(&rows);
        files.push(File {
            name: format!("{tag}.rs"),
            about: format!("The commands of `cekura {noun}`."),
            code: syn::parse_quote! {
                use crate::table::{#(#used),*};
                pub(crate) static NOUN: Noun = Noun {
                    name: #noun,
                    about: #about,
                    rows: &[#(#rows),*],
                };
            },
        });
    }
    let modules: Vec<_> = tags
        .keys()
        .map(|tag| Ident::new(tag, Span::call_site()))
        .collect();
    let by_hand = all.iter().filter_map(|operation| {
        let (command, id) = (by_hand(operation)?, operation.id());
        Some((command, quote::quote!((#command, #id))))
    });
    let (commands, by_hand): (Vec<&str>, Vec<_>) = by_hand.unzip();
    let nouns = commands
        .iter()
        .filter_map(|command| command.split(' ').next());
    let own = tags.keys().map(|tag| (noun(tag), about(document, tag)));
    let own = own.filter(|(name, _)| !nouns.clone().any(|noun| noun == name));
    let [short, long] = resources(&own.collect::<Vec<_>>());
    files.push(File {
        name: "mod.rs".to_owned(),
        about: "The table of the commands that follow from the contract.".to_owned(),
        code: syn::parse_quote! {
            #(mod #modules;)*
            use crate::table::Noun;
            /// Every noun, in alphabetical order of the tags.
            pub(crate) static NOUNS: &[&Noun] = &[#(&#modules::NOUN),*];
            /// The nouns that only the table has, for the short help and for the long one.
            pub(crate) static RESOURCES: [&str; 2] = [#short, #long];
            /// The commands that are written by hand, with the ids of their operations.
            #[cfg(test)]
            pub(crate) static BY_HAND: &[(&str, &str)] = &[#(#by_hand),*];
        },
    });
    Ok(files)
}

/// The types that rows use.
fn used(rows: &[proc_macro2::TokenStream]) -> Vec<Ident> {
    let text = rows.iter().map(ToString::to_string).collect::<String>();
    let is_used = |name: &&str| *name == "Noun" || text.contains(&format!("{name} "));
    let names = ["Body", "Field", "Job", "Kind", "Noun", "Row"];
    let used = names.into_iter().filter(is_used);
    used.map(|name| Ident::new(name, Span::call_site()))
        .collect()
}

/// The description of a tag.
fn about(document: &Value, tag: &str) -> String {
    let tags = document.items_of("tags").iter();
    let mut named = tags.filter(|node| node.text_of("name") == Some(tag));
    let text = named.next().and_then(|node| node.text_of("description"));
    text.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    const DOCUMENT: &str = "
tags: [{name: pets, description: Animals at home.}]
paths:
  /pets/:
    get:
      operationId: pets_list
      tags: [pets]
      x-cekura-effect: read
      summary: List pets
      description: All of them.
      externalDocs: {url: 'https://docs.example.com/pets'}
      parameters:
        - {name: page, in: query, description: Page., schema: {type: integer}}
        - {name: kind, in: query, required: true, example: cat, schema: {type: string, enum: [cat, dog]}}
      responses:
        '200':
          content:
            application/json:
              schema: {properties: {next: {}, results: {type: array, items: {properties: {id: {}, name: {}}}}}}
    post:
      operationId: pets_create
      tags: [pets]
      summary: Add a pet
      requestBody:
        content:
          application/json:
            schema:
              required: [name]
              properties:
                name: {type: string, description: 'What it is called, other than `limit` and `toys`.'}
                limit: {type: integer, nullable: true, description: How many.}
                toys: {type: array, description: What it plays with. All of it., items: {type: object}}
            examples: {a: {value: {name: Ada, toys: [{a: 1}]}}}
      responses: {'201': {content: {application/json: {schema: {type: object}}}}}
  /pets/{id}/:
    delete:
      operationId: pets_destroy
      tags: [pets]
      parameters: [{name: id, in: path, required: true, example: 7, schema: {type: integer}}]
      responses: {'204': {description: Gone.}}
  /pets/feed/:
    post: {operationId: pets_feed, tags: [pets], x-cekura-command: pets feed, responses: {}}
";

    fn code(document: &str) -> Result<String, Finding> {
        let files = files(&json(document))?;
        let texts = files.iter().map(|file| prettyplease::unparse(&file.code));
        Ok(texts.collect())
    }

    #[test]
    fn an_operation_is_a_row() {
        let code = code(DOCUMENT).unwrap();
        for expected in [
            "name: \"pets\",\n    about: \"Animals at home\",",
            "verb: \"list\",\n            operation: &cekura::operations::PETS_LIST,",
            "Examples:\\n  cekura pets list --kind cat\\n  cekura pets list --all",
            "kind: Kind::Words(&[\"cat\", \"dog\"]),",
            "is_list: true,\n            columns: &[\"id\", \"name\"],",
            "cekura pets create --name Ada\\n",
            "help: \"What it is called, other than --body-limit and `toys` (required)\",",
            "long_help: \"How many; null clears it\",",
            "Fields for --data only:\\n  toys  What it plays with\\n",
            "template: \"{\\n  \\\"name\\\": \\\"Ada\\\",",
            "flag: \"body-limit\",\n                        value_name: \"N\",\n                        \
             kind: Kind::Integer,\n                        is_required: false,\n                        is_nullable: true,",
            "cekura pets delete 7\\n",
            "flag: \"ID\",\n                    value_name: \"ID\",\n                    kind: Kind::Integer,\n                    \
             is_required: true,",
            "pub(crate) static NOUNS: &[&Noun] = &[&pets::NOUN];",
            "&[(\"pets feed\", \"pets_feed\")];",
        ] {
            assert!(
                code.contains(expected),
                "{expected}\n--- not in ---\n{code}"
            );
        }
        assert!(!code.contains("PETS_FEED"), "{code}");
        let listed = "  pets  Animals at home";
        assert!(!code.contains(listed), "it has commands by hand: {code}");
        let by_hand = ", x-cekura-command: pets feed";
        assert!(
            self::code(&DOCUMENT.replace(by_hand, ""))
                .unwrap()
                .contains(listed)
        );
    }

    #[test]
    fn what_no_command_can_be_made_of_is_refused_with_its_place() {
        let kind = "example: cat, schema: {type: string, enum: [cat, dog]}";
        let json = "application/json:\n            schema:\n              required";
        for (good, bad, words, place) in [
            (
                kind,
                "schema: {type: object}",
                "`kind`",
                "/paths/~1pets~1/get/parameters/1",
            ),
            (
                "{name: page, ",
                "{name: side, ",
                "`page`",
                "/paths/~1pets~1/get",
            ),
            (
                "effect: read",
                "effect: write",
                "`page`",
                "/paths/~1pets~1/get",
            ),
            (
                json,
                &json.replace("application/json", "multipart/form-data"),
                "x-cekura-command",
                "/paths/~1pets~1/post",
            ),
            (
                json,
                &json.replace("required", "type: array\n              required"),
                "x-cekura-command",
                "/paths/~1pets~1/post",
            ),
        ] {
            let document = DOCUMENT.replacen(good, bad, 1);
            assert_ne!(document, DOCUMENT);
            let finding = code(&document).unwrap_err();
            assert!(finding.message.contains(words), "{finding:?}");
            assert_eq!(finding.pointer.as_str(), place);
        }
    }
}
