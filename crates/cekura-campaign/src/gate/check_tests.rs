use super::*;
use crate::report::{Flips, Proportion};
use crate::stats::{noise, wilson};

fn metric(id: i64, name: &str, flips: Flips) -> MetricSummary {
    let before = flips.pass_to_pass + flips.pass_to_fail;
    let of = before + flips.fail_to_pass + flips.fail_to_fail;
    MetricSummary {
        id: Some(id),
        name: name.to_owned(),
        kind: Some("binary".to_owned()),
        flips,
        pass_rate_before: wilson(before, of),
        pass_rate_after: wilson(flips.passes_after(), of),
        ..MetricSummary::default()
    }
}

fn flips(pass_to_pass: u64, pass_to_fail: u64, fail_to_pass: u64, fail_to_fail: u64) -> Flips {
    Flips {
        pass_to_pass,
        pass_to_fail,
        fail_to_pass,
        fail_to_fail,
        ..Flips::default()
    }
}

fn report(metrics: Vec<MetricSummary>) -> Report {
    Report {
        coverage: Coverage {
            selected: 100,
            confirmed: 90,
            inferred: 10,
            ..Coverage::default()
        },
        metrics,
        ..Report::default()
    }
}

fn gate(toml: &str) -> Gate {
    Gate::from_toml(toml).unwrap()
}

/// The rules that failed, as `rule metric`.
fn failed(verdict: &GateResult) -> Vec<String> {
    verdict
        .failed()
        .map(|rule| format!("{} {}", rule.rule, rule.subject()))
        .collect()
}

#[test]
fn without_rules_only_completeness_is_asked() {
    let verdict = Gate::default().check(&report(Vec::new()));
    assert!(verdict.passed);
    assert_eq!(verdict.rules.len(), 1);
    assert_eq!(verdict.rules[0].rule, RuleKind::MinEvaluated);
    assert_eq!(
        verdict.rules[0].reason,
        "100 call logs evaluated, required: all"
    );
}

#[test]
fn one_call_log_without_a_result_fails_and_says_which_way() {
    let mut report = report(vec![metric(71, "a", flips(99, 0, 0, 0))]);
    report.coverage.inferred = 8;
    report.coverage.unknown = 1;
    report.coverage.refused = 1;
    let verdict = gate("max_regressions = 0").check(&report);
    assert_eq!(failed(&verdict), ["min_evaluated all call logs"]);
    assert_eq!(
        verdict.rules[0].reason,
        "98 of 100 call logs evaluated: 1 unknown and 1 refused; required: all"
    );
    assert!(verdict.is_only_incomplete());
    assert!(
        !gate("min_evaluated = 0.98").check(&report).passed,
        "what is unknown may have been paid for, and is never enough"
    );
    report.coverage.unknown = 0;
    report.coverage.refused = 2;
    assert!(gate("min_evaluated = 0.98").check(&report).passed);
    assert!(!gate("min_evaluated = 0.981").check(&report).passed);
}

#[test]
fn an_incomplete_campaign_with_a_failed_rule_is_a_failed_one() {
    let mut report = report(vec![metric(71, "a", flips(90, 5, 0, 0))]);
    report.coverage.inferred = 5;
    report.coverage.not_sent = 5;
    let verdict = gate("max_regressions = 0").check(&report);
    assert_eq!(
        failed(&verdict),
        ["min_evaluated all call logs", "max_regressions a"]
    );
    assert!(!verdict.is_only_incomplete());
    assert!(
        !GateResult {
            passed: true,
            rules: Vec::new()
        }
        .is_only_incomplete()
    );
}

#[test]
fn a_campaign_of_nothing_fails() {
    let verdict = Gate::default().check(&Report::default());
    assert!(!verdict.passed);
    assert_eq!(verdict.rules[0].reason, "no call log was selected");
    assert_eq!(verdict.rules[0].found, None);
}

#[test]
fn no_average_hides_a_failing_metric() {
    let mut metrics: Vec<_> = (0..50)
        .map(|i| metric(i, &format!("good {i}"), flips(100, 0, 0, 0)))
        .collect();
    metrics.push(metric(71, "bad", flips(60, 40, 0, 0)));
    let report = report(metrics);
    let verdict = gate("min_pass_rate = 0.9\nmax_regressions = 10").check(&report);
    assert_eq!(
        failed(&verdict),
        ["min_pass_rate bad", "max_regressions bad"]
    );
}

#[test]
fn limits_are_met_exactly() {
    let report = report(vec![metric(71, "a", flips(87, 3, 3, 7))]);
    assert!(gate("min_pass_rate = 0.9").check(&report).passed);
    assert!(!gate("min_pass_rate = 0.90001").check(&report).passed);
    assert!(gate("max_regressions = 3").check(&report).passed);
    let verdict = gate("max_regressions = 2").check(&report);
    let rule = verdict.failed().next().unwrap();
    assert_eq!((rule.limit, rule.found), (2.0, Some(3.0)));
    assert_eq!(
        rule.reason,
        "3 call logs from pass to fail, allowed: at most 2"
    );
    assert_eq!(rule.text(), "max_regressions = 2");
}

#[test]
fn a_metric_is_named_by_number_or_by_its_exact_name() {
    let report = report(vec![
        metric(71, "Booked", flips(90, 9, 0, 1)),
        metric(72, "71", flips(90, 0, 0, 10)),
    ]);
    assert_eq!(
        failed(&gate("[metrics.71]\nmax_regressions = 5").check(&report)),
        ["max_regressions Booked"]
    );
    assert_eq!(
        failed(&gate("[metrics.Booked]\nmax_regressions = 5").check(&report)),
        ["max_regressions Booked"]
    );
    // Its own limit replaces the one for each metric.
    let own = gate("max_regressions = 5\n[metrics.Booked]\nmax_regressions = 9");
    assert!(own.check(&report).passed);
}

#[test]
fn the_number_is_more_exact_than_the_name() {
    let report = report(vec![metric(71, "Booked", flips(90, 9, 0, 1))]);
    let both = gate("[metrics.71]\nmax_regressions = 9\n[metrics.Booked]\nmax_regressions = 5");
    assert!(both.check(&report).passed);
}

#[test]
fn a_rule_about_a_metric_that_is_not_there_fails_and_lists_those_that_are() {
    let report = report(vec![metric(71, "Booked", flips(100, 0, 0, 0))]);
    let verdict = gate("[metrics.booked]\nmax_regressions = 5").check(&report);
    assert_eq!(failed(&verdict), ["max_regressions booked"]);
    let why = &verdict.failed().next().unwrap().reason;
    assert!(why.contains("Booked (71)"), "{why}");
    // Even where only the general limits would have held for it.
    let verdict =
        gate("max_lost_results = 5\n[metrics.booked]\nignore_within_noise = true").check(&report);
    assert_eq!(failed(&verdict), ["max_lost_results booked"]);
}

#[test]
fn a_metric_that_judged_nothing_fails_every_rule() {
    let mut silent = metric(71, "a", Flips::default());
    let rules = "min_pass_rate = 0\nmax_regressions = 1000\nmax_lost_results = 1000";
    let all = ["min_pass_rate a", "max_regressions a", "max_lost_results a"];
    assert_eq!(
        failed(&gate(rules).check(&report(vec![silent.clone()]))),
        all
    );
    // It judged before, and not once since.
    silent.pass_rate_before = wilson(80, 100);
    silent.vanished = 100;
    let verdict = gate(rules).check(&report(vec![silent]));
    assert_eq!(failed(&verdict), all);
    let why = &verdict.failed().next().unwrap().reason;
    assert_eq!(why, "the metric gave no verdicts");
}

#[test]
fn lost_results_are_vanished_and_not_applicable_ones() {
    let mut lossy = metric(
        71,
        "a",
        Flips {
            became_not_applicable: 3,
            ..flips(90, 0, 0, 0)
        },
    );
    lossy.vanished = 4;
    let report = report(vec![lossy]);
    assert!(gate("max_lost_results = 7").check(&report).passed);
    let verdict = gate("max_lost_results = 6").check(&report);
    let why = &verdict.failed().next().unwrap().reason;
    assert!(why.contains("4 vanished, 3 not applicable now"), "{why}");
}

#[test]
fn metrics_that_only_grade_have_no_verdicts_to_limit() {
    let mut graded = metric(74, "helpful", Flips::default());
    graded.kind = Some("continuous_qualitative".to_owned());
    graded.mean_score = Some([3.9, 3.7]);
    graded.vanished = 2;
    let both = report(vec![metric(71, "a", flips(100, 0, 0, 0)), graded.clone()]);
    assert!(
        gate("min_pass_rate = 1\nmax_regressions = 0")
            .check(&both)
            .passed
    );
    assert_eq!(
        failed(&gate("max_lost_results = 1").check(&both)),
        ["max_lost_results helpful"]
    );
    // Asked for by name, it fails, and says which metrics it could mean.
    let named = gate("max_lost_results = 2\n[metrics.74]\nmax_regressions = 5").check(&both);
    assert_eq!(failed(&named), ["max_regressions helpful"]);
    let why = &named.failed().next().unwrap().reason;
    assert!(why.contains("metrics with verdicts are a (71)"), "{why}");
    // Where nothing else judged, the limits of verdicts have nothing to stand on.
    let alone = gate("max_regressions = 5").check(&report(vec![graded]));
    assert_eq!(failed(&alone), ["max_regressions all call logs"]);
}

#[test]
fn rules_without_any_metric_fail() {
    let verdict = gate("max_regressions = 5\nmax_lost_results = 5").check(&report(Vec::new()));
    assert_eq!(failed(&verdict).len(), 2);
}

#[test]
fn noise_forgives_only_what_it_explains() {
    let noisy = |sample: Proportion, flips: Flips| {
        let mut metric = metric(71, "a", flips);
        metric.noise = Some(noise(1, sample.of, sample, &flips));
        report(vec![metric])
    };
    let rule = gate("max_regressions = 2\nignore_within_noise = true");
    let why = |report: &Report| rule.check(report).rules[1].reason.clone();

    let calm = noisy(wilson(10, 200).unwrap(), flips(90, 4, 3, 3));
    assert!(rule.check(&calm).passed, "{}", why(&calm));
    assert!(why(&calm).contains("ignored"), "{}", why(&calm));
    // Nobody asked for forgiveness.
    assert!(!gate("max_regressions = 2").check(&calm).passed);

    let many = noisy(wilson(1, 200).unwrap(), flips(70, 15, 14, 1));
    assert!(!rule.check(&many).passed);
    assert!(
        why(&many).contains("more flips than the measured noise"),
        "{}",
        why(&many)
    );

    let small = noisy(wilson(2, 20).unwrap(), flips(90, 4, 3, 3));
    assert!(!rule.check(&small).passed);
    assert!(
        why(&small).contains("on 20 call logs only, 50 are required"),
        "{}",
        why(&small)
    );

    // Nothing was seen to flip by itself: the room that 50 call logs leave, 7 %, forgives nothing.
    let silent = noisy(wilson(0, 50).unwrap(), flips(96, 3, 1, 0));
    assert!(!rule.check(&silent).passed, "{}", why(&silent));

    let leaning = noisy(wilson(20, 200).unwrap(), flips(90, 9, 0, 1));
    assert!(!rule.check(&leaning).passed);
    assert!(
        why(&leaning).contains("more got worse than better"),
        "{}",
        why(&leaning)
    );

    let unmeasured = report(vec![metric(71, "a", flips(90, 9, 0, 1))]);
    assert!(!rule.check(&unmeasured).passed);
    assert!(
        why(&unmeasured).contains("not measured"),
        "{}",
        why(&unmeasured)
    );
}
