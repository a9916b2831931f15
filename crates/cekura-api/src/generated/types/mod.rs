// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

#[cfg(feature = "account")]
mod account;
#[cfg(feature = "account")]
pub use account::*;
#[cfg(feature = "observability")]
mod observability;
#[cfg(feature = "observability")]
pub use observability::*;
#[cfg(any(feature = "observability", feature = "testing"))]
mod observability_and_testing;
#[cfg(any(feature = "observability", feature = "testing"))]
pub use observability_and_testing::*;
#[cfg(feature = "testing")]
mod testing;
#[cfg(feature = "testing")]
pub use testing::*;
/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(::std::borrow::Cow<'static, str>);
    impl ::std::error::Error for ConversionError {}
    impl ::std::fmt::Display for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Display::fmt(&self.0, f)
        }
    }
    impl ::std::fmt::Debug for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }
    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}
