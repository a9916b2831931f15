//! Values by call log.

use std::collections::BTreeMap;
use std::fmt;

use cekura_api::scalars::CallLogId;

/// Values by call log, in the order of the ids.
///
/// The order is kept apart from the values, so that one tree serves all types of values: a tree is much code, which every
/// program that uses this crate would compile for each of them. Reading all of them takes as long as if none had been removed.
#[derive(Clone)]
pub(crate) struct ById<V> {
    /// Where the value of a call log is; removed ones keep their place.
    places: BTreeMap<CallLogId, usize>,
    values: Vec<Option<V>>,
}

impl<V> Default for ById<V> {
    fn default() -> Self {
        Self {
            places: BTreeMap::new(),
            values: Vec::new(),
        }
    }
}

impl<V> ById<V> {
    pub(crate) fn get(&self, id: CallLogId) -> Option<&V> {
        self.values[*self.places.get(&id)?].as_ref()
    }

    pub(crate) fn contains(&self, id: CallLogId) -> bool {
        self.get(id).is_some()
    }

    pub(crate) fn insert(&mut self, id: CallLogId, value: V) {
        *self.place(id) = Some(value);
    }

    pub(crate) fn remove(&mut self, id: CallLogId) -> Option<V> {
        self.values[*self.places.get(&id)?].take()
    }

    /// The value of a call log, `value()` if there is none.
    pub(crate) fn get_or_insert_with(
        &mut self,
        id: CallLogId,
        value: impl FnOnce() -> V,
    ) -> &mut V {
        self.place(id).get_or_insert_with(value)
    }

    fn place(&mut self, id: CallLogId) -> &mut Option<V> {
        let place = *self.places.entry(id).or_insert(self.values.len());
        if place == self.values.len() {
            self.values.push(None);
        }
        &mut self.values[place]
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.iter().all(Option::is_none)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (CallLogId, &V)> {
        let places = self.places.iter();
        places.filter_map(|(id, place)| Some((*id, self.values[*place].as_ref()?)))
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = CallLogId> {
        self.iter().map(|(id, _)| id)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// The values with their call logs, by ascending id.
    pub(crate) fn into_entries(mut self) -> impl Iterator<Item = (CallLogId, V)> {
        let places = std::mem::take(&mut self.places);
        places
            .into_iter()
            .filter_map(move |(id, place)| Some((id, self.values[place].take()?)))
    }
}

impl<V> Extend<(CallLogId, V)> for ById<V> {
    fn extend<I: IntoIterator<Item = (CallLogId, V)>>(&mut self, entries: I) {
        for (id, value) in entries {
            self.insert(id, value);
        }
    }
}

impl<V> FromIterator<(CallLogId, V)> for ById<V> {
    fn from_iter<I: IntoIterator<Item = (CallLogId, V)>>(entries: I) -> Self {
        let mut all = Self::default();
        all.extend(entries);
        all
    }
}

impl<V: fmt::Debug> fmt::Debug for ById<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_in_the_order_of_the_ids() {
        let [a, b, c] = [3, 7, 9].map(CallLogId);
        let mut all: ById<&str> = [(b, "b"), (c, "c"), (a, "a"), (b, "B")]
            .into_iter()
            .collect();
        assert_eq!(
            all.iter().collect::<Vec<_>>(),
            [(a, &"a"), (b, &"B"), (c, &"c")]
        );
        assert_eq!(all.remove(b), Some("B"));
        assert_eq!(all.remove(b), None);
        assert!(!all.contains(b) && all.get(c) == Some(&"c"));
        assert_eq!(all.ids().collect::<Vec<_>>(), [a, c]);
        assert_eq!(*all.get_or_insert_with(b, || "new"), "new");
        assert_eq!(*all.get_or_insert_with(b, || "newer"), "new");
        assert_eq!(
            all.clone().into_entries().collect::<Vec<_>>(),
            [(a, "a"), (b, "new"), (c, "c")]
        );
        for id in [a, b, c] {
            all.remove(id);
        }
        assert!(all.is_empty() && all.values().next().is_none());
    }
}
