//! What the tests of the models share: the contract, the models by name, and when two JSON values say the same.

pub(crate) mod compare;
pub(crate) mod contract;
pub(crate) mod fixtures;
pub(crate) mod models;
