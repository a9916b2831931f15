//! Examples of the contract, as the generated calls use them.

use cekura::{BoxFuture, Error};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A value of the contract's examples.
///
/// # Panics
/// If the example is no `T`.
pub(crate) fn value<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|e| panic!("the example {json} does not fit: {e}"))
}

/// The response, as its model writes it.
pub(crate) fn json<T: Serialize + Send + 'static>(
    sent: BoxFuture<Result<T, Error>>,
) -> BoxFuture<Result<Value, Error>> {
    Box::pin(async move {
        let model = sent.await?;
        Ok(serde_json::to_value(&model).expect("models are written as JSON"))
    })
}
