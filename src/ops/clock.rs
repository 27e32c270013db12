//! The clock: the only place that reads the time.

use std::time::Duration;

use chrono::{NaiveDateTime, Timelike};

/// Tells the local time; passed into the book.
pub trait Clock: Send {
    /// Local time, whole seconds.
    fn now(&self) -> NaiveDateTime;
    /// Whether the time was given by a person on purpose and needs no doubt.
    fn is_given(&self) -> bool {
        false
    }
}

/// The computer's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one place
    fn now(&self) -> NaiveDateTime {
        let now = chrono::Local::now().naive_local();
        now.with_nanosecond(0).unwrap_or(now)
    }
}

/// Starts a stopwatch, which tells how long ago that was. It is no time of day: that may be set while work goes on.
pub fn stopwatch() -> impl Fn() -> Duration {
    let begun = std::time::Instant::now();
    move || begun.elapsed()
}

/// A clock that stands: `--now`, tests and the demo.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub NaiveDateTime);

impl Clock for FixedClock {
    fn now(&self) -> NaiveDateTime {
        self.0
    }
    fn is_given(&self) -> bool {
        true
    }
}
