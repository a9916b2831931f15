//! The models, by the names of their schemas.

use std::fmt::Debug;

use cekura::types;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What can be done with every model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model {
    pub(crate) name: &'static str,
    pub(crate) pass: Pass,
    /// The same from bytes alone, for where there are many cases.
    pub(crate) pass_bytes: Pass,
    /// The same for a list of it.
    pub(crate) pass_list: Pass,
    pub(crate) pass_list_bytes: Pass,
}

/// Sends a value through a model.
pub(crate) type Pass = fn(&Value) -> Result<Passed, String>;

/// A value after it went through its model.
#[derive(Debug)]
pub(crate) struct Passed {
    /// What the model writes.
    pub(crate) json: Value,
    /// What the model shows in `{:?}`.
    pub(crate) debug: String,
}

impl Passed {
    /// The fields that hold something for which their model has no place; the first one of each object.
    pub(crate) fn strays(&self) -> Vec<&str> {
        let objects = self.debug.split("unknown_fields: {\"").skip(1);
        objects
            .map(|rest| rest.split('"').next().unwrap_or_default())
            .collect()
    }
}

/// Reads a value into `T` and writes it again, from bytes as responses come.
///
/// # Errors
/// What serde says.
pub(crate) fn pass_bytes<T: DeserializeOwned + Serialize + Debug>(
    given: &Value,
) -> Result<Passed, String> {
    let model: T =
        serde_json::from_slice(given.to_string().as_bytes()).map_err(|e| e.to_string())?;
    let json = serde_json::to_value(&model).map_err(|e| e.to_string())?;
    Ok(Passed {
        json,
        debug: format!("{model:?}"),
    })
}

/// The same, also from a JSON value that somebody has already read.
///
/// # Errors
/// What serde says; and if both ways do not give the same.
pub(crate) fn pass<T: DeserializeOwned + Serialize + Debug>(
    given: &Value,
) -> Result<Passed, String> {
    let bytes = pass_bytes::<T>(given)?;
    let model: T = serde_json::from_value(given.clone()).map_err(|e| format!("as a value: {e}"))?;
    let value = format!("{model:?}");
    if bytes.debug != value {
        return Err(format!(
            "bytes give {}, the value gives {value}",
            bytes.debug
        ));
    }
    Ok(bytes)
}

macro_rules! table {
    ($($table:ident: $from:ident { $($name:ident)* })*) => {$(
        pub(crate) const $table: &[Model] =
            &[$(Model {
                name: stringify!($name),
                pass: pass::<$from::$name>,
                pass_bytes: pass_bytes::<$from::$name>,
                pass_list: pass::<Vec<$from::$name>>,
                pass_list_bytes: pass_bytes::<Vec<$from::$name>>,
            },)*];
    )*};
}

cekura_tests::models!(table);

/// The model of this schema.
pub(crate) fn find(name: &str) -> Option<Model> {
    GENERATED
        .iter()
        .chain(SCALARS)
        .find(|model| model.name == name)
        .copied()
}
