//! The lists of the file that are longer than a page.

use super::PersonForm;
use crate::gui::effect::Effect;
use crate::ops::Query;
use crate::ops::person::{FilePages, PersonFile};

/// Absences on a page: each may have many follow-ups.
const ABSENCES: usize = 12;
/// Papers or changed values on a page.
const LINES: usize = 40;

/// A list with pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// 因病缺勤
    Absences,
    /// 检查记录
    Findings,
    /// 文书
    Papers,
    /// 变更
    Changes,
}

/// The page of each list that is shown, counted from 0.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pages {
    absences: usize,
    findings: usize,
    papers: usize,
    changes: usize,
    /// How many times more changes were read than the newest.
    read: usize,
}

impl Pages {
    /// What is asked of the book.
    pub(super) fn asked(self) -> FilePages {
        FilePages { findings: self.findings, changes: self.read }
    }

    /// Stays within what there is.
    pub(super) fn keep_within(&mut self, file: &PersonFile) {
        self.findings = file.page;
        self.absences = self.absences.min(pages(Listed::Absences, file) - 1);
        self.papers = self.papers.min(pages(Listed::Papers, file) - 1);
        self.changes = self.changes.min(pages(Listed::Changes, file) - 1);
    }

    /// The page of a list that is shown.
    pub(super) fn of(self, list: Listed) -> usize {
        match list {
            Listed::Absences => self.absences,
            Listed::Findings => self.findings,
            Listed::Papers => self.papers,
            Listed::Changes => self.changes,
        }
    }
}

/// Pages of a list, at least 1.
pub(super) fn pages(list: Listed, file: &PersonFile) -> usize {
    let pages = match list {
        Listed::Findings => file.pages,
        _ => list.all(file).div_ceil(list.length()),
    };
    pages.max(1)
}

impl Listed {
    /// Lines of a page.
    pub(super) const fn length(self) -> usize {
        if matches!(self, Self::Absences) { ABSENCES } else { LINES }
    }

    fn all(self, file: &PersonFile) -> usize {
        match self {
            Self::Absences => file.absences.len(),
            Self::Findings => file.findings_total,
            Self::Papers => file.papers.len(),
            Self::Changes => file.changes.len(),
        }
    }
}

impl PersonForm {
    /// A page before or after; earlier changes are read once they are asked for.
    pub(super) fn turn_page(&mut self, of: Listed, step: i32) -> Vec<Effect> {
        let (Some(id), Some(file)) = (self.id, &self.file) else { return Vec::new() };
        let step = step as isize;
        let on = self.pages.of(of).saturating_add_signed(step);
        let last = pages(of, file) - 1;
        match of {
            Listed::Absences => self.pages.absences = on.min(last),
            Listed::Papers => self.pages.papers = on.min(last),
            Listed::Changes if on > last && file.more_changes => {
                self.pages.changes = on;
                self.pages.read += 1;
                return vec![Effect::Load(Query::PersonFile(id, self.pages.asked()))];
            }
            Listed::Changes => self.pages.changes = on.min(last),
            Listed::Findings => {
                let asked = FilePages { findings: on, ..self.pages.asked() };
                return vec![Effect::Load(Query::PersonFile(id, asked))];
            }
        }
        Vec::new()
    }
}
