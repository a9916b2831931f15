//! Digests of the lines of a file, by which a change between the check and the import is detected.

use sha2::{Digest as _, Sha256};

/// How many lines have one digest.
pub(super) const BLOCK: u64 = 1_000;

/// The beginning of the digest of a block.
pub(super) type BlockDigest = [u8; 16];

/// A block whose lines are read.
#[derive(Default)]
pub(super) struct Block {
    hash: Sha256,
    pub(super) lines: u64,
}

impl Block {
    /// Adds a line; returns whether the block has room for another one.
    pub(super) fn add(&mut self, text: &[u8]) -> bool {
        self.hash.update(text);
        self.hash.update(b"\n");
        self.lines += 1;
        self.lines < BLOCK
    }

    pub(super) fn digest(self) -> BlockDigest {
        let mut first = BlockDigest::default();
        first.copy_from_slice(&self.hash.finalize()[..16]);
        first
    }
}
