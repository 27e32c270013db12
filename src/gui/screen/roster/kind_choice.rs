//! Kind and grade of the class that is listed: where its name does not tell them, the clerk does.

use super::Roster;
use crate::domain::school_class::ClassKind;
use crate::gui::effect::Effect;
use crate::ops::Op;
use crate::ops::roster::{RosterClass, RosterOp};

/// The highest grade, 高三.
const LAST_GRADE: u8 = 12;

/// What a clerk calls the kind of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KindChoice {
    /// 普通班
    Ordinary,
    /// 复式班
    MultiGrade,
    /// 教学点
    TeachingPoint,
    /// 学前班
    Preschool,
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq)]
pub enum KindMessage {
    /// Another kind.
    Choose(KindChoice),
    /// Typed as the grade.
    Grade(String),
    /// The grade typed counts.
    SaveGrade,
}

impl KindChoice {
    /// In the order in which they stand.
    pub(super) const ALL: [Self; 4] =
        [Self::Ordinary, Self::MultiGrade, Self::TeachingPoint, Self::Preschool];

    /// That of a class; `None` for pupils without one.
    pub(super) fn of(class: &RosterClass) -> Option<Self> {
        match class.kind {
            ClassKind::Ordinary if class.grade == Some(0) => Some(Self::Preschool),
            ClassKind::Ordinary => Some(Self::Ordinary),
            ClassKind::MultiGrade => Some(Self::MultiGrade),
            ClassKind::TeachingPoint => Some(Self::TeachingPoint),
            ClassKind::NoClass => None,
        }
    }

    /// Whether all its pupils have one grade that is typed.
    pub(super) fn has_grade(self) -> bool {
        matches!(self, Self::Ordinary | Self::TeachingPoint)
    }

    /// Its name for the focus.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Ordinary => "kind-ordinary",
            Self::MultiGrade => "kind-multi-grade",
            Self::TeachingPoint => "kind-teaching-point",
            Self::Preschool => "kind-preschool",
        }
    }
}

/// A grade as typed; `None`: it is none.
pub(in crate::gui::screen) fn grade(typed: &str) -> Option<u8> {
    typed.trim().parse().ok().filter(|grade| *grade <= LAST_GRADE)
}

impl Roster {
    /// What stands in the field of the grade.
    pub(super) fn grade(&self) -> &str {
        self.grade.as_deref().unwrap_or_default()
    }

    /// Whether what is typed is no grade.
    pub(super) fn grade_is_wrong(&self) -> bool {
        !self.grade().trim().is_empty() && grade(self.grade()).is_none()
    }

    pub(super) fn kind(&mut self, message: KindMessage) -> Vec<Effect> {
        let Some((class, now)) = self.class().and_then(|class| Some((class, KindChoice::of(class)?))) else {
            return Vec::new();
        };
        let (kind, grade) = match message {
            KindMessage::Grade(typed) => {
                self.grade = Some(typed);
                return Vec::new();
            }
            KindMessage::Choose(choice) if choice == now => return Vec::new(),
            KindMessage::Choose(KindChoice::Preschool) => (ClassKind::Ordinary, Some(0)),
            KindMessage::Choose(KindChoice::MultiGrade) => (ClassKind::MultiGrade, None),
            // The grade of a 学前班 goes with it.
            KindMessage::Choose(KindChoice::TeachingPoint) => (ClassKind::TeachingPoint, class.grade),
            KindMessage::Choose(KindChoice::Ordinary) => {
                (ClassKind::Ordinary, class.grade.filter(|grade| *grade > 0))
            }
            KindMessage::SaveGrade => match grade(self.grade()) {
                Some(grade) if class.grade != Some(grade) => (class.kind, Some(grade)),
                _ => return Vec::new(),
            },
        };
        vec![Effect::Run(Op::Roster(RosterOp::SetClassKind { class: class.id, kind, grade }))]
    }
}
