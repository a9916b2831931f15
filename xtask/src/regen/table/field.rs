//! Path arguments, query options and body fields: what the program has to know about one value.

use proc_macro2::TokenStream;
use quote::quote;

use super::help::{first_sentence, shortened};
use crate::regen::{
    document::{Json, Value},
    spec::resolve,
};

/// The longest description in `-h`, in characters.
const SHORT: usize = 66;

/// One value that a command takes.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// The name in the request.
    pub(super) name: String,
    pub(super) flag: String,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    pub(super) is_nullable: bool,
    pub(super) description: String,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Integer,
    Number,
    Boolean,
    Words(Vec<String>),
    List(Box<Kind>),
    /// Anything else: no flag.
    Json,
}

impl Kind {
    /// What a schema accepts, and whether that may be null.
    pub(super) fn of(document: &Value, schema: &Value) -> (Self, bool) {
        let Some(node) = resolve(document, schema) else {
            return (Self::Json, false);
        };
        let is_nullable = node.get("nullable") == Some(&Value::Bool(true));
        if let [only] = node.items_of("allOf") {
            let (kind, inner) = Self::of(document, only);
            return (kind, is_nullable || inner);
        }
        let words = node.items_of("enum").iter().filter_map(Value::as_str);
        let words: Vec<String> = words.map(str::to_owned).collect();
        let kind = match node.text_of("type") {
            Some("string") if !words.is_empty() => Self::Words(words),
            Some("string") => Self::Text,
            Some("integer") => Self::Integer,
            Some("number") => Self::Number,
            Some("boolean") => Self::Boolean,
            Some("array") => match node.get("items").map(|items| Self::of(document, items)) {
                Some((Self::Json | Self::List(_), _)) | None => Self::Json,
                Some((item, _)) => Self::List(Box::new(item)),
            },
            _ => Self::Json,
        };
        (kind, is_nullable)
    }

    /// What the type of an entry of a list with commas accepts: `integer`, or the name of a schema.
    pub(super) fn named(document: &Value, name: &str) -> Self {
        let schema = document.pointer(&format!("/components/schemas/{name}"));
        match (schema, name) {
            (Some(schema), _) => Self::of(document, schema).0,
            (None, "integer") => Self::Integer,
            (None, _) => Self::Text,
        }
    }

    pub(super) fn is_scalar(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Json)
    }

    fn constant(&self) -> TokenStream {
        match self {
            Self::Text => quote!(Kind::Text),
            Self::Integer => quote!(Kind::Integer),
            Self::Number => quote!(Kind::Number),
            Self::Boolean => quote!(Kind::Boolean),
            Self::Words(words) => quote!(Kind::Words(&[#(#words),*])),
            Self::List(kind) => {
                let kind = kind.constant();
                quote!(Kind::List(&#kind))
            }
            Self::Json => quote!(Kind::Json),
        }
    }
}

impl Field {
    /// What the help puts after a description.
    pub(super) fn needed(&self) -> &'static str {
        if self.is_required { " (required)" } else { "" }
    }

    /// What the help calls its value.
    fn value_name(&self) -> &'static str {
        match &self.kind {
            Kind::Integer | Kind::Number => "N",
            Kind::Boolean => "true|false",
            Kind::Words(_) => "WORD",
            Kind::List(item) if matches!(**item, Kind::Integer | Kind::Number) => "N,…",
            Kind::List(_) => "TEXT,…",
            Kind::Text if self.name.ends_with("_id") => "ID",
            Kind::Text => "TEXT",
            Kind::Json => "JSON",
        }
    }

    /// A query option or a field of a body.
    pub(super) fn option(&self) -> TokenStream {
        self.constant(self.value_name(), self.needed())
    }

    /// A path argument. It is always required, and its help does not say so.
    pub(super) fn argument(&self) -> TokenStream {
        self.constant(&self.flag, "")
    }

    fn constant(&self, value_name: &str, needed: &str) -> TokenStream {
        let Self {
            name,
            flag,
            kind,
            is_required,
            is_nullable,
            description,
        } = self;
        let kind = kind.constant();
        let null = if *is_nullable { "; null clears it" } else { "" };
        let short = shortened(&first_sentence(description), SHORT - needed.len());
        let help = format!("{short}{needed}");
        let text = description.trim().trim_end_matches('.');
        let long_help = format!("{text}{needed}{null}");
        quote! {
            Field {
                name: #name,
                flag: #flag,
                value_name: #value_name,
                kind: #kind,
                is_required: #is_required,
                is_nullable: #is_nullable,
                help: #help,
                long_help: #long_help,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn kinds_are_found_behind_references() {
        let document = json(
            "
components:
  schemas:
    Id: {type: integer}
    Word: {type: string, enum: [a, b]}
",
        );
        let id = "{nullable: true, allOf: [{$ref: '#/components/schemas/Id'}]}";
        let words = Kind::Words(vec!["a".to_owned(), "b".to_owned()]);
        for (schema, kind, is_nullable) in [
            ("{type: string}", Kind::Text, false),
            ("{type: number, nullable: true}", Kind::Number, true),
            ("{type: boolean}", Kind::Boolean, false),
            (id, Kind::Integer, true),
            ("{$ref: '#/components/schemas/Word'}", words.clone(), false),
            (
                "{type: array, items: {$ref: '#/components/schemas/Word'}}",
                Kind::List(Box::new(words)),
                false,
            ),
            ("{type: array, items: {type: object}}", Kind::Json, false),
            ("{type: object}", Kind::Json, false),
            ("{oneOf: [{type: string}]}", Kind::Json, false),
            ("{$ref: '#/components/schemas/None'}", Kind::Json, false),
        ] {
            assert_eq!(
                Kind::of(&document, &json(schema)),
                (kind, is_nullable),
                "{schema}"
            );
        }
    }
}
