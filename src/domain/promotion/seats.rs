//! 班内学号 in the new classes.

use std::collections::{BTreeMap, BTreeSet};

/// Gives numbers within each class, none twice and none that was given there before.
#[derive(Debug)]
pub(super) struct Seats {
    keep: bool,
    taken: BTreeMap<usize, BTreeSet<u32>>,
}

impl Seats {
    /// `keep`: the old number where it is free; else each class counts on from the highest one.
    pub fn new(keep: bool, taken: BTreeMap<usize, BTreeSet<u32>>) -> Self {
        Self { keep, taken }
    }

    /// Numbers for all pupils, given as (class, old number) in the order of their places.
    pub fn give(&mut self, pupils: &[(usize, u32)]) -> Vec<u32> {
        let keeps: Vec<bool> = pupils
            .iter()
            .map(|(class, old)| self.keep && *old > 0 && self.taken.entry(*class).or_default().insert(*old))
            .collect();
        let mut given = Vec::with_capacity(pupils.len());
        for ((class, old), kept) in pupils.iter().zip(keeps) {
            given.push(if kept { *old } else { self.next(*class) });
        }
        given
    }

    fn next(&mut self, class: usize) -> u32 {
        let taken = self.taken.entry(class).or_default();
        let next = taken.last().copied().unwrap_or_default() + 1;
        let _ = taken.insert(next);
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_on_or_stay() {
        let taken = || BTreeMap::from([(1, BTreeSet::from([4]))]);
        let pupils = [(0, 3), (0, 5), (1, 4), (1, 9), (0, 3)];
        assert_eq!(Seats::new(false, taken()).give(&pupils), [1, 2, 5, 6, 3]);
        assert_eq!(Seats::new(true, taken()).give(&pupils), [3, 5, 10, 9, 6]);
    }
}
