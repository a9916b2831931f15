//! Marks the words that differ between two texts.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A part of a text; marked if the other text lacks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) marked: bool,
}

/// The most work of one comparison: the product of the numbers of differing words.
const WORK: usize = 160_000;

/// Splits both texts into pieces. Texts that are too long or too different to compare are one piece each.
pub(super) fn diff(before: &str, after: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (old, new) = (words(before), words(after));
    let same = |(a, b): &(&&str, &&str)| a.trim_end() == b.trim_end();
    let head = old.iter().zip(&new).take_while(same).count();
    let tails = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = tails.take_while(same).count();
    let differing = |words: &[&str]| words.len() - head - tail;
    if differing(&old) * differing(&new) > WORK {
        return (whole(before), whole(after));
    }
    let (mut kept_old, mut kept_new) = (vec![false; old.len()], vec![false; new.len()]);
    for op in capture_diff_slices(Algorithm::Lcs, &keys(&old), &keys(&new)) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            kept_old[old_index..old_index + len].fill(true);
            kept_new[new_index..new_index + len].fill(true);
        }
    }
    let kept = kept_old.iter().filter(|kept| **kept).count();
    if kept * 5 < old.len().max(new.len()) * 2 {
        return (whole(before), whole(after));
    }
    (pieces(&old, &kept_old), pieces(&new, &kept_new))
}

fn whole(text: &str) -> Vec<Piece> {
    if text.is_empty() {
        return Vec::new();
    }
    vec![Piece {
        text: text.to_owned(),
        marked: false,
    }]
}

/// Splits a text into words, each with the white space after it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_space = false;
    for (at, c) in text.char_indices() {
        if in_space && !c.is_whitespace() {
            words.push(&text[start..at]);
            start = at;
        }
        in_space = c.is_whitespace();
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// Returns the words without the white space after them, for comparison.
fn keys<'a>(words: &[&'a str]) -> Vec<&'a str> {
    words.iter().map(|word| word.trim_end()).collect()
}

fn pieces(words: &[&str], kept: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (word, kept) in words.iter().zip(kept) {
        match pieces.last_mut() {
            Some(piece) if piece.marked != *kept => piece.text.push_str(word),
            last => {
                // White space between a marked and an unmarked word belongs to the unmarked one.
                let space = last.map_or_else(String::new, |piece| trailing_space(piece, *kept));
                pieces.push(Piece {
                    text: space + word,
                    marked: !kept,
                });
            }
        }
    }
    if let Some(last) = pieces.last_mut() {
        let space = trailing_space(last, true);
        if !space.is_empty() {
            pieces.push(Piece {
                text: space,
                marked: false,
            });
        }
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Takes the white space from the end of a marked piece if the next piece is not marked.
fn trailing_space(piece: &mut Piece, next_is_kept: bool) -> String {
    if !piece.marked || !next_is_kept {
        return String::new();
    }
    let end = piece.text.trim_end().len();
    piece.text.split_off(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marked words in brackets.
    fn shown(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| {
            if piece.marked {
                format!("[{}]", piece.text)
            } else {
                piece.text.clone()
            }
        };
        pieces.iter().map(piece).collect()
    }

    #[test]
    fn words_of_one_side_are_marked() {
        let (before, after) = diff(
            "The agent repeated date and price to the caller.",
            "The agent never repeated the date to the caller.",
        );
        assert_eq!(
            shown(&before),
            "The agent repeated date [and price] to the caller."
        );
        assert_eq!(
            shown(&after),
            "The agent [never] repeated [the] date to the caller."
        );
    }

    #[test]
    fn nothing_is_lost_or_invented() {
        let texts = [
            "",
            " ",
            "a",
            "a b  c\n\nd",
            "d c b a",
            "  a\tb ",
            "é ü 漢字 a b c d",
        ];
        for before in texts {
            for after in texts {
                let (old, new) = diff(before, after);
                let text =
                    |pieces: &[Piece]| pieces.iter().map(|p| p.text.as_str()).collect::<String>();
                assert_eq!((text(&old).as_str(), text(&new).as_str()), (before, after));
            }
        }
    }

    #[test]
    fn equal_texts_have_no_marks() {
        let (before, after) = diff("one two three", "one two three");
        assert_eq!(shown(&before), "one two three");
        assert_eq!(before, after);
    }

    #[test]
    fn texts_with_little_in_common_have_no_marks() {
        let (before, after) = diff("one two three four", "five six seven one");
        assert_eq!(shown(&before), "one two three four");
        assert_eq!(shown(&after), "five six seven one");
    }

    #[test]
    fn very_long_texts_are_compared_by_their_ends_only() {
        let middle = |c: &str| vec![c; 5_000].join(" ");
        let (before, _) = diff(
            &format!("a {} z", middle("b")),
            &format!("a {} z", middle("c")),
        );
        assert_eq!(before.len(), 1);
        let (before, after) = diff(
            &format!("{} y z", middle("b")),
            &format!("{} z", middle("b")),
        );
        assert!(shown(&before).ends_with("b [y] z"));
        assert_eq!(after.len(), 1);
    }
}
