//! The tables, and how older ones become these.

use rusqlite::Connection;

/// `Ckra` in ASCII: what `file` and the opening check recognise a journal by.
pub(super) const APPLICATION_ID: i32 = 0x436b_7261;

/// One step for each version of the tables; a journal of version `n` still needs the steps from `n` on.
const MIGRATIONS: [&str; 1] = [include_str!("schema/1.sql")];

/// The version of the tables that this program writes.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a handful of migrations"
)]
pub(super) const VERSION: i32 = MIGRATIONS.len() as i32;

/// Brings the tables from `version` up to date, all or nothing.
pub(super) fn migrate(db: &mut Connection, version: i32) -> rusqlite::Result<()> {
    let done = usize::try_from(version).unwrap_or(0);
    let change = db.transaction()?;
    for step in MIGRATIONS.iter().skip(done) {
        change.execute_batch(step)?;
    }
    change.pragma_update(None, "application_id", APPLICATION_ID)?;
    change.pragma_update(None, "user_version", VERSION)?;
    change.commit()
}
