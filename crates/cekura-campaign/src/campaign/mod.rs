//! A campaign at work: read what is there, send it once, wait, compare.

mod announce;
mod before;
mod course;
mod definitions;
mod engine;
mod error;
mod flight;
mod look_back;
mod observer;
mod outlook;
mod read;
mod send;
mod settings;
mod stop;
mod submit;
mod wait;

pub use announce::Announcer;
pub use engine::{Campaign, CampaignOutcome};
pub use error::CampaignError;
pub use observer::{Observer, Phase, Progress, Silent, Step};
pub use settings::{Detail, NoiseSettings, Settings};
pub use stop::Stop;
