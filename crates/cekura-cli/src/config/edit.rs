//! Writing the configuration file: other settings and comments stay as they are.

use std::fs;
use std::io;
use std::path::Path;

use crate::atomic::{folder_of, replace};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{BY_HAND, read_small};

/// Settings to write, and to remove where there is no value.
pub(crate) type Changes<'a> = &'a [(&'a str, Option<&'a str>)];

/// Changes settings in the file, which only its owner can read afterwards. Returns the keys that were there before.
///
/// The file is replaced as a whole, so that no other program reads half of it.
pub(crate) fn edit(path: &Path, changes: Changes<'_>) -> Result<Vec<String>, Failure> {
    let change = || -> io::Result<Vec<String>> {
        // A link stays a link: the file that it points to is replaced.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let before = match read_small(&target, BY_HAND) {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => String::new(),
            Err(e) => return Err(e),
        };
        let (after, known) = edited(&before, changes);
        if after != before {
            create_private(folder_of(&target))?;
            replace(&target, after.as_bytes())?;
        }
        Ok(known)
    };
    change().map_err(|e| {
        Failure::own(
            Exit::Other,
            format!(
                "the configuration file {} cannot be written: {e}",
                path.display()
            ),
        )
        .hint("make it writable for you, or choose another file with CEKURA_CONFIG")
    })
}

/// Returns the text with the changes, and which of the keys it had before.
fn edited(text: &str, changes: Changes<'_>) -> (String, Vec<String>) {
    let key_of = |line: &str| {
        let is_comment = line.trim_start().starts_with('#');
        let (key, _) = line.split_once('=').filter(|_| !is_comment)?;
        Some(key.trim().to_owned())
    };
    let mut known = Vec::new();
    let mut after = String::new();
    for line in text.lines() {
        match key_of(line).filter(|key| changes.iter().any(|(name, _)| name == key)) {
            Some(key) => {
                if !known.contains(&key) {
                    known.push(key);
                }
            }
            None => {
                after.push_str(line);
                after.push('\n');
            }
        }
    }
    for (key, value) in changes {
        if let Some(value) = value {
            after.push_str(&format!("{key} = \"{value}\"\n"));
        }
    }
    (after, known)
}

#[cfg(unix)]
fn create_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn create_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edited_keeps_every_other_line() {
        let before = "# mine\napi_key = old\ncolour = \"blue\"\napi_key=older\n#api_key = x\nodd\n";
        let (after, known) = edited(before, &[("api_key", Some("ck_new"))]);
        assert_eq!(
            after,
            "# mine\ncolour = \"blue\"\n#api_key = x\nodd\napi_key = \"ck_new\"\n"
        );
        assert_eq!(known, ["api_key"]);
        let (after, known) = edited(&after, &[("api_key", None), ("access_token", None)]);
        assert_eq!(after, "# mine\ncolour = \"blue\"\n#api_key = x\nodd\n");
        assert_eq!(known, ["api_key"]);
    }

    #[test]
    fn edited_text_is_read_back() {
        let (after, _) = edited("", &[("api_key", Some("ck_new"))]);
        let file = super::super::file::ConfigFile::parse(&after);
        assert_eq!(file.get(&["api_key"]), Some("ck_new"));
    }
}
