// Written by `cargo xtask regen` from xtask/src/regen/shapes. Do not edit.

//! The client: one method for each operation.

/// Every operation of the API, and what sending it twice would do.
pub mod operations;
/// The models: what requests hold and what replies hold.
pub mod types;
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/// Client for Shapes
///
/// Every small shape that a contract may have.
///
/// Version: v1
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::Inner,
}
impl Client {
    /// A client for the service at `baseurl`, which has no final slash.
    ///
    /// `client` brings TLS, timeouts and the key as a default header; `inner` sends the requests.
    #[inline]
    pub fn new_with_client(
        baseurl: &str,
        client: reqwest::Client,
        inner: crate::Inner,
    ) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
            inner,
        }
    }
}
impl ClientInfo<crate::Inner> for Client {
    #[inline]
    fn api_version() -> &'static str {
        "v1"
    }
    #[inline]
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    #[inline]
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    #[inline]
    fn inner(&self) -> &crate::Inner {
        &self.inner
    }
}
const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<crate::Inner>,
    {}
};
#[allow(clippy::all)]
impl Client {
    /// List
    ///
    /// Answers with every shape.
    ///
    /// Sends a `GET` request to `/shapes/`
    ///
    /// Arguments:
    /// - `_1a`: d
    /// - `_9`: d
    /// - `x`: d
    /// - `a`: d
    /// - `a_b`: d
    /// - `async_`: d
    /// - `box_`: d
    /// - `client`: d
    /// - `crate_`: d
    /// - `dyn_`: d
    /// - `extra`: d
    /// - `five1`: d
    /// - `five_1`: d
    /// - `foo_bar`: d
    /// - `gen_`: d
    /// - `info`: d
    /// - `limited`: d
    /// - `map`: d
    /// - `match_`: d
    /// - `name`: d
    /// - `optional_any`: d
    /// - `optional_date`: d
    /// - `optional_flag`: d
    /// - `optional_id`: d
    /// - `optional_integer`: d
    /// - `optional_number`: d
    /// - `optional_patterned_text`: d
    /// - `optional_short_text`: d
    /// - `optional_small_integer`: d
    /// - `optional_small_number`: d
    /// - `optional_text`: d
    /// - `optional_union`: d
    /// - `optional_uuid`: d
    /// - `optional_word`: d
    /// - `request`: d
    /// - `required_any`: d
    /// - `required_date`: d
    /// - `required_flag`: d
    /// - `required_id`: d
    /// - `required_integer`: d
    /// - `required_number`: d
    /// - `required_patterned_text`: d
    /// - `required_short_text`: d
    /// - `required_small_integer`: d
    /// - `required_small_number`: d
    /// - `required_text`: d
    /// - `required_union`: d
    /// - `required_uuid`: d
    /// - `required_word`: d
    /// - `response`: d
    /// - `result`: d
    /// - `self_`: d
    /// - `super_`: d
    /// - `true_`: d
    /// - `try_`: d
    /// - `type_`: d
    /// - `union`: d
    /// - `unknown_fields`: d
    /// - `url`: d
    /// - `value`: d
    /// - `yield_`: d
    /// - `ä`: d
    /// - `名`: d
    #[inline]
    pub async fn shapes_list<'a>(
        &'a self,
        _1a: Option<&'a str>,
        _9: Option<&'a str>,
        x: Option<&'a str>,
        a: Option<&'a str>,
        a_b: Option<&'a str>,
        async_: Option<&'a str>,
        box_: Option<&'a str>,
        client: Option<&'a str>,
        crate_: Option<&'a str>,
        dyn_: Option<&'a str>,
        extra: Option<&'a str>,
        five1: Option<&'a str>,
        five_1: Option<&'a str>,
        foo_bar: Option<&'a str>,
        gen_: Option<&'a str>,
        info: Option<&'a str>,
        limited: Option<i64>,
        map: Option<&'a str>,
        match_: Option<&'a str>,
        name: Option<&'a str>,
        optional_any: Option<&'a ::serde_json::Value>,
        optional_date: Option<&'a str>,
        optional_flag: Option<bool>,
        optional_id: Option<&'a ::cekura_api::scalars::CallLogId>,
        optional_integer: Option<i64>,
        optional_number: Option<f64>,
        optional_patterned_text: Option<&'a str>,
        optional_short_text: Option<&'a str>,
        optional_small_integer: Option<i64>,
        optional_small_number: Option<f64>,
        optional_text: Option<&'a str>,
        optional_union: Option<&'a types::RequestUnion>,
        optional_uuid: Option<&'a str>,
        optional_word: Option<types::RequestWord>,
        request: Option<&'a str>,
        required_any: &'a ::serde_json::Value,
        required_date: &'a str,
        required_flag: bool,
        required_id: &'a ::cekura_api::scalars::CallLogId,
        required_integer: i64,
        required_number: f64,
        required_patterned_text: &'a str,
        required_short_text: &'a str,
        required_small_integer: i64,
        required_small_number: f64,
        required_text: &'a str,
        required_union: &'a types::RequestUnion,
        required_uuid: &'a str,
        required_word: types::RequestWord,
        response: Option<&'a str>,
        result: Option<&'a str>,
        self_: Option<&'a str>,
        super_: Option<&'a str>,
        true_: Option<&'a str>,
        try_: Option<&'a str>,
        type_: Option<&'a str>,
        union: Option<&'a str>,
        unknown_fields: Option<&'a str>,
        url: Option<&'a str>,
        value: Option<&'a str>,
        yield_: Option<&'a str>,
        ä: Option<&'a str>,
        名: Option<&'a str>,
    ) -> Result<ResponseValue<::std::vec::Vec<types::Reply>>, Error<()>> {
        let _url = format!("{}/shapes/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut _request = self
            .client
            .get(_url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .query(&progenitor_client::QueryParam::new("1a", &_1a))
            .query(&progenitor_client::QueryParam::new("9", &_9))
            .query(&progenitor_client::QueryParam::new("_", &x))
            .query(&progenitor_client::QueryParam::new("_a", &a))
            .query(&progenitor_client::QueryParam::new("a__b", &a_b))
            .query(&progenitor_client::QueryParam::new("async", &async_))
            .query(&progenitor_client::QueryParam::new("box", &box_))
            .query(&progenitor_client::QueryParam::new("client", &client))
            .query(&progenitor_client::QueryParam::new("crate", &crate_))
            .query(&progenitor_client::QueryParam::new("dyn", &dyn_))
            .query(&progenitor_client::QueryParam::new("extra", &extra))
            .query(&progenitor_client::QueryParam::new("five1", &five1))
            .query(&progenitor_client::QueryParam::new("five_1", &five_1))
            .query(&progenitor_client::QueryParam::new("fooBar", &foo_bar))
            .query(&progenitor_client::QueryParam::new("gen", &gen_))
            .query(&progenitor_client::QueryParam::new("info", &info))
            .query(&progenitor_client::QueryParam::new("limited", &limited))
            .query(&progenitor_client::QueryParam::new("map", &map))
            .query(&progenitor_client::QueryParam::new("match", &match_))
            .query(&progenitor_client::QueryParam::new("name", &name))
            .query(&progenitor_client::QueryParam::new("optional_any", &optional_any))
            .query(&progenitor_client::QueryParam::new("optional_date", &optional_date))
            .query(&progenitor_client::QueryParam::new("optional_flag", &optional_flag))
            .query(&progenitor_client::QueryParam::new("optional_id", &optional_id))
            .query(
                &progenitor_client::QueryParam::new(
                    "optional_integer",
                    &optional_integer,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new("optional_number", &optional_number),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "optional_patterned_text",
                    &optional_patterned_text,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "optional_short_text",
                    &optional_short_text,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "optional_small_integer",
                    &optional_small_integer,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "optional_small_number",
                    &optional_small_number,
                ),
            )
            .query(&progenitor_client::QueryParam::new("optional_text", &optional_text))
            .query(
                &progenitor_client::QueryParam::new("optional_union", &optional_union),
            )
            .query(&progenitor_client::QueryParam::new("optional_uuid", &optional_uuid))
            .query(&progenitor_client::QueryParam::new("optional_word", &optional_word))
            .query(&progenitor_client::QueryParam::new("request", &request))
            .query(&progenitor_client::QueryParam::new("required_any", &required_any))
            .query(&progenitor_client::QueryParam::new("required_date", &required_date))
            .query(&progenitor_client::QueryParam::new("required_flag", &required_flag))
            .query(&progenitor_client::QueryParam::new("required_id", &required_id))
            .query(
                &progenitor_client::QueryParam::new(
                    "required_integer",
                    &required_integer,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new("required_number", &required_number),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "required_patterned_text",
                    &required_patterned_text,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "required_short_text",
                    &required_short_text,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "required_small_integer",
                    &required_small_integer,
                ),
            )
            .query(
                &progenitor_client::QueryParam::new(
                    "required_small_number",
                    &required_small_number,
                ),
            )
            .query(&progenitor_client::QueryParam::new("required_text", &required_text))
            .query(
                &progenitor_client::QueryParam::new("required_union", &required_union),
            )
            .query(&progenitor_client::QueryParam::new("required_uuid", &required_uuid))
            .query(&progenitor_client::QueryParam::new("required_word", &required_word))
            .query(&progenitor_client::QueryParam::new("response", &response))
            .query(&progenitor_client::QueryParam::new("result", &result))
            .query(&progenitor_client::QueryParam::new("self", &self_))
            .query(&progenitor_client::QueryParam::new("super", &super_))
            .query(&progenitor_client::QueryParam::new("true", &true_))
            .query(&progenitor_client::QueryParam::new("try", &try_))
            .query(&progenitor_client::QueryParam::new("type", &type_))
            .query(&progenitor_client::QueryParam::new("union", &union))
            .query(
                &progenitor_client::QueryParam::new("unknown_fields", &unknown_fields),
            )
            .query(&progenitor_client::QueryParam::new("url", &url))
            .query(&progenitor_client::QueryParam::new("value", &value))
            .query(&progenitor_client::QueryParam::new("yield", &yield_))
            .query(&progenitor_client::QueryParam::new("ä", &ä))
            .query(&progenitor_client::QueryParam::new("名", &名))
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "shapes_list",
        };
        self.pre(&mut _request, &info).await?;
        let _result = self.exec(_request, &info).await;
        self.post(&_result, &info).await?;
        let _response = _result?;
        match _response.status().as_u16() {
            200..=299 => ResponseValue::from_response(_response).await,
            _ => Err(Error::UnexpectedResponse(_response)),
        }
    }
    /// Create
    ///
    /// Takes every shape.
    ///
    /// Sends a `POST` request to `/shapes/`
    ///
    /// Arguments:
    /// - `body`: d
    #[inline]
    pub async fn shapes_create<'a>(
        &'a self,
        body: &'a types::Request,
    ) -> Result<ResponseValue<types::Reply>, Error<()>> {
        let url = format!("{}/shapes/", self.baseurl,);
        let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
        header_map
            .append(
                ::reqwest::header::HeaderName::from_static("api-version"),
                ::reqwest::header::HeaderValue::from_static(Self::api_version()),
            );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .post(url)
            .header(
                ::reqwest::header::ACCEPT,
                ::reqwest::header::HeaderValue::from_static("application/json"),
            )
            .json(&body)
            .headers(header_map)
            .build()?;
        let info = OperationInfo {
            operation_id: "shapes_create",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => ResponseValue::from_response(response).await,
            _ => Err(Error::UnexpectedResponse(response)),
        }
    }
}
