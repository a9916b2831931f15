//! Which entries a page of a list holds, and where it leads.

use std::ops::Range;

use http::{StatusCode, header};
use serde_json::{Map, Value};

use super::Asked;
use crate::errors::detail;
use crate::quirks::{ListCount, NextLink, Quirks};
use crate::server::Reply;

const DEFAULT_SIZE: u64 = 25;

/// Returns the places of the entries on the page that is asked for, and the fields before its `results`: `count`, `next`
/// and `previous`. `count` entries in all; `url` is where links lead without a `Host`.
pub(crate) fn of(
    asked: &Asked<'_>,
    quirks: &Quirks,
    url: &str,
    count: u64,
) -> Result<(Range<usize>, Map<String, Value>), Reply> {
    let size = asked.query_number("page_size").unwrap_or(0).unsigned_abs();
    let size = if size == 0 { DEFAULT_SIZE } else { size };
    let size = size.min(quirks.max_page_size.max(1));
    let number = asked.query_number("page").unwrap_or(1).unsigned_abs();
    let Some(page) = page(count, size, number, quirks) else {
        return Err(detail(StatusCode::NOT_FOUND, "Invalid page."));
    };
    let mut head = Map::new();
    let shown = match quirks.list_count {
        ListCount::Present => Some(count),
        ListCount::Zero => Some(0),
        ListCount::Off(by) => Some(count.saturating_add_signed(by)),
        ListCount::Absent => None,
    };
    if let Some(count) = shown {
        head.insert("count".to_owned(), count.into());
    }
    for (name, number) in [("next", page.next), ("previous", page.previous)] {
        let link = number.map(|number| Value::String(link(asked, quirks, url, number)));
        head.insert(name.to_owned(), link.unwrap_or_default());
    }
    Ok((page.entries, head))
}

/// One page of the list.
#[derive(Debug, PartialEq, Eq)]
struct Page {
    /// The places of its entries among all entries.
    entries: Range<usize>,
    next: Option<u64>,
    previous: Option<u64>,
}

/// The page of this number, counted from 1; `None` if there is none. `count` entries in all, `size` to a page.
fn page(count: u64, size: u64, number: u64, quirks: &Quirks) -> Option<Page> {
    let full = count.div_ceil(size).max(1);
    let empty = quirks.list_empty_page.filter(|at| (1..=full).contains(at));
    let pages = full + u64::from(empty.is_some());
    if number == 0 || number > pages || quirks.list_missing_page == Some(number) {
        return None;
    }
    let promised = pages + u64::from(quirks.list_promises_more);
    let before = number - 1 - u64::from(empty.is_some_and(|at| at < number));
    let shift = quirks.list_shift.saturating_mul(before as i64);
    let start = (before * size).saturating_add_signed(shift.saturating_neg());
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

/// The address of another page, as absolute as the service gives it.
fn link(asked: &Asked<'_>, quirks: &Quirks, url: &str, page: u64) -> String {
    let host = asked.headers.get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok());
    let base = match &quirks.list_next {
        NextLink::Elsewhere(base) => base.clone(),
        NextLink::Here => host.map_or_else(|| url.to_owned(), |host| format!("http://{host}")),
    };
    let mut query = String::new();
    let others = asked.query.iter().filter(|(name, _)| name != "page");
    let page = ("page".to_owned(), page.to_string());
    for (name, value) in others.chain([&page]) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(&escape(name));
        query.push('=');
        query.push_str(&escape(value));
    }
    format!("{base}{}{query}", asked.path_text)
}

/// Escapes everything but letters, digits and `-._~`.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
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
        for (shift, entries) in [(i64::MAX, 0..3), (i64::MIN, 9..9)] {
            let far = with(|quirks| quirks.list_shift = shift);
            assert_eq!(page(9, 3, 3, &far).unwrap().entries, entries, "{shift}");
        }
    }

    #[test]
    fn links_are_escaped() {
        assert_eq!(escape("a b&c=5001,ü"), "a%20b%26c%3D5001%2C%C3%BC");
    }
}
