//! JSON lines: objects with an id in them, or bare ids.

use std::io::BufRead;

use cekura::CallLogId;
use serde_json::{Map, Value};

use super::super::error::{PlanError, shortened};
use super::cell::Place;
use super::file::Column;
use super::lines::{JSON_LINE, Lines};
use super::list::Gathered;

/// Fields that hold the id unless another one is named.
const KNOWN_FIELDS: [&str; 4] = ["id", "log", "call_log", "call_log_id"];

pub(super) fn read(
    name: &str,
    column: Option<&Column>,
    input: impl BufRead,
) -> Result<Gathered, PlanError> {
    let named = match column {
        None => None,
        Some(Column::Name(name)) => Some(name.as_str()),
        Some(Column::Number(number)) => {
            return Err(PlanError::usage(format!(
                "{name}: JSON has no column {number}: expected the name of a field"
            )));
        }
    };
    let mut lines = Lines::new(name, input, JSON_LINE);
    let mut ids = Gathered::default();
    while let Some((place, line)) = lines.next()? {
        if line.is_empty() {
            continue;
        }
        let value: Value = serde_json::from_str(line).map_err(|e| not_json(place, line, &e))?;
        ids.push(match &value {
            Value::Object(fields) => from_fields(place, named, fields)?,
            Value::Array(_) => {
                return Err(place.error(
                    "a list: expected one value a line, which `jq -c '.[]'` makes of a list",
                ));
            }
            bare => from_value(place, "", bare)?,
        });
    }
    Ok(ids)
}

fn not_json(place: Place<'_>, line: &str, error: &serde_json::Error) -> PlanError {
    // The reader counts lines within this one.
    let why = error.to_string();
    let why = why.split(" at line ").next().unwrap_or_default();
    let advice = match line.strip_prefix(['{', '[']) {
        Some("") => "; JSON that spans lines becomes one value a line by `jq -c .`",
        _ => "",
    };
    place.error(&format!(
        "not JSON ({why}): expected an object or an id, such as {{\"id\": 5001}}{advice}"
    ))
}

fn from_fields(
    place: Place<'_>,
    named: Option<&str>,
    fields: &Map<String, Value>,
) -> Result<CallLogId, PlanError> {
    if let Some(name) = named {
        let value = fields.get(name);
        return match value {
            Some(value) => from_value(place, &format!("the field {name}: "), value),
            None => Err(place.error(&format!("there is no field {name}"))),
        };
    }
    let mut found: Option<(&str, CallLogId)> = None;
    for name in KNOWN_FIELDS {
        let Some(value) = fields.get(name) else {
            continue;
        };
        let id = from_value(place, &format!("the field {name}: "), value)?;
        match found {
            Some((other, earlier)) if earlier != id => {
                return Err(place.error(&format!(
                    "the field {other} is {earlier} and {name} is {id}: name the field that is meant"
                )));
            }
            _ => found = Some((name, id)),
        }
    }
    found.map(|(_, id)| id).ok_or_else(|| {
        place.error(&format!(
            "no id: expected one of the fields {}, or the name of another one",
            KNOWN_FIELDS.join(", ")
        ))
    })
}

fn from_value(place: Place<'_>, lead: &str, value: &Value) -> Result<CallLogId, PlanError> {
    let id = match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    id.filter(|id| *id > 0).map(CallLogId).ok_or_else(|| {
        place.error(&format!(
            "{lead}{} is not the id of a call log: expected a whole number above 0, such as 5001",
            shortened(&value.to_string())
        ))
    })
}
