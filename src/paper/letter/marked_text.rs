//! A letter's text as lines, each with a mark for its kind: what somebody types or finds in a file.

use super::{Part, PartKind};

/// Keeps a line from being read as one with a mark.
const PLAIN: char = '\\';

impl PartKind {
    /// All kinds, in the order of a choice.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Heading,
        Self::Item,
        Self::Call,
        Self::Greeting,
        Self::Closing,
        Self::Sign,
        Self::Days,
    ];

    /// The mark before a line of this kind; none before a paragraph.
    pub const fn mark(self) -> Option<char> {
        match self {
            Self::Text => None,
            Self::Greeting => Some('='),
            Self::Heading => Some('#'),
            Self::Item => Some('-'),
            Self::Call => Some('!'),
            Self::Closing => Some('>'),
            Self::Days => Some('|'),
            Self::Sign => Some('_'),
        }
    }

    fn of_mark(mark: char) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.mark() == Some(mark))
    }
}

/// The pieces of a text; empty lines are left out.
pub fn read(text: &str) -> Vec<Part> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(part).collect()
}

fn part(line: &str) -> Part {
    let mut letters = line.chars();
    let marked = letters.next().and_then(PartKind::of_mark).filter(|_| {
        let after = letters.as_str();
        after.is_empty() || after.starts_with([' ', '\u{3000}', '\t'])
    });
    match marked {
        Some(kind) => Part { kind, text: letters.as_str().trim().to_owned() },
        None => Part { kind: PartKind::Text, text: line.strip_prefix(PLAIN).unwrap_or(line).to_owned() },
    }
}

/// The pieces as lines.
pub fn write(parts: &[Part]) -> String {
    let line = |one: &Part| {
        let text = one.text.replace(['\n', '\r'], " ");
        match one.kind.mark() {
            Some(mark) => format!("{mark} {text}"),
            // An empty paragraph is still one, so that it can be said to be empty.
            None if text.is_empty() || part(&text).kind != PartKind::Text || text.starts_with(PLAIN) => {
                format!("{PLAIN}{text}")
            }
            None => text,
        }
    };
    parts.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::paper::letter::LetterTemplate;

    #[test]
    fn every_shipped_letter_is_the_same_after_it_was_written_and_read() {
        for letter in LetterTemplate::all().unwrap() {
            for language in Language::ALL {
                let parts = &letter.text(language).parts;
                assert_eq!(&read(&write(parts)), parts, "{}", letter.id);
            }
        }
    }

    #[test]
    fn a_line_that_looks_marked_stays_a_paragraph() {
        for text in ["# 不是标题", "- 一条", "\\ 斜线", "> 右边"] {
            let parts = vec![Part { kind: PartKind::Text, text: text.to_owned() }];
            assert_eq!(read(&write(&parts)), parts);
        }
        assert_eq!(read("-5 ℃ 以下")[0].kind, PartKind::Text);
        assert_eq!(read("\n  \n#　标题\n")[0], Part { kind: PartKind::Heading, text: "标题".to_owned() });
    }
}
