//! Files of ids as people have them.

use std::io::Read;

use cekura::CallLogId;

use super::file::IdFile;
use super::format::Format;
use super::list::IdList;

fn ids(list: &IdList) -> Vec<i64> {
    list.ids().iter().copied().map(CallLogId::get).collect()
}

fn read(file: &IdFile, text: impl AsRef<[u8]>) -> Result<Vec<i64>, String> {
    let list = file.read(text.as_ref());
    list.map(|list| ids(&list)).map_err(|e| e.to_string())
}

fn refused(file: &IdFile, text: impl AsRef<[u8]>) -> String {
    let error = file.read(text.as_ref()).expect_err("a refusal");
    assert!(error.is_usage(), "{error}");
    error.to_string()
}

#[test]
fn every_format_is_recognised() {
    let unnamed = IdFile::new("standard input");
    for text in [
        "5001\n5002\n",
        "\n# last week\n5001 # the loud one\r\n\r\n  5002",
        "\u{feff}5001\n5002\n",
        "id\n5001\n5002\n",
        "\u{feff}agent,ID\r\n310,5001\r\n310,5002\r\n",
        "agent;\"Call_Log\"\n310;\"5001\"\n\n;\n311;5002\n",
        "call_log_id\tnote\n5001\t\"with a\ttab\"\n5002\n",
        "{\"id\": 5001, \"evaluation\": {\"id\": 9}}\n\n{\"log\": \"5002\"}\n",
        "{\"call_log\": 5001, \"id\": 5001}\n5002\n\"5002\"\n",
        "[5001, \"5002\"]",
        "[\n{\"id\": 5001, \"metrics\": [{\"id\": 71}]},\n{\"id\": 5002}\n]\n",
        "{\n  \"id\": 5001\n}\n{\n  \"id\": 5002\n}\n",
        "\u{feff}{\"count\": 2, \"next\": null, \"results\": [{\"id\": 5001}, {\"id\": 5002}]}",
        "[{\"id\": 5001, \"feedback\": \"cut \\ud83d\"}, 5002]",
        "round,log,state,metric\n0,5001,confirmed,71\n0,5001,confirmed,72\n0,5002,confirmed,71\n",
        "call_log_id,id\n5001,5001\n5002,5002\n",
    ] {
        assert_eq!(read(&unnamed, text), Ok(vec![5001, 5002]), "{text:?}");
    }
    let nothing = refused(&unnamed, "{\"count\": 0, \"results\": []}");
    assert!(nothing.contains("no ids found"), "{nothing}");
}

#[test]
fn the_name_or_the_caller_decides_before_the_content() {
    assert_eq!(
        read(&IdFile::new("calls.csv"), "5001\n5002\n"),
        Ok(vec![5001, 5002])
    );
    assert_eq!(read(&IdFile::new("calls.jsonl"), "5001\n"), Ok(vec![5001]));
    let forced = IdFile::new("calls.csv").format(Format::Lines);
    assert!(refused(&forced, "id\n5001\n").starts_with("calls.csv, line 1: \"id\" is not"));
}

#[test]
fn a_column_is_chosen_by_name_or_number() {
    let table = "id,Log number,id\n1,5001,7\n2,5002,8\n";
    for column in ["log number", "2"] {
        let file = IdFile::new("t.csv").column(column);
        assert_eq!(read(&file, table), Ok(vec![5001, 5002]), "{column}");
    }
    assert_eq!(
        read(&IdFile::new("t.csv").column("2"), "1,5001\n2,5002\n"),
        Ok(vec![5001, 5002])
    );
    let file = IdFile::new("t.jsonl").column("call");
    assert_eq!(read(&file, "{\"call\": 5001, \"id\": 3}\n"), Ok(vec![5001]));
    for (column, expected) in [
        ("id", "more than one column is called id"),
        (
            "call",
            "there is no column call: the columns are id, Log number, id",
        ),
        ("4", "there is no column 4: the first row has 3"),
    ] {
        let error = refused(&IdFile::new("t.csv").column(column), table);
        assert!(
            error.contains("t.csv, line 1") && error.contains(expected),
            "{error}"
        );
    }
    assert!(refused(&IdFile::new("t").column("2"), "5001\n").contains("leave the column out"));
    assert!(refused(&IdFile::new("t.jsonl").column("2"), "5001\n").contains("no column 2"));
    assert!(refused(&file, "{\"id\": 5001}").contains("no field call"));
}

#[test]
fn what_is_no_id_is_named_with_file_and_line() {
    for (name, text, expected) in [
        ("a.txt", "5001\n\nfive\n", "a.txt, line 3: \"five\" is not"),
        (
            "a.txt",
            "5001 5002\n",
            "a.txt, line 1: \"5001 5002\" is not the id of a call log: expected one id per line",
        ),
        ("a.csv", "id,x\n5001,\n,7\n", "a.csv, line 3: \"\" is not"),
        (
            "a.csv",
            "x,id\n1,5001\n2\n",
            "a.csv, line 3: the row has 1 cells: expected the id in cell 2",
        ),
        ("a.csv", "id\n\"a\nb\"\n", "a.csv, line 2: \"a\\nb\" is not"),
        (
            "a.csv",
            "call_id,when\nx,y\n",
            "no column is called id, log, call_log, call_log_id",
        ),
        (
            "a.csv",
            "id,call_log_id\n1,5001\n",
            "several columns may hold the id",
        ),
        ("a.csv", "5001,310\n", "the first row is 5001, 310; if each"),
        (
            "a.txt",
            "5001, 5002\n",
            "if each is a call log, write one id per line",
        ),
        ("a.csv", "5001,monday\n", "the first row is 5001, monday"),
        (
            "a.csv",
            "id,log\n5001,5001\n5002,310\n",
            "line 3: several columns may hold the id, and they differ (5002, 310)",
        ),
        (
            "a.jsonl",
            "{\"id\": 5001}\n{\"id\": 0}\n",
            "a.jsonl, line 2: the field id: 0 is not",
        ),
        (
            "a.jsonl",
            "{\"id\": 5001.5}\n",
            "the field id: 5001.5 is not",
        ),
        (
            "a.jsonl",
            "{\"id\": 1, \"log\": 2}\n",
            "the field id is 1 and log is 2",
        ),
        (
            "a.jsonl",
            "{\"call_id\": \"x\"}\n",
            "one of the fields id, log, call_log, call_log_id",
        ),
        (
            "a.jsonl",
            "\n{\"id\": \n",
            "a.jsonl, line 2: not JSON (EOF while parsing a value)",
        ),
        (
            "a.json",
            "[\n  {\"id\": 5001},\n  {\"id\": \"x\"}\n]\n",
            "a.json, line 3: the field id: \"x\" is not",
        ),
        ("a.json", "[[5001]]\n", "a list is not the id"),
        ("a.json", "[true]\n", "true is not the id"),
        (
            "a.json",
            "{\"id\": {\"n\": 5001}}",
            "the field id: an object is not the id",
        ),
        (
            "a.json",
            "{\"results\": 5001}",
            "the field results: 5001 is not the id",
        ),
        (
            "a.json",
            "{\"results\": [{\"id\": 5001}], \"id\": 9}",
            "an object with both an id (id is 9) and a list (results)",
        ),
        ("a.json", "5001, 5002\n", "not JSON"),
        ("a.jsonl", "null\n", "null is not the id"),
        ("a.txt", "", "a.txt: no ids found"),
        ("a.txt", "# none\n\n", "a.txt: no ids found"),
        ("a.csv", "id\n", "a.csv: no ids found"),
    ] {
        let error = refused(&IdFile::new(name), text);
        assert!(error.contains(expected), "{text:?}: {error}");
    }
}

#[test]
fn what_is_no_text_is_refused_with_advice() {
    let utf16: Vec<u8> = "\u{feff}5001\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert!(refused(&IdFile::new("a.txt"), &utf16).contains("UTF-16: save it as UTF-8"));
    assert!(
        refused(&IdFile::new("a.txt"), b"5001\n\xff\xfe\n").contains("line 2: not text in UTF-8")
    );
    assert!(refused(&IdFile::new("a.csv"), b"id\n\xff\n").contains("line 2: not text in UTF-8"));
    assert!(refused(&IdFile::new("a"), vec![b'5'; 1 << 20]).contains("line 1: longer than 64 KiB"));
}

#[test]
fn a_value_without_end_is_refused_before_it_fills_the_memory() {
    for (name, start) in [
        ("a.json", "{\"id\": \""),
        ("a.json", "[{\"text\": \""),
        ("a.csv", "id,text\n5001,"),
    ] {
        let endless = start.as_bytes().chain(std::io::repeat(b'5'));
        let error = IdFile::new(name).read(endless).unwrap_err();
        let below = error.io_error().expect("what stopped the reading");
        assert!(below.to_string().contains("16 MiB"), "{below}");
    }
    // The limit is on each value, and not on the file.
    let filler = "x".repeat(1 << 20);
    let entries: Vec<String> = (1..20)
        .map(|id| format!("{{\"id\": {id}, \"text\": \"{filler}\"}}"))
        .collect();
    let list = format!("[{}]", entries.join(","));
    assert_eq!(
        IdFile::new("a.json")
            .read(list.as_bytes())
            .unwrap()
            .ids()
            .len(),
        19
    );
}

#[test]
fn repeated_ids_are_dropped_and_counted() {
    let list = IdFile::new("a.txt")
        .read("5002\n5001\n5002\n5002\n".as_bytes())
        .unwrap();
    assert_eq!((ids(&list), list.duplicates()), (vec![5001, 5002], 2));
    assert_eq!(list.sources(), ["a.txt"]);
}

#[test]
fn a_file_that_cannot_be_read_is_no_usage_error() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    for name in ["a.txt", "a.csv", "a.jsonl"] {
        let broken_later = "id\n5001\n".as_bytes().chain(Broken);
        for error in [
            IdFile::new(name).read(Broken).unwrap_err(),
            IdFile::new("a.csv").read(broken_later).unwrap_err(),
        ] {
            assert!(!error.is_usage() && error.io_error().is_some(), "{error}");
        }
    }
}

#[test]
fn a_slow_pipe_is_guessed_no_differently() {
    struct Drip<'a>(&'a [u8]);
    impl Read for Drip<'_> {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let (now, later) = self.0.split_at(self.0.len().min(1));
            self.0 = later;
            out[..now.len()].copy_from_slice(now);
            Ok(now.len())
        }
    }
    let drip = Drip(b"\xef\xbb\xbf\nwhen,id\n1,5001\n");
    assert_eq!(
        ids(&IdFile::new("standard input").read(drip).unwrap()),
        [5001]
    );
}
