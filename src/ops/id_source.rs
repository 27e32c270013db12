//! Where record keys come from.

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::id::IdSource;

/// Keys as `UUIDv7` from the computer's clock and random source.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

impl IdSource for RandomIds {
    fn next(&mut self) -> Uuid {
        Uuid::now_v7()
    }
}

/// Repeatable keys for the demo and tests: `UUIDv7` whose random part is a digest of seed and counter. The
/// counter starts at the journal's head, so that a process that opens the book later draws other keys.
#[derive(Debug, Clone)]
pub struct SeededIds {
    seed: u64,
    millis: u64,
    counter: u64,
}

impl SeededIds {
    /// Keys of a seed, dated `now`, from `counter` on.
    pub fn new(seed: u64, now: NaiveDateTime, counter: i64) -> Self {
        let millis = u64::try_from(now.and_utc().timestamp_millis()).unwrap_or_default();
        // Each journal entry may have drawn some keys; leave room so that later ones sort later.
        let counter = u64::try_from(counter).unwrap_or_default().saturating_mul(64);
        Self { seed, millis, counter }
    }
}

impl IdSource for SeededIds {
    fn next(&mut self) -> Uuid {
        self.counter += 1;
        let mut hash = Sha256::new();
        hash.update(self.seed.to_be_bytes());
        hash.update(self.counter.to_be_bytes());
        let digest = hash.finalize();
        let mut random = [0_u8; 10];
        // Counter first: keys of one millisecond keep the order in which they were drawn.
        for (to, from) in
            random.iter_mut().zip(self.counter.to_be_bytes().iter().skip(4).chain(digest.iter()))
        {
            *to = *from;
        }
        uuid::Builder::from_unix_timestamp_millis(self.millis, &random).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeded_keys_repeat_and_sort() {
        let now = "2026-11-23T08:00:00".parse().unwrap();
        let draw = || {
            let mut ids = SeededIds::new(7, now, 0);
            (0..300).map(|_| ids.next()).collect::<Vec<_>>()
        };
        let keys = draw();
        assert_eq!(keys, draw());
        assert!(keys.is_sorted());
        assert!(keys.iter().all(|key| key.get_version_num() == 7));
        assert!(!keys.contains(&SeededIds::new(7, now, 5).next()));
    }
}
