//! Campaigns, from the outside.

mod begun;
mod consent;
mod credits;
#[cfg(unix)]
mod interrupted;
mod journals;
mod looks;
mod manage;
mod outputs;
mod plans;
#[cfg(unix)]
mod recipes;
mod runs;
mod shape;
mod shards;
mod unknown;
mod verdicts;
mod wrong_input;

/// Options that suit a sandbox whose judge takes a tenth of a second.
const QUICK: [&str; 4] = ["--poll-interval", "20ms", "--stability-window", "400ms"];

/// `cekura campaign run` of the plan in `plan.json` as the campaign `trial`, and more options.
pub(crate) fn run<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let first = ["run", "--plan", "plan.json", "--name", "trial", "--yes"];
    [&first, &QUICK[..], more].concat()
}

/// `cekura campaign resume trial`, and more options.
fn resume<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["resume", "trial"], &QUICK[..], more].concat()
}
