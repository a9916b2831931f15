//! Files are read line by line, and checked as a whole.

use super::*;

fn open(name: &str, text: &[u8]) -> Result<ImportFile, ImportError> {
    let path = std::env::temp_dir().join(format!("cekura-lines-{name}-{}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    let opened = ImportFile::open(&path);
    std::fs::remove_file(path).unwrap();
    opened
}

fn call(id: &str) -> String {
    format!("{{\"call_id\": {id:?}, \"agent\": 310}}")
}

#[test]
fn lines_end_as_on_any_system_and_may_be_blank() {
    let text = format!("\u{feff}{}\r\n\n  \n{}", call("a"), call("b"));
    let file = open("ends", text.as_bytes()).unwrap();
    assert_eq!((file.calls(), file.without_timestamp()), (2, 2));
    let mut lines = Vec::new();
    file.read_from(Cursor::default(), |line| {
        lines.push((line.number, line.offset));
        true
    })
    .unwrap();
    assert_eq!(lines.iter().map(|line| line.0).collect::<Vec<_>>(), [1, 4]);
    for ((number, offset), id) in lines.into_iter().zip(["a", "b"]) {
        let digest = Line::parse(call(id).as_bytes()).unwrap().digest;
        let line = file.line_at(offset, number, digest).unwrap();
        assert_eq!(line, call(id).as_bytes());
        assert!(file.line_at(offset, number, [0; 8]).is_err());
    }
}

#[test]
fn every_invalid_line_is_counted_and_the_first_are_named() {
    let mut lines: Vec<String> = (0..60).map(|_| call("same")).collect();
    lines[40] = "{".to_owned();
    let error = open("bad", lines.join("\n").as_bytes()).unwrap_err();
    let ImportError::Lines(invalid) = error else {
        panic!("{error}")
    };
    assert_eq!((invalid.count, invalid.first.len()), (59, 20));
    assert_eq!(invalid.first[0].0, 2);
    assert!(invalid.first[0].1.contains("line 1"), "{invalid}");
    assert!(invalid.to_string().ends_with("and 39 more"), "{invalid}");

    let error = open(
        "some",
        [call("a"), "{".into(), call("a"), "[]".into()]
            .join("\n")
            .as_bytes(),
    );
    let ImportError::Lines(invalid) = error.unwrap_err() else {
        panic!("lines")
    };
    let numbers: Vec<u64> = invalid.first.iter().map(|line| line.0).collect();
    assert_eq!(numbers, [2, 3, 4]);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_twice_is_refused() {
    for path in ["/dev/null", "/"] {
        let error = ImportFile::open(Path::new(path)).unwrap_err();
        assert!(
            error.is_usage() && error.to_string().contains(path),
            "{error}"
        );
    }
    assert!(
        ImportFile::open(Path::new("/no/such"))
            .unwrap_err()
            .is_usage()
    );
}
