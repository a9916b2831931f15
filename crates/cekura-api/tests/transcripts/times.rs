//! When a turn begins and ends.

use cekura_api::Transcript;
use serde_json::{Value, json};

use crate::lines;

#[test]
fn dates_count_from_the_first_turn() {
    for (first, second) in [
        (
            json!("2026-03-01T09:12:44.500Z"),
            json!("2026-03-01T09:13:50Z"),
        ),
        (
            json!("2026-03-01T09:12:44.500"),
            json!("2026-03-01 09:13:50"),
        ),
        (json!(1_772_356_364.5), json!(1_772_356_430)),
        (json!(1_772_356_364_500_u64), json!(1_772_356_430_000_u64)),
        (
            json!(1_772_356_364_500_000_u64),
            json!(1_772_356_430_000_000_u64),
        ),
    ] {
        for name in ["start_time", "timestamp", "time"] {
            let given = json!([
                {"role": "agent", "content": "Ferry office.", name: first},
                {"role": "user", "content": "Two seats.", name: second, "end_time": second},
            ]);
            assert_eq!(
                lines(given.clone()),
                [
                    "[00:00] Agent: Ferry office.",
                    "[01:05] Customer: Two seats."
                ],
                "{given}"
            );
            let transcript = Transcript::from_json(&given);
            let last = transcript.iter().next_back().unwrap();
            assert!((last.end.unwrap() - 65.5).abs() < 1e-3, "{given}");
        }
    }
}

#[test]
fn the_start_is_the_most_exact_that_is_there() {
    let start = |turn: Value| {
        let given = json!([{"content": "a"}, turn]);
        let transcript = Transcript::from_json(&given);
        transcript.iter().next_back().unwrap().start
    };
    for (turn, expected) in [
        (
            json!({"start_time": 1.5, "timestamp": 9, "time": "0:09", "content": "b"}),
            Some(1.5),
        ),
        (
            json!({"timestamp": 9, "time": "0:08", "content": "b"}),
            Some(9.0),
        ),
        (json!({"timestamp": "00:15", "content": "b"}), Some(15.0)),
        (json!({"timestamp": "7.5", "content": "b"}), Some(7.5)),
        (json!({"time": 2.5, "content": "b"}), Some(2.5)),
        (json!({"time": "1:01", "content": "b"}), Some(61.0)),
        (
            json!({"timestamp": "soon", "time": "0:02", "content": "b"}),
            Some(2.0),
        ),
        (json!({"timestamp": "NaN", "content": "b"}), None),
        (json!({"content": "b"}), None),
    ] {
        assert_eq!(start(turn.clone()), expected, "{turn}");
    }
}

#[test]
fn a_turn_has_a_duration_and_a_time() {
    let given = json!([
        {"content": "a", "start_time": 1.5, "end_time": 4.0},
        {"content": "b", "start_time": 4.0, "end_time": 1.5},
        {"content": "c", "start_time": -3.0, "end_time": 1e300},
        {"content": "d", "start_time": 3_725.9},
    ]);
    let transcript = Transcript::from_json(&given);
    let durations = transcript.iter().map(|turn| turn.duration());
    let milliseconds: Vec<_> = durations.map(|d| d.map(|d| d.as_millis())).collect();
    assert_eq!(milliseconds, [Some(2500), None, None, None]);
    let times: Vec<_> = transcript.iter().map(|turn| turn.time()).collect();
    let times: Vec<_> = times.iter().map(Option::as_deref).collect();
    assert_eq!(times, [Some("00:01"), Some("00:04"), None, Some("1:02:05")]);
}
