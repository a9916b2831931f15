//! Texts of the program's help.

use super::body::Body;
use super::field::Kind;

/// Examples, fields without a flag, and the source.
pub(super) fn after_help(
    command: &str,
    example: &str,
    body: Option<&Body>,
    is_list: bool,
    docs: &str,
) -> String {
    let mut text = format!("Examples:\n  {example}");
    if let Some(body) = body {
        text += &format!("\n  cekura {command} --template > body.json");
        let others = body.fields.iter().filter(|field| field.kind == Kind::Json);
        let others = others.map(|field| {
            let description = first_sentence(&field.description);
            format!("\n  {}{}  {description}", field.name, field.needed())
        });
        let others: String = others.collect();
        if !others.is_empty() {
            text += &format!("\n\nFields for --data only:{others}");
        }
    } else if is_list {
        text += &format!("\n  cekura {command} --all --format jsonl --fields id");
    }
    format!("{text}\n\nAPI reference: {docs}")
}

/// The nouns that only the table has, for `-h` and for `--help`, where each has a line.
pub(super) fn resources(nouns: &[(String, String)]) -> [String; 2] {
    let names: Vec<&str> = nouns.iter().map(|(name, _)| name.as_str()).collect();
    let widest = names.iter().map(|name| name.len()).max();
    let widest = widest.unwrap_or_default();
    // What does not fit the screen is in the help of the noun.
    let lines = nouns.iter().map(|(name, about)| {
        let about = shortened(&first_sentence(about), 76 - widest);
        format!("  {name:widest$}  {about}")
    });
    let lines: Vec<String> = lines.collect();
    [format!("  {}", names.join(", ")), lines.join("\n")].map(|nouns| {
        format!("Resources (`cekura RESOURCE -h` lists what can be done with one):\n{nouns}")
    })
}

/// The first sentence on one line, without its full stop.
pub(super) fn first_sentence(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let end = text.find(". ").unwrap_or(text.len());
    text[..end].trim_end_matches('.').to_owned()
}

/// A text of at most so many characters, cut at a word if it is too long.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let kept = &text[..end];
    let at_word = kept.rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
    let kept = kept[..at_word].trim_end_matches([',', '.', ';', ':', ' ']);
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_sentences_and_words() {
        assert_eq!(first_sentence("A v. 1 of it. More."), "A v");
        assert_eq!(first_sentence("One sentence."), "One sentence");
        assert_eq!(first_sentence("One\nsentence.\nMore."), "One sentence");
        assert_eq!(
            shortened("Only entries, of this agent", 16),
            "Only entries…"
        );
        assert_eq!(shortened("abcdefgh", 4), "abcd…");
        assert_eq!(shortened("abcd", 4), "abcd");
    }

    #[test]
    fn nouns_are_one_line_or_have_one_each() {
        let nouns = [("a", "Some. More."), ("bc", "Others.")]
            .map(|(name, about)| (name.to_owned(), about.to_owned()));
        let [short, long] = resources(&nouns);
        assert!(short.ends_with(":\n  a, bc"), "{short}");
        assert!(long.ends_with(":\n  a   Some\n  bc  Others"), "{long}");
    }
}
