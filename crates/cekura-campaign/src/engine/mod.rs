//! A campaign at work: read what is there, send it once, wait, compare.

mod announce;
mod before;
mod campaign;
mod course;
mod definitions;
mod error;
mod flight;
mod forecast;
mod look_back;
mod observer;
mod read;
mod send;
mod settings;
mod stop;
mod submit;
mod wait;

pub use announce::Announcer;
pub use campaign::{Campaign, CampaignOutcome};
pub use error::CampaignError;
pub use observer::{NoObserver, Observer, Phase, Progress, Step};
pub use settings::{Detail, NoiseSettings, Settings};
pub use stop::StopHandle;
