//! Promise: the recipes for engines that start many workers run as they are.
//!
//! Each engine is played: its variables are set, and the shell that its recipe holds is carried out as it stands there.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use cekura_sandbox::{Fault, Quirks, Traces};

use crate::support::{Ended, Stage, ended, signal};

const PARTS: u32 = 4;

/// A sandbox of few call logs that all show what happens to them, and the folder of the recipes.
async fn stage() -> Stage {
    let quirks = Quirks {
        reviewed: Traces::unreviewed(),
        ..Quirks::default()
    };
    Stage::with(|builder| builder.call_logs(40).quirks(quirks)).await
}

fn recipe(name: &str) -> String {
    fs::read_to_string(recipes().join(name)).unwrap()
}

fn recipes() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/recipes")
}

/// A shell with the program in its path and nothing of this process.
fn shell(stage: &Stage, folder: &Path, arguments: &[&str]) -> Command {
    fs::create_dir_all(folder).unwrap();
    let programs = Path::new(env!("CARGO_BIN_EXE_cekura")).parent().unwrap();
    let mut command = Command::new("sh");
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("HOME", stage.home.path())
        .env(
            "PATH",
            format!("{}:/usr/local/bin:/usr/bin:/bin", programs.display()),
        )
        .env("CEKURA_API_KEY", stage.sandbox.api_key())
        .env("CEKURA_API_URL", stage.sandbox.url())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn together(commands: Vec<Command>) -> Vec<Ended> {
    let children: Vec<Child> = commands
        .into_iter()
        .map(|mut command| command.spawn().unwrap())
        .collect();
    children
        .into_iter()
        .map(|child| ended(child.wait_with_output().unwrap()))
        .collect()
}

/// The folder that workers share, with the plan and the scripts in it, and how many call logs are planned.
fn shared(stage: &Stage) -> (PathBuf, usize) {
    let campaign = stage.home.path().join("campaign");
    fs::create_dir_all(&campaign).unwrap();
    for name in ["shard.sh", "merge.sh", "slurm-array.sh"] {
        fs::write(campaign.join(name), recipe(name)).unwrap();
    }
    let plan = [
        "plan",
        "--agent-id",
        "310",
        "--out",
        "campaign/plan.json",
        "--format",
        "json",
    ];
    let told = stage.campaign(&plan).exits(0).json();
    let planned = told["call_logs"]["planned"].as_u64().unwrap();
    (campaign, usize::try_from(planned).unwrap())
}

fn each_once(stage: &Stage, planned: usize) {
    let ledger = stage.sandbox.ledger();
    assert_eq!(ledger.call_logs().len(), planned);
    assert_eq!(ledger.evaluations(), planned as u64);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_terminated_worker_hands_its_journal_over() {
    let stage = stage().await;
    let (campaign, planned) = shared(&stage);
    let start = |node: &str| {
        let mut command = shell(&stage, &campaign, &["shard.sh"]);
        command
            .env("CAMPAIGN", &campaign)
            .env("WORK", stage.home.path().join(node))
            .env("CEKURA_SHARD_INDEX", "0")
            .env("CEKURA_SHARD_COUNT", "1");
        command
    };
    let slow = Fault::delay(Duration::from_secs(2)).after_work();
    let faults = stage.sandbox.faults();
    faults.push_for("call_logs_rerun_evaluation", slow);
    let worker = start("one").spawn().unwrap();
    stage.sandbox.stalled().await;
    signal("TERM", worker.id());
    let told = ended(worker.wait_with_output().unwrap()).exits(101);
    assert!(
        told.err.contains("waiting for pending responses"),
        "{}",
        told.err
    );
    let package = campaign.join("journals/shard-0.tar");
    let mode = fs::metadata(&package).unwrap().permissions().mode();
    assert_eq!(
        mode & 0o077,
        0,
        "what customers said is for this user alone"
    );
    // Another machine goes on with it.
    together(vec![start("two")]).remove(0).exits(0);
    each_once(&stage, planned);

    // Where nothing was begun, nothing stands in the way of a second attempt.
    fs::write(campaign.join("no-plan.json"), "{}").unwrap();
    let mut wrong = start("three");
    wrong
        .env("CEKURA_SHARD_INDEX", "1")
        .env("CEKURA_SHARD_COUNT", "2");
    wrong.env("PLAN", campaign.join("no-plan.json"));
    together(vec![wrong]).remove(0).exits(2);
    assert!(!campaign.join("begun/1").exists());
}

/// What a job of the Kubernetes recipe starts, and with which variables.
struct Pod {
    command: Vec<String>,
    variables: Vec<(String, String)>,
}

impl Pod {
    fn of(job: &str) -> Self {
        let text = recipe("kubernetes-indexed-job.yaml");
        let document = text
            .split("\n---\n")
            .find(|document| document.contains(&format!("\n  name: {job}\n")))
            .unwrap_or_else(|| panic!("no job {job}"));
        let command = document
            .lines()
            .find_map(|line| line.trim().strip_prefix("command: "))
            .unwrap();
        let mut variables = Vec::new();
        let lines: Vec<&str> = document.lines().map(str::trim).collect();
        for pair in lines.windows(2) {
            if let [name, value] = pair
                && let Some(name) = name.strip_prefix("- name: ")
                && let Some(value) = value.strip_prefix("value: ")
            {
                variables.push((name.to_owned(), value.trim_matches('"').to_owned()));
            }
        }
        Self {
            command: serde_json::from_str(command).unwrap(),
            variables,
        }
    }

    fn variable(&self, name: &str) -> &str {
        let found = self.variables.iter().find(|(known, _)| known == name);
        &found.unwrap_or_else(|| panic!("no variable {name}")).1
    }

    /// The pod's command with its volumes in folders here; nothing else is changed but the rate, for the test's sake.
    fn start(&self, stage: &Stage, campaign: &Path, work: &Path) -> Command {
        let place = |text: &str| match (text, text.strip_prefix("/recipes/")) {
            ("/campaign", _) => campaign.to_str().unwrap().to_owned(),
            ("/work", _) => work.to_str().unwrap().to_owned(),
            (_, Some(name)) => campaign.join(name).to_str().unwrap().to_owned(),
            (text, None) => text.to_owned(),
        };
        assert_eq!(self.command[0], "sh");
        let arguments: Vec<String> = self.command[1..].iter().map(|text| place(text)).collect();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let mut command = shell(stage, work, &arguments);
        for (name, value) in &self.variables {
            command.env(name, place(value));
        }
        command.env_remove("RATE");
        command
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kubernetes() {
    let stage = stage().await;
    let (campaign, planned) = shared(&stage);
    let pod = Pod::of("cekura-shards");
    let count: u32 = pod.variable("CEKURA_SHARD_COUNT").parse().unwrap();
    assert!(recipe("kubernetes-indexed-job.yaml").contains(&format!("completions: {count}\n")));
    let work = |index: u32| stage.home.path().join(format!("pod-{index}"));
    let start = |index: u32| {
        let mut command = pod.start(&stage, &campaign, &work(index));
        command.env("JOB_COMPLETION_INDEX", index.to_string());
        command
    };
    for ended in together((0..count).map(start).collect()) {
        ended.exits(0);
    }
    each_once(&stage, planned);

    let again = |index: u32| together(vec![start(index)]).remove(0);
    // A container that is started again in its pod.
    again(0).exits(0);
    // A pod that is lost after it handed its journal over, and one that is lost with it.
    fs::remove_dir_all(work(1)).unwrap();
    again(1).exits(0);
    fs::remove_dir_all(work(2)).unwrap();
    let package = campaign.join("journals/shard-2.tar");
    let kept = fs::read(&package).unwrap();
    fs::remove_file(&package).unwrap();
    again(2)
        .exits(101)
        .says("begun elsewhere, and its journal is lost");
    each_once(&stage, planned);

    let merge = Pod::of("cekura-merge");
    let at = stage.home.path().join("pod-merge");
    together(vec![merge.start(&stage, &campaign, &at)])
        .remove(0)
        .exits(2)
        .says(&format!("shard 3/{count} is missing"));
    fs::write(&package, kept).unwrap();
    together(vec![merge.start(&stage, &campaign, &at)])
        .remove(0)
        .exits(0);
    for name in ["report.html", "report.json", "gate.xml", "whole.db"] {
        assert!(campaign.join(name).is_file(), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slurm() {
    let stage = stage().await;
    let (campaign, planned) = shared(&stage);
    let last = PARTS - 1;
    let start = |index: u32| {
        let mut command = shell(&stage, &campaign, &["slurm-array.sh"]);
        let local = stage.home.path().join(format!("node-{}", index % 2));
        command
            .env("SLURM_SUBMIT_DIR", &campaign)
            .env("SLURM_TMPDIR", local)
            .env("SLURM_ARRAY_JOB_ID", "8811")
            .env("SLURM_ARRAY_TASK_ID", index.to_string())
            .env("SLURM_ARRAY_TASK_COUNT", PARTS.to_string())
            .env("SLURM_ARRAY_TASK_MIN", "0")
            .env("SLURM_ARRAY_TASK_MAX", last.to_string())
            .env("SLURM_ARRAY_TASK_STEP", "1");
        command
    };
    for ended in together((0..PARTS).map(start).collect()) {
        ended.exits(0);
    }
    each_once(&stage, planned);
    // The step that the recipe tells to submit after the array.
    let text = recipe("slurm-array.sh");
    let wrapped = text
        .lines()
        .find_map(|line| line.split_once("--wrap='"))
        .unwrap()
        .1;
    fs::write(
        campaign.join("cekura-gate.toml"),
        "[metrics.71]\nmin_pass_rate = 1\n",
    )
    .unwrap();
    let mut merge = shell(&stage, &campaign, &["-c", wrapped.trim_end_matches('\'')]);
    merge
        .env("CAMPAIGN", &campaign)
        .env("WORK", stage.home.path().join("node-0"));
    together(vec![merge])
        .remove(0)
        .exits(100)
        .says("min_pass_rate = 1 for Keeps to script");
    assert!(campaign.join("report.html").is_file());
}

/// A step of a GitHub Actions workflow that runs a script.
struct Step {
    script: String,
    variables: Vec<(String, String)>,
}

impl Step {
    /// Read by its indentation, which is all that is needed of YAML here.
    fn of(name: &str) -> Self {
        let text = recipe("github-actions-matrix.yml");
        let mut lines = text
            .lines()
            .skip_while(|line| *line != format!("      - name: {name}"))
            .skip(1)
            .take_while(|line| line.starts_with("        "))
            .peekable();
        let (mut script, mut variables) = (String::new(), Vec::new());
        while let Some(line) = lines.next() {
            match line.trim() {
                "env:" => {
                    while let Some(line) = lines.next_if(|line| line.starts_with("          ")) {
                        if let Some((name, value)) = line.trim().split_once(": ")
                            && !name.starts_with('#')
                        {
                            variables.push((name.to_owned(), value.to_owned()));
                        }
                    }
                }
                "run: |" => {
                    while let Some(line) = lines.next_if(|line| line.starts_with("          ")) {
                        script.push_str(&line[10..]);
                        script.push('\n');
                    }
                }
                _ => {}
            }
        }
        assert!(!script.is_empty(), "no step {name}");
        Self { script, variables }
    }

    /// As GitHub starts it: `sh -e`, with expressions put in.
    fn start(&self, stage: &Stage, folder: &Path, expressions: &[(&str, &str)]) -> Command {
        let mut command = shell(stage, folder, &["-e", "-c", &self.script]);
        for (name, value) in &self.variables {
            let expression = value
                .strip_prefix("${{ ")
                .and_then(|value| value.strip_suffix(" }}"));
            let value = match expression {
                None => value,
                Some("secrets.CEKURA_API_KEY") => stage.sandbox.api_key(),
                Some(wanted) => {
                    let found = expressions.iter().find(|(name, _)| *name == wanted);
                    found.unwrap_or_else(|| panic!("{wanted}")).1
                }
            };
            command.env(name, value);
        }
        command
    }
}

#[test]
fn the_key_is_given_only_to_steps_that_use_it() {
    let text = recipe("github-actions-matrix.yml");
    let steps: Vec<&str> = text.split("\n      - ").collect();
    assert!(!steps[0].contains("secrets."), "no job inherits the key");
    for step in &steps[1..] {
        let uses = ["campaign plan", "campaign run"]
            .iter()
            .any(|command| step.contains(command));
        assert_eq!(step.contains("secrets."), uses, "{step}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn github_actions() {
    let stage = stage().await;
    let runner = |name: &str| stage.home.path().join(name);
    let inputs = [("inputs.agent", "310"), ("inputs.since", "30d")];
    together(vec![Step::of("Plan").start(
        &stage,
        &runner("plan"),
        &inputs,
    )])
    .remove(0)
    .exits(0);

    let work = Step::of("Work");
    let start = |part: u32| {
        let folder = runner(&format!("shard-{part}"));
        fs::create_dir_all(&folder).unwrap();
        fs::copy(runner("plan").join("plan.json"), folder.join("plan.json")).unwrap();
        let (part, count) = (part.to_string(), PARTS.to_string());
        let matrix = [
            ("strategy.job-index", part.as_str()),
            ("strategy.job-total", count.as_str()),
        ];
        let mut command = work.start(&stage, &folder, &matrix);
        command.env("RATE", "50");
        command
    };
    for ended in together((0..PARTS).map(start).collect()) {
        ended.exits(0);
    }
    let paid = stage.sandbox.ledger().evaluations();
    assert_eq!(stage.sandbox.ledger().paid_more_than_once(), []);
    // "Re-run failed jobs", with the journal of the attempt before.
    together(vec![start(1)]).remove(0).exits(0);
    assert_eq!(stage.sandbox.ledger().evaluations(), paid);

    let merge = runner("merge");
    fs::create_dir_all(merge.join("journals")).unwrap();
    for part in 0..PARTS {
        for entry in fs::read_dir(runner(&format!("shard-{part}")).join("journal")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), merge.join("journals").join(entry.file_name())).unwrap();
        }
    }
    let mut command = Step::of("Merge, report and gate").start(&stage, &merge, &[]);
    command.env("GITHUB_STEP_SUMMARY", merge.join("summary.md"));
    together(vec![command]).remove(0).exits(0);
    for name in ["report.html", "gate.xml", "whole.db", "summary.md"] {
        assert!(merge.join(name).is_file(), "{name}");
    }
}
