//! The Rust names that the generator makes, so that rules can find collisions.

use heck::{ToPascalCase, ToSnakeCase};

/// The field or argument that a property or parameter becomes, without the underscore that keywords get.
pub(crate) fn field(name: &str) -> String {
    identifier(name, str::to_snake_case)
}

/// The variant that a word of an enum becomes.
pub(crate) fn variant(word: &str) -> String {
    identifier(word, str::to_pascal_case)
}

/// Names one of several.
pub(crate) fn singular(several: &str) -> String {
    if let Some(stem) = several.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let stem = several.strip_suffix("ses").map(|stem| format!("{stem}s"));
    let stem = stem.filter(|stem| stem.ends_with("ss") || stem.ends_with("tus"));
    stem.or_else(|| {
        several
            .strip_suffix('s')
            .filter(|stem| !stem.ends_with('s'))
            .map(str::to_owned)
    })
    .unwrap_or_else(|| several.to_owned())
}

fn identifier(name: &str, to_case: fn(&str) -> String) -> String {
    let plain = name
        .replace('\'', "")
        .replace(|c: char| !c.is_alphanumeric() && c != '_', "-");
    let name = to_case(&plain);
    match name.chars().next() {
        None => "x".to_owned(),
        Some(c) if c.is_alphabetic() || c == '_' => name,
        Some(_) => format!("x{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_only_look_different_are_one() {
        for (names, is) in [
            (
                &[
                    "fooBar",
                    "foo_bar",
                    "FooBar",
                    "FOO_BAR",
                    "foo-bar",
                    "foo.bar",
                    " foo bar ",
                ][..],
                "foo_bar",
            ),
            (&["HTTPStatus", "http_status", "HttpStatus"], "http_status"),
            (&["type", "type_", "Type"], "type"),
            (&["", "$", "_", "__"], "x"),
            (&["9"], "x9"),
        ] {
            for name in names {
                assert_eq!(field(name), is, "{name:?}");
            }
        }
        assert_eq!(variant("not_a-bug"), "NotABug");
    }

    #[test]
    fn one_of_several_is_named() {
        for (several, one) in [
            ("boats", "boat"),
            ("personalities", "personality"),
            ("statuses", "status"),
            ("classes", "class"),
            ("houses", "house"),
            ("billing", "billing"),
        ] {
            assert_eq!(singular(several), one);
        }
    }
}
