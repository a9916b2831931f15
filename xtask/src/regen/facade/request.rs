//! A request of the facade: the method that makes its builder, the builder, and how it is sent.

use heck::ToPascalCase as _;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::argument::Argument;
use super::noun::{client_of, ident};
use crate::regen::{
    document::{Json, Value},
    finding::Finding,
    spec::{Operation, parameters},
};

/// An operation as the facade has it.
pub(super) struct Request {
    tag: String,
    /// The operationId, and its last part as users call it.
    id: String,
    verb: String,
    builder: Ident,
    docs: String,
    arguments: Vec<Argument>,
    reply: syn::Type,
    /// The fields of the reply that tell that it is what was asked for.
    check: Check,
}

/// What a reply has to show.
enum Check {
    /// The id that was asked for.
    SameId,
    /// At least one of its documented fields.
    AnyOf(Vec<String>),
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
        if operation.node.get("requestBody").is_some() {
            return Err(refused("has a body, which is not generated"));
        }
        if operation.node.get("x-cekura-paginated").is_some() {
            return Err(refused("has pages, which are not generated"));
        }
        let (inputs, reply) =
            signature(client, operation.id()).ok_or_else(|| refused("has no usable method"))?;
        let verb = operation.id().strip_prefix(tag).unwrap_or_default();
        let verb = match verb.trim_start_matches('_') {
            "" => return Err(refused("is not named after its tag and a verb")),
            "retrieve" => "get",
            verb => verb,
        };
        let noun = tag.strip_suffix('s').unwrap_or(tag).to_pascal_case();
        let builder = match verb {
            "get" => format!("Get{noun}"),
            _ => format!("Get{noun}{}", verb.to_pascal_case()),
        };
        let known = known(document, operation);
        let arguments = inputs.into_iter().map(|(name, ty)| {
            let node = known
                .iter()
                .find(|node| node.text_of("name") == Some(name.to_string().as_str()));
            let description = node.and_then(|node| node.text_of("description"));
            Argument::of(name, ty, description.unwrap_or_default())
        });
        let mut request = Self {
            tag: tag.to_owned(),
            id: operation.id().to_owned(),
            verb: verb.to_owned(),
            builder: ident(&builder),
            docs: String::new(),
            arguments: arguments.collect(),
            check: check(document, operation, &reply).ok_or_else(|| refused("gives no object"))?,
            reply,
        };
        request.docs = request.documentation(operation, &known);
        Ok(request)
    }

    fn documentation(&self, operation: &Operation<'_>, known: &[&Value]) -> String {
        let text = |key| operation.node.text_of(key).unwrap_or_default();
        let examples = self.required().map(|argument| {
            let named = |node: &&&Value| node.text_of("name") == Some(&argument.name.to_string());
            let example = known.iter().find(named)?.get("example")?;
            Some(example.to_string())
        });
        let example = examples.collect::<Option<Vec<_>>>().map(|values| {
            format!(
                "```no_run\n# async fn f(cekura: cekura::Client) -> Result<(), cekura::Error> {{\n\
                 let found = cekura.{}().{}({}).await?;\n# Ok(()) }}\n```\n\n",
                self.tag,
                self.verb,
                values.join(", ")
            )
        });
        let source = operation.node.get("externalDocs");
        let source = source.and_then(|node| node.text_of("url"));
        let missing = match self.check {
            Check::SameId => {
                "[`is_not_found`](Error::is_not_found) when there is none, or the key may not see it;"
            }
            Check::AnyOf(_) => {
                "[`is_forbidden`](Error::is_forbidden) when the key has no access to it;"
            }
        };
        format!(
            "{}.\n\n{}\n\n{}# Errors\n{missing}\n\
             [`is_invalid_response`](Error::is_invalid_response) when the response is not what was asked for.\n\nSource: <{}>",
            third_person(text("summary")),
            text("description"),
            example.unwrap_or_default(),
            source.unwrap_or_default()
        )
    }

    fn required(&self) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().filter(|a| a.is_required)
    }

    fn optional(&self) -> impl Iterator<Item = &Argument> {
        self.arguments.iter().filter(|a| !a.is_required)
    }

    /// The method that makes the builder.
    pub(super) fn method(&self) -> TokenStream {
        let (docs, verb, builder) = (&self.docs, ident(&self.verb), &self.builder);
        let inputs = self
            .required()
            .map(|Argument { name, ty, .. }| quote!(#name: impl Into<#ty>));
        let set = self
            .required()
            .map(|Argument { name, .. }| quote!(#name: #name.into()));
        let unset = self
            .optional()
            .map(|Argument { name, .. }| quote!(#name: None));
        quote! {
            #[doc = #docs]
            pub fn #verb(&self, #(#inputs),*) -> #builder {
                #builder {
                    client: self.client.clone(),
                    #(#set,)*
                    #(#unset,)*
                    options: self.client.options(),
                }
            }
        }
    }

    /// The builder, its setters, and how it is sent.
    pub(super) fn builder(&self) -> TokenStream {
        let (builder, reply) = (&self.builder, &self.reply);
        let (operation, method) = (ident(&self.id.to_uppercase()), ident(&self.id));
        let fields = self.arguments.iter().map(Argument::field);
        let names: Vec<_> = self.arguments.iter().map(|a| &a.name).collect();
        let passed = self.arguments.iter().map(Argument::passed);
        let setters = self.optional().map(
            |Argument {
                 name,
                 ty,
                 description,
                 ..
             }| {
                let doc = format!("Sets `{name}`: {description}");
                quote! {
                    #[doc = #doc]
                    pub fn #name(mut self, #name: impl Into<#ty>) -> Self {
                        self.#name = Some(#name.into());
                        self
                    }
                }
            },
        );
        let setters = match self.optional().count() {
            0 => quote!(),
            _ => quote!(impl #builder { #(#setters)* }),
        };
        let (asked, check) = match &self.check {
            Check::SameId => (
                quote!(let asked = id.clone();),
                quote!(|response| response_checks::same_id(response.id.as_ref(), &asked)),
            ),
            Check::AnyOf(fields) => {
                let idents = fields.iter().map(|name| field(name));
                let first = &fields[0];
                (
                    quote!(),
                    quote! {
                        |response| response_checks::documented(#first, &[#(response.#idents.is_some()),*])
                    },
                )
            }
        };
        let docs = format!(
            "The request of [`{}`]({}::{}).",
            self.verb,
            client_of(&self.tag),
            self.verb
        );
        quote! {
            #[doc = #docs]
            #[derive(Clone, Debug)]
            #[must_use = "a request does nothing until it is awaited"]
            pub struct #builder {
                pub(crate) client: Client,
                #(#fields,)*
                pub(crate) options: CallOptions,
            }
            call_options!(#builder);
            sends!(#builder => #reply);
            #setters
            impl #builder {
                pub(crate) async fn run(self) -> Result<Response<#reply>, Error> {
                    let Self { client, #(#names,)* options } = self;
                    #asked
                    let send = |api: cekura_api::Client| async move {
                        api.#method(#(#passed),*).await
                    };
                    read(&client.shared, &options, &operations::#operation, #check, send).await
                }
            }
        }
    }
}

/// The arguments of the generated client's method and the type of its reply, as the facade writes them.
fn signature(client: &syn::File, id: &str) -> Option<(Vec<(Ident, syn::Type)>, syn::Type)> {
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
    let value = crate::regen::syntax::argument_of(output, "Result")?;
    let reply = crate::regen::syntax::argument_of(value, "ResponseValue")?;
    Some((inputs.collect(), syn::parse_quote!(cekura_api::#reply)))
}

/// The field of a property, with the underscore that keywords get.
fn field(name: &str) -> Ident {
    let name = crate::regen::names::field(name);
    syn::parse_str(&name).unwrap_or_else(|_| format_ident!("{name}_"))
}

/// The parameters of an operation.
fn known<'a>(document: &'a Value, operation: &Operation<'a>) -> Vec<&'a Value> {
    let parameters = parameters(document, operation).into_iter();
    parameters.map(|(_, node)| node).collect()
}

/// How a reply shows that it is what was asked for; none for a reply that is no object of the contract.
fn check(document: &Value, operation: &Operation<'_>, reply: &syn::Type) -> Option<Check> {
    let syn::Type::Path(path) = reply else {
        return None;
    };
    let name = path.path.segments.last()?.ident.to_string();
    let schema = document.get("components")?.get("schemas")?.get(&name)?;
    let fields: Vec<String> = schema
        .entries_of("properties")
        .map(|(name, _)| name.to_owned())
        .collect();
    let has_id = |node: &&Value| node.text_of("name") == Some("id");
    let asks = known(document, operation).iter().any(has_id);
    match asks && fields.iter().any(|name| name == "id") {
        true => Some(Check::SameId),
        false => (!fields.is_empty()).then_some(Check::AnyOf(fields)),
    }
}

/// A summary that says what the service does, as a sentence about the method: "Read one" becomes "Reads one".
fn third_person(summary: &str) -> String {
    let (verb, rest) = summary.split_once(' ').unwrap_or((summary, ""));
    let verb = match verb {
        _ if verb.ends_with(['s', 'x']) || verb.ends_with("ch") || verb.ends_with("sh") => {
            format!("{verb}es")
        }
        _ => format!("{verb}s"),
    };
    format!("{verb} {rest}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_become_sentences_about_the_method() {
        for (summary, sentence) in [
            ("Read one metric", "Reads one metric"),
            ("Search", "Searches"),
            ("Fetch it", "Fetches it"),
        ] {
            assert_eq!(third_person(summary), sentence);
        }
    }
}
