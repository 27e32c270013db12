//! Where a text may break: the Chinese rules (GB/T 15834 on punctuation at line ends), Latin words whole,
//! figures with their unit.

use crate::paper::font::{FontKind, Fonts};

/// Never first on a line.
const NOT_FIRST: &str = "，。、；：？！）》」』”’】〉〕…—～·％‰℃°,.;:?!)]}%＿";
/// Never last on a line.
const NOT_LAST: &str = "（《「『“‘【〈〔([{￥¥$#№";
/// Closing marks whose right half is empty: at the end of a line it may stick out.
const HALF_EMPTY: &str = "，。、；：）》」』】〉〕";
/// Units of two characters that stay with their figure.
const LONG_UNITS: [&str; 8] = ["分钟", "小时", "公里", "毫升", "厘米", "周岁", "个月", "学年"];

/// One line of a broken text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// The characters, without blanks at the end.
    pub text: String,
    /// Width, mm; a closing mark at the end counts half where that made the line fit.
    pub width: f32,
    /// The text goes on in a further line of the same paragraph.
    pub continues: bool,
}

/// Breaks a text into lines of at most `width` mm, the first shorter by `indent` mm. `\n` always breaks.
/// What is wider than a line is broken between characters; nothing is ever cut.
pub fn break_lines(
    fonts: &Fonts,
    text: &str,
    font: FontKind,
    size: f32,
    width: f32,
    indent: f32,
) -> Vec<TextLine> {
    let mut filler = Filler { fonts, font, size, room: width - indent, width, lines: Vec::new() };
    for paragraph in text.split('\n') {
        filler.fill(paragraph);
        filler.room = width;
    }
    filler.lines
}

/// Fills lines one after the other.
struct Filler<'f> {
    fonts: &'f Fonts,
    font: FontKind,
    size: f32,
    /// Room of the current line, mm.
    room: f32,
    /// Room of every further line, mm.
    width: f32,
    lines: Vec<TextLine>,
}

impl Filler<'_> {
    fn measure(&self, text: &str) -> f32 {
        self.fonts.width(self.font, text) * self.size
    }

    fn fill(&mut self, paragraph: &str) {
        let mut line = String::new();
        // Width of `line` with and without the blanks at its end.
        let (mut used, mut inked) = (0.0, 0.0);
        for cluster in clusters(paragraph) {
            let bare = cluster.trim_end_matches(' ');
            let wide = self.measure(bare);
            let blank = self.measure(cluster.get(bare.len()..).unwrap_or_default());
            if !self.fits(bare, used + wide) && !line.is_empty() {
                self.finish(&mut line, inked, true);
                used = 0.0;
            }
            let mut rest = bare;
            inked = used + wide;
            while !self.fits(rest, inked) && rest.chars().nth(1).is_some() {
                let (head, tail) = self.split(rest);
                let width = self.measure(head);
                self.finish(&mut head.to_owned(), width, true);
                rest = tail;
                inked = self.measure(rest);
            }
            line.push_str(rest);
            line.push_str(cluster.get(bare.len()..).unwrap_or_default());
            used = inked + blank;
        }
        self.finish(&mut line, inked, false);
    }

    fn finish(&mut self, line: &mut String, width: f32, continues: bool) {
        let text = line.trim_end_matches(' ').to_owned();
        self.lines.push(TextLine { text, width: width.min(self.room.max(0.0)), continues });
        line.clear();
        self.room = self.width;
    }

    /// Whether a line of that width fits; a closing mark at its end may stick out by its empty half.
    fn fits(&self, end: &str, width: f32) -> bool {
        let spare = if end.ends_with(|c| HALF_EMPTY.contains(c)) { self.size / 2.0 } else { 0.0 };
        width <= self.room + spare + 0.001
    }

    /// Cuts what is wider than a line where the line is full; at least one character comes first.
    fn split<'t>(&self, text: &'t str) -> (&'t str, &'t str) {
        let mut width = 0.0;
        for (at, c) in text.char_indices() {
            width += self.fonts.advance(self.font, c) * self.size;
            if at > 0 && width > self.room + 0.001 {
                return text.split_at(at);
            }
        }
        (text, "")
    }
}

/// A Han character or a full-width sign: a line may break on either side unless a rule forbids.
fn is_wide(c: char) -> bool {
    c >= '\u{2E80}' || NOT_FIRST.contains(c) && !c.is_ascii() || NOT_LAST.contains(c) && !c.is_ascii()
}

/// The unbreakable pieces of a paragraph; blanks belong to the piece before them.
fn clusters(text: &str) -> Vec<&str> {
    let mut ends: Vec<usize> = Vec::new();
    let mut start = 0;
    for end in atom_ends(text) {
        let from = ends.last().copied().unwrap_or(0);
        let before = text.get(start..from).unwrap_or_default();
        if from > 0 && sticks(before, text.get(from..end).unwrap_or_default()) {
            ends.pop();
        } else {
            start = from;
        }
        ends.push(end);
    }
    let mut start = 0;
    ends.into_iter()
        .filter_map(|end| {
            let piece = text.get(start..end);
            start = end;
            piece
        })
        .collect()
}

/// Ends, in bytes, of single wide characters and of runs of narrow ones up to the next blank.
fn atom_ends(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut open = false;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let in_word = c == '’' && before.is_ascii_alphabetic();
        let wide = is_wide(c) && !in_word;
        if c == ' ' || (open && !wide) {
            ends.pop();
        }
        ends.push(at + c.len_utf8());
        open = !wide && c != ' ';
        before = c;
    }
    ends
}

fn sticks(before: &str, next: &str) -> bool {
    let Some(first) = next.chars().next() else { return false };
    let ends_open = before.ends_with(|c| NOT_LAST.contains(c));
    if ends_open || NOT_FIRST.contains(first) && !before.ends_with(' ') {
        return true;
    }
    let kept = before.trim_end_matches(' ');
    let wide = is_wide(first);
    if wide && kept.ends_with(|c: char| c.is_ascii_digit()) {
        return !NOT_LAST.contains(first);
    }
    if first.is_ascii_digit() && kept.ends_with(['第', '年', '月', '约']) {
        return kept.ends_with(['第', '约']) || kept.contains(|c: char| c.is_ascii_digit());
    }
    let tail: String = kept.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    wide && LONG_UNITS.iter().any(|unit| {
        let mut chars = unit.chars();
        let start = chars.next();
        start.is_some_and(|s| tail.ends_with(s))
            && chars.next() == Some(first)
            && kept.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit() || c == ' ')
    })
}
