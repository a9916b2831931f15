//! The command line, for the report.

use std::ffi::OsString;

use super::journal_path::quoted;

/// The most characters of the command that are kept. There may be thousands of ids.
const MOST: usize = 1_000;

/// Returns the command line without private parts. A key is never part of it (it comes from a file or the environment), but
/// a filter may contain a customer's telephone number.
pub(crate) fn command_line(args: impl Iterator<Item = OsString>) -> String {
    let mut line = "cekura".to_owned();
    let mut is_private = false;
    for arg in args {
        let arg = arg.to_string_lossy();
        line.push(' ');
        if std::mem::take(&mut is_private) {
            line.push('…');
        } else if arg.starts_with("--filter=") {
            line.push_str("--filter=…");
        } else {
            is_private = arg == "--filter";
            line.push_str(&quoted(&arg));
        }
    }
    match line.char_indices().nth(MOST) {
        None => line,
        Some((end, _)) => format!("{} …", &line[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(args: &[&str]) -> String {
        command_line(args.iter().map(OsString::from))
    }

    #[test]
    fn the_command_line_is_quoted_and_without_filters() {
        assert_eq!(
            line(&["campaign", "run", "--plan", "my plan.json"]),
            "cekura campaign run --plan 'my plan.json'"
        );
        for filter in [
            &["--filter", "{\"customer_number\": \"+12065550142\"}"][..],
            &["--filter={\"customer_number\": \"+12065550142\"}"],
        ] {
            let line = line(filter);
            assert!(line.contains('…') && !line.contains("5550142"), "{line}");
        }
    }

    #[test]
    fn a_long_command_line_is_cut() {
        let ids = vec!["5001"; 3_000];
        let line = line(&ids);
        assert!(line.len() < 1_100 && line.ends_with(" …"), "{line}");
    }
}
