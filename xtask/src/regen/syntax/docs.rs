use syn::visit_mut::VisitMut;

/// Keeps the descriptions of the document and drops the copy of each schema as JSON that the generator adds
/// below them. Each sentence starts a line of its own, and long ones are wrapped, so that a changed word shows
/// as a change of one or two short lines.
pub(in crate::regen) fn keep_the_authors_words(items: &mut [syn::Item]) {
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
        .flat_map(wrapped)
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

/// With the indentation and the slashes in front of it, a line stays within 100 columns.
const WIDTH: usize = 90;

/// A line of Markdown as several that mean the same.
fn wrapped(line: &str) -> Vec<String> {
    let in_list = line.starts_with("- ");
    let mut all: Vec<String> = Vec::new();
    let mut current = String::new();
    for word in words(line) {
        let full = current.chars().count() + 1 + word.chars().count() > WIDTH;
        let sentence = current.ends_with(['.', '?', '!']) && word.starts_with(char::is_uppercase);
        if !current.trim().is_empty() && (full || sentence) && may_start_a_line(&word) {
            all.push(std::mem::take(&mut current));
            if in_list {
                current.push_str("  ");
            }
        } else if !current.is_empty() {
            current.push(' ');
        }
        current.push_str(&word);
    }
    all.push(current);
    all
}

/// The words of a line; what is in backquotes is one word, with what touches it.
fn words(line: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut quoted = false;
    for word in line.split_whitespace() {
        match all.last_mut() {
            Some(last) if quoted => {
                last.push(' ');
                last.push_str(word);
            }
            _ => all.push(word.to_owned()),
        }
        quoted ^= word.matches('`').count() % 2 == 1;
    }
    all
}

/// Whether Markdown takes a line that starts with this word for plain text.
fn may_start_a_line(word: &str) -> bool {
    let numbered = word.ends_with(['.', ')']) && word.starts_with(|c: char| c.is_ascii_digit());
    !numbered && !word.starts_with(['-', '+', '*', '#', '>', '=', '|', '~'])
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

    #[test]
    fn sentences_start_lines_and_long_ones_are_wrapped() {
        let long = "One sentence that is short. Another one goes on and on, with `code that is never broken` in it, \
                    until it no longer fits - which is where it ends (see 5. below).";
        assert_eq!(
            wrapped(long),
            [
                "One sentence that is short.",
                "Another one goes on and on, with `code that is never broken` in it, until it no longer",
                "fits - which is where it ends (see 5. below).",
            ]
        );
        assert_eq!(wrapped(""), [""]);
        let code = format!("{} `a b`.", "x".repeat(WIDTH - 4));
        assert_eq!(wrapped(&code), ["x".repeat(WIDTH - 4), "`a b`.".to_owned()]);
        let item = format!("- `body`: What is sent. Word{}", " word".repeat(20));
        let lines = wrapped(&item);
        assert!(
            lines.len() == 3 && lines[1].starts_with("  Word"),
            "{lines:?}"
        );
        assert!(
            lines.iter().all(|l| l.chars().count() <= WIDTH),
            "{lines:?}"
        );
    }

    #[test]
    fn no_line_starts_like_a_list() {
        let lines = wrapped(&format!("{} - and", "x".repeat(WIDTH)));
        assert_eq!(
            lines,
            [format!("{} -", "x".repeat(WIDTH)), "and".to_owned()]
        );
    }
}
