//! What an import did or would do, row by row, for paper and for a workbook that is mended and read again.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::import_summary::DoubtfulLine;
use super::{ImportPlan, cell_name, import_words};
use crate::i18n::Tr;
use crate::roster_file::RowOrigin;

/// What became of a row or a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportKind {
    /// Not imported.
    Rejected,
    /// Nobody has decided whom it means.
    Doubtful,
    /// Imported, with something odd.
    Warned,
    /// A value changed by hand was kept.
    Kept,
    /// A pupil who is not in the file was marked as left.
    Left,
    /// A pupil who is not in the file stays.
    Missing,
    /// Something holds from a later day on, since sheets have counted the person until then.
    Later,
}

impl ReportKind {
    /// All, in the order of the report.
    pub const ALL: [Self; 7] =
        [Self::Rejected, Self::Doubtful, Self::Warned, Self::Kept, Self::Left, Self::Missing, Self::Later];

    /// 拒收, 存疑 …
    pub fn word(self, tr: &Tr) -> String {
        match self {
            Self::Rejected => tr.import_rejected(),
            Self::Doubtful => tr.import_doubtful(),
            Self::Warned => tr.import_warned(),
            Self::Kept => tr.import_kept(),
            Self::Left => tr.import_report_left(),
            Self::Missing => tr.import_missing(),
            Self::Later => tr.import_report_later(),
        }
    }

    /// Whether a row of the file is to be mended or decided.
    pub const fn is_to_mend(self) -> bool {
        matches!(self, Self::Rejected | Self::Doubtful | Self::Warned)
    }
}

/// A line of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLine {
    /// What became of it.
    pub kind: ReportKind,
    /// Where it stands; `None` for people who are not in the file.
    pub origin: Option<RowOrigin>,
    /// Name; may be empty.
    pub name: String,
    /// Class; may be empty.
    pub class: String,
    /// Why.
    pub reason: String,
}

/// The report of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// Name of the file.
    pub file: String,
    /// SHA-256 of the file as it was imported.
    pub file_digest: String,
    /// The day on which memberships begin and end.
    pub as_of: NaiveDate,
    /// People who came in.
    pub new: usize,
    /// People of whom something changed.
    pub changed: usize,
    /// People of whom nothing changed.
    pub unchanged: usize,
    /// By kind, then in the order of the file.
    pub lines: Vec<ReportLine>,
    /// Whether several sheets were read, so that a row's number alone does not tell it.
    pub several_sheets: bool,
    /// Whether it is in the book; before that the report says what would be.
    pub written: bool,
}

impl ImportReport {
    /// The report of what a plan did with a file of this name.
    pub fn of(plan: &ImportPlan, file: String, tr: &Tr) -> Self {
        Self::made(plan, file, true, tr)
    }

    /// The report of what a plan would do with a file of this name: nothing is written yet.
    pub fn before(plan: &ImportPlan, file: String, tr: &Tr) -> Self {
        Self::made(plan, file, false, tr)
    }

    fn made(plan: &ImportPlan, file: String, written: bool, tr: &Tr) -> Self {
        let summary = plan.summary();
        let classes: HashMap<&RowOrigin, &str> =
            plan.rows.iter().filter_map(|row| Some((&row.origin, row.class.as_deref()?))).collect();
        let class = |origin: &RowOrigin| classes.get(origin).copied().unwrap_or_default().to_owned();
        let mut lines = rows_of_file(plan, &class, tr);
        lines.extend(summary.doubtful.iter().map(|row| doubtful_line(row, tr)));
        lines.extend(summary.conflicts.iter().map(|conflict| ReportLine {
            kind: ReportKind::Kept,
            origin: Some(conflict.origin.clone()),
            name: conflict.name.clone(),
            class: class(&conflict.origin),
            reason: if conflict.stays_away() {
                tr.import_report_stays_away()
            } else {
                tr.import_report_kept(&import_words::field(tr, &conflict.field))
            },
        }));
        lines.extend(plan.not_in_file.iter().map(|pupil| {
            let left = plan.leaves_on(pupil.key);
            ReportLine {
                kind: if left.is_some() { ReportKind::Left } else { ReportKind::Missing },
                origin: None,
                name: pupil.name.clone(),
                class: pupil.class.clone(),
                reason: match left {
                    Some(on) if !written => tr.import_review_leaves(&on.to_string()),
                    Some(on) => tr.import_report_left_on(&on.to_string()),
                    None => tr.import_report_missing(),
                },
            }
        }));
        lines.extend(summary.later.iter().map(|line| ReportLine {
            kind: ReportKind::Later,
            origin: line.origin.clone(),
            name: line.name.clone(),
            class: line.class.clone(),
            reason: import_words::later(tr, line),
        }));
        lines.sort_by_key(|line| line.kind);
        Self {
            file,
            file_digest: plan.file_digest.clone(),
            as_of: plan.as_of,
            new: summary.new,
            changed: summary.changed,
            unchanged: summary.unchanged,
            lines,
            several_sheets: plan.document.tables.len() > 1,
            written,
        }
    }

    /// How many people came in and changed, or would.
    pub fn counts(&self, tr: &Tr) -> String {
        if self.written {
            tr.import_done_counts(self.changed, self.new, self.unchanged)
        } else {
            tr.import_would_counts(self.changed, self.new, self.unchanged)
        }
    }

    /// Class of a line, with the sheet where that is needed to find the row.
    pub fn place(&self, line: &ReportLine) -> String {
        let sheet = line.origin.as_ref().and_then(|origin| origin.sheet.as_deref());
        match sheet {
            Some(sheet) if line.class.is_empty() => sheet.to_owned(),
            Some(sheet) if self.several_sheets && sheet != line.class => {
                format!("{} {sheet}", line.class)
            }
            _ => line.class.clone(),
        }
    }

    /// Number of lines of a kind.
    pub fn count(&self, kind: ReportKind) -> usize {
        self.lines.iter().filter(|line| line.kind == kind).count()
    }

    /// Whether any row of the file is to be mended or decided.
    pub fn has_rows_to_mend(&self) -> bool {
        self.lines.iter().any(|line| line.kind.is_to_mend())
    }
}

/// A row that nobody was found for without doubt, with those it may mean.
fn doubtful_line(row: &DoubtfulLine, tr: &Tr) -> ReportLine {
    let people = row.candidates.iter().map(|candidate| {
        let birth = candidate.birth.map(|day| day.to_string());
        let words = [Some(candidate.name.clone()), candidate.class.clone(), birth];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let people: Vec<String> = people.collect();
    let reason = if people.is_empty() {
        tr.import_twice_in_file()
    } else {
        tr.import_report_doubtful(&people.join(&tr.ops_list_mark()))
    };
    ReportLine {
        kind: ReportKind::Doubtful,
        origin: Some(row.origin.clone()),
        name: row.name.clone(),
        class: row.class.clone().unwrap_or_default(),
        reason,
    }
}

fn rows_of_file(plan: &ImportPlan, class: &dyn Fn(&RowOrigin) -> String, tr: &Tr) -> Vec<ReportLine> {
    let document = &plan.document;
    let at = |cell: Option<String>, words: String| match cell {
        Some(cell) => tr.import_at_cell(&cell, &words),
        None => words,
    };
    let rejected = document.rows_rejected.iter().map(|row| ReportLine {
        kind: ReportKind::Rejected,
        origin: Some(row.origin.clone()),
        name: row.name.clone().unwrap_or_default(),
        class: row.class.clone().unwrap_or_default(),
        reason: at(
            cell_name::of_rejection(document, &row.origin, row.reason),
            import_words::rejected_row(tr, row),
        ),
    });
    let warned = document.rows_warned.iter().map(|row| ReportLine {
        kind: ReportKind::Warned,
        origin: Some(row.origin.clone()),
        name: row.name.clone(),
        class: class(&row.origin),
        reason: at(
            cell_name::of_warning(document, &row.origin, row.reason),
            import_words::warning(tr, row.reason),
        ),
    });
    rejected.chain(warned).collect()
}
