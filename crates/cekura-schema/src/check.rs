use serde_json::{Map, Value};

use crate::{
    REQUIRED, UNKNOWN_FIELD, Violation, describe,
    keywords::{self, is_supported},
    path::Path,
    resolve,
};

pub(crate) struct Checker<'a> {
    pub(crate) document: &'a Value,
}

impl Checker<'_> {
    pub(crate) fn all(&self, schema: &Value, value: &Value, at: &Path<'_>) -> Vec<Violation> {
        let schema = resolve(self.document, schema);
        if value.is_null() && schema["nullable"] == true {
            return Vec::new();
        }
        let keywords = schema.as_object().into_iter().flat_map(Map::keys);
        let mut found: Vec<Violation> = keywords
            .filter(|keyword| !is_supported(keyword))
            .map(|keyword| at.violation(format!("The keyword {keyword:?} cannot be checked.")))
            .collect();
        for part in elements(&schema["allOf"]) {
            found.extend(self.all(part, value, at));
        }
        for (keyword, several) in [("oneOf", false), ("anyOf", true)] {
            if let Some(arms) = schema[keyword].as_array() {
                found.extend(self.arms(arms, several, value, at));
            }
        }
        if let Some(text) = keywords::wrong_type(schema, value) {
            found.push(at.violation(text));
            return found;
        }
        let mut say = |text: String| found.push(at.violation(text));
        if let Some(not) = schema.get("not")
            && self.all(not, value, at).is_empty()
        {
            say(format!("The schema excludes {}.", describe(value)));
        }
        keywords::scalars(schema, value, &mut say);
        match value {
            Value::Object(object) => self.object(schema, object, at, &mut found),
            Value::Array(items) => {
                if let Some(schema) = schema.get("items") {
                    for (n, item) in items.iter().enumerate() {
                        found.extend(self.all(schema, item, &Path::Index(at, n)));
                    }
                }
            }
            _ => {}
        }
        found
    }

    /// If no alternative fits, returns the violations of the closest one: the one with the fewest violations about the
    /// value itself, then the one with the fewest unknown fields.
    fn arms(&self, arms: &[Value], several: bool, value: &Value, at: &Path<'_>) -> Vec<Violation> {
        let tried: Vec<_> = arms.iter().map(|arm| self.all(arm, value, at)).collect();
        let fitting = tried.iter().filter(|found| found.is_empty()).count();
        if fitting == 1 || (several && fitting > 1) {
            return Vec::new();
        }
        if fitting > 1 {
            let text = format!("Expected one alternative to fit, {fitting} do.");
            return vec![at.violation(text)];
        }
        // A violation inside the value shows that its outside fits.
        let outside = at.field();
        let closest = tried.into_iter().min_by_key(|found| {
            let count =
                |about: &dyn Fn(&Violation) -> bool| found.iter().filter(|v| about(v)).count();
            (
                count(&|violation| violation.field == outside),
                count(&|violation| violation.text == UNKNOWN_FIELD),
                found.len(),
            )
        });
        closest.unwrap_or_default()
    }

    fn object(
        &self,
        schema: &Value,
        object: &Map<String, Value>,
        at: &Path<'_>,
        found: &mut Vec<Violation>,
    ) {
        for name in elements(&schema["required"]).filter_map(Value::as_str) {
            if !object.contains_key(name) {
                found.push(Path::Key(at, name).violation(REQUIRED));
            }
        }
        for (name, value) in object {
            let place = Path::Key(at, name);
            let property = schema["properties"].get(name);
            match property.unwrap_or(&schema["additionalProperties"]) {
                Value::Bool(false) => found.push(place.violation(UNKNOWN_FIELD)),
                schema => found.extend(self.all(schema, value, &place)),
            }
        }
    }
}

fn elements(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}
