//! The tables, and how older ones become these.

use rusqlite::Connection;

/// `Ckra` in ASCII: what `file` and the opening check identify a journal by.
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

#[cfg(test)]
mod tests {
    use super::super::intents::LAST_SPLIT_GROUP;
    use super::super::watching::NEXT;
    use super::*;

    /// These run for each request and each list: a scan over 100,000 rows would make the whole quadratic.
    #[test]
    fn what_is_asked_often_is_found_by_an_index_to_its_end() {
        let mut db = Connection::open_in_memory().unwrap();
        migrate(&mut db, 0).unwrap();
        for (query, found) in [
            (
                LAST_SPLIT_GROUP,
                "tasks_by_split_group (round=? AND state=? AND split_group>?)",
            ),
            (NEXT, "tasks_by_time (round=? AND state=? AND <expr>>?)"),
        ] {
            let mut explain = db.prepare(&format!("EXPLAIN QUERY PLAN {query}")).unwrap();
            let numbers = vec![1; explain.parameter_count()];
            let plan: Vec<String> = explain
                .query_map(rusqlite::params_from_iter(numbers), |row| row.get(3))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            assert!(plan[0].contains(found), "{query}: {plan:?}");
            assert!(
                !plan.iter().any(|step| step.contains("TEMP B-TREE")),
                "{plan:?}"
            );
        }
    }
}
