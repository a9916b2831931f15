//! The job that an operation starts: what its method returns, and the method that makes it from an id.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::argument::Argument;
use super::documentation::literal;
use super::noun::ident;
use super::reply::Reply;
use super::request::signature;
use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    spec::{Operation, area, parameters},
    syntax::{followed, job_constant},
};

/// The job of an operation.
pub(super) struct Job {
    /// The job's type, with the responses to its polls and its start.
    pub(super) ty: syn::Type,
    /// The method that makes it from an id.
    pub(super) method: Ident,
    /// The constant with its rule.
    pub(super) rule: Ident,
    /// The arguments of the start that the polled path has too.
    pub(super) shared: Vec<Ident>,
    /// The contract's example of an id.
    example: Value,
}

impl Job {
    /// The job that an operation starts; `None` if it starts none.
    ///
    /// # Errors
    /// A poll that needs more than the id and arguments of the start.
    pub(super) fn of(
        document: &Value,
        client: &syn::File,
        operation: &Operation<'_>,
        (arguments, started): (&[Argument], &Reply),
    ) -> Result<Option<Self>, Finding> {
        let Some((polled, parameter)) = followed(document, operation)? else {
            return Ok(None);
        };
        let refused = |what: String| {
            let message = format!(
                "{} {what}; correct the job of {}",
                polled.id(),
                operation.id()
            );
            Finding::new("facade", operation.pointer.then("x-cekura-job"), message)
        };
        if area(document, polled.tag()) != area(document, operation.tag()) {
            return Err(refused("is in another area of the API".to_owned()));
        }
        let (_, output) = signature(client, polled.id())
            .ok_or_else(|| refused("has no usable method".to_owned()))?;
        let reply = Reply::of(document, &polled, output).ty();
        let (mut shared, mut example) = (Vec::new(), Value::Null);
        for (_, node) in parameters(document, &polled) {
            let name = node.text_of("name").unwrap_or_default();
            let is_known = |a: &Argument| a.is_required && a.name == name;
            match (node.text_of("in"), node.get("required")) {
                _ if name == parameter => {
                    example = node.get("example").cloned().unwrap_or_default();
                }
                (Some("path"), _) if arguments.iter().any(is_known) => shared.push(ident(name)),
                (_, Some(Value::Bool(true))) => {
                    return Err(refused(format!(
                        "needs {name:?}, which no path of both has"
                    )));
                }
                _ => {}
            }
        }
        let started = started.ty();
        Ok(Some(Self {
            ty: match quote!(#reply).to_string() == quote!(#started).to_string() {
                true => syn::parse_quote!(crate::Job<#reply>),
                false => syn::parse_quote!(crate::Job<#reply, #started>),
            },
            method: format_ident!("{}_job", operation.verb()),
            rule: job_constant(operation.id()),
            shared,
            example,
        }))
    }

    /// The job with an id, and with the shared arguments.
    pub(super) fn with_id(&self, id: TokenStream) -> TokenStream {
        let (rule, shared) = (&self.rule, &self.shared);
        let names = shared.iter().map(ToString::to_string);
        quote! {
            crate::Job::new(client.clone(), &operations::#rule, #id)
                #(.with_path_parameter(#names, &#shared))*
        }
    }

    /// The method that makes the job from its id.
    pub(super) fn resuming_method(&self, tag: &str, verb: &str) -> TokenStream {
        let (method, ty, shared) = (&self.method, &self.ty, &self.shared);
        let example = literal(&self.example).filter(|_| shared.is_empty());
        let example = example.map(|id| {
            format!(
                "```no_run\n# async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {{\n\
                 let job = cekura.{tag}().{method}({id});\nlet done = job.wait().await?;\n# Ok(()) }}\n```\n\n"
            )
        });
        let docs = format!(
            "Returns the job that [`{verb}`](Self::{verb}) started, by its id. No request is sent.\n\n{}",
            example.unwrap_or_default()
        );
        let new = self.with_id(quote!(id.to_string()));
        quote! {
            #[doc = #docs]
            pub fn #method(&self, #(#shared: impl std::fmt::Display,)* id: impl ToString) -> #ty {
                let client = &self.client;
                #new
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::regen::{facade::files, finding::Finding, generate::generate, load::json};

    /// The facade for a walk of a pet that is polled at a path.
    fn facade(poll: &str, parameters: &str) -> Result<String, Finding> {
        let reply = "responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Walk'}}}}}";
        let pet = "{name: pet, in: path, required: true, description: Which., example: 7, schema: {type: integer, format: int64}}";
        let text = format!(
            "
openapi: 3.0.3
info: {{title: t, version: v1}}
tags: [{{name: pets, description: Animals at home.}}]
components:
  schemas:
    Walk:
      type: object
      description: A walk.
      properties:
        walk_id: {{type: string, nullable: true, description: Number.}}
        status: {{type: string, nullable: true, description: How far.}}
paths:
  /pets/{{pet}}/walk/:
    post: {{operationId: pets_walk, tags: [pets], summary: Walk, x-cekura-effect: billable, parameters: [{pet}], {reply},
            x-cekura-job: {{poll: pets_walk_progress, id: walk_id, status: status, done: [home]}}}}
  {poll}:
    get: {{operationId: pets_walk_progress, tags: [pets], summary: Look, x-cekura-effect: read, {reply},
           parameters: [{parameters}]}}
"
        );
        let document = json(&text.replace("PET", pet));
        let (files, _) = files(&document, &generate(&document)?)?;
        let texts = files.iter().map(|file| prettyplease::unparse(&file.code));
        Ok(texts.collect::<String>().split_whitespace().collect())
    }

    const ID: &str = "{name: walk_id, in: query, required: true, description: Which., example: w1, schema: {type: string}}";

    #[test]
    fn a_start_returns_a_job_that_is_also_known_by_its_id() {
        let code = facade("/pets/walk/", ID).unwrap();
        for expected in [
            "pubfnwalk_job(&self,id:implToString)->crate::Job<cekura_api::types::Walk>{",
            "cekura.pets().walk_job(\"w1\");",
            "sends!(WalkPet=>crate::Job<cekura_api::types::Walk>);",
            "response_checks::job_id(&operations::PETS_WALK_JOB,response",
            ".map(|response|job.started_by(options,response))",
        ] {
            let code = code.replace(" ::", "::");
            assert!(
                code.contains(expected),
                "{expected}\n--- not in ---\n{code}"
            );
        }
    }

    #[test]
    fn a_path_that_needs_more_than_the_id_takes_it_from_the_start() {
        let code = facade("/pets/{pet}/walk-progress/", &format!("PET, {ID}")).unwrap();
        for expected in [
            "pubfnwalk_job(&self,pet:implstd::fmt::Display,id:implToString",
            ".with_path_parameter(\"pet\",&pet)",
        ] {
            assert!(
                code.contains(expected),
                "{expected}\n--- not in ---\n{code}"
            );
        }
    }

    #[test]
    fn a_poll_that_needs_more_than_the_start_has_is_refused() {
        let more = ID.replace("walk_id", "park");
        let finding = facade("/pets/walk/", &format!("{ID}, {more}")).unwrap_err();
        assert!(finding.message.contains("needs \"park\""), "{finding:?}");
    }
}
