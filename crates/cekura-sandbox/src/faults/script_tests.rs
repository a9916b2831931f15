use std::time::Duration;

use super::*;
use crate::corruption::Corruption;
use crate::faults::{RepeatedValue, RetryAfter};

fn every_fault() -> Vec<Fault> {
    let ms = Duration::from_millis;
    vec![
        Fault::none(),
        Fault::status(503).after_work().on("call_logs_list"),
        Fault::status(500)
            .with_header("X-Request-Id", "r1")
            .with_body("oh"),
        Fault::too_many_requests(RetryAfter::Seconds(3)),
        Fault::too_many_requests(RetryAfter::Date(Duration::from_secs(9))),
        Fault::too_many_requests(RetryAfter::Text("soon".to_owned())),
        Fault::too_many_requests(RetryAfter::Absent),
        Fault::delay(ms(20)),
        Fault::hang().after_work(),
        Fault::reset(),
        Fault::late(ms(30_000)),
        Fault::status(400).after_part(3),
        Fault::status(504).after_work().delay_work(ms(90_000)),
        Fault::none().delay_work(ms(5)),
        Fault::truncate(40),
        Fault::garbage().after_work(),
        Fault::login_page(),
        Fault::empty(),
        Fault::redirect(307, "http://127.0.0.1:9/"),
        Fault::slow_body(8, ms(5)),
        Fault::oversize(3),
        Fault::gzip_bomb(100),
        Fault::oversize(2).with_status(500),
        Fault::repeated_values(RepeatedValue::Null, 2),
        Fault::repeated_values(RepeatedValue::Zero, 2)
            .gzipped()
            .with_status(400),
        Fault::endless(RepeatedValue::Array),
        Fault::corrupt(Corruption::HalfCharacter),
        Fault::close_unread(),
        Fault::echo_headers(403),
    ]
}

#[test]
fn every_fault_can_be_written_and_read_in_all_three_forms() {
    let faults = every_fault();
    let lines: Vec<String> = faults
        .iter()
        .map(|fault| serde_json::to_string(&ScriptEntry::from(fault)).unwrap())
        .collect();
    let want: FaultScript = faults.into_iter().collect();
    let array = format!("[\n{}\n]", lines.join(",\n"));
    let object = format!("{{\"faults\": {array}}}");
    for text in [lines.join("\n\n"), array, object] {
        assert_eq!(text.parse::<FaultScript>().unwrap(), want, "{text}");
    }
}

#[test]
fn times_repeats_and_rates_are_read() {
    let script: FaultScript =
        "{\"fault\": \"reset\", \"times\": 3}\n{\"rates\": {\"lost_after_work\": 0.05}}"
            .parse()
            .unwrap();
    assert_eq!(script.len(), 3);
    let lost = script.rates.map(|rates| rates.lost_after_work);
    assert_eq!(lost, Some(0.05));
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let cases = [
        ("{\"fault\": \"reset\"}\nnonsense", 2, "expected JSON"),
        ("{\"fault\": \"explode\"}", 1, "echo_headers"),
        ("{\"fault\": \"corruption\"}", 1, "half_character"),
        ("{\"fault\": \"repeated_values\"}", 1, "\"mebibytes\""),
        ("{\"fault\": \"status\"}", 1, "needs \"status\""),
        ("{\"fault\": \"status\", \"status\": 99}", 1, "200 to 599"),
        ("{\"fault\": \"reset\", \"status\": 500}", 1, "remove it"),
        ("{\"fault\": \"reset\", \"wenn\": 1}", 1, "wenn"),
        (
            "[\n{\"fault\": \"reset\"},\n{\"fault\": \"reset\", \"when\": \"never\"}\n]",
            3,
            "after_work",
        ),
        (
            "[\n{\"fault\": \"reset\"},\n{\"fault\": 5}\n]",
            3,
            "expected a string",
        ),
        (
            "{\"fault\": \"reset\", \"operation\": \"rerun\"}",
            1,
            "call_logs_rerun_evaluation",
        ),
        (
            "{\"fault\": \"reset\", \"when\": \"after_part\"}",
            1,
            "needs \"part\"",
        ),
        (
            "{\"fault\": \"reset\", \"when\": \"after_work\", \"part\": 2}",
            1,
            "needs \"when\"",
        ),
        ("{\"rates\": {\"lost_after_work\": 1.5}}", 1, "at most 1"),
        (
            "{\"rates\": {\"others\": [{\"rate\": 1.1, \"fault\": {\"fault\": \"reset\"}}]}}",
            1,
            "at most 1",
        ),
        (
            "{\"rates\": {\"others\": [{\"rate\": 0.1, \"fault\": {\"fault\": \"explode\"}}]}}",
            1,
            "echo_headers",
        ),
        (
            "{\"rates\": {\"lost_after_work\": 0.5, \"operation\": \"rerun\"}}",
            1,
            "call_logs_rerun_evaluation",
        ),
    ];
    for (text, line, part) in cases {
        let error = text.parse::<FaultScript>().unwrap_err();
        assert_eq!(error.line(), line, "{text}: {error}");
        assert!(error.to_string().contains(part), "{text}: {error}");
    }
}
