//! The lines of an import's journal.

use cekura::{CallLogId, Scope, Timestamp};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::line::LineDigest;

/// The version of the file; another one is not read.
pub(super) const VERSION: u32 = 1;

/// The first line: to which service the calls are sent.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(super) cekura_import: u32,
    pub(super) service: String,
}

/// Every other line: what happened to one call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) call_id: String,
    /// The line of the file, when this was written.
    pub(super) line: u64,
    /// The digest of its content.
    pub(super) digest: String,
    #[serde(flatten)]
    pub(super) event: Event,
}

/// What happened to a call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(super) enum Event {
    /// It is about to be sent. Without a later line, its outcome is unknown.
    Sending {
        at: Timestamp,
        agent: Scope,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        timestamp: Option<Timestamp>,
    },
    /// It is a call log now, by the response or because it was found afterwards.
    Sent { id: CallLogId },
    /// It was there before it was sent.
    There {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<CallLogId>,
    },
    /// The service refused it. No status proves that nothing was carried out.
    Refused {
        reason: String,
        /// Whether every other call would be refused as well: this one counts as not tried.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        is_general: bool,
        /// When it did; journals of earlier releases do not have it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Timestamp>,
    },
    /// It was not carried out, and can be sent.
    NotSent { reason: String },
    /// It may have been carried out.
    Unknown {
        reason: String,
        /// When the response was lost.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Timestamp>,
    },
}

/// How a call ended, as far as the journal says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Settled {
    Sent,
    There,
    /// It is tried again by the next import.
    Refused,
}

/// Returns a digest as text.
pub(super) fn written(digest: LineDigest) -> String {
    HEXLOWER.encode(&digest)
}

/// Returns the digest of a text; one that is none differs from every line.
pub(super) fn read_digest(text: &str) -> LineDigest {
    let mut digest = LineDigest::default();
    if let Ok(bytes) = HEXLOWER.decode(text.as_bytes())
        && bytes.len() == digest.len()
    {
        digest.copy_from_slice(&bytes);
    }
    digest
}
