//! One lab for all settings of the sandbox's quirks.

use std::time::Duration;

use cekura_sandbox::{Quirks, SandboxBuilder};

use crate::lab::Lab;

/// A lab whose quirks are turned again and again, since opening one takes longer than most of what is tried in it.
///
/// It has one agent, so that ids are consecutive and every `…_every` quirk meets some of them, and enough call
/// logs for fresh ones under each setting.
#[derive(Debug)]
pub struct Variations {
    evaluation_time: Duration,
    shared: Lab,
    own: Option<Lab>,
}

impl Variations {
    /// A lab in which an evaluation takes about `evaluation_time`.
    pub async fn open(evaluation_time: Duration) -> Self {
        Self {
            evaluation_time,
            shared: Lab::with(set_up(Quirks::default(), evaluation_time)).await,
            own: None,
        }
    }

    /// The lab with its quirks turned so; a new one for a quirk that counts at the start only.
    pub async fn turn(&mut self, quirks: Quirks) -> &Lab {
        if quirks.first_pass == Quirks::default().first_pass {
            self.shared.sandbox().set_quirks(quirks);
            return &self.shared;
        }
        let lab = Lab::with(set_up(quirks, self.evaluation_time)).await;
        self.own.insert(lab)
    }
}

fn set_up(
    quirks: Quirks,
    evaluation_time: Duration,
) -> impl FnOnce(SandboxBuilder) -> SandboxBuilder {
    move |sandbox| {
        let sandbox = sandbox.quirks(quirks).evaluation_time(evaluation_time);
        sandbox.agents(1).call_logs(3_000)
    }
}
