//! The shape of each provider.

use cekura_api::{Speaker, ToolStep, Transcript};
use serde_json::json;

use crate::lines;

#[test]
fn reads_the_shape_of_the_service() {
    let given = json!([
        {"role": "Main Agent", "content": "Ferry office.", "start_time": 0.5, "end_time": 1.75, "time": "0:00"},
        {"role": "Testing Agent", "content": "Two seats, please.", "start_time": 65.2, "end_time": 67.0},
        {"role": "Function Call", "content": "", "start_time": 68.0,
         "data": {"id": "c1", "name": "reserve", "arguments": "{\"seats\": 2}"}},
        {"role": "Function Call Result", "start_time": 69.5,
         "data": {"id": "c1", "name": "reserve", "result": "{\"row\": 4}"}},
        {"role": "Main Agent", "content": "Row four.", "time": "1:10"},
    ]);
    assert_eq!(
        lines(given.clone()),
        [
            "[00:00] Agent: Ferry office.",
            "[01:05] Customer: Two seats, please.",
            "[01:08] Tool: reserve({\"seats\": 2})",
            "[01:09] Tool: reserve returned {\"row\": 4}",
            "[01:10] Agent: Row four.",
        ]
    );
    let transcript = Transcript::from_json(&given);
    let turns: Vec<_> = transcript.into_iter().collect();
    assert_eq!(turns[0].role, "Main Agent");
    assert_eq!((turns[0].start, turns[0].end), (Some(0.5), Some(1.75)));
    let tools: Vec<_> = turns.iter().filter_map(|turn| turn.tool.as_ref()).collect();
    assert_eq!(
        (tools[0].step, tools[1].step),
        (ToolStep::Call, ToolStep::Result)
    );
    assert_eq!(tools[0].id.as_deref(), Some("c1"));
    assert_eq!(tools[0].data, "{\"seats\": 2}");
}

#[test]
fn reads_tool_entries_whose_data_is_an_object() {
    let given = json!([
        {"role": "function_call", "content": "", "data": {"id": "c1", "name": "look_up", "arguments": {}}},
        {"role": "function_call_result", "content": "", "data": {"id": "c1", "result": {"tier": "gold"}}},
    ]);
    assert_eq!(
        lines(given),
        [
            "Tool: look_up()",
            "Tool: look_up returned {\"tier\":\"gold\"}"
        ]
    );
}

#[test]
fn reads_the_shape_of_vapi() {
    // `time` and `endTime` are dates in milliseconds.
    let given = json!([
        {"role": "system", "message": "Be brief.", "time": 1_772_000_000_000_u64, "secondsFromStart": 0},
        {"role": "bot", "message": "Ferry office.", "time": 1_772_000_001_500_u64,
         "endTime": 1_772_000_002_500.5_f64, "secondsFromStart": 1.5, "duration": 1000.5, "source": ""},
        {"role": "user", "message": "Two seats.", "time": 1_772_000_004_000_u64,
         "endTime": 1_772_000_005_000_u64, "secondsFromStart": 4, "duration": 1000},
        {"role": "tool_calls", "message": "", "time": 1_772_000_006_000_u64, "secondsFromStart": 6.0, "toolCalls": [
            {"id": "t1", "type": "function", "function": {"name": "reserve", "arguments": "{\"seats\":2}"}},
            {"id": "t2", "type": "function", "function": {"name": "endCall", "arguments": "{}"}}]},
        {"role": "tool_call_result", "time": 1_772_000_007_000_u64, "secondsFromStart": 7.0,
         "toolCallId": "t1", "name": "reserve", "result": "Row 4."},
    ]);
    assert_eq!(
        lines(given.clone()),
        [
            "[00:00] system: Be brief.",
            "[00:01] Agent: Ferry office.",
            "[00:04] Customer: Two seats.",
            "[00:06] Tool: reserve({\"seats\":2})",
            "[00:06] Tool: endCall()",
            "[00:07] Tool: reserve returned Row 4.",
        ]
    );
    let transcript = Transcript::from_json(&given);
    let bot = transcript.iter().nth(1).unwrap();
    assert_eq!(bot.start, Some(1.5));
    assert!((bot.end.unwrap() - 2.5005).abs() < 1e-3, "{:?}", bot.end);
    let report = json!({"message": {"type": "end-of-call-report", "transcript": "AI: Ferry office.",
        "artifact": {"messages": given, "transcript": "AI: Ferry office."}}});
    assert_eq!(lines(report).len(), 6, "inside of a report about the call");
}

#[test]
fn reads_the_shape_of_retell() {
    let given = json!([
        {"role": "user", "content": "Hello.", "words": [{"word": "Hello.", "start": 0.25, "end": 0.75}]},
        {"role": "agent", "content": "Ferry office.", "words": [
            {"word": "Ferry ", "start": 1.5, "end": 1.9}, {"word": "office.", "start": 1.9, "end": 2.5}]},
        {"role": "tool_call_invocation", "tool_call_id": "f1", "name": "reserve", "arguments": "{\"seats\":2}"},
        {"role": "tool_call_result", "tool_call_id": "f1", "content": "Row 4."},
        {"role": "tool_call_result", "tool_call_id": "f1", "content": ""},
    ]);
    let expected = [
        "[00:00] Customer: Hello.",
        "[00:01] Agent: Ferry office.",
        "Tool: reserve({\"seats\":2})",
        "Tool: reserve returned Row 4.",
        "Tool: reserve returned nothing",
    ];
    assert_eq!(lines(given.clone()), expected);
    let transcript = Transcript::from_json(&given);
    let agent = transcript.iter().nth(1).unwrap();
    assert_eq!((agent.start, agent.end), (Some(1.5), Some(2.5)));
    let call = json!({"event": "call_analyzed", "call": {"transcript": "User: Hello.",
        "transcript_object": [{"role": "user", "content": "Hello."}], "transcript_with_tool_calls": given}});
    assert_eq!(
        lines(call),
        expected,
        "the list with the tools is preferred"
    );
}

#[test]
fn reads_the_shape_of_elevenlabs() {
    let given = json!([
        {"role": "agent", "message": "Ferry office.", "tool_calls": [], "tool_results": [],
         "time_in_call_secs": 0, "interrupted": false, "source_medium": null},
        {"role": "user", "message": "Two seats.", "tool_calls": [], "time_in_call_secs": 4, "source_medium": "audio"},
        {"role": "agent", "message": "One moment.", "time_in_call_secs": 6, "tool_results": [], "tool_calls": [
            {"type": "webhook", "request_id": "r1", "tool_name": "reserve", "params_as_json": "{\"seats\": 2}"}]},
        {"role": "agent", "message": null, "time_in_call_secs": 8, "tool_calls": [], "tool_results": [
            {"type": "webhook", "request_id": "r1", "tool_name": "reserve", "result_value": "{\"row\": 4}",
             "is_error": false}]},
    ]);
    assert_eq!(
        lines(given),
        [
            "[00:00] Agent: Ferry office.",
            "[00:04] Customer: Two seats.",
            "[00:06] Agent: One moment.",
            "[00:06] Tool: reserve({\"seats\": 2})",
            "[00:08] Tool: reserve returned {\"row\": 4}",
        ]
    );
}

#[test]
fn reads_the_shape_of_pipecat() {
    let given = json!([
        {"role": "user", "content": "Two seats."},
        {"role": "tool_call", "data": {"id": "c1", "name": "reserve", "arguments": "{\"seats\": 2}"}},
        {"role": "tool_call_result", "data": {"id": "c1", "name": "reserve", "result": "{\"row\": 4}"}},
        {"role": "assistant", "content": "Row four.", "start_time": 3.25, "end_time": 3.9},
    ]);
    assert_eq!(
        lines(given),
        [
            "Customer: Two seats.",
            "Tool: reserve({\"seats\": 2})",
            "Tool: reserve returned {\"row\": 4}",
            "[00:03] Agent: Row four.",
        ]
    );
}

#[test]
fn reads_the_shapes_of_livekit() {
    let given = json!([
        {"role": "user", "content": "Two seats.", "timestamp": 0},
        {"role": "assistant", "content": "Row four.", "timestamp": 3},
    ]);
    assert_eq!(
        lines(given),
        ["[00:00] Customer: Two seats.", "[00:03] Agent: Row four."]
    );
    let session = json!({"items": [
        {"id": "i1", "type": "message", "role": "user", "content": ["Two seats.", "On deck."]},
        {"id": "i2", "type": "function_call", "call_id": "c1", "name": "reserve", "arguments": "{\"seats\":2}"},
        {"id": "i3", "type": "function_call_output", "call_id": "c1", "output": "Row 4.", "is_error": false},
        {"id": "i4", "type": "message", "role": "assistant", "content": ["Row four."]},
    ]});
    assert_eq!(
        lines(session),
        [
            "Customer: Two seats. On deck.",
            "Tool: reserve({\"seats\":2})",
            "Tool: reserve returned Row 4.",
            "Agent: Row four.",
        ]
    );
}

#[test]
fn reads_messages_of_language_models() {
    let given = json!([
        {"role": "user", "content": [{"type": "text", "text": "Two seats."}]},
        {"role": "assistant", "content": null, "tool_calls": [
            {"id": "t1", "type": "function", "function": {"name": "reserve", "arguments": "{\"seats\":2}"}}]},
        {"role": "tool", "tool_call_id": "t1", "content": "Row 4."},
    ]);
    assert_eq!(
        lines(given),
        [
            "Customer: Two seats.",
            "Tool: reserve({\"seats\":2})",
            "Tool: reserve returned Row 4.",
        ]
    );
}

#[test]
fn joins_the_words_of_deepgram_to_turns() {
    let word = |word: &str, start: f64, speaker: u8| {
        json!({"word": word.to_lowercase(), "punctuated_word": word, "start": start, "end": start + 0.25,
            "confidence": 0.9, "speaker": speaker})
    };
    let words = json!([
        word("Ferry", 0.5, 0),
        word("office.", 0.75, 0),
        word("Two", 2.0, 1),
        word("seats.", 2.25, 1),
        word("Fine.", 4.0, 0),
    ]);
    let expected = [
        "[00:00] speaker 0: Ferry office.",
        "[00:02] speaker 1: Two seats.",
        "[00:04] speaker 0: Fine.",
    ];
    assert_eq!(lines(words.clone()), expected);
    let transcript = Transcript::from_json(&words);
    let first = transcript.iter().next().unwrap();
    assert_eq!((first.start, first.end), (Some(0.5), Some(1.0)));
    assert_eq!(first.speaker(), Speaker::Other("speaker 0"));
    let reply = json!({"metadata": {}, "results": {"channels": [{"alternatives": [
        {"transcript": "ferry office two seats fine", "words": words},
        {"transcript": "ferrying two seats fine"},
    ]}]}});
    assert_eq!(lines(reply), expected, "only the first of the alternatives");
}
