//! 帮助: one page for each question that people ask.

mod page;
#[cfg(test)]
mod tests;
mod topic;
mod update;
mod view;

pub use topic::Topic;

/// 帮助
#[derive(Debug)]
pub struct Help {
    topic: Topic,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another page.
    Open(Topic),
    /// The page below or above.
    Step(i32),
}

impl Help {
    /// Help on a question.
    pub fn new(topic: Topic) -> Self {
        Self { topic }
    }
}

/// Name of a question's row, for the focus.
fn row_id(topic: Topic) -> String {
    format!("topic-{}", topic.index())
}
