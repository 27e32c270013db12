//! Record keys: UUIDv7 inside one book, drawn from a source that is passed in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Draws new record keys. Passed in everywhere, so that a test or the demo gets the same keys each time.
pub trait IdSource: Send {
    /// A key never drawn before in this book; keys drawn later sort later.
    fn next(&mut self) -> Uuid;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
    )* };
}

ids!(
    /// Key of a person.
    PersonId,
    /// Key of a class of one school year.
    ClassId,
    /// Key of a dormitory room.
    DormitoryId,
    /// Key of a bus line or another group beside the classes.
    FreeGroupId,
    /// Key of one operation in the journal: what one undo takes back.
    OperationId,
    /// Key of a task of the emergency plan.
    TaskId,
    /// Key of one follow-up of an absence.
    TraceId,
    /// Key of a suspected or diagnosed disease of one person.
    CaseId,
    /// Key of an outbreak or another event of the school.
    EventId,
    /// Key of an entry of the report log.
    ReportEntryId,
    /// Key of an observation or isolation of one person.
    IsolationId,
    /// Key of a batch of a return to school.
    BatchId,
    /// Key of the screening of one person.
    ScreeningId
);
