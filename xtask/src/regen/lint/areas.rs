//! The areas of the API, which are cargo features.

use crate::{
    areas::areas,
    regen::{
        document::{Json, Pointer, Value},
        finding::Finding,
    },
};

/// An area for each tag, or for none.
pub(super) fn tag_area(document: &Value) -> Vec<Finding> {
    let tags = document.items_of("tags");
    if tags.iter().all(|tag| tag.get("x-cekura-area").is_none()) {
        return Vec::new();
    }
    let known = areas();
    let unknown = tags.iter().enumerate().filter(|(_, tag)| {
        let area = tag.text_of("x-cekura-area");
        area.is_none_or(|area| !known.contains(&area))
    });
    let finding = |(index, _): (usize, &Value)| {
        Finding::new(
            "tag-area",
            Pointer::from("/tags")
                .then(&index.to_string())
                .then("x-cekura-area"),
            format!(
                "the tag needs `x-cekura-area: AREA`, with one of {}; it is the cargo feature that the tag's client belongs to. A new \
                 area is first a feature of cekura and cekura-api, and part of their `full`",
                known.join(", ")
            ),
        )
    };
    unknown.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::lint::testing::one_bad_one_good;
    use crate::regen::load::json;

    #[test]
    fn each_tag_has_a_known_area_or_none_has_one() {
        for bad in ["", ", x-cekura-area: zoo"] {
            one_bad_one_good(
                tag_area,
                &format!("tags:\n  - {{name: a, x-cekura-area: testing}}\n  - {{name: b{bad}}}"),
                3,
                "x-cekura-area: AREA",
                "tags: [{name: a, x-cekura-area: testing}, {name: b, x-cekura-area: account}]",
            );
        }
        assert!(tag_area(&json("tags: [{name: a}]")).is_empty());
    }
}
