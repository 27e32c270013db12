//! Whether a form of the school's own can be printed: its texts, its widths, and a trial on paper.

use chrono::NaiveDateTime;

use super::content::Cells;
use super::table::Table;
use super::{FormContent, FormRow, FormTemplate, OwnForm, layout};
use crate::domain::progress::Silent;
use crate::i18n::{Language, Tr};
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::layout::Frame;
use crate::paper::{OwnFault, Spot};

/// Most characters of a title, of a column's title, of a note, of a label.
const TITLE: usize = 60;
const COLUMN: usize = 80;
const NOTE: usize = 300;
const LABEL: usize = 30;
/// Most notes and most places to sign.
const NOTES: usize = 8;
const PLACES: usize = 10;
/// Widest share of a column, longest rule, mm.
const WIDEST: f32 = 300.0;
const LONGEST: f32 = 120.0;
/// Least width of a column, mm, and how much narrower than shipped it may be: a name of fifty characters still
/// leaves the row on its sheet.
const NARROWEST: f32 = 4.0;
const SHARE: f32 = 0.6;
/// Least type of a title set downwards, mm.
const SMALLEST: f32 = 1.5;
/// A word as long as the names of most schools.
const SCHOOL: &str = "某某县某某镇某某中心学校";

impl OwnForm {
    /// Everything that keeps it from being printed over a shipped form, the first to be said first.
    pub fn faults(&self, shipped: &FormTemplate) -> Vec<OwnFault> {
        let fonts = Fonts::shipped();
        let mut faults = Vec::new();
        self.text_faults(shipped, &fonts, &mut faults);
        self.size_faults(shipped, &mut faults);
        let form = shipped.with_own(self);
        if !shipped.columns.is_empty() && form.shown().next().is_none() {
            faults.push(OwnFault::NoColumns);
        }
        if faults.is_empty() {
            faults.extend(
                Language::ALL.into_iter().find_map(|language| trial(&form, shipped, &fonts, language)),
            );
        }
        faults
    }

    fn text_faults(&self, shipped: &FormTemplate, fonts: &Fonts, faults: &mut Vec<OwnFault>) {
        let known = fields(shipped);
        let mut look = |spot: Spot, text: Option<&str>, most: usize, may_be_empty: bool| {
            let Some(text) = text else { return };
            if text.trim().is_empty() && !may_be_empty {
                faults.push(OwnFault::Empty { spot: spot.clone() });
            }
            // Only titles are filled in.
            let filled = matches!(spot, Spot::Title | Spot::Column(_));
            let known = |field: &str| filled && known.iter().any(|known| known == field);
            faults.extend(text_fault(spot, text, most, fonts, known));
        };
        for language in Language::ALL {
            look(Spot::Title, self.title.get(language), TITLE, false);
            for column in &self.columns {
                look(Spot::Column(column.key.clone()), column.title.get(language), COLUMN, true);
            }
            for (place, number) in self.signatures.iter().zip(1..) {
                look(Spot::Place(number), place.label.get(language), LABEL, !place.place.is_empty());
            }
        }
        for notes in [&self.notes.zh, &self.notes.en].into_iter().flatten() {
            for (note, number) in notes.iter().zip(1..) {
                look(Spot::Note(number), Some(note), NOTE, true);
            }
        }
    }

    fn size_faults(&self, shipped: &FormTemplate, faults: &mut Vec<OwnFault>) {
        if [&self.notes.zh, &self.notes.en].into_iter().flatten().any(|notes| notes.len() > NOTES) {
            faults.push(OwnFault::TooMany { spot: Spot::Note(NOTES + 1) });
        }
        if self.signatures.len() > PLACES.max(shipped.signatures.len()) {
            faults.push(OwnFault::TooMany { spot: Spot::Place(PLACES + 1) });
        }
        for (at, column) in self.columns.iter().enumerate() {
            if self.columns.iter().take(at).any(|other| other.key == column.key) {
                faults.push(OwnFault::Twice { key: column.key.clone() });
            }
            if column.width.is_some_and(|width| !(1.0..=WIDEST).contains(&width)) {
                faults.push(OwnFault::BadSize { spot: Spot::Column(column.key.clone()) });
            }
        }
        for (place, number) in self.signatures.iter().zip(1..) {
            if place.space.is_some_and(|space| !(0.0..=LONGEST).contains(&space)) {
                faults.push(OwnFault::BadSize { spot: Spot::Place(number) });
            }
        }
    }
}

/// What a text lacks: a brace, a field, a glyph, room.
pub(in crate::paper) fn text_fault(
    spot: Spot,
    text: &str,
    most: usize,
    fonts: &Fonts,
    known: impl Fn(&str) -> bool,
) -> Option<OwnFault> {
    if text.chars().count() > most {
        return Some(OwnFault::TooLong { spot, most });
    }
    let missing: String = fonts.missing(&text.replace('\n', "")).into_iter().collect();
    if !missing.is_empty() {
        return Some(OwnFault::NoGlyph { spot, characters: missing });
    }
    let mut pieces = text.split('{');
    let open = OwnFault::OpenBrace { spot: spot.clone() };
    if pieces.next().is_some_and(|first| first.contains('}')) {
        return Some(open);
    }
    for piece in pieces {
        let Some((field, rest)) = piece.split_once('}') else { return Some(open) };
        if rest.contains('}') {
            return Some(open);
        }
        if !known(field) {
            return Some(OwnFault::UnknownField { spot, field: field.to_owned() });
        }
    }
    None
}

/// Names that a title of the form can hold in braces.
fn fields(shipped: &FormTemplate) -> Vec<String> {
    let titles = shipped.groups.iter().map(|group| &group.title).chain([&shipped.title]);
    let titles = titles.chain(shipped.columns.iter().map(|column| &column.title));
    let braced = titles.flat_map(|words| words.zh.split('{').skip(1).filter_map(|rest| rest.split_once('}')));
    let mut names: Vec<String> = braced.map(|(name, _)| name.to_owned()).collect();
    names.extend(shipped.header.iter().map(|field| field.key.clone()));
    names.push("school".to_owned());
    names
}

/// The form on paper, blank and with every cell filled.
fn trial(form: &FormTemplate, shipped: &FormTemplate, fonts: &Fonts, language: Language) -> Option<OwnFault> {
    let tr = Tr::new(language);
    let mut content = FormContent::blank(NaiveDateTime::default());
    let _ = content.header.insert("school".to_owned(), SCHOOL.to_owned());
    if let Some(fault) = narrow(form, shipped, &content, fonts, &tr) {
        return Some(fault);
    }
    let mut filled = content.clone();
    let row: Cells = form.columns.iter().map(|column| (column.key.clone(), "9".to_owned())).collect();
    if !form.columns.is_empty() {
        filled.rows = vec![FormRow::Filled(row.clone()); 3];
    }
    for foot in &form.foot {
        let cells = row.iter().filter(|(key, _)| form.rank(key) >= foot.span);
        let cells = cells.map(|(key, text)| (key.clone(), text.clone()));
        let _ = filled.foot.insert(foot.key.clone(), cells.collect());
    }
    [content, filled].iter().find_map(|content| {
        let run = layout(form, content, fonts, MissingGlyph::Rule, &tr, &mut Silent).ok()?;
        let unsound = run.document.unsound()?;
        let first = unsound.over.unwrap_or_default();
        let text = if unsound.text.is_empty() { first } else { unsound.text };
        Some(OwnFault::DoesNotFit { text, language })
    })
}

/// The first column that is too narrow, or the closing row whose word has no room.
fn narrow(
    form: &FormTemplate,
    shipped: &FormTemplate,
    content: &FormContent,
    fonts: &Fonts,
    tr: &Tr,
) -> Option<OwnFault> {
    let (short, long) = form.paper.upright();
    let width = if form.landscape { long } else { short } - 2.0 * form.paper.margin();
    let frame = Frame { x: 0.0, y: 0.0, width, height: 0.0 };
    let was = Table::new(shipped, content, fonts, tr, frame).widths();
    let table = Table::new(form, content, fonts, tr, frame);
    for (key, now) in table.widths() {
        let column = form.columns.iter().find(|column| column.key == key)?;
        let before = was.iter().find(|(other, _)| *other == key).map_or(NARROWEST, |(_, width)| *width);
        let title = column.title.get(tr.language());
        let lines = crate::paper::layout::stack(title);
        let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(1).max(1);
        let type_size = (now - 1.2) / longest as f32;
        let downwards = column.vertical && tr.language() == Language::Chinese && type_size < SMALLEST;
        if downwards || now < NARROWEST.min(before) || now < before * SHARE {
            return Some(OwnFault::TooNarrow { column: title.replace('\n', "") });
        }
    }
    let foot = table.foot_without_room().map(|row| row.title.get(tr.language()).to_owned());
    foot.map(|label| OwnFault::NoTotals { label })
}
