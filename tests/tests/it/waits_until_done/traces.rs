//! Every combination of traces that an evaluation can leave, in a list with and without lag.

use std::time::Duration;

use cekura_sandbox::{EvaluationTime, Quirks, Traces, UpdatedAt, Visibility};
use cekura_tests::Lab;

use super::truth::{End, wait_for_one};

const APPEARS: [Visibility; 3] = [
    Visibility::Immediate,
    Visibility::Delayed,
    Visibility::Never,
];
const MOVES: [UpdatedAt; 4] = [
    UpdatedAt::Both,
    UpdatedAt::Accepted,
    UpdatedAt::Finished,
    UpdatedAt::Never,
];

fn combinations() -> impl Iterator<Item = Traces> {
    APPEARS.into_iter().flat_map(|status| {
        APPEARS.into_iter().flat_map(move |success| {
            MOVES.into_iter().map(move |updated_at| Traces {
                status,
                success,
                updated_at,
            })
        })
    })
}

#[tokio::test]
async fn no_combination_of_traces_is_confirmed_early() {
    for lags in [[0, 0], [5, 0], [40, 0], [0, 40], [40, 40], [70, 70]] {
        for evaluation_time in [EvaluationTime::Varied, EvaluationTime::Instant] {
            every_combination(lags.map(Duration::from_secs), evaluation_time).await;
        }
    }
}

/// With a list and single reads that lag behind so much.
async fn every_combination([list_lag, single_lag]: [Duration; 2], evaluation_time: EvaluationTime) {
    let lab = Lab::open().await;
    for traces in combinations() {
        let name = format!("{traces:?}, lag {list_lag:?} {single_lag:?}, {evaluation_time:?}");
        lab.sandbox().set_quirks(Quirks {
            unreviewed: traces,
            reviewed: traces,
            list_lag,
            single_lag,
            evaluation_time,
            ..Quirks::default()
        });
        for with_baseline in [true, false] {
            let log = lab.idle(1).await;
            let rerun = lab.rerun(log);
            let started = match with_baseline {
                true => rerun.with_baseline().await,
                false => rerun.await,
            };
            let started = started.expect(&name);
            let deadline = Duration::from_secs(200);
            let end = wait_for_one(&name, &lab, &started, |w| w.with_timeout(deadline)).await;

            let shows_at_once = traces.status == Visibility::Immediate;
            // Without a move of updated_at, the same verdicts again look like a copy from before the request.
            let like_before = traces.updated_at == UpdatedAt::Never && end == End::TimedOut;
            if with_baseline && shows_at_once && end != End::Confirmed && !like_before {
                panic!("{name}: the reply shows that the log went into evaluation, yet: {end:?}");
            }
            let silent = traces.status == Visibility::Never
                && traces.success == Visibility::Never
                && traces.updated_at == UpdatedAt::Never;
            assert!(
                !silent || end == End::TimedOut,
                "{name}: {end:?} without a trace"
            );
        }
    }
}
