//! Ids, one type for each kind, so that a metric's id cannot be used as a call log's.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};

use super::lenient::{Decoded, Lenient};

/// Text that is not an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseIdError {
    kind: &'static str,
    text: String,
}

impl fmt::Display for ParseIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, text } = self;
        let shown: String = text.chars().take(40).collect();
        let cut = if shown.len() < text.len() { "…" } else { "" };
        write!(
            f,
            "{shown:?}{cut} is not {kind}; expected a whole number such as 5001"
        )
    }
}

impl std::error::Error for ParseIdError {}

macro_rules! numeric_ids {
    ($($(#[$doc:meta])* $name:ident, $kind:literal;)*) => {$(
        $(#[$doc])*
        ///
        /// Serialized as a JSON number; deserialized from a number or from text that contains one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// Returns the number.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim().parse().map(Self).map_err(|_| ParseIdError {
                    kind: $kind,
                    text: text.to_owned(),
                })
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                Self(number)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl Lenient for $name {
            fn lenient<'de, D: Deserializer<'de>>(input: D) -> Result<Decoded<Self>, D::Error> {
                i64::lenient(input).map(|found| found.map(Self))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                match Self::lenient(input)? {
                    Decoded::Value(id) => Ok(id),
                    Decoded::Null => Err(de::Error::custom(concat!("null is not ", $kind))),
                    Decoded::Mismatch(value) => Err(de::Error::custom(ParseIdError {
                        kind: $kind,
                        text: value.to_string(),
                    })),
                }
            }
        }
    )*};
}

numeric_ids! {
    /// The number of a call log at Cekura. The provider's own id of the call is `call_id`.
    CallLogId, "a call log's id";
    /// The number of an agent at Cekura.
    AgentId, "an agent's id";
    /// The number of a project at Cekura.
    ProjectId, "a project's id";
    /// The number of a metric at Cekura.
    MetricId, "a metric's id";
    /// The number of an organization at Cekura.
    OrganizationId, "an organization's id";
}

/// The id of an agent at its voice provider, such as `asst_harbor_frontdesk`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct AssistantId(String);

impl AssistantId {
    /// Creates an id from text, unchanged. Requests with an empty id are refused before anything is sent.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AssistantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for AssistantId {
    fn from(id: String) -> Self {
        Self(id)
    }
}

impl From<&str> for AssistantId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

impl AsRef<str> for AssistantId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FromStr for AssistantId {
    type Err = std::convert::Infallible;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_numbers_in_text_are_ids() {
        for json in ["5001", "\"5001\"", "5001.0"] {
            assert_eq!(
                serde_json::from_str::<CallLogId>(json).unwrap(),
                CallLogId(5001)
            );
        }
        assert_eq!(serde_json::to_string(&CallLogId(5001)).unwrap(), "5001");
    }

    #[test]
    fn what_is_no_id_is_named_with_what_was_expected() {
        let error = "asst_x".parse::<AgentId>().unwrap_err().to_string();
        assert_eq!(
            error,
            "\"asst_x\" is not an agent's id; expected a whole number such as 5001"
        );
        let error = serde_json::from_str::<MetricId>("[1]")
            .unwrap_err()
            .to_string();
        assert!(error.contains("a metric's id"), "{error}");
    }

    #[test]
    fn ids_print_as_their_number() {
        assert_eq!(ProjectId(44).to_string(), "44");
        assert_eq!("44".parse::<ProjectId>().unwrap().get(), 44);
        assert_eq!(format!("{:>4}", AgentId(7)), "   7");
    }

    #[test]
    fn an_assistant_id_is_written_as_text_even_if_it_is_digits() {
        let json = serde_json::to_string(&AssistantId::new("60718")).unwrap();
        assert_eq!(json, "\"60718\"");
    }
}
