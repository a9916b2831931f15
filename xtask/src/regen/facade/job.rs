//! The job that an operation starts: what its method returns, and the method that makes it from an id.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::documentation::literal;
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
    /// The contract's example of an id.
    example: Value,
}

impl Job {
    /// The job that an operation starts; `None` if it starts none.
    ///
    /// # Errors
    /// A poll that needs more than the id.
    pub(super) fn of(
        document: &Value,
        client: &syn::File,
        operation: &Operation<'_>,
        started: &Reply,
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
        let mut example = Value::Null;
        for (_, node) in parameters(document, &polled) {
            let name = node.text_of("name").unwrap_or_default();
            if name == parameter {
                example = node.get("example").cloned().unwrap_or_default();
            } else if node.get("required").and_then(Value::as_bool) == Some(true) {
                return Err(refused(format!("needs {name:?} besides the id")));
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
            example,
        }))
    }

    /// The method that makes the job from its id.
    pub(super) fn resuming_method(&self, tag: &str, verb: &str) -> TokenStream {
        let (method, ty, rule) = (&self.method, &self.ty, &self.rule);
        let example = literal(&self.example).map(|id| {
            format!(
                "```no_run\n# async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {{\n\
                 let job = cekura.{tag}().{method}({id});\nlet done = job.wait().await?;\n# Ok(()) }}\n```\n\n"
            )
        });
        let docs = format!(
            "Returns the job that [`{verb}`](Self::{verb}) started, by its id. No request is sent.\n\n{}",
            example.unwrap_or_default()
        );
        quote! {
            #[doc = #docs]
            pub fn #method(&self, id: impl ToString) -> #ty {
                crate::Job::new(self.client.clone(), &operations::#rule, id.to_string())
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
            "letrequest=api_request!(api=>api.pets_walk(pet));",
            "crate::Job::start(client,&operations::PETS_WALK_JOB,options,request).await",
        ] {
            let code = code.replace(" ::", "::");
            assert!(
                code.contains(expected),
                "{expected}\n--- not in ---\n{code}"
            );
        }
    }

    #[test]
    fn a_poll_that_needs_more_than_the_id_is_refused() {
        let more = ID.replace("walk_id", "park");
        for (path, parameters) in [
            ("/pets/walk/", format!("{ID}, {more}")),
            ("/pets/{pet}/walk-progress/", format!("PET, {ID}")),
        ] {
            let finding = facade(path, &parameters).unwrap_err();
            assert!(finding.message.contains("besides the id"), "{finding:?}");
        }
    }
}
