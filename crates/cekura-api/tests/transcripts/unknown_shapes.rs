//! Text, JSON in text, and shapes of nobody.

use cekura_api::Transcript;
use cekura_api::types::{CallLog, CallLogSummary, Run, UserTranscript};
use serde_json::json;

use crate::lines;

#[test]
fn reads_text_line_by_line() {
    let of_service = "[0:01] Testing Agent: Hello.\n[0:03] Main Agent: Ferry office:\n  open until 10:30.\n\
        [1:02:03] Night desk: Bye.\n[1:02:05] (silence)";
    assert_eq!(
        lines(json!(of_service)),
        [
            "[00:01] Customer: Hello.",
            "[00:03] Agent: Ferry office:\n  open until 10:30.",
            "[1:02:03] Night desk: Bye.",
            "[1:02:05] (silence)",
        ]
    );
    let of_provider = "User: Hello.\nAI: Ferry office.\nNote: we close at ten.\n\nUser:  Fine.";
    assert_eq!(
        lines(json!(of_provider)),
        [
            "Customer: Hello.",
            "Agent: Ferry office.\nNote: we close at ten.",
            "Customer: Fine.",
        ]
    );
    assert_eq!(lines(json!("Hello, anybody?")), ["Hello, anybody?"]);
    assert_eq!(
        lines(json!(["Agent: Ferry office.", "User: Hello."])),
        ["Agent: Ferry office.", "Customer: Hello."]
    );
    assert!(Transcript::from_text(" \n\n").is_empty());
}

#[test]
fn the_text_is_read_if_there_are_no_turns() {
    let text = "[00:01] Main Agent: Hello.";
    let whole =
        json!({"transcript": text, "transcript_object": [{"role": "user", "content": "Hi."}]});
    for given in [
        json!({ "transcript": text }),
        json!({ "transcript": text, "transcript_object": [] }),
        json!({ "transcript": text, "transcript_object": [{"weather": "fog"}] }),
    ] {
        let log: CallLog = serde_json::from_value(given.clone()).unwrap();
        let listed: CallLogSummary = serde_json::from_value(given.clone()).unwrap();
        let run: Run = serde_json::from_value(given.clone()).unwrap();
        for transcript in [
            log.transcript_turns(),
            listed.transcript_turns(),
            run.transcript_turns(),
        ] {
            let only = transcript.iter().next().unwrap();
            assert_eq!(only.to_string(), "[00:01] Agent: Hello.", "{given}");
        }
    }
    let log: CallLog = serde_json::from_value(whole).unwrap();
    let transcript = log.transcript_turns();
    assert_eq!(transcript.iter().next().unwrap().content, "Hi.");
    assert!(CallLog::default().transcript_turns().is_empty());
}

#[test]
fn json_in_the_text_is_read_as_json() {
    let turns = json!([{"role": "bot", "message": "Ferry office."}]);
    for given in [json!(turns.to_string()), turns.clone()] {
        let log: CallLog = serde_json::from_value(json!({ "transcript": given })).unwrap();
        let transcript = log.transcript_turns();
        assert_eq!(transcript.len(), 1);
        let only = transcript.iter().next().unwrap();
        assert_eq!(only.to_string(), "Agent: Ferry office.");
    }
}

#[test]
fn an_unknown_shape_gives_the_text_that_is_there() {
    for (given, expected) in [
        (json!({"weather": "fog"}), &[][..]),
        (json!([1, true, null, [[]], {}]), &[]),
        (
            json!([{"role": "agent"}, {"role": "user", "content": "  "}]),
            &[],
        ),
        (
            json!([{"speaker": "Pilot", "utterance": "Aye."}]),
            &["Pilot: Aye."],
        ),
        (json!([{"role": 7, "text": "Aye."}]), &["speaker 7: Aye."]),
        (
            json!({"turns": [{"role": "", "content": "Aye."}]}),
            &["Aye."],
        ),
        (
            json!([{"role": "agent", "content": "[laughs] Aye."}]),
            &["Agent: [laughs] Aye."],
        ),
    ] {
        let transcript = Transcript::from_json(&given);
        let lines: Vec<_> = transcript.iter().map(ToString::to_string).collect();
        assert_eq!(lines, expected, "{given}");
    }
    let other = UserTranscript::Other(json!({"messages": [{"role": "user", "content": "Aye."}]}));
    assert_eq!(Transcript::from(&other).len(), 1);
}

#[test]
fn objects_that_are_too_deep_or_too_long_are_no_trouble() {
    let mut deep = json!([{"role": "user", "content": "Aye."}]);
    for _ in 0..50 {
        deep = json!({ "messages": deep, "data": [] });
    }
    assert!(Transcript::from_json(&deep).is_empty());
    let words: Vec<_> = (0..50_000).map(|_| json!({"word": "aye"})).collect();
    let words = json!(words);
    let transcript = Transcript::from_json(&words);
    assert_eq!(transcript.len(), 1);
    assert_eq!(
        transcript.iter().next().unwrap().content.len(),
        4 * 50_000 - 1
    );
    let text = "User: ".repeat(100_000);
    assert_eq!(Transcript::from_text(&text).len(), 1);
    let text = "\n[".repeat(100_000);
    assert_eq!(Transcript::from_text(&text).len(), 1);
    let text = format!("[{}0]", "{},".repeat(200_000));
    assert_eq!(
        Transcript::from_text(&text).len(),
        1,
        "too much memory as JSON"
    );
    let role = json!([{"role": " ".repeat(100_000) + "agent", "content": "Aye."}]);
    assert_eq!(Transcript::from_json(&role).len(), 1);
}
