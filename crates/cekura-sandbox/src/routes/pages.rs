//! Which entries a page of the list holds, and where it leads.

use std::ops::Range;

use crate::quirks::Quirks;

/// One page of the list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// The places of its entries among all entries.
    pub(super) entries: Range<usize>,
    pub(super) next: Option<u64>,
    pub(super) previous: Option<u64>,
}

/// The page of this number, counted from 1; `None` if there is none. `count` entries in all, `size` to a page.
pub(super) fn page(count: u64, size: u64, number: u64, quirks: &Quirks) -> Option<Page> {
    let full = count.div_ceil(size).max(1);
    let empty = quirks.list_empty_page.filter(|at| (1..=full).contains(at));
    let pages = full + u64::from(empty.is_some());
    if number == 0 || number > pages || quirks.list_missing_page == Some(number) {
        return None;
    }
    let promised = pages + u64::from(quirks.list_promises_more);
    let before = number - 1 - u64::from(empty.is_some_and(|at| at < number));
    let start = (before * size).saturating_add_signed(-quirks.list_shift * before as i64);
    let start = start.min(count);
    let end = if empty == Some(number) {
        start
    } else {
        (start + size).min(count)
    };
    Some(Page {
        entries: start as usize..end as usize,
        next: (number < promised).then_some(number + 1),
        previous: (number > 1).then(|| number - 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Follows `next` from page 1 on; answers the places that were seen, and whether a promised page was missing.
    fn walk(count: u64, size: u64, quirks: &Quirks) -> (Vec<usize>, bool) {
        let mut seen = Vec::new();
        let mut number = Some(1);
        while let Some(at) = number {
            let Some(page) = page(count, size, at, quirks) else {
                return (seen, true);
            };
            seen.extend(page.entries);
            number = page.next;
        }
        (seen, false)
    }

    fn with(set: impl FnOnce(&mut Quirks)) -> Quirks {
        let mut quirks = Quirks::default();
        set(&mut quirks);
        quirks
    }

    #[test]
    fn pages_hold_every_entry_once() {
        for count in 0..9 {
            let (seen, missing) = walk(count, 3, &Quirks::default());
            assert_eq!(seen, (0..count as usize).collect::<Vec<_>>());
            assert!(!missing);
        }
        assert_eq!(page(9, 3, 4, &Quirks::default()), None);
        assert_eq!(page(9, 3, 0, &Quirks::default()), None);
    }

    #[test]
    fn an_empty_page_leads_on_and_hides_nothing() {
        for at in 1..=3 {
            let quirks = with(|quirks| quirks.list_empty_page = Some(at));
            let empty = page(9, 3, at, &quirks).unwrap();
            assert!(empty.entries.is_empty() && empty.next == Some(at + 1));
            assert_eq!(walk(9, 3, &quirks), ((0..9).collect(), false), "{at}");
        }
    }

    #[test]
    fn a_promised_page_can_be_missing() {
        let quirks = with(|quirks| quirks.list_missing_page = Some(2));
        assert_eq!(walk(9, 3, &quirks), ((0..3).collect(), true));
        let quirks = with(|quirks| quirks.list_promises_more = true);
        assert_eq!(walk(9, 3, &quirks), ((0..9).collect(), true));
    }

    #[test]
    fn a_list_that_shifts_repeats_or_skips() {
        let grows = with(|quirks| quirks.list_shift = 1);
        assert_eq!(walk(9, 3, &grows).0, [0, 1, 2, 2, 3, 4, 4, 5, 6]);
        let shrinks = with(|quirks| quirks.list_shift = -1);
        assert_eq!(walk(9, 3, &shrinks).0, [0, 1, 2, 4, 5, 6, 8]);
    }
}
