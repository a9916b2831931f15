//! What an operation and its schemas are called.

use heck::ToPascalCase;

use crate::{
    drift::address,
    regen::{
        document::{Json, Value},
        names::singular,
        spec::{Operation, operations, resolve, schema_name},
    },
};

/// The names of an operation.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) tag: String,
    /// The operationId without its tag.
    pub(super) verb: String,
    /// What the tag has several of, as the name of a type.
    noun: String,
}

impl Names {
    /// Names an operation after the contract's operations of the same collection, else after its path.
    pub(super) fn of(contract: &Value, operation: &Operation<'_>, tag: Option<&str>) -> Self {
        let all = operations(contract);
        let of_all_versions = |path| -> Vec<&str> {
            let names = collection(path).into_iter();
            names.filter(|name| !is_version(name)).collect()
        };
        let own = of_all_versions(operation.path);
        let sibling = all.iter().find(|other| of_all_versions(other.path) == own);
        let named = own.last().map(|name| name.replace('-', "_"));
        let tag = tag
            .map(str::to_owned)
            .or_else(|| sibling.map(|other| other.tag().to_owned()))
            .or_else(|| named.clone())
            .unwrap_or_default();
        let taken = |verb: &String| {
            let id = format!("{tag}_{verb}");
            all.iter().any(|other| other.id() == id)
        };
        let with_method = verb(operation, true);
        let with_name = format!("{}_{with_method}", named.unwrap_or_default());
        let mut verbs = [verb(operation, false), with_method].into_iter();
        let verb = verbs.find(|verb| !taken(verb)).unwrap_or(with_name);
        let noun =
            known_noun(contract, &all, &tag).unwrap_or_else(|| singular(&tag).to_pascal_case());
        Self { tag, verb, noun }
    }

    pub(super) fn id(&self) -> String {
        format!("{}_{}", self.tag, self.verb)
    }

    /// Names the schema of a request body.
    pub(super) fn request(&self) -> String {
        match self.verb.as_str() {
            "create" => format!("New{}", self.noun),
            "partial_update" => format!("{}Update", self.noun),
            "update" => format!("{}Replacement", self.noun),
            verb if verb.contains('_') => verb.to_pascal_case(),
            verb => verb.to_pascal_case() + &self.noun,
        }
    }

    /// Names the schema of a reply, or of the entries of a list. A list may show less of them than the reply that reads
    /// one.
    pub(super) fn reply(&self, is_short: bool) -> String {
        match self.verb.as_str() {
            "list" if is_short => format!("{}Summary", self.noun),
            "list" | "retrieve" | "create" | "update" | "partial_update" => self.noun.clone(),
            verb => self.noun.clone() + &verb.to_pascal_case(),
        }
    }

    /// Names the schema of a page of a list.
    pub(super) fn page(&self, entry: &str) -> String {
        let noun = if self.verb == "list" {
            &self.noun
        } else {
            entry
        };
        format!("{noun}Page")
    }

    /// Names the schema of a parameter.
    pub(super) fn parameter(&self, name: &str) -> String {
        self.noun.clone() + &name.to_pascal_case()
    }
}

/// Returns the published operation that reads one entity of a list.
pub(super) fn reader<'o, 'a>(
    published: &'o [Operation<'a>],
    list: &Operation<'_>,
) -> Option<&'o Operation<'a>> {
    let wanted = format!("{}/{{}}", address(list).1);
    published
        .iter()
        .find(|other| address(other) == ("get".to_owned(), wanted.clone()))
}

/// Names several of one.
pub(super) fn plural(one: &str) -> String {
    match one.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{one}s"),
    }
}

/// The start of a path up to the name of what it is about: `/area/v2/nouns`, `/area/nouns` or `/nouns`.
fn collection(path: &str) -> Vec<&str> {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let fixed: Vec<&str> = segments
        .take_while(|segment| !segment.starts_with('{'))
        .collect();
    let version = fixed.iter().position(|segment| is_version(segment));
    let before = version.map_or(1, |i| i + 1);
    fixed[..fixed.len().min(before + 1)].to_vec()
}

fn is_version(segment: &str) -> bool {
    let number = segment.strip_prefix('v');
    number.is_some_and(|number| number.parse::<u8>().is_ok())
}

/// The last part of an operationId: the fixed parts of the path behind its collection, or what the method does.
fn verb(operation: &Operation<'_>, always_method: bool) -> String {
    let behind = operation
        .path
        .split('/')
        .filter(|segment| !segment.is_empty());
    let behind: Vec<&str> = behind.skip(collection(operation.path).len()).collect();
    let fixed = behind.iter().filter(|segment| !segment.starts_with('{'));
    let mut words: Vec<String> = fixed.map(|segment| segment.replace('-', "_")).collect();
    let one = behind
        .last()
        .is_some_and(|segment| segment.starts_with('{'));
    let of_method = match operation.method {
        "get" if one => "retrieve",
        "get" => "list",
        "post" => "create",
        "put" => "update",
        "patch" => "partial_update",
        "delete" => "destroy",
        other => other,
    };
    if words.is_empty() || one || always_method || !matches!(operation.method, "get" | "post") {
        words.push(of_method.to_owned());
    }
    words.join("_")
}

/// The schema that the contract's operations of a tag read.
fn known_noun(contract: &Value, all: &[Operation<'_>], tag: &str) -> Option<String> {
    let of_tag = all.iter().filter(|operation| operation.tag() == tag);
    let reads = of_tag.filter(|operation| operation.verb() == "get");
    let mut schemas = reads.filter_map(|operation| {
        let (_, _, reply) = operation.responses().into_iter().next()?;
        let reply = resolve(contract, reply)?;
        let schema = reply.pointer("/content/application~1json/schema")?;
        schema_name(schema.text_of("$ref")?)
    });
    schemas.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::load::json;

    #[test]
    fn operations_are_named_after_their_path_and_their_siblings() {
        let contract = json(
            "{paths: {/area/v1/boatyards/: {get: {operationId: yards_list, tags: [yards]}},
              '/area/v1/boatyards/{id}/': {get: {operationId: yards_retrieve, tags: [yards], responses: {'200': {content:
                {application/json: {schema: {$ref: '#/components/schemas/Yard'}}}}}}},
              '/area/v1/boatyards/{id}/slips/': {get: {operationId: yards_slips, tags: [yards]}}}}",
        );
        for (method, path, id, request, reply) in [
            ("get", "/harbors/", "harbors_list", "ListHarbor", "Harbor"),
            (
                "post",
                "/sea/v2/boat-lines/",
                "boat_lines_create",
                "NewBoatLine",
                "BoatLine",
            ),
            (
                "put",
                "/sea/v2/boat-lines/{id}/",
                "boat_lines_update",
                "BoatLineReplacement",
                "BoatLine",
            ),
            (
                "patch",
                "/area/v1/boatyards/{id}/",
                "yards_partial_update",
                "YardUpdate",
                "Yard",
            ),
            (
                "post",
                "/area/v1/boatyards/{id}/move-in/",
                "yards_move_in",
                "MoveIn",
                "YardMoveIn",
            ),
            (
                "post",
                "/area/v1/boatyards/close/",
                "yards_close",
                "CloseYard",
                "YardClose",
            ),
            (
                "post",
                "/area/v1/boatyards/{id}/slips/",
                "yards_slips_create",
                "SlipsCreate",
                "YardSlipsCreate",
            ),
            (
                "delete",
                "/area/v1/boatyards/{id}/slips/{slip}/",
                "yards_slips_destroy",
                "SlipsDestroy",
                "YardSlipsDestroy",
            ),
        ] {
            let published = format!("{{paths: {{'{path}': {{{method}: {{}}}}}}}}");
            let published = json(&published);
            let names = Names::of(&contract, &operations(&published)[0], None);
            assert_eq!(
                [names.id(), names.request(), names.reply(false)],
                [id, request, reply]
            );
        }
    }

    #[test]
    fn several_of_one_are_named() {
        for (one, several) in [
            ("Boat", "Boats"),
            ("Personality", "Personalities"),
            ("Key", "Keys"),
        ] {
            assert_eq!(plural(one), several);
        }
    }
}
