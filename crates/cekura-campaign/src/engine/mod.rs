//! Runs a campaign: reads the state before, sends each call log once, waits for the results, compares.

mod announce;
mod baseline;
mod campaign;
mod definitions;
mod error;
mod forecast;
mod in_flight;
mod observer;
mod read;
mod reconcile;
mod run;
mod send;
mod settings;
mod stop;
mod submit;
mod wait;

pub(crate) use send::Meaning;

pub use announce::Announcer;
pub use campaign::{Campaign, CampaignOutcome};
pub use error::CampaignError;
pub use observer::{NoObserver, Observer, Phase, Progress, Step};
pub use settings::{Detail, NoiseSettings, Settings};
pub use stop::StopHandle;
pub(crate) use stop::unless;
