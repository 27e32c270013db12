//! 帮助: one page for each question that people ask.

mod page;
#[cfg(test)]
mod tests;
mod topic;
mod update;
mod view;

pub use topic::Topic;

use crate::gui::effect::Scroll;

/// 帮助
#[derive(Debug)]
pub struct Help {
    topic: Topic,
    /// The heading that was gone to last on the page, counted from 1.
    heading: usize,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another page.
    Open(Topic),
    /// The page below or above.
    Step(i32),
    /// The answer up or down.
    Scroll(Scroll),
    /// To the heading below or above.
    Heading(i32),
}

impl Help {
    /// Help on a question.
    pub fn new(topic: Topic) -> Self {
        Self { topic, heading: 0 }
    }
}

/// Name of a question's row, for the focus.
fn row_id(topic: Topic) -> String {
    format!("topic-{}", topic.index())
}

/// Name of what scrolls: the answer.
const ANSWER: &str = "help-answer";

/// Name of a part of the answer: a heading with what stands below it.
fn part_id(heading: usize) -> String {
    format!("help-part-{heading}")
}
