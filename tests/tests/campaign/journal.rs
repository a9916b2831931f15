//! The journal: one writer, whole files only, and nothing sent where it cannot be written.

use std::fs;
use std::path::Path;
use std::process::Command;

use cekura_campaign::engine::{Settings, Step};
use cekura_campaign::journal::NewCampaign;
use cekura_campaign::{CampaignOutcome, Journal};

use crate::rig::Rig;
use crate::worker::{Workshop, quick};

fn refusal(path: &Path) -> String {
    let error = Journal::open(path).unwrap_err();
    assert!(error.is_usage(), "{error}");
    error.to_string()
}

#[tokio::test]
async fn the_second_process_is_refused_and_readers_are_not() {
    let rig = Rig::open().await;
    let campaign = rig.campaign(rig.lab.fresh(4), Settings::default()).await;
    let error = Journal::open(&rig.path()).unwrap_err();
    assert!(error.is_locked(), "{error}");
    assert!(error.to_string().contains("another process"), "{error}");
    assert_eq!(
        Journal::read(&rig.path())
            .unwrap()
            .status()
            .unwrap()
            .coverage
            .not_sent,
        4
    );
    drop(campaign);
    assert!(Journal::open(&rig.path()).is_ok());
}

#[tokio::test]
async fn a_killed_process_holds_no_lock() {
    let workshop = Workshop::open(10, false, &quick(), |sandbox| sandbox).await;
    assert!(workshop.die(Step::Intended, 1, &[]).await);
    assert!(workshop.journal().with_extension("lock").exists());
    drop(Journal::open(&workshop.journal()).unwrap());
}

#[tokio::test]
async fn files_that_are_not_whole_journals_are_refused_by_name() {
    let rig = Rig::open().await;
    let campaign = rig.campaign(rig.lab.fresh(200), Settings::default()).await;
    drop(campaign);
    let whole = fs::read(rig.path()).unwrap();
    let file = rig.folder.file("other.db");
    assert!(refusal(&file).contains("there is no journal"));
    assert!(refusal(rig.folder.path()).contains("is a folder"));
    fs::write(&file, "").unwrap();
    assert!(refusal(&file).contains("empty"));
    fs::write(&file, "id,score\n5001,5\n").unwrap();
    assert!(refusal(&file).contains("not a campaign journal"));
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let text = refusal(&file);
    assert!(text.contains("damaged"), "{text}");
    fs::write(&file, &whole[..60]).unwrap();
    refusal(&file);
    let mut foreign = whole.clone();
    foreign[68..72].copy_from_slice(b"GPKG");
    fs::write(&file, &foreign).unwrap();
    assert!(refusal(&file).contains("not a campaign journal"));
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(&file, &newer).unwrap();
    assert!(refusal(&file).contains("newer program"));
    let mut torn = whole;
    let middle = torn.len() / 2;
    torn[middle..middle + 4096].fill(0xa5);
    fs::write(&file, &torn).unwrap();
    assert!(refusal(&file).contains("damaged"));
    assert_eq!(rig.lab.arrived().paid_requests(), 0);
}

#[tokio::test]
async fn a_journal_is_never_overwritten() {
    let rig = Rig::open().await;
    let plan = rig.plan(rig.lab.fresh(3)).await;
    let settings = Settings::default();
    let new_campaign = NewCampaign {
        id: "harbor",
        plan: &plan,
        shard: None,
        settings: &settings,
    };
    drop(Journal::create(&rig.path(), &new_campaign).unwrap());
    let before = fs::read(rig.path()).unwrap();
    let error = Journal::create(&rig.path(), &new_campaign).unwrap_err();
    assert!(
        error.is_usage() && error.to_string().contains("exists already"),
        "{error}"
    );
    assert_eq!(fs::read(rig.path()).unwrap(), before);
}

#[cfg(unix)]
#[tokio::test]
async fn a_journal_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let rig = Rig::open().await;
    drop(rig.campaign(rig.lab.fresh(3), Settings::default()).await);
    let mode = fs::metadata(rig.path()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

/// A disk that is full is simulated by a limit on the size of files, in a process of its own.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_stops_everything_and_nothing_is_paid_twice() {
    let mut settings = quick();
    settings.batch_size = 5;
    let workshop = Workshop::open(60, false, &settings, |sandbox| sandbox).await;
    let size = fs::metadata(workshop.journal()).unwrap().len();
    let mut stopped = 0;
    // From a disk with no room at all, page by page, to one that suffices.
    for room in [0_u64, 8, 40, 80, 120, 160, 200, 4_000] {
        let limit = (size / 1024 + room).to_string();
        let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$@\"");
        let mut command = Command::new("bash");
        command
            .args(["-c", &script, "bash"])
            .arg(env!("CARGO_BIN_EXE_campaigner"))
            .args([workshop.sandbox.url(), workshop.sandbox.api_key()])
            .arg(workshop.journal())
            .arg("--resend");
        let done = tokio::task::spawn_blocking(move || command.output()).await;
        let done = done.unwrap().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        let paid = workshop.paid();
        assert!(paid.iter().all(|paid| *paid <= 1), "{room} KiB: {paid:?}");
        if !done.status.success() {
            stopped += 1;
            assert!(
                said.contains("sending has stopped") && said.contains("resume"),
                "{room} KiB: {said}"
            );
        }
    }
    assert!(stopped >= 3, "{stopped}");
    assert_eq!(workshop.work(&["--resend"]).await, "Finished");
    assert!(workshop.paid().iter().all(|paid| *paid == 1));
    assert!(workshop.report().coverage.is_complete());
}

#[tokio::test]
async fn a_finished_campaign_that_is_resumed_sends_nothing() {
    let rig = Rig::open().await;
    let mut campaign = rig.campaign(rig.lab.fresh(12), Settings::default()).await;
    assert_eq!(campaign.run().await.unwrap(), CampaignOutcome::Finished);
    drop(campaign);
    let (mark, report) = (rig.lab.mark(), rig.report());
    assert_eq!(rig.resume().run().await.unwrap(), CampaignOutcome::Finished);
    assert_eq!(rig.lab.since(mark).all().len(), 0);
    assert_eq!(rig.report(), report);
}
