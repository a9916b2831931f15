//! Whatever mixture of faults and kills there is, no call is paid for twice, and none is forgotten.

use std::time::Duration;

use cekura::clock::{Jitter, JitterSource as _};
use cekura_sandbox::{Fault, Quirks, RetryAfter};

use super::rig::{LIST, OBSERVE, Rig, late_and_twice};

const CALLS: usize = 12;

/// One of the faults that a request for `operation` may meet.
fn fault(choice: usize) -> Fault {
    match choice {
        0 => Fault::reset(),
        1 => Fault::reset().after_work(),
        2 => Fault::status(503).after_work(),
        3 => Fault::status(400),
        4 => Fault::status(422).after_work(),
        5 => Fault::status(409).after_work(),
        6 => Fault::too_many_requests(RetryAfter::Seconds(20)),
        7 => Fault::truncate(5),
        8 => Fault::hang(),
        9 => Fault::hang().after_work(),
        10 => Fault::status(402),
        11 => Fault::late(Duration::from_secs(45)),
        12 => Fault::login_page().after_work(),
        _ => Fault::none(),
    }
}

#[tokio::test]
async fn nothing_is_paid_twice_and_nothing_forgotten() {
    let random = Jitter::seeded(23);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "small and not negative"
    )]
    let up_to = |most: usize| (random.next_f64() * most as f64) as usize;
    let mut kills = 0;
    for case in 0..40 {
        // Half of the services would charge a call as often as it is sent.
        let quirks = match case % 2 {
            0 => Quirks::default(),
            _ => late_and_twice(10),
        };
        let rig = Rig::with(CALLS, |sandbox| sandbox.quirks(quirks)).await;
        for _ in 0..1 + up_to(4) {
            let faults = rig.lab.faults();
            for _ in 0..up_to(2 * CALLS) {
                faults.push_for(OBSERVE, fault(up_to(18)));
            }
            if up_to(3) == 0 {
                faults.push_for(LIST, Fault::status(500));
            }
            let concurrency = u32::try_from(1 + up_to(4)).unwrap();
            let mut import = rig.import().with_concurrency(concurrency);
            tokio::select! {
                () = rig.lab.sandbox().stalled() => kills += 1,
                _ = import.run() => {}
            }
            faults.clear();
            rig.paid();
        }
        let summary = rig.finish().await;
        assert_eq!(
            summary.refused + summary.not_tried(),
            0,
            "{case}: {summary:?}"
        );
        let there = CALLS as u64 - summary.unknown;
        assert_eq!(rig.paid(), there, "{case}: {summary:?}");
        // What is unknown was never taken in.
        let summary = super::rig::run(rig.import().with_resends(true)).await;
        assert_eq!(summary.unknown, 0, "{case}: {summary:?}");
        assert_eq!(rig.paid(), CALLS as u64, "{case}");
    }
    assert!(kills > 20, "{kills}");
}
