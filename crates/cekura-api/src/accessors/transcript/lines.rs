//! Transcripts that are text: `[00:01] Main Agent: Hello.` or `User: Hello.`, a line for each turn.

use super::super::duration::clock;
use super::Speaker;

/// Longest word for a speaker, in bytes.
const LABEL: usize = 40;

/// What a speaker says, up to the next speaker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Said<'a> {
    /// In seconds from the start of the call.
    pub(super) start: Option<f64>,
    /// Empty if the text does not say it.
    pub(super) role: &'a str,
    pub(super) text: &'a str,
}

/// Returns the turns of a text. A line that names neither a time nor a speaker belongs to the turn before it.
pub(super) fn turns(text: &str) -> impl Iterator<Item = Said<'_>> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        let mut turn = match head(rest) {
            Some(turn) => turn,
            None if rest.is_empty() => return None,
            None => Said {
                start: None,
                role: "",
                text: rest,
            },
        };
        let breaks = memchr::memchr_iter(b'\n', turn.text.as_bytes()).map(|at| at + 1);
        let next = breaks
            .into_iter()
            .find(|at| head(&turn.text[*at..]).is_some());
        let (said, after) = turn.text.split_at(next.unwrap_or(turn.text.len()));
        (turn.text, rest) = (said.trim(), after);
        Some(turn)
    })
}

/// Returns the turn that begins with the first line of `text`, if one does; its text goes on to the end.
fn head(text: &str) -> Option<Said<'_>> {
    let text = text.trim_start_matches([' ', '\t', '\r']);
    let (start, rest) = timed(text).map_or((None, text), |(start, rest)| (Some(start), rest));
    let (role, text) = match label(rest, start.is_some()) {
        Some(labelled) => labelled,
        None => ("", rest),
    };
    (start.is_some() || !role.is_empty()).then_some(Said { start, role, text })
}

fn timed(text: &str) -> Option<(f64, &str)> {
    let inside = text.strip_prefix('[')?;
    let end = inside.bytes().take(16).position(|b| b == b']')?;
    let start = clock(&inside[..end])?.as_secs_f64();
    Some((start, inside[end + 1..].trim_start_matches([' ', '\t'])))
}

/// Splits `Agent: Hello.`. Behind a time anything may be the speaker's word, else only a known one: people speak with colons.
fn label(text: &str, timed: bool) -> Option<(&str, &str)> {
    let end = text
        .bytes()
        .take(LABEL)
        .take_while(|b| *b != b'\n')
        .position(|b| b == b':')?;
    let word = text[..end].trim();
    let known = !matches!(Speaker::from_role(word), Speaker::Other(_));
    let plausible = timed && !word.is_empty() && !word.contains(['.', ',', '?', '!']);
    (known || plausible).then(|| (word, text[end + 1..].trim_start_matches([' ', '\t'])))
}
