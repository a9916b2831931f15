//! Deterministic random numbers: every draw is a pure function of the seed and its purpose.

/// A reproducible stream of random numbers (SplitMix64).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// Returns the stream for `parts` in the world of `seed`.
    pub(crate) fn of(seed: u64, parts: &[u64]) -> Self {
        let mut state = scramble(seed ^ 0x5ca1_ab1e_0ddb_a11d);
        for part in parts {
            state = scramble(state ^ part.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        }
        Self(state)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        scramble(self.0)
    }

    /// Returns a number in `0..n`; 0 when `n` is 0.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        if n == 0 { 0 } else { self.next() % n }
    }

    /// Returns a number in `[0, 1)`.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Returns true with probability `share` (0.0 never, 1.0 always).
    pub(crate) fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// Returns one of `items`, which must not be empty.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u64) as usize]
    }

    /// Returns one of `words`, which must not be empty.
    pub(crate) fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len() as u64) as usize]
    }
}

fn scramble(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_parts_draw_the_same_numbers_and_others_do_not() {
        let numbers = |seed, parts: &[u64]| {
            let mut draw = Random::of(seed, parts);
            [draw.next(), draw.next(), draw.next()]
        };
        assert_eq!(numbers(7, &[1, 2]), numbers(7, &[1, 2]));
        assert_ne!(numbers(7, &[1, 2]), numbers(8, &[1, 2]));
        assert_ne!(numbers(7, &[1, 2]), numbers(7, &[2, 1]));
    }

    #[test]
    fn chances_are_about_what_was_asked() {
        let hits = (0..10_000)
            .filter(|n| Random::of(1, &[*n]).chance(0.25))
            .count();
        assert!((2_300..2_700).contains(&hits), "{hits} of 10000");
    }
}
