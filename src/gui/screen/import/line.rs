//! The rows of the review, grouped by what will happen to them.

use crate::gui::widget::State;
use crate::i18n::Tr;

/// A group of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is not certain whom they mean.
    Doubtful,
    /// They are not imported.
    Rejected,
    /// A person takes over values.
    Changed,
    /// Somebody new.
    New,
    /// The book holds it all already.
    Unchanged,
    /// Values changed by hand, kept.
    Kept,
    /// Imported with something odd.
    Warned,
    /// What changes for them begins on a later day, since sheets have counted them until then.
    Later,
    /// Imported without an identity number: so many that they stand in one line until it is opened.
    NoId,
    /// Pupils who are not in the file; they stay.
    Missing,
}

impl Kind {
    /// The five counts.
    pub(super) const COUNTS: [Self; 5] =
        [Self::Doubtful, Self::Rejected, Self::Changed, Self::New, Self::Unchanged];
    /// All groups in the order of the list.
    pub(super) const ALL: [Self; 10] = [
        Self::Doubtful,
        Self::Rejected,
        Self::Changed,
        Self::New,
        Self::Unchanged,
        Self::Later,
        Self::Kept,
        Self::Warned,
        Self::NoId,
        Self::Missing,
    ];

    /// Stable name.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Doubtful => "doubtful",
            Self::Rejected => "rejected",
            Self::Changed => "changed",
            Self::New => "new",
            Self::Unchanged => "unchanged",
            Self::Kept => "kept",
            Self::Warned => "warned",
            Self::Later => "later",
            Self::NoId => "no-id",
            Self::Missing => "missing",
        }
    }

    /// Icon and colour.
    pub(super) const fn state(self) -> State {
        use crate::gui::theme::Tone;
        use crate::gui::widget::Icon;
        match self {
            Self::Doubtful => State::Doubtful,
            Self::Rejected => State::Refused,
            Self::Changed => State::Changed,
            Self::New => State::Added,
            Self::Unchanged => State::Unchanged,
            Self::Kept => State::Other(Icon::Pencil, Tone::Info),
            Self::Warned | Self::NoId => State::Other(Icon::TriangleAlertHollow, Tone::Warn),
            Self::Later => State::Other(Icon::CalendarCheck, Tone::Info),
            Self::Missing => State::Other(Icon::User, Tone::Plain),
        }
    }

    /// 存疑, 拒收 …
    pub(super) fn word(self, tr: &Tr) -> String {
        match self {
            Self::Doubtful => tr.import_doubtful(),
            Self::Rejected => tr.import_rejected(),
            Self::Changed => tr.import_changed(),
            Self::New => tr.import_new(),
            Self::Unchanged => tr.import_unchanged(),
            Self::Kept => tr.import_kept(),
            Self::Warned => tr.import_warned(),
            Self::Later => tr.import_report_later(),
            Self::NoId => tr.import_no_id(),
            Self::Missing => tr.import_missing(),
        }
    }

    /// What happens to these rows.
    pub(super) fn note(self, tr: &Tr) -> String {
        match self {
            Self::Doubtful => tr.import_doubtful_note(),
            Self::Rejected => tr.import_rejected_note(),
            Self::Changed => tr.import_changed_note(),
            Self::New => tr.import_new_note(),
            Self::Unchanged => tr.import_unchanged_note(),
            Self::Kept => tr.import_kept_note(),
            Self::Warned | Self::NoId => tr.import_warned_note(),
            Self::Later => tr.import_later_note(),
            Self::Missing => tr.import_missing_note(),
        }
    }
}

/// A line of the list: the head of a group or one of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The group.
    pub kind: Kind,
    /// Group and index in it; `None`: the head.
    pub place: Option<(Kind, usize)>,
}
