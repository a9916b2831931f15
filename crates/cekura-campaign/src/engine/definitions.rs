//! Fingerprints of metric definitions, before the first request and after the last result.

use cekura::types::Metric;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::baseline::is_final;
use super::campaign::{Campaign, Interruption};

/// Characters of a fingerprint: enough that two definitions never share one by accident.
const LENGTH: usize = 16;

impl Campaign {
    /// Stores the fingerprints of the campaign's metrics. A definition that cannot be read is skipped: the key may lack the
    /// permission, and only the report uses it.
    pub(super) async fn read_definitions(&mut self, after: bool) -> Result<(), Interruption> {
        for metric in self.journal.undefined_metrics(after)? {
            if !self.requested_definitions.insert((metric, after)) {
                continue;
            }
            let read = self.client.metrics().get(metric).into_future();
            match self.unless_ended(read).await? {
                Ok(definition) => {
                    let fingerprint = fingerprint(&definition);
                    self.journal.store_definition(metric, after, &fingerprint)?;
                }
                Err(e) if is_final(&e) => break,
                Err(e) => self.observer.note(&format!(
                    "the definition of metric {metric} cannot be read: {e}"
                )),
            }
        }
        Ok(())
    }
}

/// The fingerprint of what decides a verdict: not the name, nor where the metric is used.
fn fingerprint(metric: &Metric) -> String {
    let mut judging = metric.clone();
    judging.id = None;
    judging.slug = None;
    judging.name = None;
    judging.project = None;
    judging.agents = None;
    judging.observability_enabled = None;
    judging.simulation_enabled = None;
    // Unknown fields may be counters that change on their own.
    judging.unknown_fields = serde_json::Map::new();
    // Maps of serde_json are sorted, so equal values have equal texts.
    let text = serde_json::to_string(&judging).unwrap_or_default();
    HEXLOWER.encode(&Sha256::digest(text)[..LENGTH / 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metric(json: serde_json::Value) -> Metric {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn what_judges_counts_and_where_it_is_used_does_not() {
        let one = metric(
            serde_json::json!({ "id": 71, "name": "Tone", "prompt": "Was it kind?", "agents": [310] }),
        );
        let same = metric(
            serde_json::json!({ "prompt": "Was it kind?", "id": 76, "name": "Kindness", "reviews": 4 }),
        );
        let other =
            metric(serde_json::json!({ "id": 71, "name": "Tone", "prompt": "Was it very kind?" }));
        assert_eq!(fingerprint(&one), fingerprint(&same));
        assert_ne!(fingerprint(&one), fingerprint(&other));
        assert_eq!(fingerprint(&one).len(), LENGTH);
    }
}
