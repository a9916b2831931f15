//! The whole way: plan, baseline, submit, wait, compare.

use cekura_reevaluate::Ending;
use cekura_reevaluate::campaign::Settings;

use crate::rig::Rig;

#[tokio::test]
async fn a_campaign_evaluates_each_call_log_once_and_reports_what_changed() {
    let rig = Rig::open().await;
    let logs = rig.lab.fresh(40);
    let mut campaign = rig.campaign(logs.clone(), Settings::default()).await;
    assert_eq!(campaign.run().await.unwrap(), Ending::Finished);
    drop(campaign);
    assert!(rig.lab.paid_each(&logs).iter().all(|paid| *paid == 1));
    let report = rig.report();
    eprintln!("{}", serde_json::to_string_pretty(&report).unwrap().chars().take(6000).collect::<String>());
    assert!(report.coverage.is_complete(), "{:?}", report.coverage);
}
