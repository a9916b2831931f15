//! Lists of unique ids.

use std::fmt;

use cekura::CallLogId;

use super::super::error::PlanError;
use super::source_line::SourceLine;

/// Unique ids of call logs, ascending, with the number of dropped duplicates.
///
/// ```
/// use cekura::CallLogId;
/// use cekura_campaign::plan::IdList;
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

    /// Returns the ids.
    #[must_use]
    pub fn ids(&self) -> &[CallLogId] {
        &self.ids
    }

    /// Returns how many duplicates were dropped.
    #[must_use]
    pub const fn duplicates(&self) -> u64 {
        self.duplicates
    }

    /// Returns the names of the files that the ids come from.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// Returns these ids together with those of `other`.
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

/// Ids while they are read. Duplicates are dropped on the way, so that memory is bounded by the unique ids.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    ids: Vec<CallLogId>,
    /// The number of ids from which duplicates are dropped again.
    enough: usize,
    dropped: u64,
}

impl Gathered {
    /// Up to this many ids, duplicates are kept.
    const FEW: usize = 1 << 20;

    /// The most unique ids of one file.
    const MOST: usize = 2_000_000;

    pub(super) fn push(&mut self, at_line: SourceLine<'_>, id: CallLogId) -> Result<(), PlanError> {
        self.take(id).map_err(|e| at_line.error(&e.to_string()))
    }

    pub(super) fn take(&mut self, id: CallLogId) -> Result<(), TooMany> {
        self.ids.push(id);
        if self.ids.len() > self.enough.max(Self::FEW) {
            let sorted = IdList::sorted(std::mem::take(&mut self.ids));
            self.dropped += sorted.duplicates;
            self.ids = sorted.ids;
            if self.ids.len() > Self::MOST {
                return Err(TooMany);
            }
            self.enough = self.ids.len() + self.ids.len().min(Self::FEW);
        }
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub(super) fn into_list(self, source: &str) -> IdList {
        let mut list = IdList::sorted(self.ids);
        list.duplicates += self.dropped;
        list.sources.push(source.to_owned());
        list
    }
}

/// A file with too many unique ids.
#[derive(Debug)]
pub(super) struct TooMany;

impl fmt::Display for TooMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the file has more than {} different ids: check that this is the right file",
            Gathered::MOST
        )
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
    fn what_is_repeated_takes_no_memory() {
        let mut gathered = Gathered::default();
        let given = 3 * Gathered::FEW as i64;
        for n in 0..given {
            gathered.take(CallLogId(5001 + n % 7)).unwrap();
            assert!(gathered.ids.len() <= Gathered::FEW);
        }
        let list = gathered.into_list("calls.txt");
        assert_eq!((list.ids().len(), list.duplicates()), (7, given as u64 - 7));
        assert_eq!(list.sources(), ["calls.txt"]);
    }

    #[test]
    fn a_file_without_end_is_noticed() {
        let mut gathered = Gathered::default();
        let refused = (1_i64..)
            .take(2 * Gathered::MOST)
            .find_map(|n| gathered.take(CallLogId(n)).err());
        assert!(refused.unwrap().to_string().contains("more than 2000000"));
        assert!(gathered.ids.capacity() < 2 * Gathered::MOST + Gathered::FEW);
    }

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
