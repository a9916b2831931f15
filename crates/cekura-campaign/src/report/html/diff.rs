//! Which words of two texts are only in one of them.

/// A stretch of a text, marked where the other text does not have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) marked: bool,
}

/// The work that one comparison may take, as a product of two numbers of words.
const WORK: usize = 160_000;

/// Both texts as pieces. Texts that are too long to compare, or too different for marks to help, are one piece each.
pub(super) fn diff(before: &str, after: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (old, new) = (words(before), words(after));
    let head = old.iter().zip(&new).take_while(|(a, b)| same(a, b)).count();
    let tails = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = tails.take_while(|(a, b)| same(a, b)).count();
    let (inner_old, inner_new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    if inner_old.len() * inner_new.len() > WORK {
        return (whole(before), whole(after));
    }
    let (mut kept_old, mut kept_new) = (vec![false; old.len()], vec![false; new.len()]);
    for i in 0..head {
        (kept_old[i], kept_new[i]) = (true, true);
    }
    for i in 0..tail {
        kept_old[old.len() - 1 - i] = true;
        kept_new[new.len() - 1 - i] = true;
    }
    for (i, j) in common(inner_old, inner_new) {
        kept_old[head + i] = true;
        kept_new[head + j] = true;
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

/// Words with the white space behind them.
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

fn same(a: &str, b: &str) -> bool {
    a.trim_end() == b.trim_end()
}

/// The pairs of a longest common subsequence.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // lengths[i * width + j]: how much `old[i..]` and `new[j..]` have in common.
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i * width + j] = if same(old[i], new[j]) {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if same(old[i], new[j]) {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn pieces(words: &[&str], kept: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (word, kept) in words.iter().zip(kept) {
        match pieces.last_mut() {
            Some(piece) if piece.marked != *kept => piece.text.push_str(word),
            last => {
                // White space between a marked word and one that is not belongs to the latter.
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

/// Takes the white space from the end of a marked piece, if what follows is not marked.
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
