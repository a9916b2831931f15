//! The areas of the API: the cargo features that `full` of the crate cekura stands for.

/// Where the areas are listed. That of cekura-api has the same list.
const MANIFEST: &str = include_str!("../../crates/cekura/Cargo.toml");

/// Returns the areas, in the order of the manifest.
pub(crate) fn areas() -> Vec<&'static str> {
    full(MANIFEST)
}

/// The features that a manifest's `full` stands for.
fn full(manifest: &str) -> Vec<&str> {
    let list = manifest.split_once("\nfull = [");
    let list = list.and_then(|(_, rest)| rest.split_once(']'));
    let list = list.map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::Path};

    use super::*;
    use crate::{contract::Contract, regen::document::Json};

    #[test]
    fn each_area_of_the_contract_is_a_feature_of_both_crates() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let document = Contract::read(&workspace).unwrap().document.root;
        let used = document.items_of("tags").iter();
        let used: BTreeSet<_> = used
            .filter_map(|tag| tag.text_of("x-cekura-area"))
            .collect();
        let api = include_str!("../../crates/cekura-api/Cargo.toml");
        for areas in [areas(), full(api)] {
            assert_eq!(BTreeSet::from_iter(areas), used);
        }
    }

    #[test]
    fn the_list_of_a_manifest_may_take_several_lines() {
        let manifest = "[features]\ndefault = [\"sea\"]\nfull = [\n    \"sea\",\n    \"land\",\n]\nsea = [\"x\"]\n";
        assert_eq!(full(manifest), ["sea", "land"]);
    }
}
