//! The call logs to evaluate.

use std::collections::BTreeSet;

use cekura_api::scalars::CallLogId;

use crate::Error;

/// Confirms that [`CallLogTargets::all`] may charge for every call log of an agent, however many there are.
#[derive(Clone, Copy, Debug)]
pub struct AcceptUnboundedCost;

/// The call logs to evaluate: ids, or all of an agent.
///
/// Setters accept an id, a list of ids or an array of ids directly.
///
/// ```
/// use cekura::{AcceptUnboundedCost, CallLogId, CallLogTargets};
/// let some = CallLogTargets::from([5001, 5002, 5001]);
/// assert_eq!(some.ids(), [CallLogId(5001), CallLogId(5002)]); // each id once
/// assert!(CallLogTargets::all(AcceptUnboundedCost).is_all());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallLogTargets(Chosen);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Chosen {
    Ids(Vec<CallLogId>),
    All,
}

impl CallLogTargets {
    /// Selects every call log of the agent.
    ///
    /// The service decides which call logs these are. There is no baseline, and an unknown outcome cannot be reconciled.
    /// Listing the ids and passing them is safer.
    #[must_use]
    pub fn all(_: AcceptUnboundedCost) -> Self {
        Self(Chosen::All)
    }

    /// Returns the ids in the order given, each once; empty for [`all`](Self::all).
    #[must_use]
    pub fn ids(&self) -> &[CallLogId] {
        match &self.0 {
            Chosen::Ids(ids) => ids,
            Chosen::All => &[],
        }
    }

    /// Returns whether this is [`all`](Self::all).
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.0 == Chosen::All
    }

    /// Checks that there is at least one id, and that the ids can exist.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let Chosen::Ids(ids) = &self.0 else {
            return Ok(());
        };
        if ids.is_empty() {
            return Err(Error::invalid_request(
                "no call logs are named: give at least one id",
            ));
        }
        match ids.iter().find(|id| id.0 <= 0) {
            Some(id) => Err(Error::invalid_request(format!(
                "{id} is not the id of a call log: ids are whole numbers above 0, as in the list's field id"
            ))),
            None => Ok(()),
        }
    }
}

impl<T: Into<CallLogId>> FromIterator<T> for CallLogTargets {
    fn from_iter<I: IntoIterator<Item = T>>(ids: I) -> Self {
        let mut seen = BTreeSet::new();
        let ids = ids.into_iter().map(Into::into);
        Self(Chosen::Ids(ids.filter(|id| seen.insert(*id)).collect()))
    }
}

impl<T: Into<CallLogId>> From<Vec<T>> for CallLogTargets {
    fn from(ids: Vec<T>) -> Self {
        ids.into_iter().collect()
    }
}

impl<T: Into<CallLogId> + Copy> From<&Vec<T>> for CallLogTargets {
    fn from(ids: &Vec<T>) -> Self {
        ids.iter().copied().collect()
    }
}

impl<T: Into<CallLogId> + Copy> From<&[T]> for CallLogTargets {
    fn from(ids: &[T]) -> Self {
        ids.iter().copied().collect()
    }
}

impl<T: Into<CallLogId>, const N: usize> From<[T; N]> for CallLogTargets {
    fn from(ids: [T; N]) -> Self {
        ids.into_iter().collect()
    }
}

impl From<CallLogId> for CallLogTargets {
    fn from(id: CallLogId) -> Self {
        [id].into()
    }
}

impl From<i64> for CallLogTargets {
    fn from(id: i64) -> Self {
        [id].into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_ids_and_impossible_ids_are_errors() {
        assert!(
            CallLogTargets::from([CallLogId(0); 0])
                .check()
                .unwrap_err()
                .to_string()
                .contains("at least one id")
        );
        let error = CallLogTargets::from([CallLogId(4), CallLogId(-7)])
            .check()
            .unwrap_err();
        assert!(error.is_invalid_request() && error.to_string().contains("-7"));
        assert!(CallLogTargets::all(AcceptUnboundedCost).check().is_ok());
    }
}
