//! A list request whose response is too large is split in two, until single reads are cheaper.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use cekura::CallLogId;
use cekura_tests::script::Kind::{List, One};
use cekura_tests::script::{Answer, Asked, Script};
use serde_json::{Value, json};

use super::call_log_fixtures::{AGENT, idle, page};

/// The moment of the calls; the list rounds such moments to seconds.
const CALL: Duration = Duration::from_secs(1_775_000_000);

/// The values of one part of a query, as they stand there.
fn part<'a>(asked: &'a Asked, name: &str) -> Option<&'a str> {
    let (_, query) = asked.target.split_once('?')?;
    let parts = query.split('&').filter_map(|part| part.split_once('='));
    parts
        .into_iter()
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// How many call logs a list request asks for.
fn size(asked: &Asked) -> usize {
    part(asked, "page_size").unwrap().parse().unwrap()
}

/// Fetches `count` call logs where a list of more than `most` is too large; returns the requests, and how many were found.
async fn fetch(count: i64, most: usize) -> (Vec<Asked>, usize) {
    let ids = move || (5001..5001 + count).map(CallLogId);
    let script = Script::play(move |asked| match asked.kind {
        List if size(asked) > most => Answer::json(json!([" ".repeat(40_000)])),
        List => {
            let logs: Vec<Value> = ids().map(idle).collect();
            Answer::json(page(logs))
        }
        One(id) => Answer::json(idle(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    let time = SystemTime::UNIX_EPOCH + CALL;
    let wanted: BTreeMap<_, _> = ids().map(|id| (id, Some(time))).collect();
    let calls = script.client().call_logs();
    let statuses = calls
        .fetch_statuses(AGENT, wanted)
        .with_max_response_bytes(30_000)
        .await;
    assert!(statuses.error.is_none(), "{:?}", statuses.error);
    (script.asked(), statuses.found.len())
}

fn lists(asked: &[Asked]) -> Vec<usize> {
    let lists = asked.iter().filter(|asked| asked.kind == List);
    lists.map(size).collect()
}

#[tokio::test]
async fn a_list_that_is_too_large_is_halved_down_to_25_call_logs() {
    for (count, most, expected, singly) in [
        (60, 59, vec![60, 30, 30], 0),
        (26, 25, vec![26, 13, 13], 0),
        (25, 24, vec![25], 25),
        (60, 29, vec![60, 30, 30, 15, 15, 15, 15], 0),
        (40, 0, vec![40, 20, 20], 40),
    ] {
        let (asked, found) = fetch(count, most).await;
        assert_eq!(lists(&asked), expected, "{count}");
        assert_eq!(asked.len() - expected.len(), singly, "{count}");
        assert_eq!(found as i64, count);
    }
}

#[tokio::test]
async fn each_half_has_the_time_range_of_the_whole_plus_a_second() {
    let (asked, _) = fetch(60, 59).await;
    for asked in &asked {
        let bound = |name| {
            let text = part(asked, name)
                .expect(name)
                .replace("%3A", ":")
                .replace("%2B", "+");
            let moment = cekura::Timestamp::new(text)
                .to_system_time()
                .expect("a moment");
            moment.duration_since(SystemTime::UNIX_EPOCH).unwrap()
        };
        let second = Duration::from_secs(1);
        assert_eq!(bound("timestamp_from"), CALL - second);
        assert_eq!(bound("timestamp_to"), CALL + second);
    }
}

#[tokio::test]
async fn call_logs_of_mixed_times_need_one_request_per_time_range() {
    let day = Duration::from_secs(24 * 3600);
    let script = Script::play(|asked| match asked.kind {
        List => Answer::json(page([idle(CallLogId(1))])),
        One(id) => Answer::json(idle(CallLogId(id))),
        _ => Answer::status(500, ""),
    })
    .await;
    // By number, old and new ones alternate.
    let time = |id: i64| SystemTime::UNIX_EPOCH + CALL + if id % 2 == 0 { day * 100 } else { day };
    let wanted: BTreeMap<_, _> = (1..9).map(|id| (CallLogId(id), Some(time(id)))).collect();
    let calls = script.client().call_logs();
    let _ = calls.fetch_statuses(AGENT, wanted).listing_only().await;
    assert_eq!(lists(&script.asked()), [4, 4]);
}
