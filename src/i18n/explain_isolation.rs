//! Why an observation or isolation cannot be like that, in words.

use super::{Explain, Explanation, Tr};
use crate::domain::isolation::IsolationError;

impl Explain for IsolationError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::Ended => ("isolation_ended", tr.isolation_ended(), tr.isolation_ended_remedy()),
            Self::BeforeBeginning => (
                "isolation_before_beginning",
                tr.isolation_before_beginning(),
                tr.isolation_before_beginning_remedy(),
            ),
            Self::UnderWay => {
                ("isolation_under_way", tr.isolation_under_way_already(), tr.isolation_under_way_remedy())
            }
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
