//! Which call logs the command line names.

use std::io::Read;
use std::path::Path;

use cekura::{CallLogId, CallLogs};

use crate::cli::ChoiceArgs;
use crate::failure::Failure;

/// The ids of the command line and of the file, in their order, each once.
pub(crate) fn chosen(args: &ChoiceArgs) -> Result<Vec<CallLogId>, Failure> {
    let mut ids = args.ids.clone();
    if let Some(path) = &args.from_file {
        let (text, place) = read(path)?;
        ids.extend(parse(&text, &place)?);
        if ids.is_empty() {
            return Err(Failure::usage(format!("{place} names no call logs"))
                .hint("nothing was sent; the file holds ids with blanks, commas or line breaks between them"));
        }
    }
    Ok(CallLogs::from(ids).ids().to_vec())
}

fn read(path: &Path) -> Result<(String, String), Failure> {
    if path == Path::new("-") {
        let mut text = String::new();
        let read = std::io::stdin().read_to_string(&mut text);
        read.map_err(|e| Failure::usage(format!("standard input cannot be read: {e}")))?;
        return Ok((text, "standard input".to_owned()));
    }
    let place = path.display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|e| Failure::usage(format!("the file {place} cannot be read: {e}")))?;
    Ok((text, place))
}

/// Ids with blanks, commas or line breaks between them; the rest of a line after `#` is a comment.
fn parse(text: &str, place: &str) -> Result<Vec<CallLogId>, Failure> {
    let mut ids = Vec::new();
    for (line, number) in text.trim_start_matches('\u{feff}').lines().zip(1..) {
        let line = line.split('#').next().unwrap_or_default();
        for word in line
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|word| !word.is_empty())
        {
            match word.parse::<i64>() {
                Ok(id) if id > 0 => ids.push(CallLogId(id)),
                _ => {
                    return Err(Failure::usage(format!(
                        "{place}:{number}: {word:?} is not the id of a call log: expected a whole number above 0, such as 5001"
                    ))
                    .hint("nothing was sent"));
                }
            }
        }
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_divided_in_any_way() {
        let ids = parse(
            "\u{feff}5001, 5002\n\n# a comment\n5003 5001 # twice\r\n",
            "ids.txt",
        )
        .unwrap();
        assert_eq!(ids, [5001, 5002, 5003, 5001].map(CallLogId));
    }

    #[test]
    fn what_is_no_id_is_named_with_its_line() {
        let Failure::Problem(problem) = parse("5001\ncall_9 5002\n", "ids.txt").unwrap_err() else {
            panic!()
        };
        let text = problem.to_text(crate::output::Style::plain());
        assert!(text.contains("ids.txt:2: \"call_9\""), "{text}");
        assert!(parse("0", "x").is_err() && parse("-4", "x").is_err());
    }

    #[test]
    fn an_id_that_is_named_twice_is_chosen_once() {
        let args = ChoiceArgs {
            ids: [5002, 5001, 5002].map(CallLogId).to_vec(),
            from_file: None,
        };
        assert_eq!(chosen(&args).unwrap(), [5002, 5001].map(CallLogId));
    }
}
