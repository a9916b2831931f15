//! A page of a list.

use std::{fmt, marker::PhantomData};

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::scalars::lenient::{
    Decoded, FieldOutcome, Lenient, Record, elements, read_into, record, record_or_mismatch, wrap,
};

/// One page of a list, or a whole list that has no pages.
///
/// Some lists of the service have pages and some are plain arrays, and a newer version of one may differ from the older one.
/// Both are decoded as a page: an array is a page with `results` only.
///
/// ```
/// use cekura_api::{Page, types::Metric};
///
/// let page: Page<Metric> = serde_json::from_str(r#"{"count": 7, "next": null, "results": [{"id": 71}]}"#)?;
/// let array: Page<Metric> = serde_json::from_str(r#"[{"id": 71}]"#)?;
/// assert_eq!((page.count, array.count), (Some(7), None));
/// assert_eq!(page.results, array.results);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Page<T> {
    /// The number of entries of all pages; may be missing or wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// The absolute URL of the next page; `None` on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The absolute URL of the previous page; `None` on the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
    /// The entries of this page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub results: Option<Vec<T>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: Map<String, Value>,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            count: None,
            next: None,
            previous: None,
            results: None,
            unknown_fields: Map::new(),
        }
    }
}

impl<T: Lenient + Serialize> Record for Page<T> {
    fn read<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> Result<FieldOutcome, A::Error> {
        match name {
            "count" => read_into(&mut self.count, map),
            "next" => read_into(&mut self.next, map),
            "previous" => read_into(&mut self.previous, map),
            "results" => read_into(&mut self.results, map),
            _ => Ok(FieldOutcome::Unknown),
        }
    }

    fn unknown_fields(&mut self) -> &mut Map<String, Value> {
        &mut self.unknown_fields
    }
}

impl<T: Lenient + Serialize> Lenient for Page<T> {
    fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
        record_or_mismatch(input)
    }

    fn from_mismatch(mismatch: Value) -> Result<Self, Value> {
        wrap(mismatch)
    }
}

impl<'de, T: Lenient + Serialize> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct PageOrArray<T>(PhantomData<T>);

        impl<'de, T: Lenient + Serialize> Visitor<'de> for PageOrArray<T> {
            type Value = Page<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a page or an array")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                record(MapAccessDeserializer::new(map))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                let mut page = Page::default();
                match elements(seq)? {
                    Decoded::Value(all) => page.results = Some(all),
                    Decoded::Mismatch(all) => {
                        page.unknown_fields.insert("results".to_owned(), all);
                    }
                    Decoded::Null => {}
                }
                Ok(page)
            }
        }

        input.deserialize_any(PageOrArray(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json};

    #[test]
    fn an_array_is_a_page_with_results_only() {
        let page: Page<i64> = from_value(json!([1, "2", null])).unwrap();
        assert_eq!(page.results, Some(vec![1, 2]));
        assert_eq!((page.count, page.next), (None, None));
    }

    #[test]
    fn an_array_of_another_kind_is_kept() {
        let page: Page<i64> = from_value(json!([1, "two"])).unwrap();
        assert_eq!(page.results, None);
        assert_eq!(page.unknown_fields["results"], json!([1, "two"]));
    }

    #[test]
    fn any_other_value_is_no_page() {
        for value in [json!(7), json!("[]"), json!(null)] {
            assert!(from_value::<Page<i64>>(value).is_err());
        }
    }
}
