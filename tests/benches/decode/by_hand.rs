//! What somebody would write who needs these replies and has no library: plain serde, strict types, the same fields.

/// Defines the structs once, with or without a place for fields that are not named.
macro_rules! models {
    ($(#[$keep:meta] $rest:ident: $map:ty)?) => {
        use serde::Deserialize;
        use serde_json::{Map, Value};

        #[derive(Deserialize)]
        #[allow(dead_code, reason = "decoded, not read")]
        pub(crate) struct CallLog {
            id: Option<i64>,
            call_id: Option<String>,
            trace_id: Option<String>,
            duration: Option<String>,
            voice_recording_url: Option<String>,
            critical_categories: Option<Vec<CriticalCategory>>,
            transcript_object: Option<Vec<Turn>>,
            transcript: Option<String>,
            user_generated_transcript: Option<Value>,
            status: Option<String>,
            success: Option<bool>,
            is_reviewed: Option<bool>,
            feedback: Option<String>,
            evaluation: Option<Evaluation>,
            rubric: Option<Value>,
            agent: Option<i64>,
            agent_id: Option<String>,
            agent_name: Option<String>,
            project: Option<i64>,
            customer_number: Option<String>,
            call_ended_reason: Option<String>,
            dropoff_point: Option<String>,
            topic: Option<String>,
            metadata: Option<Map<String, Value>>,
            dynamic_variables: Option<Map<String, Value>>,
            testing_channel_index: Option<i64>,
            error_message: Option<String>,
            timestamp: Option<String>,
            created_at: Option<String>,
            updated_at: Option<String>,
            $(#[$keep] $rest: $map,)?
        }

        #[derive(Deserialize)]
        #[allow(dead_code, reason = "decoded, not read")]
        pub(crate) struct CriticalCategory {
            category_id: Option<i64>,
            category: Option<String>,
            deviation: Option<Value>,
            wrongly_marked: Option<bool>,
            feedback: Option<String>,
            priority: Option<String>,
            $(#[$keep] $rest: $map,)?
        }

        #[derive(Deserialize)]
        #[allow(dead_code, reason = "decoded, not read")]
        pub(crate) struct Turn {
            role: Option<String>,
            content: Option<String>,
            timestamp: Option<Value>,
            time: Option<String>,
            start_time: Option<f64>,
            end_time: Option<f64>,
            $(#[$keep] $rest: $map,)?
        }

        #[derive(Deserialize)]
        #[allow(dead_code, reason = "decoded, not read")]
        pub(crate) struct Evaluation {
            metrics: Option<Vec<Metric>>,
            $(#[$keep] $rest: $map,)?
        }

        #[derive(Deserialize)]
        #[allow(dead_code, reason = "decoded, not read")]
        pub(crate) struct Metric {
            id: Option<i64>,
            name: Option<String>,
            #[serde(rename = "type")]
            type_: Option<String>,
            eval_type: Option<String>,
            score: Option<f64>,
            score_normalized: Option<f64>,
            #[serde(rename = "enum")]
            enum_: Option<String>,
            value: Option<Value>,
            passed: Option<bool>,
            explanation: Option<Vec<String>>,
            extra: Option<Map<String, Value>>,
            vocera_defined_metric_code: Option<String>,
            function_name: Option<String>,
            $(#[$keep] $rest: $map,)?
        }
    };
}

pub(crate) mod keeping {
    models!(#[serde(flatten)] unknown_fields: Map<String, Value>);
}

pub(crate) mod dropping {
    models!();
}
