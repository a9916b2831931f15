//! What is exported.

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_call_log_comes_once_over_several_pieces() {
    let stage = stage().await;
    let ended = stage.run(&all(&[])).exits(0);
    let lines = ended.json_lines();
    assert_eq!(ids(&lines), newest_first(&stage.sandbox));

    let mut pages: BTreeMap<(String, String), u64> = BTreeMap::new();
    for exchange in stage.sandbox.request_log() {
        let of = |name: &str| {
            let value = exchange.query.iter().find(|(known, _)| known == name);
            value.map(|(_, value)| value.clone()).unwrap()
        };
        assert_eq!(
            (of("agent_id"), of("page_size")),
            ("310".into(), "200".into())
        );
        *pages
            .entry((of("timestamp_from"), of("timestamp_to")))
            .or_default() += 1;
    }
    let pieces: Vec<(&str, &str)> = pages.keys().map(|(from, to)| (&**from, &**to)).collect();
    assert_eq!(
        pieces,
        [
            ("2025-12-01T00:00:00Z", "2025-12-02T09:00:00Z"),
            ("2025-12-02T09:00:00Z", "2026-01-01T09:00:00Z"),
            ("2026-01-01T09:00:00Z", "2026-01-31T09:00:00Z"),
            ("2026-01-31T09:00:00Z", "2026-03-02T09:00:00Z"),
        ]
    );
    assert!(pages.values().any(|pages| *pages > 2), "{pages:?}");

    // As `calls list` has them.
    let list = [
        "calls",
        "list",
        "--agent-id",
        "310",
        "--limit",
        "5",
        "--format",
        "jsonl",
    ];
    assert_eq!(stage.run(&list).exits(0).json_lines(), lines[..5]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_log_between_two_pieces_comes_once() {
    let stage = stage().await;
    let logs = stage.run(&all(&[])).exits(0).json_lines();
    let older = logs.iter().rev().take(3);
    for at in older.map(|log| log["timestamp"].as_str().unwrap()) {
        // The second piece ends at this call.
        let border = cekura::Timestamp::from(at).to_system_time().unwrap();
        let to = border + cekura::reevaluation::MAX_LIST_RANGE;
        let to = cekura::Timestamp::from(to).to_string();
        let window = ["--from", "2025-12-01", "--to", &to];
        let base = ["calls", "export", "--agent-id", "310"];
        let before = requests(&stage, "call_logs_list");
        let lines = stage
            .run(&[&base[..], &window].concat())
            .exits(0)
            .json_lines();
        let listed = stage.sandbox.request_log().split_off(before as usize);
        let shared = listed
            .iter()
            .filter(|exchange| exchange.query.iter().any(|(_, value)| *value == at));
        assert!(shared.count() >= 2, "{at} is the border");
        let border = lines.iter().filter(|log| log["timestamp"] == at);
        assert_eq!(border.count(), 1, "{at}");
        let mut once = ids(&lines);
        once.dedup();
        assert_eq!(once.len(), lines.len());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn columns_of_csv_are_always_the_same() {
    let stage = stage().await;
    let heading = "id,call_id,timestamp,agent,agent_name,project,status,success,is_reviewed,feedback,duration,\
        call_ended_reason,dropoff_point,topic,customer_number,error_message,trace_id,voice_recording_url,created_at,\
        updated_at,metrics_passed,metrics_failed,metrics,metadata,dynamic_variables,transcript";
    let csv = |more: &[&str]| {
        let line = [&["--format", "csv"], more].concat();
        let out = stage.run(&all(&line)).exits(0).out;
        assert_eq!(out.lines().next().unwrap(), heading);
        let mut table = csv::Reader::from_reader(out.as_bytes());
        let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
        rows
    };
    let number = |row: &csv::StringRecord| row[0].parse::<i64>().unwrap();
    let rows = csv(&[]);
    assert_eq!(
        rows.iter().map(number).collect::<Vec<_>>(),
        newest_first(&stage.sandbox)
    );
    let metrics: Value = serde_json::from_str(&rows[0][22]).unwrap();
    assert!(metrics[0]["name"].is_string(), "{metrics}");
    // Nothing matches.
    let none = [
        "--filter",
        r#"{"field": "topic", "op": "eq", "value": "no such topic"}"#,
    ];
    assert!(csv(&none).is_empty());
    // Only the whole call log has its project.
    let full = csv(&["--failed", "--detail", "full"]);
    assert!(rows.iter().all(|row| row[5].is_empty()));
    assert!(!full.is_empty() && full.iter().all(|row| !row[5].is_empty()));
    assert!(full.iter().all(|row| &row[7] == "false"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whole_call_logs_keep_the_order_of_the_list() {
    let stage = stage().await;
    let gone = Fault::status(404).with_body(r#"{"detail": "Not found."}"#);
    let gone = gone.with_header("Content-Type", "application/json");
    stage.sandbox.faults().push_for("call_logs_retrieve", gone);
    let more = ["--passed", "--detail", "full", "--read-concurrency", "4"];
    let ended = stage
        .run(&all(&more))
        .exits(0)
        .says("not exported: 1 call log deleted after being listed");
    let lines = ended.json_lines();
    let listed = ids(&stage.run(&all(&["--passed"])).exits(0).json_lines());
    let exported = ids(&lines);
    let kept: Vec<i64> = listed
        .into_iter()
        .filter(|id| exported.contains(id))
        .collect();
    assert_eq!(exported, kept);
    let reads = requests(&stage, "call_logs_retrieve");
    assert_eq!(reads, exported.len() as u64 + 1, "one read for each");
    let id = exported[3].to_string();
    let get = stage
        .run(&["calls", "get", &id, "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(lines[3], get);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_pipe_is_no_error() {
    let stage = stage().await;
    for format in ["jsonl", "csv"] {
        let mut command: Command = stage.cekura(&all(&["--format", format]));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let err = String::from_utf8(ended.stderr).unwrap();
        assert_eq!((ended.status.code(), &*err), (Some(0), ""), "{format}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_has_what_standard_output_has() {
    let stage = stage().await;
    let out = stage.home.path().join("calls.jsonl");
    // An older file, which is longer, is replaced.
    fs::write(&out, "x".repeat(10_000_000)).unwrap();
    let ended: Ended = run(stage.at_home(&all(&["--out", "calls.jsonl"]))).exits(0);
    assert_eq!(ended.out, "");
    assert_eq!(fs::read_to_string(&out).unwrap(), stage.run(&all(&[])).out);
    assert!(!stage.home.path().join("calls.jsonl.export").exists());
}
