//! The call logs before a re-evaluation.

use std::collections::BTreeMap;

use cekura_api::scalars::CallLogId;
use cekura_api::types::CallLog;
use futures_util::{StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};

use super::{GetMany, Snapshot};
use crate::error::{Kind, Limit};
use crate::http::CallOptions;
use crate::{CallLogTargets, Client, Error};

/// The call logs before a re-evaluation, which overwrites their results.
///
/// It can be serialized and deserialized; fields that this version does not know are kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Baseline {
    logs: BTreeMap<CallLogId, CallLog>,
}

impl Baseline {
    /// Returns a call log.
    #[must_use]
    pub fn get(&self, id: CallLogId) -> Option<&CallLog> {
        self.logs.get(&id)
    }

    /// Returns all call logs, by id.
    pub fn iter(&self) -> impl Iterator<Item = (CallLogId, &CallLog)> {
        self.logs.iter().map(|(id, log)| (*id, log))
    }

    /// Returns the number of call logs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.logs.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.logs.is_empty()
    }

    /// Returns those of `logs` that are missing here.
    pub(super) fn lacks(&self, logs: &CallLogTargets) -> Vec<CallLogId> {
        logs.ids()
            .iter()
            .copied()
            .filter(|id| !self.logs.contains_key(id))
            .collect()
    }

    /// Adds the call logs of `other` that are missing here.
    pub(super) fn complete(&mut self, other: Self) {
        for (id, log) in other.logs {
            self.logs.entry(id).or_insert(log);
        }
    }

    pub(super) fn snapshot(&self, id: CallLogId) -> Option<Snapshot> {
        self.get(id).map(Snapshot::from)
    }
}

/// Reads `logs` as they are now, all within the timeout of one call.
///
/// # Errors
/// The error of the first call log that cannot be read.
pub(crate) async fn take_baseline(
    client: &Client,
    logs: &CallLogTargets,
    options: &CallOptions,
) -> Result<Baseline, Error> {
    logs.check()?;
    if logs.is_all() {
        return Err(Error::invalid_request(
            "a baseline of all call logs cannot be taken: list the call logs and give their ids",
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
