//! The pages of help: plain text with headings, one file per language.

use super::Topic;
use crate::i18n::Language;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpPage {
    /// Its title.
    pub title: &'static str,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Paragraph(&'static str),
    /// The keys of all places, from the keymap.
    Keys,
    /// The letters of the class sheet, from the rule book.
    Marks,
}

/// The pages of a language, in the order of the topics.
pub fn pages(language: Language) -> Vec<HelpPage> {
    let text = match language {
        Language::Chinese => include_str!("../../../../assets/help/zh-CN.md"),
        Language::English => include_str!("../../../../assets/help/en.md"),
    };
    let mut pages: Vec<HelpPage> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(title) = line.strip_prefix("# ") {
            pages.push(HelpPage { title, blocks: Vec::new() });
        } else if let Some(page) = pages.last_mut() {
            page.blocks.push(block(line));
        }
    }
    pages
}

/// How many headings the page of a question has.
pub fn headings(language: Language, topic: Topic) -> usize {
    let pages = pages(language);
    let blocks = pages.get(topic.index()).map(|page| page.blocks.as_slice()).unwrap_or_default();
    blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count()
}

fn block(line: &'static str) -> Block {
    if let Some(heading) = line.strip_prefix("## ") {
        return Block::Heading(heading);
    }
    match line {
        "{marks}" => Block::Marks,
        "{keys}" => Block::Keys,
        _ => Block::Paragraph(line),
    }
}
