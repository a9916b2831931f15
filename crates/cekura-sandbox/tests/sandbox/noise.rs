//! Noise of the judge: as likely in one direction as in the other, and in the first evaluation as in any later one.

use std::time::Duration;

use cekura_sandbox::{Quirks, Sandbox};

use crate::client::{rerun, small};

/// Asks yes or no, and was not edited before the start.
const STEADY: i64 = 72;

async fn noisy(seed: u64, noise: f64) -> Sandbox {
    let quirks = Quirks {
        judge_error_rate: noise,
        starts_up_to_date: true,
        ..Quirks::default()
    };
    let builder = small().seed(seed).call_logs(200).quirks(quirks);
    builder.start().await.unwrap()
}

/// The verdicts of the metric, evaluation by evaluation.
fn said(sandbox: &Sandbox, id: i64, metric: i64) -> Vec<Option<bool>> {
    let verdicts = sandbox.verdicts(id).into_iter();
    let of_metric = verdicts.filter(|verdict| verdict.metric == metric);
    of_metric.map(|verdict| verdict.passed).collect()
}

#[tokio::test]
async fn flips_up_and_down_balance_over_many_seeds() {
    // From evaluation to evaluation: to pass, to fail. The first is the one from before the start.
    let mut flips = [[0_i32; 2]; 3];
    let mut passes = [0_i32; 4];
    for seed in 1..=40 {
        let sandbox = noisy(seed, 0.2).await;
        let ids = sandbox.call_log_ids_of(310);
        for _ in 0..3 {
            assert_eq!(rerun(&sandbox, &ids).await.status, 200);
            sandbox.advance(Duration::from_secs(60));
        }
        for id in ids {
            for metric in [71, STEADY] {
                let said = said(&sandbox, id, metric);
                for (n, pair) in said.windows(2).enumerate() {
                    match pair {
                        [Some(false), Some(true)] => flips[n][0] += 1,
                        [Some(true), Some(false)] => flips[n][1] += 1,
                        _ => {}
                    }
                }
                for (n, passed) in said.iter().enumerate() {
                    passes[n] += i32::from(*passed == Some(true));
                }
            }
        }
    }
    // 8,000 pairs, of which 2 · 0.2 · 0.8 = 32 % flip: 2,560, half of them each way, give or take 25.
    for [up, down] in flips {
        assert!((2_400..2_720).contains(&(up + down)), "{flips:?}");
        assert!((up - down).abs() < 152, "three deviations: {flips:?}");
    }
    for later in &passes[1..] {
        assert!((later - passes[0]).abs() < 152, "no drift: {passes:?}");
    }
}

#[tokio::test]
async fn without_noise_and_edits_nothing_changes() {
    let sandbox = noisy(7, 0.0).await;
    let ids = sandbox.call_log_ids_of(310);
    rerun(&sandbox, &ids).await;
    sandbox.advance(Duration::from_secs(60));
    for id in ids {
        let verdicts = sandbox.verdicts(id);
        let (first, second) = verdicts.split_at(5);
        let answers = |verdicts: &[cekura_sandbox::Verdict]| -> Vec<_> {
            let answers = verdicts.iter();
            answers
                .map(|v| (v.metric, v.version, v.score, v.choice))
                .collect()
        };
        assert_eq!(answers(first), answers(second), "{id}");
    }
}
