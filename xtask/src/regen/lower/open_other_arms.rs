use crate::regen::{
    document::{Json, Value},
    finding::Finding,
};

/// Turns an arm `{title: Other, not: {…}}` of a `oneOf` into "anything".
///
/// Why: the authored document must say that exactly one arm holds, so the last one excludes the others.
/// The generator cannot express `not`; the order of the arms, narrow first, does the same in Rust.
///
/// # Errors
/// If there is no such arm. ACTION: if no union has an open last arm any more, delete this transform.
pub(super) fn open_other_arms(document: &mut Value) -> Result<(), Finding> {
    let mut opened = 0;
    document.walk_mut(&mut |node| {
        if node.text_of("title") == Some("Other") && node.take_key("not").is_some() {
            opened += 1;
        }
    });
    super::still_works(
        "open-other-arms",
        opened,
        "if no union ends in an open arm any more, delete the transform",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn the_open_arm_excludes_nothing() {
        let mut spec =
            json("oneOf: [{title: Rows, type: array}, {title: Other, not: {type: array}}]");
        open_other_arms(&mut spec).unwrap();
        assert!(spec.pointer("/oneOf/1/not").is_none());
        assert_eq!(
            spec.pointer("/oneOf/1").unwrap().text_of("title"),
            Some("Other")
        );
        assert!(
            open_other_arms(&mut spec)
                .unwrap_err()
                .message
                .contains("ACTION")
        );
    }
}
