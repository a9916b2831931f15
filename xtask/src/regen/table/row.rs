//! A row of the table: everything that the program has to know about one operation.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::body::{Body, description};
use super::example::example;
use super::field::{Field, Kind};
use super::help::after_help;
use super::names::{command, flag, verb};
use super::reply::Reply;
use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    spec::{Operation, parameters},
    syntax::{followed, job_constant},
};

/// The row of an operation as a constant.
///
/// # Errors
/// A request body that is not a JSON object, a parameter that is not plain text, a page without the means to get the next one,
/// or a job that no command polls.
pub(super) fn row(document: &Value, operation: &Operation<'_>) -> Result<TokenStream, Finding> {
    let (arguments, mut options) = inputs(document, operation)?;
    let taken: Vec<String> = options
        .iter()
        .map(|(field, _)| field.flag.clone())
        .collect();
    let mut body = Body::of(document, operation, &taken);
    let fields = body.iter_mut().flat_map(|body| &mut body.fields);
    let text = |key: &str| operation.node.text_of(key).unwrap_or_default();
    let mut description = text("description").to_owned();
    name_flags(
        options
            .iter_mut()
            .map(|(field, _)| field)
            .chain(fields)
            .collect(),
        &mut description,
    );
    let is_object = body.as_ref().is_some_and(|body| body.is_object);
    if !is_object && operation.node.get("requestBody").is_some() {
        let message = format!(
            "the body of {} is not a JSON object; write its command by hand, and say `x-cekura-command: NOUN VERB`",
            operation.id()
        );
        return Err(Finding::new("table", operation.pointer.clone(), message));
    }
    let command = command(operation).unwrap_or_default();
    let example = example(&command, &arguments, &options, body.as_ref());
    let price = match text("x-cekura-effect") {
        "billable" => "; may cost credits",
        _ => "",
    };
    let about = format!("{}{price}", text("summary").trim_end_matches('.'));
    let docs = operation.node.get("externalDocs");
    let docs = docs
        .and_then(|node| node.text_of("url"))
        .unwrap_or_default();
    let Reply {
        is_list,
        is_page,
        columns,
    } = Reply::of(document, operation);
    let has_page = options.iter().any(|(field, _)| field.name == "page");
    if is_page && !(has_page && text("x-cekura-effect") == "read") {
        let message = format!(
            "{} replies with a page, but the next one cannot be read: it needs the query parameter `page` and \
             `x-cekura-effect: read`",
            operation.id()
        );
        return Err(Finding::new("table", operation.pointer.clone(), message));
    }
    let after_help = after_help(&command, &example, body.as_ref(), is_list, docs);
    let id = format_ident!("{}", operation.id().to_uppercase());
    let verb = verb(operation);
    let arguments = arguments.iter().map(|(field, _)| field.argument());
    let options = options.iter().map(|(field, _)| field.option());
    let job = match followed(document, operation)? {
        Some((polled, parameter)) => {
            let rule = job_constant(operation.id());
            let check = check(document, &polled, &parameter)?;
            quote!(Some(Job { rule: &cekura::operations::#rule, check: #check }))
        }
        None => quote!(None),
    };
    let body = match body {
        Some(Body {
            fields, example, ..
        }) => {
            let fields = fields.iter().map(Field::option);
            let template = example.map_or_else(|| "{}".to_owned(), |value| format!("{value:#}"));
            quote!(Some(Body { fields: &[#(#fields),*], template: #template }))
        }
        None => quote!(None),
    };
    Ok(quote! {
        Row {
            verb: #verb,
            operation: &cekura::operations::#id,
            about: #about,
            description: #description,
            after_help: #after_help,
            arguments: &[#(#arguments),*],
            options: &[#(#options),*],
            body: #body,
            is_list: #is_list,
            columns: &[#(#columns),*],
            job: #job,
        }
    })
}

/// The command that shows the state of a job, up to the job's id.
fn check(document: &Value, polled: &Operation<'_>, parameter: &str) -> Result<String, Finding> {
    let command = command(polled).ok_or_else(|| {
        let message = format!("no command polls a job by {}", polled.id());
        Finding::new("table", polled.pointer.clone(), message)
    })?;
    let (_, options) = inputs(document, polled)?;
    let option = options.iter().find(|(field, _)| field.name == parameter);
    let flag = option.map(|(field, _)| format!(" --{}", field.flag));
    Ok(command + &flag.unwrap_or_default())
}

/// Names the options of a command by their flags in its description and in the help of other options.
fn name_flags(mut fields: Vec<&mut Field>, text: &mut String) {
    let with_flag = fields.iter().filter(|field| field.kind != Kind::Json);
    let names = with_flag.map(|field| (field.name.clone(), format!("--{}", field.flag)));
    for (name, flag) in names.collect::<Vec<_>>() {
        let word = format!("`{name}`");
        *text = text.replace(&word, &flag);
        for field in fields.iter_mut().filter(|field| field.name != name) {
            field.description = field.description.replace(&word, &flag);
        }
    }
}

/// The path arguments in the order of the path, and the query options, each with its example if the example of the command
/// has it.
type Inputs = (Vec<(Field, Option<Value>)>, Vec<(Field, Option<Value>)>);

fn inputs(document: &Value, operation: &Operation<'_>) -> Result<Inputs, Finding> {
    let (mut arguments, mut options) = (Vec::new(), Vec::new());
    for (pointer, node) in parameters(document, operation) {
        let name = node.text_of("name").unwrap_or_default();
        let (kind, is_nullable) = match (node.text_of("x-cekura-list"), node.get("schema")) {
            (Some(entry), _) => (Kind::List(Box::new(Kind::named(document, entry))), false),
            (None, Some(schema)) => Kind::of(document, schema),
            (None, None) => (Kind::Text, false),
        };
        let place = node.text_of("in").unwrap_or_default();
        if kind == Kind::Json && matches!(place, "path" | "query") {
            let message = format!(
                "the program has no option for the parameter `{name}`: it is text, a number, true or false, or a list \
                 with `x-cekura-list`"
            );
            return Err(Finding::new("table", pointer, message));
        }
        let is_argument = place == "path";
        let field = Field {
            name: name.to_owned(),
            // The name of a path argument is only shown.
            flag: match is_argument {
                true => name.to_uppercase(),
                false => flag(name, "query", &[]),
            },
            kind,
            is_required: node.get("required") == Some(&Value::Bool(true)),
            is_nullable,
            description: description(document, node),
        };
        let is_scope = node.get("x-cekura-scope") == Some(&Value::Bool(true));
        let is_shown = is_argument || field.is_required || is_scope;
        let example = node.get("example").filter(|_| is_shown).cloned();
        match place {
            "path" => arguments.push((field, example)),
            "query" => options.push((field, example)),
            _ => {}
        }
    }
    arguments.sort_by_key(|(field, _)| operation.path.find(&format!("{{{}}}", field.name)));
    Ok((arguments, options))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_named_except_in_the_help_of_their_own() {
        let field = |name: &str, description: &str| Field {
            name: name.to_owned(),
            flag: name.replace('_', "-"),
            kind: Kind::Text,
            is_required: false,
            is_nullable: false,
            description: description.to_owned(),
        };
        let mut job = field("job_id", "The `job_id` of the reply.");
        let mut page = field("page", "Not with `job_id`.");
        let mut about = "With `job_id` the `status` of one.".to_owned();
        name_flags(vec![&mut job, &mut page], &mut about);
        assert_eq!(job.description, "The `job_id` of the reply.");
        assert_eq!(page.description, "Not with --job-id.");
        assert_eq!(about, "With --job-id the `status` of one.");
    }
}
