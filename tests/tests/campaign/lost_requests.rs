//! A journal that has forgotten requests sends nothing again: possibly paid requests are reconciled first.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use cekura_campaign::Journal;
use cekura_campaign::engine::{NoiseSettings, Settings, Step};
use cekura_campaign::journal::{NewCampaign, OpenOptions};
use cekura_campaign::report::UnfinishedState;
use cekura_tests::Folder;

use crate::rig::Rig;
use crate::worker::{Workshop, quick};

const SIZE: u64 = 5;

fn settings() -> Settings {
    let mut settings = quick();
    settings.batch_size = SIZE as u32;
    settings.concurrency = 1;
    settings.settle_window = Duration::from_secs(2);
    settings
}

async fn open(count: usize, settings: &Settings) -> Workshop {
    Workshop::open(count, false, settings, |sandbox| {
        sandbox.evaluation_time(Duration::from_secs(1))
    })
    .await
}

/// A campaign whose process was killed when it had committed its seventh request, and had not sent it.
async fn killed() -> Workshop {
    let workshop = open(40, &settings()).await;
    assert!(workshop.die(Step::Intended, 7, &[]).await);
    assert_eq!(workshop.paid().iter().sum::<u64>(), 6 * SIZE);
    workshop
}

fn file(workshop: &Workshop, ending: &str) -> PathBuf {
    workshop.folder.file(&format!("campaign.{ending}"))
}

/// The refusal to open a journal that has lost requests.
fn refused(journal: &Path) -> String {
    let error = Journal::open(journal).unwrap_err();
    assert!(error.has_lost_requests() && error.is_usage(), "{error}");
    let text = error.to_string();
    assert!(
        text.contains("Nothing is sent") && text.contains("--recover"),
        "{text}"
    );
    text
}

/// Resumes a campaign until nothing is left, and checks that every call log was paid for once. One whose evaluation was lost
/// and changed nothing stays unknown.
async fn made_good(workshop: &Workshop) {
    assert_eq!(workshop.work(&["--recover", "--resend"]).await, "Finished");
    let paid = workshop.paid();
    assert!(paid.iter().all(|paid| *paid == 1), "{paid:?}");
    for log in workshop.report().unfinished {
        assert_eq!(log.state, UnfinishedState::Unknown, "{log:?}");
        assert!(log.reason.contains("only updated_at changed"), "{log:?}");
    }
    assert_eq!(workshop.work(&[]).await, "Finished", "and it is whole");
    let paid = workshop.paid();
    assert!(paid.iter().all(|paid| *paid == 1), "{paid:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_or_damaged_write_ahead_log_is_noticed_once_a_request_is_lost() {
    let workshop = killed().await;
    let files = ["db", "db-wal", "sent"].map(|ending| fs::read(file(&workshop, ending)).unwrap());
    let [journal, log, record] = &files;
    let frames = (log.len() - 32) / FRAME;
    let (mut lost, mut kept) = (0, 0);
    for nth in 0..=frames {
        let mut flipped = log.clone();
        let cut = log[..32 + nth * FRAME].to_vec();
        if let Some(byte) = flipped.get_mut(32 + nth * FRAME + 1_000) {
            *byte ^= 1;
        }
        for log in [cut, flipped] {
            let folder = Folder::new();
            let path = folder.file("campaign.db");
            fs::write(&path, journal).unwrap();
            fs::write(folder.file("campaign.db-wal"), log).unwrap();
            fs::write(folder.file("campaign.sent"), record).unwrap();
            let spent = Journal::read(&path).map(|journal| journal.status().unwrap().spent);
            match spent {
                Ok(spent) if spent.evaluations == 7 * SIZE => {
                    assert!(Journal::open(&path).is_ok(), "{nth}");
                    kept += 1;
                }
                Ok(_) => {
                    let text = refused(&path);
                    assert!(text.contains("campaign.sent"), "{text}");
                    lost += 1;
                }
                Err(e) => panic!("{nth}: {e}"),
            }
        }
    }
    assert!(lost > 20 && kept > 1, "{lost} {kept}");
}

#[tokio::test(flavor = "multi_thread")]
async fn recovered_requests_are_reconciled_and_paid_once() {
    let mut cases = tokio::task::JoinSet::new();
    for tenths in [0, 5, 9] {
        cases.spawn(async move {
            let workshop = killed().await;
            let log = file(&workshop, "db-wal");
            let bytes = fs::read(&log).unwrap();
            fs::write(&log, &bytes[..bytes.len() * tenths / 10]).unwrap();
            refused(&workshop.journal());
            assert_eq!(workshop.work(&["--recover"]).await, "Finished");
            let after = workshop.paid();
            assert!(after.iter().all(|paid| *paid <= 1), "{after:?}");
            // The seventh request was never sent, and nothing shows that.
            let report = workshop.report();
            assert!(report.unfinished.len() as u64 >= SIZE);
            let status = Journal::read(&workshop.journal())
                .unwrap()
                .status()
                .unwrap();
            assert!(status.spent.evaluations >= after.iter().sum());
        });
    }
    cases.join_all().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn recovered_unchanged_call_logs_are_sent_again_with_consent() {
    let workshop = killed().await;
    // All states before are in the log's first part: the requests came after.
    let log = file(&workshop, "db-wal");
    let bytes = fs::read(&log).unwrap();
    fs::write(&log, &bytes[..bytes.len() * 8 / 10]).unwrap();
    refused(&workshop.journal());
    made_good(&workshop).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_record_everything_unsent_may_have_been_sent() {
    let workshop = killed().await;
    fs::remove_file(file(&workshop, "sent")).unwrap();
    let text = refused(&workshop.journal());
    assert!(text.contains("campaign.sent is missing"), "{text}");
    // Reading asks for nothing.
    assert_eq!(workshop.report().coverage.selected, 40);
    assert_eq!(workshop.work(&["--recover"]).await, "Finished");
    assert_eq!(
        workshop.paid().iter().sum::<u64>(),
        6 * SIZE,
        "nothing is sent without leave"
    );
    assert_eq!(workshop.report().unfinished.len() as u64, 10);
    // A process that is killed before the new record is there is told the same again, and doubts nothing twice.
    let spent = || {
        Journal::read(&workshop.journal())
            .unwrap()
            .status()
            .unwrap()
            .spent
    };
    let before = spent();
    fs::remove_file(file(&workshop, "sent")).unwrap();
    refused(&workshop.journal());
    let again = OpenOptions::new().recover(true).open(&workshop.journal());
    drop(again.unwrap());
    assert_eq!(spent(), before);
    made_good(&workshop).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_or_foreign_record_is_treated_as_missing() {
    let workshop = killed().await;
    let record = file(&workshop, "sent");
    let whole = fs::read(&record).unwrap();
    let mut damaged = whole.clone();
    damaged[300] ^= 4;
    fs::write(&record, damaged).unwrap();
    assert!(refused(&workshop.journal()).contains("is damaged"));
    let other = killed().await;
    fs::copy(file(&other, "sent"), &record).unwrap();
    assert!(refused(&workshop.journal()).contains("another journal's"));
    drop(
        OpenOptions::new()
            .recover(true)
            .open(&workshop.journal())
            .unwrap(),
    );
    assert_eq!(
        fs::read(file(&workshop, "sent.old")).unwrap(),
        fs::read(file(&other, "sent")).unwrap(),
        "the other campaign's is kept"
    );
    drop(Journal::open(&workshop.journal()).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_copy_of_a_journal_never_pays_again() {
    let workshop = open(20, &settings()).await;
    assert!(workshop.die(Step::Intended, 2, &[]).await);
    let old = ["db", "db-wal"].map(|ending| fs::read(file(&workshop, ending)).unwrap());
    assert_eq!(workshop.work(&["--resend"]).await, "Finished");
    for (ending, bytes) in ["db", "db-wal"].iter().zip(&old) {
        fs::write(file(&workshop, ending), bytes).unwrap();
    }
    assert!(refused(&workshop.journal()).contains("an older copy took its place"));
    made_good(&workshop).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_noise_round_is_not_paid_again() {
    let mut settings = settings();
    settings.noise = Some(NoiseSettings {
        rounds: 1,
        sample: 6,
    });
    let workshop = open(10, &settings).await;
    assert!(workshop.die(Step::RoundAdded, 1, &[]).await);
    let old = ["db", "db-wal"].map(|ending| fs::read(file(&workshop, ending)).unwrap());
    assert_eq!(workshop.work(&[]).await, "Finished");
    let paid = workshop.paid();
    assert_eq!(paid.iter().sum::<u64>(), 16);
    // Before the round was added, and after that.
    for log in [&old[1][..old[1].len() - 3 * FRAME], &old[1]] {
        fs::write(file(&workshop, "db"), &old[0]).unwrap();
        fs::write(file(&workshop, "db-wal"), log).unwrap();
        refused(&workshop.journal());
        for options in [&["--recover", "--resend"][..], &["--resend"]] {
            assert_eq!(workshop.work(options).await, "Finished");
            assert_eq!(workshop.paid(), paid);
        }
    }
}

/// What one page takes in a write-ahead log.
const FRAME: usize = 4096 + 24;

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_before_the_record_is_written_loses_nothing() {
    let workshop = killed().await;
    let record = file(&workshop, "sent");
    let whole = fs::read(&record).unwrap();
    let last = whole[..whole.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .unwrap();
    // Nothing of the last line, a part of it, or all but its end.
    for end in [last + 1, last + 30, whole.len() - 1] {
        fs::write(&record, &whole[..end]).unwrap();
        drop(Journal::open(&workshop.journal()).unwrap());
    }
    made_good(&workshop).await;
}

#[tokio::test]
async fn an_emptied_journal_reports_what_may_have_been_paid() {
    let rig = Rig::open().await;
    let mut campaign = rig.campaign(rig.lab.fresh(12), Settings::default()).await;
    campaign.run().await.unwrap();
    drop(campaign);
    fs::write(rig.path(), "").unwrap();
    let plan = rig.plan(rig.lab.fresh(1)).await;
    let settings = Settings::default();
    let new_campaign = NewCampaign {
        id: "harbor",
        plan: &plan,
        shard: None,
        settings: &settings,
    };
    for error in [
        Journal::open(&rig.path()).unwrap_err(),
        Journal::create(&rig.path(), &new_campaign).unwrap_err(),
        Journal::read(&rig.path()).unwrap_err(),
    ] {
        let text = error.to_string();
        assert!(error.is_usage(), "{text}");
        assert!(
            text.contains("campaign.sent names 12 call logs") && text.contains("would pay twice"),
            "{text}"
        );
        assert!(
            !text.contains("nothing was sent") && !text.contains("delete"),
            "{text}"
        );
    }
    // Nor is the name free when the empty file is gone.
    fs::remove_file(rig.path()).unwrap();
    let error = Journal::create(&rig.path(), &new_campaign)
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("campaign.sent belongs to a journal"),
        "{error}"
    );
}
