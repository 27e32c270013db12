//! Repeatable chance: the `SplitMix64` sequence.

/// A source of numbers that always gives the same ones.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Starts at a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`; 0 for a limit of 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next().checked_rem(limit).unwrap_or_default()
    }

    /// True in `percent` of 100 cases.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list; empty where the list is.
    pub fn pick<'a>(&mut self, list: &'a [String]) -> &'a str {
        let at = usize::try_from(self.below(list.len() as u64)).unwrap_or_default();
        list.get(at).map(String::as_str).unwrap_or_default()
    }
}
