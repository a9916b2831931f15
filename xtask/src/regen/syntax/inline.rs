//! Code that is compiled only where it is used.

/// Marks every method `#[inline]`: a program compiles those that it calls, and the crate with this code compiles none of them
/// for programs that do not. Without optimization nothing is inlined all the same.
pub(crate) fn compile_where_used(code: &mut syn::File) {
    for item in &mut code.items {
        let syn::Item::Impl(block) = item else {
            continue;
        };
        for item in &mut block.items {
            if let syn::ImplItem::Fn(method) = item {
                method.attrs.push(syn::parse_quote!(#[inline]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_is_marked_once() {
        let mut code = syn::parse_quote! {
            impl Client {
                /// Gets one.
                pub async fn get(&self) {}
            }
            impl Clone for Client {
                fn clone(&self) -> Self { Self }
            }
            fn helper() {}
        };
        compile_where_used(&mut code);
        let text = prettyplease::unparse(&code);
        assert!(
            text.contains("/// Gets one.\n    #[inline]\n    pub async fn get"),
            "{text}"
        );
        assert_eq!(text.matches("#[inline]").count(), 2, "{text}");
    }
}
