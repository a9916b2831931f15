//! A request of the facade: the method that makes its builder, the builder, and how it is sent.

use heck::ToPascalCase as _;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::argument::Argument;
use super::documentation;
use super::job::Job;
use super::noun::{client_of, ident};
use super::reply::Reply;
use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    names::singular,
    spec::{Operation, parameters},
    syntax::argument_of,
};

/// An operation as the facade has it.
pub(super) struct Request {
    pub(super) tag: String,
    id: String,
    /// The last part of the operationId, as users call it.
    pub(super) verb: String,
    builder: Ident,
    docs: String,
    arguments: Vec<Argument>,
    pub(super) reply: Reply,
    pub(super) job: Option<Job>,
}

impl Request {
    pub(super) fn of(
        document: &Value,
        client: &syn::File,
        tag: &str,
        operation: &Operation<'_>,
    ) -> Result<Self, Finding> {
        let refused = |what: &str| {
            let message = format!(
                "{} {what}; write its method by hand, and say `x-cekura-handwritten: true`",
                operation.id()
            );
            Finding::new("facade", operation.pointer.clone(), message)
        };
        let (inputs, output) =
            signature(client, operation.id()).ok_or_else(|| refused("has no usable method"))?;
        let verb = match operation.verb() {
            "" => return Err(refused("is not named after its tag and a verb")),
            verb => verb,
        };
        let known: Vec<_> = parameters(document, operation);
        let arguments = inputs.into_iter().map(|(name, ty)| {
            let name_is = |node: &&Value| node.text_of("name") == Some(name.to_string().as_str());
            let node = known.iter().map(|(_, node)| *node).find(name_is);
            Argument::of(document, name, ty, node)
        });
        let arguments: Vec<_> = arguments.collect();
        let reply = Reply::of(document, operation, output);
        let job = Job::of(document, client, operation, &reply)?;
        let mut request = Self {
            tag: tag.to_owned(),
            id: operation.id().to_owned(),
            verb: verb.to_owned(),
            builder: ident(&builder(tag, verb, operation)),
            docs: String::new(),
            arguments,
            reply,
            job,
        };
        request.docs = documentation::of(document, operation, &request);
        Ok(request)
    }

    pub(super) fn required(&self) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().filter(|a| a.is_required)
    }

    pub(super) fn optional(&self) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().filter(|a| !a.is_required)
    }

    fn has(&self, argument: &str) -> bool {
        self.arguments.iter().any(|a| a.name == argument)
    }

    /// Whether the path names what is asked for.
    pub(super) fn has_path(&self) -> bool {
        self.required().any(|argument| argument.name != "body")
    }

    /// The method that makes the builder, and for a job the one that makes it from its id.
    pub(super) fn method(&self) -> TokenStream {
        let (docs, verb, builder) = (&self.docs, ident(&self.verb), &self.builder);
        let inputs = self.required().map(Argument::input);
        let fields = self.arguments.iter().map(Argument::initial);
        let job = self.job.as_ref();
        let resuming = job.map(|job| job.resuming_method(&self.tag, &self.verb));
        quote! {
            #[doc = #docs]
            pub fn #verb(&self, #(#inputs),*) -> #builder {
                #builder {
                    client: self.client.clone(),
                    #(#fields,)*
                    options: self.client.options(),
                }
            }
            #resuming
        }
    }

    /// The builder, its setters, and how it is sent.
    pub(super) fn builder(&self) -> TokenStream {
        let (builder, reply) = (&self.builder, self.reply.ty());
        let (operation, method) = (ident(&self.id.to_uppercase()), ident(&self.id));
        let fields = self.arguments.iter().map(Argument::field);
        let names: Vec<_> = self.arguments.iter().map(|a| &a.name).collect();
        let passed = self.arguments.iter().map(Argument::passed);
        let joined = self.arguments.iter().filter_map(|a| a.joined(&operation));
        let (asked, asked_size) = self.asked();
        let request = quote!(api_request!(api => api.#method(#(#passed),*)));
        let (result, send) = match &self.job {
            None => {
                let check = self.reply.check(asked_size);
                let sent = quote! {
                    #asked
                    #(#joined)*
                    let request = #request;
                    crate::http::call(&client.shared, &options, &operations::#operation, request, &#check).await
                };
                (reply, sent)
            }
            Some(job) => {
                let rule = &job.rule;
                let sent = quote! {
                    #(#joined)*
                    let request = #request;
                    crate::Job::start(client, &operations::#rule, options, request).await
                };
                (job.ty.clone(), sent)
            }
        };
        let docs = format!(
            "The request of [`{}`]({}::{}).",
            self.verb,
            client_of(&self.tag),
            self.verb
        );
        let setters = self.optional().map(Argument::setter);
        let setters = match self.optional().count() {
            0 => quote!(),
            _ => quote!(impl #builder { #(#setters)* }),
        };
        let (lists, needs) = match &self.reply {
            Reply::List(entry) => {
                let pages = (self.has("page") && self.has("page_size")).then(|| quote!(, paged));
                (
                    quote!(lists!(#builder => #entry, operations::#operation #pages);),
                    "a request does nothing until it is awaited or streamed",
                )
            }
            _ => (quote!(), "a request does nothing until it is awaited"),
        };
        quote! {
            #[doc = #docs]
            #[derive(Clone, Debug)]
            #[must_use = #needs]
            pub struct #builder {
                pub(crate) client: Client,
                #(#fields,)*
                pub(crate) options: CallOptions,
            }
            call_options!(#builder);
            sends!(#builder => #result);
            #lists
            #setters
            impl #builder {
                pub(crate) async fn run(self) -> Result<Response<#result>, Error> {
                    let Self { client, #(#names,)* options } = self;
                    #send
                }
            }
        }
    }

    /// What the check of the reply needs: a statement before the request, and the entries that were asked for.
    fn asked(&self) -> (TokenStream, TokenStream) {
        match &self.reply {
            Reply::SameId(_) => (quote!(let asked = id.clone();), quote!()),
            Reply::List(_) if self.has("page_size") => {
                let lists = self.arguments.iter().filter_map(Argument::len);
                let size = quote!(page_size.and_then(|size| usize::try_from(size).ok()));
                (
                    quote!(let asked = #size #(.or(#lists))*;),
                    quote!(Some(asked)),
                )
            }
            Reply::List(_) => (quote!(), quote!(None)),
            Reply::AnyOf(..) | Reply::Any(_) => (quote!(), quote!()),
        }
    }
}

/// The name of a builder: `ListAgents`, `GetAgent`, `GetAlertReviewDetail`, `DeleteCallLog`, `CreateCallLogScenarios`; where the
/// summary does not begin with the first word of the verb, it is an object and comes last: `InsightCategoryDelete`.
fn builder(tag: &str, verb: &str, operation: &Operation<'_>) -> String {
    let summary = operation.node.text_of("summary").unwrap_or_default();
    let (first, rest) = verb.split_once('_').unwrap_or((verb, ""));
    let is_verb = summary.to_lowercase().split(' ').next() == Some(first);
    let (first, rest) = (first.to_pascal_case(), rest.to_pascal_case());
    let (plural, verb) = (tag.to_pascal_case(), verb.to_pascal_case());
    let noun = singular(&plural);
    match verb.as_str() {
        "List" => format!("List{plural}"),
        "Get" => format!("Get{noun}"),
        _ if operation.method == "get" => format!("Get{noun}{verb}"),
        _ if is_verb || rest.is_empty() => format!("{first}{noun}{rest}"),
        _ => format!("{noun}{verb}"),
    }
}

/// The arguments of the generated client's method and the type of its reply.
pub(super) fn signature(
    client: &syn::File,
    id: &str,
) -> Option<(Vec<(Ident, syn::Type)>, syn::Type)> {
    let methods = client.items.iter().filter_map(|item| match item {
        syn::Item::Impl(block) => Some(&block.items),
        _ => None,
    });
    let method = methods.flatten().find_map(|item| match item {
        syn::ImplItem::Fn(method) if method.sig.ident == id => Some(method),
        _ => None,
    })?;
    let inputs = method.sig.inputs.iter().filter_map(|input| match input {
        syn::FnArg::Typed(typed) => match &*typed.pat {
            syn::Pat::Ident(name) => Some((name.ident.clone(), (*typed.ty).clone())),
            _ => None,
        },
        syn::FnArg::Receiver(_) => None,
    });
    let syn::ReturnType::Type(_, output) = &method.sig.output else {
        return None;
    };
    let value = argument_of(output, "Result")?;
    let reply = argument_of(value, "ResponseValue")?;
    Some((inputs.collect(), reply.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regen::{load::json, spec::operations};

    #[test]
    fn builders_are_named_after_verb_and_noun() {
        for (tag, verb, method, summary, name) in [
            ("agents", "list", "get", "List", "ListAgents"),
            ("personalities", "get", "get", "Read one", "GetPersonality"),
            ("billing", "info", "get", "Read", "GetBillingInfo"),
            ("call_logs", "delete", "delete", "Remove", "DeleteCallLog"),
            (
                "insights",
                "dismiss_mode",
                "post",
                "Dismiss a mode",
                "DismissInsightMode",
            ),
            (
                "insights",
                "mode_delete",
                "post",
                "Delete a mode",
                "InsightModeDelete",
            ),
        ] {
            let text = format!("paths: {{/a/: {{{method}: {{summary: {summary}}}}}}}");
            let document = json(&text);
            assert_eq!(builder(tag, verb, &operations(&document)[0]), name);
        }
    }
}
