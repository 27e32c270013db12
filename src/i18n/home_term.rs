//! Words of returns to school: verdicts and decisions.

use super::Tr;
use crate::domain::home::{ReviewDecision, Verdict};

impl Tr {
    /// 符合, 待定, 不符合
    pub fn home_verdict(&self, verdict: Verdict) -> String {
        match verdict {
            Verdict::Met => self.home_met(),
            Verdict::Unknown => self.home_unknown(),
            Verdict::Failing => self.home_failing(),
        }
    }

    /// 同意返校, 例外同意, 暂缓返校, 待审核
    pub fn home_decision(&self, decision: Option<&ReviewDecision>) -> String {
        match decision {
            None => self.home_decided_open(),
            Some(made) if made.is_against() => self.home_decided_against(),
            Some(made) if made.approved => self.home_decided_approved(),
            Some(_) => self.home_decided_refused(),
        }
    }
}
