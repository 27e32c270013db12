//! Figures of a class in numbers, small classes summed into their stage where persons must not be guessed.

use std::collections::BTreeMap;

use super::report_body::{ReportBody, ReportClass};
use crate::domain::class_label::ClassLabel;
use crate::domain::daily_report::{ByColumn, Figures, GroupFigures, SessionFigures};
use crate::domain::group::Group;
use crate::domain::sheet::SheetState;
use crate::domain::symptom::SymptomCode;
use crate::i18n::{Language, Tr};

/// Classes of fewer pupils are summed into their stage where only counts may leave the school.
const SMALL: u32 = 10;

/// The figures of one row: a class, or the small classes of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::ops) struct UnitFigures {
    /// Name alone: `三（2）`.
    pub name: String,
    /// Grade as forms write it.
    pub grade: String,
    /// Class as forms write it.
    pub class: String,
    /// Number of classes.
    pub classes: usize,
    /// Classes without a confirmed sheet.
    pub unchecked_classes: usize,
    /// 在籍
    pub head_count: u32,
    /// People of unchecked classes.
    pub unchecked: u32,
    /// 实到
    pub present: u32,
    /// 因病缺勤
    pub ill: usize,
    /// 事假
    pub leave: usize,
    /// 迟到
    pub late: usize,
    /// 原因不明
    pub unknown: usize,
    /// Anyone ill.
    pub illness: usize,
    /// By form column at the session.
    pub today: BTreeMap<SymptomCode, usize>,
    /// By form column, begun within the last three days.
    pub recent: BTreeMap<SymptomCode, usize>,
}

impl UnitFigures {
    /// Whether nothing is known: no class of the row is checked.
    pub fn is_unchecked(&self) -> bool {
        self.unchecked_classes == self.classes
    }

    /// Adds figures of a class.
    pub fn add(&mut self, figures: &Figures) {
        self.head_count += figures.head_count;
        self.unchecked += figures.unchecked;
        self.present += figures.present;
        self.ill += figures.ill.len();
        self.leave += figures.leave.len();
        self.late += figures.late.len();
        self.unknown += figures.unknown.len();
        self.illness += figures.illness.len();
        add_columns(&mut self.today, &figures.today);
        add_columns(&mut self.recent, &figures.last_three_days);
    }

    fn add_group(&mut self, row: &GroupFigures) {
        self.classes += 1;
        self.unchecked_classes += usize::from(row.state == SheetState::Unchecked);
        self.add(&row.figures);
    }
}

fn add_columns(sum: &mut BTreeMap<SymptomCode, usize>, part: &ByColumn) {
    for (column, persons) in part {
        *sum.entry(column.clone()).or_default() += persons.len();
    }
}

/// The rows of a session in list order; with `merge`, classes under ten stand summed after the others.
pub(in crate::ops) fn units(
    body: &ReportBody,
    session: &SessionFigures,
    merge: bool,
    tr: &Tr,
) -> Vec<UnitFigures> {
    let mut rows = Vec::new();
    let mut stages: BTreeMap<u8, UnitFigures> = BTreeMap::new();
    let mut rooms: Option<UnitFigures> = None;
    for row in &session.groups {
        let Group::Class(id) = row.group else {
            // Rooms are small and of no stage: they stand together.
            let named = || UnitFigures { name: tr.report_dormitory(), ..UnitFigures::default() };
            rooms.get_or_insert_with(named).add_group(row);
            continue;
        };
        let class = body.classes.iter().find(|class| class.class == id);
        if merge && row.figures.head_count < SMALL {
            let stage = class.map_or(1, stage);
            let unit = stages.entry(stage).or_insert_with(|| named_stage(stage, tr));
            unit.add_group(row);
        } else {
            let mut unit = class.map(|class| named_class(class, tr)).unwrap_or_default();
            unit.add_group(row);
            rows.push(unit);
        }
    }
    rows.extend(stages.into_values().chain(rooms));
    rows
}

/// Name under which a group may be named where only counts may leave the school.
pub(in crate::ops) fn counts_name(
    body: &ReportBody,
    class: crate::domain::id::ClassId,
    tr: &Tr,
) -> Option<String> {
    let row = body.report.main.groups.iter().find(|row| row.group == Group::Class(class))?;
    let known = body.classes.iter().find(|known| known.class == class)?;
    Some(if row.figures.head_count < SMALL {
        named_stage(stage(known), tr).name
    } else {
        known.short.clone()
    })
}

/// 0 preschool, 1 primary, 2 junior.
fn stage(class: &ReportClass) -> u8 {
    match class.grade {
        Some(0) => 0,
        Some(7..) => 2,
        _ => 1,
    }
}

fn named_stage(stage: u8, tr: &Tr) -> UnitFigures {
    let grade = match stage {
        0 => tr.report_small_preschool(),
        1 => tr.report_small_primary(),
        _ => tr.report_small_junior(),
    };
    let name = tr.report_small_name(&grade);
    UnitFigures { name, grade, class: tr.report_small(), ..UnitFigures::default() }
}

fn named_class(class: &ReportClass, tr: &Tr) -> UnitFigures {
    let chinese = tr.language() == Language::Chinese;
    let grade = match class.grade {
        Some(grade) if chinese => ClassLabel::ordinary(grade, None).short(),
        Some(grade) => grade.to_string(),
        None => String::new(),
    };
    let number = match (class.grade, class.class_no) {
        (None, _) => class.short.clone(),
        (_, Some(number)) => number.to_string(),
        (_, None) => String::new(),
    };
    UnitFigures { name: class.short.clone(), grade, class: number, ..UnitFigures::default() }
}
