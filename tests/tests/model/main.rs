//! Money: whatever goes wrong, nothing is paid for that the journal does not know of, and nothing more often than was permitted.
//!
//! Random campaigns and imports under random faults, killed and resumed, on a virtual clock. `MODEL_CASES` sets how many of each
//! (default 400), `MODEL_SEED` the seed; a failing case is shrunk and printed. A hundred thousand, in release mode and on all cores:
//! `MODEL_CASES=100000 cargo test --release -p cekura-tests --test model`.

#![allow(
    clippy::unwrap_used,
    reason = "a test that unwraps in vain fails, as it should"
)]

mod case;
mod check;
mod crash;
mod drive;
mod import;

use std::time::Duration;

use proptest::strategy::Strategy;
use proptest::test_runner::{
    Config, RngSeed, TestCaseError, TestCaseResult, TestError, TestRunner,
};

/// Cases that every run of the tests tries.
const CASES: u32 = 400;

/// What the cases are drawn by, unless told otherwise.
const SEED: u64 = 20_261_126;

/// How long a case may take, in real time.
const STUCK: Duration = Duration::from_secs(60);

fn number<T: std::str::FromStr>(name: &str) -> Option<T> {
    let text = std::env::var(name).ok()?;
    let number = text.parse().ok();
    assert!(number.is_some(), "{name}={text} is no number");
    number
}

/// Tries `cases` cases drawn by `seed`; gives the smallest that fails.
fn search<S: Strategy>(
    strategy: &S,
    drive: impl AsyncFn(&S::Value) -> TestCaseResult,
    cases: u32,
    seed: u64,
) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let config = Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        max_shrink_iters: number("MODEL_SHRINK").unwrap_or(400),
        ..Config::default()
    };
    let found = TestRunner::new(config).run(strategy, |case| {
        // On a virtual clock nothing waits: what takes so long hangs.
        let driven = async { tokio::time::timeout(STUCK, drive(&case)).await };
        runtime
            .block_on(driven)
            .unwrap_or_else(|_| Err(TestCaseError::fail("stuck")))
    });
    match found {
        Ok(()) => Ok(()),
        Err(TestError::Fail(why, case)) => Err(format!("{why}\n{case:#?}")),
        Err(TestError::Abort(why)) => Err(format!("gave up: {why}")),
    }
}

/// Tries cases on all cores.
fn try_cases<S: Strategy>(
    strategy: fn() -> S,
    drive: impl AsyncFn(&S::Value) -> TestCaseResult + Copy + Send,
) {
    let cases = number("MODEL_CASES").unwrap_or(CASES);
    let seed = number("MODEL_SEED").unwrap_or(SEED);
    let workers = std::thread::available_parallelism().map_or(1, usize::from) as u32;
    let found: Vec<Result<(), String>> = std::thread::scope(|scope| {
        let workers = (0..workers).map(|worker| {
            let own = cases / workers + u32::from(worker < cases % workers);
            scope.spawn(move || search(&strategy(), drive, own, seed.wrapping_add(worker.into())))
        });
        let workers: Vec<_> = workers.collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap())
            .collect()
    });
    for outcome in found {
        if let Err(text) = outcome {
            panic!("seed {seed}: {text}");
        }
    }
}

#[test]
fn nothing_is_paid_for_twice_without_leave_or_without_a_trace() {
    try_cases(case::cases, drive::drive);
}

#[test]
fn no_call_of_a_file_is_paid_for_twice_without_leave_or_forgotten() {
    try_cases(import::cases, import::drive);
}
