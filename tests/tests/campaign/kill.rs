//! A process that is killed at any step loses nothing and pays nothing twice.

use std::collections::BTreeSet;
use std::sync::Arc;

use cekura_campaign::engine::{NoiseSettings, Settings, Step};
use cekura_campaign::report::UnfinishedState;
use cekura_sandbox::Fault;
use tokio::sync::Semaphore;

use crate::worker::{Workshop, quick};

fn settings(concurrency: u32) -> Settings {
    let mut settings = quick();
    settings.batch_size = 5;
    settings.concurrency = concurrency;
    settings
}

/// Kills a process at each step, the first and the second time that it is reached, and takes the campaign up again.
async fn killed_everywhere(
    concurrency: u32,
    options: &'static [&'static str],
    check: fn(&Workshop, Step),
) {
    let mut cases = tokio::task::JoinSet::new();
    // As many at once as a small machine can keep well ahead of the judge.
    let turns = Arc::new(Semaphore::new(8));
    for step in Step::ALL {
        for nth in [1, 2] {
            let turns = Arc::clone(&turns);
            cases.spawn(async move {
                let _turn = turns.acquire_owned().await.unwrap();
                let workshop =
                    Workshop::open(20, false, &settings(concurrency), |sandbox| sandbox).await;
                let died = workshop.die(step, nth, options).await;
                let paid = workshop.paid();
                assert!(
                    paid.iter().all(|paid| *paid <= 1),
                    "{step:?} {nth}: {paid:?}"
                );
                assert_eq!(workshop.work(options).await, "Finished", "{step:?} {nth}");
                check(&workshop, step);
                died.then_some(step)
            });
        }
    }
    let reached: BTreeSet<String> = cases
        .join_all()
        .await
        .into_iter()
        .flatten()
        .map(|step| format!("{step:?}"))
        .collect();
    // Nothing is in doubt and no noise is measured here: those two steps are on the way of the tests below.
    let expected: BTreeSet<String> = Step::ALL
        .iter()
        .filter(|step| !matches!(step, Step::Reconciled | Step::RoundAdded))
        .map(|step| format!("{step:?}"))
        .collect();
    assert_eq!(reached, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_call_log_is_paid_twice_or_dropped() {
    // One request at a time: with more, another one may be on its way to the network whenever a process ends.
    killed_everywhere(1, &[], |workshop, step| {
        let report = workshop.report();
        let unknown: BTreeSet<i64> = report
            .unfinished
            .iter()
            .inspect(|log| assert_eq!(log.state, UnfinishedState::Unknown, "{step:?}: {log:?}"))
            .map(|log| log.call_log)
            .collect();
        assert_eq!(
            report.coverage.evaluated() + unknown.len() as u64,
            20,
            "{step:?}: {:?}",
            report.coverage
        );
        // Only what was committed and never sent can stay unknown.
        if step != Step::Intended {
            assert_eq!(unknown.len(), 0, "{step:?}: {:?}", report.unfinished);
        }
        for (log, paid) in workshop.logs.iter().zip(workshop.paid()) {
            let expected = u64::from(!unknown.contains(&log.0));
            assert_eq!(paid, expected, "{step:?}: call log {log}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_in_the_middle_of_the_work_survive_kills() {
    let refused = [
        Fault::status(400).after_part(2),
        Fault::status(409).after_work(),
        Fault::status(422).before_work(),
        Fault::status(502).after_part(3),
    ];
    let mut cases = tokio::task::JoinSet::new();
    let turns = Arc::new(Semaphore::new(6));
    for step in Step::ALL {
        let (turns, refused) = (Arc::clone(&turns), refused.clone());
        cases.spawn(async move {
            let _turn = turns.acquire_owned().await.unwrap();
            let workshop = Workshop::open(20, false, &settings(1), |sandbox| sandbox).await;
            for fault in refused {
                let faults = workshop.sandbox.faults();
                faults.push_for("call_logs_rerun_evaluation", fault);
            }
            workshop.die(step, 1, &[]).await;
            assert_eq!(workshop.work(&[]).await, "Finished", "{step:?}");
            let paid = workshop.paid();
            assert!(paid.iter().all(|paid| *paid <= 1), "{step:?}: {paid:?}");
            let coverage = workshop.report().coverage;
            assert_eq!(
                coverage.evaluated() + coverage.unknown,
                20,
                "{step:?}: {coverage:?}"
            );
        });
    }
    cases.join_all().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unchanged_call_logs_are_sent_again_where_that_was_chosen() {
    killed_everywhere(2, &["--resend"], |workshop, step| {
        assert!(
            workshop.report().coverage.is_complete(),
            "{step:?}: {:?}",
            workshop.report().unfinished
        );
        assert!(
            workshop.paid().iter().all(|paid| *paid == 1),
            "{step:?}: {:?}",
            workshop.paid()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn noise_rounds_survive_kills() {
    let mut settings = settings(2);
    settings.noise = Some(NoiseSettings {
        rounds: 2,
        sample: 6,
    });
    for step in [Step::RoundAdded, Step::Finishing] {
        let workshop = Workshop::open(10, false, &settings, |sandbox| sandbox).await;
        assert!(workshop.die(step, 1, &[]).await);
        assert_eq!(workshop.work(&[]).await, "Finished");
        let mut paid = workshop.paid();
        paid.sort_unstable();
        assert_eq!(paid, [1, 1, 1, 1, 3, 3, 3, 3, 3, 3], "{step:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reconciling_survives_kills() {
    for fault in [Fault::reset().after_work(), Fault::status(502).after_work()] {
        let workshop = Workshop::open(10, false, &settings(1), |sandbox| sandbox).await;
        let faults = workshop.sandbox.faults();
        faults.push_for("call_logs_rerun_evaluation", fault);
        assert!(workshop.die(Step::Reconciled, 1, &[]).await);
        assert_eq!(workshop.work(&[]).await, "Finished");
        assert!(workshop.report().coverage.is_complete());
        let paid = workshop.paid();
        assert!(paid.iter().all(|paid| *paid == 1), "{paid:?}");
    }
}

/// A limit on the size of files kills the process at the write that passes it.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_journal_is_made_whole_or_not_at_all() {
    use std::fs;
    use std::process::Command;

    use cekura_campaign::Journal;
    use cekura_tests::Folder;

    use crate::worker::campaigner;

    let workshop = Workshop::open(20, false, &settings(1), |sandbox| sandbox).await;
    let whole = fs::metadata(workshop.journal()).unwrap().len() / 1024;
    let folder = Folder::new();
    let (journal, draft) = (
        folder.file("campaign.db"),
        folder.file("campaign.db.cekura-draft"),
    );
    let make = |limit: &str| {
        let script = format!("{limit} exec \"$@\" 2>&1");
        let mut command = Command::new("bash");
        command
            .args(["-c", &script, "bash"])
            .arg(campaigner())
            .args([workshop.sandbox.url(), workshop.sandbox.api_key()])
            .arg(&journal)
            .arg("--plan")
            .arg(workshop.folder.file("plan.json"))
            .args(["--die", "BaselineRead", "1"]);
        command.output().unwrap()
    };
    let mut halves = 0;
    for limit in (0..whole).step_by(4) {
        let done = make(&format!("ulimit -c 0; ulimit -f {limit};"));
        assert!(!done.status.success(), "{limit} KiB");
        assert!(!journal.exists(), "{limit} KiB: {done:?}");
        halves += u32::from(draft.exists());
        // A half draft is nothing to the next command.
        if limit % 16 == 0 {
            assert!(!make("").status.success(), "it dies when it begins to read");
            assert!(journal.exists() && !draft.exists(), "{limit} KiB");
            let status = Journal::open(&journal).unwrap().status().unwrap();
            assert_eq!((status.coverage.selected, status.sessions), (20, 2));
            for ending in ["db", "db-wal", "db-shm"] {
                let _ = fs::remove_file(folder.file(&format!("campaign.{ending}")));
            }
        }
    }
    assert!(halves > 10, "{halves}");
    // Left beside a whole journal, a draft is taken away by whoever opens that.
    fs::write(workshop.folder.file("campaign.db.cekura-draft"), "half").unwrap();
    drop(Journal::open(&workshop.journal()).unwrap());
    assert!(!workshop.folder.file("campaign.db.cekura-draft").exists());
}
