//! The list of a review as it was decided so far: what will be written needs no second look.

use std::collections::HashSet;

use super::line::Kind;
use super::review::{Review, Settled};
use crate::i18n::Tr;
use crate::ops::roster::import::{Decision, ImportReport, ReportKind, RowOrigin};

impl Review {
    /// The report of the comparison alone, with what was decided since.
    pub(super) fn as_decided(&self, mut report: ImportReport, tr: &Tr) -> ImportReport {
        let doubtful = (0..self.count(Kind::Doubtful)).filter_map(|at| match self.decision(at)? {
            Settled::As(decision) => Some((&self.row(Kind::Doubtful, at)?.origin, decision)),
            Settled::Out => None,
        });
        let decided: Vec<(&RowOrigin, Decision)> = doubtful.collect();
        let written: HashSet<&RowOrigin> = decided.iter().map(|(origin, _)| *origin).collect();
        report.new += decided.iter().filter(|(_, decision)| *decision == Decision::New).count();
        // Lines of kept values and of pupils who are not in the file stand in the order of the review.
        let (mut kept, mut missing) = (0..self.count(Kind::Kept), 0..self.count(Kind::Missing));
        report.lines.retain_mut(|line| match line.kind {
            ReportKind::Doubtful => !line.origin.as_ref().is_some_and(|origin| written.contains(origin)),
            ReportKind::Kept => !kept.next().is_some_and(|at| self.takes(at)),
            ReportKind::Missing => {
                if missing.next().is_some_and(|at| self.leaves(at)) {
                    line.kind = ReportKind::Left;
                    line.reason = tr.import_review_leaves(self.left_on.trim());
                }
                true
            }
            _ => true,
        });
        report.lines.sort_by_key(|line| line.kind);
        report
    }
}
