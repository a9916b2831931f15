//! What the call logs said before the service was asked to overwrite it.

use std::collections::BTreeMap;

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLog;
use futures_util::{StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};

use super::{GetMany, Snapshot};
use crate::error::{Kind, Limit};
use crate::http::CallOptions;
use crate::{CallLogs, Client, Error};

/// Call logs as they were before a re-evaluation, which erases what it replaces.
///
/// It can be stored and read back: the models keep fields that this version does not know.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Baseline {
    logs: BTreeMap<CallLogId, CallLog>,
}

impl Baseline {
    /// The call log as it was.
    #[must_use]
    pub fn get(&self, id: CallLogId) -> Option<&CallLog> {
        self.logs.get(&id)
    }

    /// All call logs, by id.
    pub fn iter(&self) -> impl Iterator<Item = (CallLogId, &CallLog)> {
        self.logs.iter().map(|(id, log)| (*id, log))
    }

    /// How many call logs it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.logs.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.logs.is_empty()
    }

    /// Those of `logs` that it does not hold.
    pub(super) fn lacks(&self, logs: &CallLogs) -> Vec<CallLogId> {
        logs.ids()
            .iter()
            .copied()
            .filter(|id| !self.logs.contains_key(id))
            .collect()
    }

    /// Adds the call logs of `other` that it does not hold.
    pub(super) fn complete(&mut self, other: Self) {
        for (id, log) in other.logs {
            self.logs.entry(id).or_insert(log);
        }
    }

    pub(super) fn snapshot(&self, id: CallLogId) -> Option<Snapshot> {
        self.get(id).map(Snapshot::from)
    }
}

/// Reads `logs` as they are now, all of them within the limit of one call; one that cannot be read is an error.
pub(crate) async fn take_baseline(
    client: &Client,
    logs: &CallLogs,
    options: &CallOptions,
) -> Result<Baseline, Error> {
    logs.check()?;
    if logs.is_all() {
        return Err(Error::invalid_request(
            "a baseline of all call logs cannot be taken, since only the service knows which they are: list them and \
             name their ids",
        ));
    }
    let wanted = logs.ids().to_vec();
    let deadline = options.deadline(client.shared.clock.now());
    let bounded = options.clone().until(deadline);
    let reads = GetMany::new(client.clone(), bounded, wanted.clone());
    let logs: BTreeMap<_, _> = reads
        .map(|(id, read)| read.map(|log| (id, log)))
        .try_collect()
        .await?;
    // Reads that could not begin in time are left out.
    match logs.len() == wanted.len() {
        true => Ok(Baseline { logs }),
        false => Err(Error::new(Kind::TimedOut(Limit::Total(
            options.timeouts.total,
        )))),
    }
}

impl IntoIterator for Baseline {
    type Item = (CallLogId, CallLog);
    type IntoIter = std::collections::btree_map::IntoIter<CallLogId, CallLog>;

    fn into_iter(self) -> Self::IntoIter {
        self.logs.into_iter()
    }
}

impl FromIterator<(CallLogId, CallLog)> for Baseline {
    fn from_iter<I: IntoIterator<Item = (CallLogId, CallLog)>>(logs: I) -> Self {
        Self {
            logs: logs.into_iter().collect(),
        }
    }
}
