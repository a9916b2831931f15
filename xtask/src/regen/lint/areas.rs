//! The areas of the API, which are cargo features.

use crate::regen::{
    document::{Json, Pointer, Value},
    finding::Finding,
};

/// The areas of the service's reference. One is a feature of the crates from its first operation on.
const AREAS: [&str; 5] = [
    "observability",
    "testing",
    "schedules",
    "dashboards",
    "account",
];

/// An area for each tag, or for none.
pub(super) fn tag_area(document: &Value) -> Vec<Finding> {
    let tags = document.items_of("tags");
    if tags.iter().all(|tag| tag.get("x-cekura-area").is_none()) {
        return Vec::new();
    }
    let unknown = tags.iter().enumerate().filter(|(_, tag)| {
        let area = tag.text_of("x-cekura-area");
        area.is_none_or(|area| !AREAS.contains(&area))
    });
    let finding = |(index, _): (usize, &Value)| {
        Finding::new(
            "tag-area",
            Pointer::from("/tags")
                .then(&index.to_string())
                .then("x-cekura-area"),
            format!(
                "the tag needs `x-cekura-area: AREA`, with one of {}; it is the cargo feature that the tag's client belongs to",
                AREAS.join(", ")
            ),
        )
    };
    unknown.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

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

    /// The features of a crate that `full` enables, which it says line by line.
    fn full(workspace: &Path, of: &str) -> BTreeSet<String> {
        let path = workspace.join("crates").join(of).join("Cargo.toml");
        let text = std::fs::read_to_string(path).unwrap();
        let line = text
            .lines()
            .find(|line| line.starts_with("full = "))
            .unwrap();
        line.split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn each_area_of_the_contract_is_a_feature_of_both_crates() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = std::fs::read_to_string(workspace.join("openapi.yaml")).unwrap();
        let document = json(&text);
        let areas = document.items_of("tags").iter();
        let areas = areas.filter_map(|tag| tag.text_of("x-cekura-area"));
        let areas: BTreeSet<String> = areas.map(str::to_owned).collect();
        assert!(
            areas.iter().eq(crate::ci::AREAS),
            "cargo xtask ci checks each area"
        );
        for of in ["cekura", "cekura-api"] {
            assert_eq!(full(workspace, of), areas, "the feature `full` of {of}");
        }
    }
}
