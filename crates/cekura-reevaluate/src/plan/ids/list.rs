//! Ids, each once.

use cekura::CallLogId;

/// Ids of call logs, ascending and each once, with the number of those that were given more than once.
///
/// ```
/// use cekura::CallLogId;
/// use cekura_reevaluate::plan::IdList;
///
/// let list: IdList = [5002, 5001, 5002].into_iter().map(CallLogId).collect();
/// assert_eq!(list.ids(), [CallLogId(5001), CallLogId(5002)]);
/// assert_eq!(list.duplicates(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdList {
    ids: Vec<CallLogId>,
    duplicates: u64,
    sources: Vec<String>,
}

impl IdList {
    pub(super) fn from_source(ids: Vec<CallLogId>, source: &str) -> Self {
        Self {
            sources: vec![source.to_owned()],
            ..Self::sorted(ids)
        }
    }

    fn sorted(mut ids: Vec<CallLogId>) -> Self {
        let given = ids.len();
        ids.sort_unstable();
        ids.dedup();
        Self {
            duplicates: (given - ids.len()) as u64,
            ids,
            sources: Vec::new(),
        }
    }

    /// The ids.
    #[must_use]
    pub fn ids(&self) -> &[CallLogId] {
        &self.ids
    }

    /// How many were dropped because they had been given already.
    #[must_use]
    pub const fn duplicates(&self) -> u64 {
        self.duplicates
    }

    /// The files that they come from, as they were called.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// These ids and those of `other`.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.ids.extend(other.ids);
        let both = Self::sorted(self.ids);
        self.sources.extend(other.sources);
        Self {
            ids: both.ids,
            duplicates: self.duplicates + other.duplicates + both.duplicates,
            sources: self.sources,
        }
    }

    pub(in crate::plan) fn into_ids(self) -> Vec<CallLogId> {
        self.ids
    }
}

impl FromIterator<CallLogId> for IdList {
    fn from_iter<I: IntoIterator<Item = CallLogId>>(ids: I) -> Self {
        Self::sorted(ids.into_iter().collect())
    }
}

impl From<Vec<CallLogId>> for IdList {
    fn from(ids: Vec<CallLogId>) -> Self {
        Self::sorted(ids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_lists_count_every_duplicate() {
        let list = |ids: &[i64]| ids.iter().copied().map(CallLogId).collect::<IdList>();
        let both = list(&[5003, 5001, 5001]).and(list(&[5001, 5002, 5002]));
        assert_eq!(
            both.ids(),
            [CallLogId(5001), CallLogId(5002), CallLogId(5003)]
        );
        assert_eq!(both.duplicates(), 3);
    }
}
