//! One line of a fault script.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::bodies::RepeatedValue;
use super::failure::{Failure, RetryAfter, When};
use super::fault::Fault;
use super::script::ScriptError;
use crate::corruption::Corruption;

/// A fault as in the file. [`ScriptEntry::read`] refuses keys that the fault does not take.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScriptEntry {
    fault: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    late_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    times: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after_date: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mebibytes: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<RepeatedValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gzip: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corruption: Option<Corruption>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    headers: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
}

impl ScriptEntry {
    /// Returns the faults of the entry: one, or `times` many.
    pub(crate) fn read(mut self, line: usize) -> Result<Vec<Fault>, ScriptError> {
        let times = self.times.take().unwrap_or(1);
        let fault = self
            .into_fault()
            .map_err(|problem| ScriptError { line, problem })?;
        Ok(vec![fault; times as usize])
    }

    fn into_fault(mut self) -> Result<Fault, String> {
        let fault = self.take_fault()?;
        fault.problem().map_or(Ok(fault), Err)
    }

    fn take_fault(&mut self) -> Result<Fault, String> {
        let name = std::mem::take(&mut self.fault);
        let missing = |what: &str| format!("the fault {name:?} needs {what}");
        let mut fault = match name.as_str() {
            "none" => Fault::none(),
            "status" => Fault::status(self.status.take().ok_or_else(|| missing("\"status\""))?),
            "too_many_requests" => Fault::too_many_requests(self.take_retry_after()?),
            "delay" => Fault::delay(self.take_ms().ok_or_else(|| missing("\"ms\""))?),
            "hang" => Fault::hang(),
            "reset" => Fault::reset(),
            "late" => Fault::late(self.take_ms().ok_or_else(|| missing("\"ms\""))?),
            "truncate" => Fault::truncate(self.bytes.take().ok_or_else(|| missing("\"bytes\""))?),
            "garbage" => Fault::garbage(),
            "login_page" => Fault::login_page(),
            "empty" => Fault::empty(),
            "redirect" => Fault::redirect(
                self.status.take().unwrap_or(307),
                self.location
                    .take()
                    .ok_or_else(|| missing("\"location\""))?,
            ),
            "slow_body" => Fault::slow_body(
                self.bytes.take().unwrap_or(16),
                self.take_ms().ok_or_else(|| missing("\"ms\""))?,
            ),
            "oversize" | "gzip_bomb" | "repeated_values" => self.take_bulk(&name)?,
            "endless" => Fault::endless(self.take_value()),
            "corruption" => Fault::corrupt(self.corruption.take().ok_or_else(|| {
                let names = Corruption::ALL.map(Corruption::name).join(", ");
                missing(&format!("\"corruption\": one of {names}"))
            })?),
            "close_unread" => Fault::close_unread(),
            "echo_headers" => Fault::echo_headers(self.status.take().unwrap_or(400)),
            _ => {
                return Err(format!(
                    "unknown fault {name:?}: expected none, status, too_many_requests, delay, hang, reset, late, truncate, \
                     garbage, login_page, empty, redirect, slow_body, oversize, gzip_bomb, repeated_values, endless, corruption, \
                     close_unread or echo_headers"
                ));
            }
        };
        fault = match (self.when.take().as_deref(), self.part.take()) {
            (None, None) => fault,
            (Some("before_work"), None) => fault.before_work(),
            (Some("after_work"), None) => fault.after_work(),
            (None | Some("after_part"), Some(part)) => fault.after_part(part),
            (Some("after_part"), None) => {
                return Err(
                    "\"after_part\" needs \"part\", the number of call logs whose work is done"
                        .to_owned(),
                );
            }
            (Some("before_work" | "after_work"), Some(_)) => {
                return Err("\"part\" needs \"when\": \"after_part\"".to_owned());
            }
            (Some(other), _) => {
                return Err(format!(
                    "\"when\" is {other:?}: expected \"before_work\", \"after_part\" or \"after_work\""
                ));
            }
        };
        if let Some(late) = self.late_ms.take() {
            fault = fault.delay_work(Duration::from_millis(late));
        }
        fault.operation = self.operation.take();
        fault.headers = std::mem::take(&mut self.headers).into_iter().collect();
        fault.body = self.body.take();
        match serde_json::to_value(&*self) {
            Ok(Value::Object(rest)) if rest.len() > 1 => {
                let rest: Vec<&String> = rest.keys().filter(|key| *key != "fault").collect();
                Err(format!(
                    "the fault {name:?} does not take {rest:?}: remove it"
                ))
            }
            _ => Ok(fault),
        }
    }

    fn take_ms(&mut self) -> Option<Duration> {
        self.ms.take().map(Duration::from_millis)
    }

    fn take_value(&mut self) -> RepeatedValue {
        self.value.take().unwrap_or(RepeatedValue::Object)
    }

    fn take_bulk(&mut self, name: &str) -> Result<Fault, String> {
        let mebibytes = self.mebibytes.take();
        let mebibytes =
            mebibytes.ok_or_else(|| format!("the fault {name:?} needs \"mebibytes\""))?;
        let mut fault = if name == "repeated_values" {
            Fault::repeated_values(self.take_value(), mebibytes)
        } else {
            Fault::oversize(mebibytes)
        };
        if let Some(status) = self.status.take() {
            fault = fault.with_status(status);
        }
        if name == "gzip_bomb" || self.gzip.take() == Some(true) {
            fault = fault.gzipped();
        }
        Ok(fault)
    }

    fn take_retry_after(&mut self) -> Result<RetryAfter, String> {
        if let Some(seconds) = self.retry_after_date.take() {
            return Ok(RetryAfter::Date(Duration::from_secs(seconds)));
        }
        match self.retry_after.take() {
            None => Ok(RetryAfter::Absent),
            Some(Value::String(text)) => Ok(RetryAfter::Text(text)),
            Some(value) => value.as_u64().map(RetryAfter::Seconds).ok_or_else(|| {
                format!("\"retry_after\" is {value}: expected whole seconds, or any text")
            }),
        }
    }
}

impl TryFrom<ScriptEntry> for Fault {
    type Error = String;

    fn try_from(entry: ScriptEntry) -> Result<Self, String> {
        entry.into_fault()
    }
}

impl From<Fault> for ScriptEntry {
    fn from(fault: Fault) -> Self {
        Self::from(&fault)
    }
}

/// Converts the fault to its entry in a script.
impl From<&Fault> for ScriptEntry {
    fn from(fault: &Fault) -> Self {
        let mut entry = Self {
            when: Some(
                match fault.when {
                    When::BeforeWork => "before_work",
                    When::AfterPart(_) => "after_part",
                    When::AfterWork => "after_work",
                }
                .to_owned(),
            ),
            part: match fault.when {
                When::AfterPart(part) => Some(part),
                _ => None,
            },
            operation: fault.operation.clone(),
            headers: fault.headers.iter().cloned().collect(),
            body: fault.body.clone(),
            ..Self::default()
        };
        let ms = |time: &Duration| u64::try_from(time.as_millis()).ok();
        if !fault.late.is_zero() {
            entry.late_ms = ms(&fault.late);
        }
        let name = match &fault.failure {
            Failure::None => "none",
            Failure::Status(status) => {
                entry.status = Some(*status);
                "status"
            }
            Failure::TooManyRequests(retry_after) => {
                match retry_after {
                    RetryAfter::Seconds(seconds) => entry.retry_after = Some((*seconds).into()),
                    RetryAfter::Text(text) => entry.retry_after = Some(text.as_str().into()),
                    RetryAfter::Date(ahead) => entry.retry_after_date = Some(ahead.as_secs()),
                    RetryAfter::Absent => {}
                }
                "too_many_requests"
            }
            Failure::Delay(time) => {
                entry.ms = ms(time);
                "delay"
            }
            Failure::Hang => "hang",
            Failure::Reset => "reset",
            Failure::Truncate(bytes) => {
                entry.bytes = Some(*bytes);
                "truncate"
            }
            Failure::Garbage => "garbage",
            Failure::LoginPage => "login_page",
            Failure::Empty => "empty",
            Failure::Redirect(status, location) => {
                entry.status = Some(*status);
                entry.location = Some(location.clone());
                "redirect"
            }
            Failure::SlowBody { bytes, pause } => {
                entry.bytes = Some(*bytes);
                entry.ms = ms(pause);
                "slow_body"
            }
            Failure::Bulk(bulk) => {
                entry.mebibytes = Some(bulk.mebibytes);
                entry.value = bulk.value;
                entry.status = Some(bulk.status).filter(|status| *status != 200);
                match (bulk.value, bulk.gzip) {
                    (Some(_), gzip) => {
                        entry.gzip = gzip.then_some(true);
                        "repeated_values"
                    }
                    (None, true) => "gzip_bomb",
                    (None, false) => "oversize",
                }
            }
            Failure::Endless(of) => {
                entry.value = Some(*of);
                "endless"
            }
            Failure::Corruption(corruption) => {
                entry.corruption = Some(*corruption);
                "corruption"
            }
            Failure::CloseUnread => "close_unread",
            Failure::EchoHeaders(status) => {
                entry.status = Some(*status);
                "echo_headers"
            }
        };
        entry.fault = name.to_owned();
        entry
    }
}
