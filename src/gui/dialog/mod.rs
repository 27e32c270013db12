//! Dialogs: a question or a failure that needs an answer, over the page that goes on being drawn.

#[cfg(test)]
mod tests;
mod view;

pub use view::view;

use crate::i18n::Explanation;
use crate::ops::Op;

use super::route::Route;

/// A dialog.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// Something was refused: what happened, what it means, what to do.
    Refused(Explanation),
    /// The clock is earlier than the last entry.
    ClockBehind {
        /// What the clock says.
        now: chrono::NaiveDateTime,
        /// When the last entry was made.
        last: chrono::NaiveDateTime,
    },
    /// A question with one act; Esc is the harmless answer.
    Confirm {
        /// Title.
        title: String,
        /// What will happen.
        text: String,
        /// Word of the button.
        action: String,
        /// The act.
        op: Box<Op>,
    },
    /// The report has gone out: why is the sheet changed?
    Reason {
        /// The change that waits for it.
        op: Box<Op>,
        /// What was typed so far.
        typed: String,
        /// Nothing was typed and yet the change was asked for.
        empty: bool,
    },
    /// Leaving would lose something.
    Leave {
        /// What would be lost.
        text: String,
        /// Where to.
        route: Route,
    },
}

/// What was answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Close, changing nothing.
    Close,
    /// The clock is right.
    ClockRight,
    /// Do it.
    Act(Op),
    /// Leave for there.
    Leave(Route),
    /// The reason as it is typed.
    Reason(String),
    /// The reason is given: write the change.
    GiveReason,
}

impl Dialog {
    /// Asks why a sheet is corrected whose report has gone out.
    pub fn reason(op: Op) -> Self {
        Self::Reason { op: Box::new(op), typed: String::new(), empty: false }
    }

    /// The part that has the focus when it is shown: the harmless answer, or what is to be typed.
    pub fn first(&self) -> &'static str {
        match self {
            Self::Reason { .. } => "dialog-reason",
            _ => "dialog-harmless",
        }
    }
}
