//! The start of a campaign: registers its plan and creates its journal.

use cekura_campaign::cost::CostForecast;
use cekura_campaign::engine::Settings;
use cekura_campaign::journal::{NewCampaign, OpenOptions};
use cekura_campaign::{Campaign, Plan, Shard};

use super::command::command_line;
use super::journal_path::JournalPath;
use super::started_plans::Claim;
use crate::app::App;
use crate::failure::Failure;
use crate::session::Session;

/// A confirmed campaign that has not started yet.
pub(crate) struct StartOptions<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) shard: Option<Shard>,
    pub(crate) settings: &'a Settings,
    pub(crate) journal_path: &'a JournalPath,
    pub(crate) options: OpenOptions,
    /// The confirmed cost.
    pub(crate) forecast: &'a CostForecast,
    /// Whether the journal is deleted with the sandbox when the command ends.
    pub(crate) is_trial: bool,
    /// Whether this command created the plan.
    pub(crate) is_just_made: bool,
    /// Whether a plan that was started before may run again and be charged again.
    pub(crate) run_again: bool,
}

/// Creates the journal. Sends nothing.
pub(crate) fn begin(
    app: &App,
    session: &Session,
    beginning: &StartOptions<'_>,
) -> Result<Campaign, Failure> {
    let StartOptions {
        plan,
        shard,
        journal_path,
        ..
    } = *beginning;
    let claim = claim(app, session, beginning)?;
    let new = NewCampaign {
        id: &journal_path.id,
        plan,
        shard,
        settings: beginning.settings,
    };
    let mut journal = beginning
        .options
        .create(&journal_path.journal, &new)
        .map_err(|e| {
            let (is_there, is_locked) = (journal_path.journal.exists(), e.is_locked());
            let failure = Failure::from(e);
            if is_locked {
                failure
            } else if is_there {
                failure.hint(format!(
                    "to continue it: cekura campaign resume {}",
                    journal_path.handle()
                ))
            } else {
                failure.hint("use --journal FILE to keep the journal elsewhere")
            }
        })?;
    if let Some(claim) = claim {
        claim.made(app);
    }
    journal.approve(beginning.forecast)?;
    journal.note_command(&command_line(std::env::args_os().skip(1)))?;
    app.notes.info(&match beginning.is_trial {
        true => format!(
            "campaign {} (trial): its journal is deleted when this command ends",
            journal_path.id
        ),
        false => format!(
            "campaign {}, journal {}",
            journal_path.id,
            journal_path.journal.display()
        ),
    });
    Ok(Campaign::new(session.client.clone(), journal)?)
}

/// Registers the plan as started. A sandbox that ends with this command needs no registration.
fn claim(
    app: &App,
    session: &Session,
    beginning: &StartOptions<'_>,
) -> Result<Option<Claim>, Failure> {
    if app.global.sandbox {
        return Ok(None);
    }
    let shard = beginning.shard.map(|shard| shard.to_string());
    Claim::new(
        app,
        session.client.base_url(),
        beginning.plan,
        shard.as_deref(),
        beginning.journal_path,
        beginning.is_just_made,
        beginning.run_again,
    )
    .map(Some)
}
