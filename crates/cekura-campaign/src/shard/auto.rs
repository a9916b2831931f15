//! Reads the shard of this worker from environment variables.

use super::part::shortened;
use super::{Shard, ShardError};

const SHARD: &str = "CEKURA_SHARD";
const INDEX: &str = "CEKURA_SHARD_INDEX";
const COUNT: &str = "CEKURA_SHARD_COUNT";
const KUBERNETES: &str = "JOB_COMPLETION_INDEX";
const SLURM: &str = "SLURM_ARRAY_TASK_ID";
const SLURM_COUNT: &str = "SLURM_ARRAY_TASK_COUNT";
const SLURM_MIN: &str = "SLURM_ARRAY_TASK_MIN";
const SLURM_MAX: &str = "SLURM_ARRAY_TASK_MAX";
const SLURM_STEP: &str = "SLURM_ARRAY_TASK_STEP";

impl Shard {
    /// Returns the shard of this worker, read from environment variables.
    ///
    /// The first of these that is set decides. If it is incomplete or invalid, that is an error; the others are not tried:
    ///
    /// | system | variables |
    /// |---|---|
    /// | any | `CEKURA_SHARD`, such as `2/8` |
    /// | GitHub Actions matrix | `CEKURA_SHARD_INDEX` (from 0) and `CEKURA_SHARD_COUNT`, set to `strategy.job-index` and `strategy.job-total` |
    /// | Kubernetes Indexed Job | `JOB_COMPLETION_INDEX` (from 0), and `CEKURA_SHARD_COUNT` set to the job's `completions` |
    /// | Slurm array | `SLURM_ARRAY_TASK_ID`, `…_MIN`, `…_COUNT`, for arrays without gaps |
    ///
    /// `variable` looks a variable up; pass `&|name| std::env::var(name).ok()`.
    ///
    /// # Errors
    /// Fails if none is set, or if a variable is missing, empty or not a valid number. There is no default: workers that all
    /// ran the whole plan would each pay for it.
    pub fn auto(variable: &dyn Fn(&str) -> Option<String>) -> Result<Self, ShardError> {
        let environment = Environment(variable);
        if let Some(text) = variable(SHARD) {
            let wrong = |e| ShardError::new(format!("the variable {SHARD}: {e}"));
            return text.parse().map_err(wrong);
        }
        for name in [INDEX, KUBERNETES] {
            if let Some(index) = environment.number(name)? {
                return from_zero(name, index, COUNT, environment.needed(COUNT, name)?);
            }
        }
        if let Some(id) = environment.number(SLURM)? {
            return environment.slurm(id);
        }
        let lead = match variable(COUNT) {
            Some(count) => format!(
                "the variable {COUNT} is {:?}, but no variable gives the index of this shard",
                shortened(&count)
            ),
            None => "no variable gives the shard".to_owned(),
        };
        Err(ShardError::new(format!(
            "{lead}: looked for {SHARD} (such as 2/8), {INDEX} with {COUNT}, {KUBERNETES} with {COUNT}, and {SLURM}; set \
             one of them, or give the shard itself"
        )))
    }
}

fn from_zero(
    index_name: &str,
    index: u32,
    count_name: &str,
    count: u32,
) -> Result<Shard, ShardError> {
    let odd = || {
        ShardError::new(format!(
            "the variable {index_name} is {index} and {count_name} is {count}: expected an index counted from 0 that is \
             below the count"
        ))
    };
    Shard::from_zero(index, count).ok_or_else(odd)
}

struct Environment<'a>(&'a dyn Fn(&str) -> Option<String>);

impl Environment<'_> {
    /// Returns the number in a variable, if it is set.
    fn number(&self, name: &str) -> Result<Option<u32>, ShardError> {
        let Some(text) = (self.0)(name) else {
            return Ok(None);
        };
        let odd = || {
            ShardError::new(format!(
                "the variable {name} is {:?}: expected a whole number such as 3",
                shortened(&text)
            ))
        };
        let digits = text.trim();
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| is_plain);
        number.map(Some).ok_or_else(odd)
    }

    /// Returns the number in a variable that `other` requires.
    fn needed(&self, name: &str, other: &str) -> Result<u32, ShardError> {
        let missing = || {
            ShardError::new(format!(
                "the variable {other} is set and {name} is not: set {name} to the number of workers"
            ))
        };
        self.number(name)?.ok_or_else(missing)
    }

    fn slurm(&self, id: u32) -> Result<Shard, ShardError> {
        let least = self.needed_of_slurm(SLURM_MIN)?;
        let count = self.needed_of_slurm(SLURM_COUNT)?;
        let step = self.number(SLURM_STEP)?.unwrap_or(1);
        let most = self.number(SLURM_MAX)?;
        let has_gaps =
            most.is_some_and(|most| u64::from(most) + 1 != u64::from(least) + u64::from(count));
        if step != 1 || has_gaps {
            return Err(ShardError::new(format!(
                "the Slurm array has gaps ({SLURM_MIN} {least}, {SLURM_COUNT} {count}, {SLURM_STEP} {step}): expected one \
                 without, such as --array=0-7; or set {SHARD} yourself"
            )));
        }
        let index = id
            .checked_sub(least)
            .and_then(|index| Shard::from_zero(index, count));
        index.ok_or_else(|| {
            ShardError::new(format!(
                "the variable {SLURM} is {id}, which is not among the {count} tasks from {SLURM_MIN} {least} on"
            ))
        })
    }

    fn needed_of_slurm(&self, name: &str) -> Result<u32, ShardError> {
        let missing = || {
            ShardError::new(format!(
                "the variable {SLURM} is set and {name} is not: expected both, as Slurm sets them for an array"
            ))
        };
        self.number(name)?.ok_or_else(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn auto(variables: &[(&str, &str)]) -> Result<String, String> {
        let look_up = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let shard = Shard::auto(&look_up);
        shard
            .map(|shard| shard.to_string())
            .map_err(|e| e.to_string())
    }

    #[test]
    fn each_engine_is_understood() {
        for (variables, expected) in [
            (vec![(SHARD, "2/8")], "2/8"),
            (vec![(INDEX, "0"), (COUNT, "8")], "1/8"),
            (vec![(KUBERNETES, "7"), (COUNT, "8")], "8/8"),
            (
                vec![(SLURM, "3"), (SLURM_MIN, "1"), (SLURM_COUNT, "4")],
                "3/4",
            ),
            (
                vec![
                    (SLURM, "0"),
                    (SLURM_MIN, "0"),
                    (SLURM_MAX, "7"),
                    (SLURM_COUNT, "8"),
                    (SLURM_STEP, "1"),
                ],
                "1/8",
            ),
        ] {
            assert_eq!(auto(&variables).as_deref(), Ok(expected), "{variables:?}");
        }
    }

    #[test]
    fn the_first_that_is_set_decides() {
        let slurm = [(SLURM, "3"), (SLURM_MIN, "0"), (SLURM_COUNT, "4")];
        let with = |more: &[(&'static str, &'static str)]| [more, &slurm].concat();
        assert_eq!(auto(&with(&[(SHARD, "1/2"), (INDEX, "9")])).unwrap(), "1/2");
        assert_eq!(
            auto(&with(&[(INDEX, "1"), (KUBERNETES, "0"), (COUNT, "2")])).unwrap(),
            "2/2"
        );
        assert_eq!(auto(&with(&[(COUNT, "9")])).unwrap(), "4/4");
        let error = auto(&with(&[(INDEX, "1")])).unwrap_err();
        assert!(error.contains("CEKURA_SHARD_COUNT is not"), "{error}");
    }

    #[test]
    fn errors_name_the_missing_or_invalid_variable() {
        for (variables, expected) in [
            (
                vec![],
                "looked for CEKURA_SHARD (such as 2/8), CEKURA_SHARD_INDEX with",
            ),
            (
                vec![(COUNT, "8")],
                "CEKURA_SHARD_COUNT is \"8\", but no variable gives the index",
            ),
            (vec![(SHARD, "")], "CEKURA_SHARD: \"\" is not a shard"),
            (vec![(SHARD, "9/8")], "the last one is 8/8"),
            (
                vec![(INDEX, ""), (COUNT, "8")],
                "CEKURA_SHARD_INDEX is \"\"",
            ),
            (
                vec![(INDEX, "8"), (COUNT, "8")],
                "CEKURA_SHARD_INDEX is 8 and CEKURA_SHARD_COUNT is 8",
            ),
            (vec![(INDEX, "0"), (COUNT, "0")], "below the count"),
            (
                vec![(INDEX, "-1"), (COUNT, "8")],
                "CEKURA_SHARD_INDEX is \"-1\"",
            ),
            (
                vec![(KUBERNETES, "0")],
                "JOB_COMPLETION_INDEX is set and CEKURA_SHARD_COUNT is not",
            ),
            (
                vec![(KUBERNETES, "0"), (COUNT, "many")],
                "CEKURA_SHARD_COUNT is \"many\"",
            ),
            (
                vec![(SLURM, "3"), (SLURM_COUNT, "4")],
                "SLURM_ARRAY_TASK_MIN is not",
            ),
            (
                vec![(SLURM, "3"), (SLURM_MIN, "0")],
                "SLURM_ARRAY_TASK_COUNT is not",
            ),
            (
                vec![(SLURM, "4"), (SLURM_MIN, "0"), (SLURM_COUNT, "4")],
                "SLURM_ARRAY_TASK_ID is 4",
            ),
            (
                vec![(SLURM, "0"), (SLURM_MIN, "1"), (SLURM_COUNT, "4")],
                "SLURM_ARRAY_TASK_ID is 0",
            ),
            (
                vec![
                    (SLURM, "2"),
                    (SLURM_MIN, "0"),
                    (SLURM_COUNT, "4"),
                    (SLURM_STEP, "2"),
                ],
                "SLURM_ARRAY_TASK_STEP 2",
            ),
            (
                vec![
                    (SLURM, "3"),
                    (SLURM_MIN, "1"),
                    (SLURM_MAX, "7"),
                    (SLURM_COUNT, "3"),
                ],
                "has gaps",
            ),
        ] {
            let error = auto(&variables).unwrap_err();
            assert!(error.contains(expected), "{variables:?}: {error}");
        }
    }
}
