//! JSON: values one after another, in an array, or in a page of the service.
//!
//! The input is streamed, so that an array of whole call logs takes no more memory than its ids.

use std::cell::RefCell;
use std::fmt;
use std::io::BufRead;

use cekura::CallLogId;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::super::error::{PlanError, shortened};
use super::file::Column;
use super::limit::Limit;
use super::lines::unreadable;
use super::list::Gathered;
use super::source_line::{ID_NAMES, SourceLine};

/// The field with the entries of a page.
const PAGE: &str = "results";

pub(super) fn read(
    name: &str,
    column: Option<&Column>,
    input: impl BufRead,
) -> Result<Gathered, PlanError> {
    let field = match column {
        None => None,
        Some(Column::Name(name)) => Some(name.as_str()),
        Some(Column::Number(number)) => {
            return Err(PlanError::usage(format!(
                "{name}: JSON has no column {number}: expected the name of a field"
            )));
        }
    };
    let limit = Limit::default();
    let ids = RefCell::default();
    let mut json = serde_json::Deserializer::from_reader(limit.on(input));
    let value = Value {
        at: Level::Top,
        field,
        ids: &ids,
        limit: &limit,
    };
    while json.end().is_err() {
        value.deserialize(&mut json).map_err(|e| refused(name, e))?;
    }
    Ok(ids.into_inner())
}

/// What is wrong, with the line.
fn refused(name: &str, error: serde_json::Error) -> PlanError {
    if error.is_io() {
        return unreadable(name, error.into());
    }
    // After a line break the reader is on the next line, where nothing is yet.
    let line = error.line() - usize::from(error.column() == 0 && error.line() > 1);
    let at_line = SourceLine {
        name,
        line: line as u64,
    };
    let text = error.to_string();
    let what = text
        .rsplit_once(" at line ")
        .map_or(&*text, |(what, _)| what);
    at_line.error(&match error.is_data() {
        true => what.to_owned(),
        false => format!(
            "not JSON ({what}): expected ids, or objects or a list with them, such as {{\"id\": 5001}}"
        ),
    })
}

/// The position of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level<'a> {
    /// In the file itself.
    Top,
    /// The entries of a page.
    Page,
    /// In a list.
    Entry,
    /// In this field of an object, which holds the id.
    Id(&'a str),
}

/// Takes the ids out of a value.
#[derive(Clone, Copy)]
struct Value<'a> {
    at: Level<'a>,
    /// The field that holds the id, if one is named.
    field: Option<&'a str>,
    ids: &'a RefCell<Gathered>,
    limit: &'a Limit,
}

impl<'a> Value<'a> {
    fn below(self, at: Level<'a>) -> Self {
        Self { at, ..self }
    }

    /// Adds an id, and resets the limit.
    fn take<E: serde::de::Error>(self, id: CallLogId) -> Result<(), E> {
        self.limit.renew();
        self.ids.borrow_mut().take(id).map_err(E::custom)
    }

    /// Parses a value that is only an id.
    fn bare<E: serde::de::Error>(
        self,
        id: Option<i64>,
        shown: impl fmt::Display,
    ) -> Result<Found, E> {
        let lead = match self.at {
            Level::Id(name) => format!("the field {name}: "),
            Level::Page => format!("the field {PAGE}: "),
            Level::Top | Level::Entry => String::new(),
        };
        let id = id
            .filter(|id| *id > 0 && self.at != Level::Page)
            .map(CallLogId);
        let id = id.ok_or_else(|| {
            E::custom(format!(
                "{lead}{} is not the id of a call log: expected a whole number above 0, such as 5001",
                shortened(&shown.to_string())
            ))
        })?;
        if matches!(self.at, Level::Top | Level::Entry) {
            self.take(id)?;
        }
        Ok(Found(Some(id)))
    }

    fn is_known(self, name: &str) -> Option<&'a str> {
        match self.field {
            Some(field) => (field == name).then_some(field),
            None => ID_NAMES.into_iter().find(|known| *known == name),
        }
    }
}

/// The id that a value is, for whom it belongs to.
struct Found(Option<CallLogId>);

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Found, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ids of call logs")
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Found, E> {
        self.bare(i64::try_from(number).ok(), number)
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Found, E> {
        self.bare(Some(number), number)
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Found, E> {
        self.bare(None, number)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Found, E> {
        self.bare(None, value)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Found, E> {
        self.bare(None, "null")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Found, E> {
        self.bare(text.trim().parse().ok(), format_args!("{text:?}"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Found, A::Error> {
        if !matches!(self.at, Level::Top | Level::Page) {
            return self.bare(None, "a list");
        }
        while list.next_element_seed(self.below(Level::Entry))?.is_some() {}
        Ok(Found(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Found, A::Error> {
        if !matches!(self.at, Level::Top | Level::Entry) {
            return self.bare(None, "an object");
        }
        let mut found: Option<(&str, CallLogId)> = None;
        let mut is_page = false;
        while let Some(name) = fields.next_key_seed(Name(self))? {
            match name {
                Field::Id(name) => {
                    let Found(id) = fields.next_value_seed(self.below(Level::Id(name)))?;
                    match (found, id) {
                        (Some((other, earlier)), Some(id)) if earlier != id => {
                            return Err(A::Error::custom(format!(
                                "the field {other} is {earlier} and {name} is {id}: give the field that holds the id"
                            )));
                        }
                        (_, Some(id)) => found = Some((name, id)),
                        (_, None) => {}
                    }
                }
                Field::Page if self.at == Level::Top => {
                    is_page = true;
                    fields.next_value_seed(self.below(Level::Page))?;
                }
                Field::Page | Field::Other => {
                    fields.next_value::<IgnoredAny>()?;
                }
            }
        }
        match (found, is_page) {
            (Some((_, id)), false) => self.take(id).map(|()| Found(Some(id))),
            (None, true) => Ok(Found(None)),
            (Some((name, id)), true) => Err(A::Error::custom(format!(
                "an object with both an id ({name} is {id}) and a list ({PAGE}): expected one of them"
            ))),
            (None, false) => Err(A::Error::custom(match self.field {
                Some(field) => format!("there is no field {field}"),
                None => format!(
                    "no id: expected one of the fields {}, or the name of another one",
                    ID_NAMES.join(", ")
                ),
            })),
        }
    }
}

/// What a field is for.
enum Field<'a> {
    Id(&'a str),
    Page,
    Other,
}

/// Tells fields apart by their names, without keeping any.
struct Name<'a>(Value<'a>);

impl<'de, 'a> DeserializeSeed<'de> for Name<'a> {
    type Value = Field<'a>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Field<'a>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'a> Visitor<'_> for Name<'a> {
    type Value = Field<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Field<'a>, E> {
        Ok(match self.0.is_known(name) {
            Some(known) => Field::Id(known),
            None if name == PAGE => Field::Page,
            None => Field::Other,
        })
    }
}
