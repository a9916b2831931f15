//! A campaign at work: read what is there, send it once, wait, compare.

mod announce;
mod before;
mod definitions;
mod engine;
mod error;
mod look_back;
mod observer;
mod settings;
mod stop;
mod submit;
mod wait;

pub use announce::Announcer;
pub use engine::{Campaign, Ending};
pub use error::CampaignError;
pub use observer::{Observer, Phase, Progress, Silent, Step};
pub use settings::{NoiseSettings, Settings};
pub use stop::Stop;
