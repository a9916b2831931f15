//! `cekura campaign delete`.

use cekura_campaign::Journal;
use cekura_campaign::journal;
use serde_json::json;

use crate::app::App;
use crate::campaign::{handle, journal_of, several};
use crate::cli::DeleteArgs;
use crate::failure::Failure;
use crate::paid::confirm;

pub(super) fn delete(app: &mut App, args: &DeleteArgs) -> Result<(), Failure> {
    let path = journal_of(&args.campaign)?;
    // A damaged journal can be deleted too.
    let status = Journal::read(&path).and_then(|journal| journal.status());
    let (id, what) = match &status {
        Ok(status) => (
            status.id.clone(),
            format!(
                "{} selected, {} evaluated",
                several(status.coverage.selected, "call log"),
                status.coverage.evaluated()
            ),
        ),
        Err(e) if e.is_usage() => return Err(Failure::usage(e.to_string())),
        Err(e) => (args.campaign.clone(), e.to_string()),
    };
    if !args.confirm.yes {
        let shown = format!(
            "the campaign {id} ({what}) and the only copy of the results that it overwrote in {} will be deleted",
            path.display()
        );
        let keep = format!(
            "to keep the verdicts: cekura campaign export {} > verdicts.csv",
            handle(&id, &path)
        );
        confirm(&app.terminal, &shown, "nothing was deleted")
            .map_err(|failure| failure.hint(keep))?;
    }
    let deleted = journal::delete(&path)?;
    app.notes.info(&format!("deleted the campaign {id}"));
    let facts = json!({ "id": id, "deleted": deleted });
    app.show_json(&facts)
}
