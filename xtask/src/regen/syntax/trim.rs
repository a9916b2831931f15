use crate::regen::finding::Finding;

/// Removes `Client::new`, which panics if no TLS backend is compiled in and fixes timeouts of its own.
/// `Client::new_with_client` stays and gets a description.
pub(super) fn drop_panicking_constructor(client: &mut syn::File) -> Result<(), Finding> {
    let mut dropped = 0;
    for item in &mut client.items {
        let syn::Item::Impl(block) = item else {
            continue;
        };
        if block.trait_.is_some() {
            continue;
        }
        let before = block.items.len();
        block
            .items
            .retain(|item| !matches!(item, syn::ImplItem::Fn(f) if f.sig.ident == "new"));
        dropped += before - block.items.len();
        for item in &mut block.items {
            if let syn::ImplItem::Fn(f) = item
                && f.sig.ident == "new_with_client"
            {
                f.attrs = vec![
                    syn::parse_quote!(#[doc = " A client for the service at `baseurl`, which has no final slash."]),
                    syn::parse_quote!(#[doc = ""]),
                    syn::parse_quote!(#[doc = " `client` brings TLS, timeouts and the key as a default header; `inner` sends the requests."]),
                ];
            }
        }
    }
    if dropped == 1 {
        return Ok(());
    }
    Err(super::failed(
        "drop-panicking-constructor",
        format!("expected one `Client::new`, found {dropped}"),
    ))
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_the_panicking_constructor_goes() {
        let mut client: syn::File = syn::parse_quote! {
            impl Client {
                pub fn new() -> Self { panic!() }
                pub fn new_with_client() -> Self { Self }
            }
        };
        super::drop_panicking_constructor(&mut client).unwrap();
        let code = prettyplease::unparse(&client);
        assert!(
            !code.contains("fn new()") && code.contains("/// A client for the service"),
            "{code}"
        );
        assert!(super::drop_panicking_constructor(&mut client).is_err());
    }
}
