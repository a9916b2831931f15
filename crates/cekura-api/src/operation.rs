//! The operations and their effects.

/// The effect of sending a request a second time.
///
/// It decides whether a request whose response was lost may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// None: it only reads.
    Read,
    /// None: a second request changes nothing more.
    Idempotent,
    /// The change is made a second time.
    Write,
    /// It is charged a second time.
    Billable,
}

impl Effect {
    /// Returns whether a request that may have arrived can be sent again.
    #[must_use]
    pub const fn is_repeatable(self) -> bool {
        matches!(self, Self::Read | Self::Idempotent)
    }

    /// Returns the word in `openapi.yaml`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Idempotent => "idempotent",
            Self::Write => "write",
            Self::Billable => "billable",
        }
    }
}

impl std::fmt::Display for Effect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An operation of the API. [`operations`](crate::operations) has one constant for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Operation {
    /// The operationId, such as `call_logs_list`.
    pub id: &'static str,
    /// The HTTP method in capitals.
    pub method: &'static str,
    /// The path below the base URL, with its final slash and with `{id}` for parameters.
    pub path: &'static str,
    /// The group of the operation, such as `call_logs`.
    pub tag: &'static str,
    /// The effect of sending it twice.
    pub effect: Effect,
    /// Whether the response is one page of several.
    pub paginated: bool,
    /// Whether a successful response has a JSON body.
    pub returns_json: bool,
}

impl Operation {
    /// Returns the path with these values in the place of its parameters, each escaped as one segment.
    ///
    /// A name that the path does not have is ignored.
    ///
    /// ```
    /// let path = cekura_api::operations::CALL_LOGS_RETRIEVE.path_with([("id", "a/b")]);
    /// assert_eq!(path, "/observability/v2/call-logs/a%2Fb/");
    /// ```
    #[must_use]
    pub fn path_with<N, V>(&self, values: impl IntoIterator<Item = (N, V)>) -> String
    where
        N: std::fmt::Display,
        V: AsRef<str>,
    {
        let values = values.into_iter();
        values.fold(self.path.to_owned(), |path, (name, value)| {
            path.replace(&format!("{{{name}}}"), &segment(value.as_ref()))
        })
    }
}

/// Text as one segment of a path.
fn segment(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        b'.' if !text.trim_matches('.').is_empty() => ".".to_owned(),
        byte => format!("%{byte:02X}"),
    });
    encoded.collect()
}

impl std::fmt::Display for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Effect, operations};

    #[test]
    fn the_table_finds_what_it_lists() {
        for operation in operations::ALL {
            assert_eq!(operations::find(operation.id), Some(operation));
            assert!(operation.path.ends_with('/'), "{operation}");
        }
        assert_eq!(operations::find("call_logs"), None);
    }

    #[test]
    fn a_value_stays_in_its_segment() {
        for (value, expected) in [
            ("7", "/observability/v2/call-logs/7/"),
            ("a.b/c?d", "/observability/v2/call-logs/a.b%2Fc%3Fd/"),
            ("ü", "/observability/v2/call-logs/%C3%BC/"),
            ("{id}", "/observability/v2/call-logs/%7Bid%7D/"),
            ("..", "/observability/v2/call-logs/%2E%2E/"),
        ] {
            let path = operations::CALL_LOGS_RETRIEVE.path_with([("other", "x"), ("id", value)]);
            assert_eq!(path, expected);
        }
    }

    #[test]
    fn paid_calls_are_known_as_such() {
        let paid: Vec<_> = operations::ALL
            .iter()
            .filter(|o| o.effect == Effect::Billable)
            .map(|o| o.id)
            .collect();
        for id in ["call_logs_rerun_evaluation", "call_logs_evaluate_metrics"] {
            assert!(paid.contains(&id), "{id} is not among {paid:?}");
        }
        assert!(!Effect::Billable.is_repeatable());
    }
}
