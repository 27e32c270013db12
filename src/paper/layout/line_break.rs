//! Where a text may break: the Chinese rules (GB/T 15834 on punctuation at line ends), Latin words whole,
//! figures with their unit. Written here because the Unicode algorithm (UAX 14, as in icu and unicode-linebreak)
//! parts a figure from its unit and a class from its number.

use super::punctuation::{is_closing, is_opening, is_wide, never_first, never_last, squeeze};
use super::setting::natural_width;
use crate::paper::font::{FontKind, Fonts};

/// Units of two characters that stay with their figure.
const LONG_UNITS: [&str; 10] =
    ["分钟", "小时", "公里", "毫升", "厘米", "周岁", "个月", "学年", "毫米", "人次"];
/// Units in Latin letters that stay with their figure behind a blank.
const LATIN_UNITS: [&str; 10] = ["mg/L", "mL", "ml", "cm", "mm", "km", "kg", "min", "h", "g"];
/// What the number of a class follows: 三（2）班.
const GRADES: &str = "一二三四五六七八九十初高级年";

/// Characters of a last line that are too few, a closing mark among them.
const LONELY: usize = 2;

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

/// The same for running text: a last line of one character takes what comes before it along, since a mark alone looks
/// like a fault.
pub fn break_paragraph(
    fonts: &Fonts,
    text: &str,
    font: FontKind,
    size: f32,
    width: f32,
    indent: f32,
) -> Vec<TextLine> {
    let mut lines = break_lines(fonts, text, font, size, width, indent);
    let Some((last, before)) = lines.split_last_mut() else { return lines };
    let Some(before) = before.last_mut().filter(|before| before.continues) else { return lines };
    if !(1..=LONELY).contains(&last.text.chars().count()) {
        return lines;
    }
    let moved = clusters(&before.text).last().map(|moved| (*moved).to_owned()).unwrap_or_default();
    let kept = before.text.strip_suffix(moved.as_str()).unwrap_or_default().trim_end_matches(' ').to_owned();
    if kept.chars().count() > 2 * moved.chars().count() {
        before.width = natural_width(fonts, font, size, &kept).min(before.width);
        before.text = kept;
        last.text.insert_str(0, &moved);
        last.width = natural_width(fonts, font, size, &last.text).min(width);
    }
    lines
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
        natural_width(self.fonts, self.font, self.size, text)
    }

    fn fill(&mut self, paragraph: &str) {
        let mut line = String::new();
        // Width of `line` with and without the blanks at its end.
        let (mut used, mut inked) = (0.0, 0.0);
        for cluster in clusters(paragraph) {
            let bare = cluster.trim_end_matches(' ');
            let wide = self.measure(bare) - self.joint(&line, bare);
            let blank = self.measure(cluster.get(bare.len()..).unwrap_or_default());
            if !self.fits(bare, used + wide) && !line.is_empty() {
                self.finish(&mut line, inked, true);
                used = 0.0;
            }
            let mut rest = bare;
            inked = used + self.measure(bare) - self.joint(&line, bare);
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

    /// What is saved where the marks at a joint come closer, mm.
    fn joint(&self, line: &str, next: &str) -> f32 {
        let marks = line.chars().next_back().zip(next.chars().next());
        marks.map_or(0.0, |(before, after)| squeeze(before, after) * self.size)
    }

    fn finish(&mut self, line: &mut String, width: f32, continues: bool) {
        let text = line.trim_end_matches(' ').to_owned();
        self.lines.push(TextLine { text, width: width.min(self.room.max(0.0)), continues });
        line.clear();
        self.room = self.width;
    }

    /// Whether a line of that width fits; a closing mark at its end may stick out by its empty half.
    fn fits(&self, end: &str, width: f32) -> bool {
        let spare = if end.ends_with(is_closing) { self.size / 2.0 } else { 0.0 };
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

/// The unbreakable pieces of a paragraph; blanks belong to the piece before them.
fn clusters(text: &str) -> Vec<&str> {
    let mut start = 0;
    let mut pieces = Vec::new();
    for end in atom_ends(text) {
        let (before, after) = text.split_at_checked(end).unwrap_or((text, ""));
        if after.is_empty() || may_break(before, after) {
            pieces.extend(text.get(start..end));
            start = end;
        }
    }
    pieces
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

/// Whether a line may end between two parts of a paragraph, of which neither is empty.
fn may_break(before: &str, after: &str) -> bool {
    let kept = before.trim_end_matches(' ');
    let (Some(last), Some(first)) = (kept.chars().next_back(), after.chars().next()) else { return true };
    let spaced = kept.len() < before.len();
    if never_last(last) && (!spaced || is_wide(last)) || never_first(first) && (!spaced || is_wide(first)) {
        return false;
    }
    let dashes = last == '—' && first == '—';
    !(dashes || is_figure_joint(kept, after, spaced) || is_class_joint(kept, after))
}

/// Whether a figure would lose its unit, its sign or its other half.
fn is_figure_joint(kept: &str, after: &str, spaced: bool) -> bool {
    let mut back = kept.chars().rev();
    let (Some(last), Some(first)) = (back.next(), after.chars().next()) else { return false };
    let earlier = back.find(|c| *c != ' ');
    let counted = earlier.is_some_and(|c| c.is_ascii_digit());
    let digits = |text: &str, back: bool| {
        let is_digit = |c: &char| c.is_ascii_digit();
        if back {
            text.chars().rev().take_while(is_digit).count()
        } else {
            text.chars().take_while(is_digit).count()
        }
    };
    if last.is_ascii_digit() {
        let latin = |unit: &&str| {
            let rest = after.strip_prefix(*unit);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        };
        // The halves of a telephone number stand apart but stay together.
        let phone = digits(kept, true) >= 3 && digits(after, false) >= 3;
        return is_wide(first) && !is_opening(first) || spaced && (phone || LATIN_UNITS.iter().any(latin));
    }
    if first.is_ascii_digit() {
        let goes_on = "年月级～—至".contains(last) || last == '日' && !spaced;
        return "第约".contains(last) || counted && goes_on;
    }
    counted && LONG_UNITS.iter().any(|unit| unit.starts_with(last) && unit.ends_with(first))
}

/// Whether the name of a class would be broken: 三（2）班.
fn is_class_joint(kept: &str, after: &str) -> bool {
    let mut ahead = after.chars();
    let first = ahead.next();
    let number = |c: char| c.is_ascii_digit() || GRADES.contains(c);
    if first == Some('（') {
        return kept.ends_with(|c| GRADES.contains(c))
            && ahead.next().is_some_and(number)
            && ahead.take(2).any(|c| c == '）');
    }
    let inner = kept.strip_suffix('）').unwrap_or_default();
    first == Some('班') && inner.ends_with(number)
}
