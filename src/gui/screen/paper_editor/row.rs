//! The rows of the editor: everything that can be changed about a form or letter, and the version that they make.

use crate::i18n::Language;
use crate::ops::own_papers::{
    OwnColumn, OwnForm, OwnLetter, OwnPaper, OwnPlace, OwnWords, PaperView, Part as LetterPart, PartKind,
    Spot, marked_text,
};

/// Breaks a line in the words of a column's title as they are typed.
const BREAK: &str = "|";
/// Length of the rule of a new place to sign, mm.
const SPACE: f32 = 32.0;

/// What a row is, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The title of the sheet.
    Title,
    /// A column of the table.
    Column,
    /// A note below it.
    Note,
    /// A place to sign.
    Place,
    /// A paragraph of a letter.
    Line,
    /// A statement of the slip.
    Tick,
    /// To whom the slip goes back.
    GiveBack,
}

impl Part {
    /// Whether rows of it can be added and taken out.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Note | Self::Place | Self::Line | Self::Tick)
    }

    /// Whether it can be left out of print without being lost.
    pub const fn hides(self) -> bool {
        matches!(self, Self::Column | Self::Place)
    }
}

/// Something that can be changed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub part: Part,
    /// The words in the language of the screen.
    pub text: String,
    /// Key of a column or place; empty for one that only the school has.
    pub key: String,
    /// Group of a column: its members move together.
    pub group: String,
    pub hidden: bool,
    /// Share of the width of a column.
    pub width: f32,
    /// Kind of a paragraph.
    pub kind: PartKind,
}

impl Row {
    fn new(part: Part, text: impl Into<String>) -> Self {
        Self {
            part,
            text: text.into(),
            key: String::new(),
            group: String::new(),
            hidden: false,
            width: 0.0,
            kind: PartKind::Text,
        }
    }

    /// A new one; a place to sign has a rule to sign on.
    pub(super) fn empty(part: Part, kind: PartKind) -> Self {
        let width = if part == Part::Place { SPACE } else { 0.0 };
        Self { width, kind, ..Self::new(part, "") }
    }

    /// Whether something is said of it, where it is the row of that number of its part.
    pub(super) fn is_at(&self, spot: &Spot, number: usize) -> bool {
        match (spot, self.part) {
            (Spot::Title, Part::Title) | (Spot::GiveBack, Part::GiveBack) => true,
            (Spot::Column(key), Part::Column) => *key == self.key,
            (Spot::Note(at), Part::Note)
            | (Spot::Place(at), Part::Place)
            | (Spot::Line(at), Part::Line)
            | (Spot::Tick(at), Part::Tick) => *at == number,
            _ => false,
        }
    }
}

/// The rows of what is kept.
pub(super) fn rows(view: &PaperView, language: Language) -> Vec<Row> {
    match &view.paper {
        OwnPaper::Form(form) => form_rows(form, view, language),
        OwnPaper::Letter(letter) => letter_rows(letter, language),
    }
}

fn form_rows(form: &OwnForm, view: &PaperView, language: Language) -> Vec<Row> {
    let said = |words: &OwnWords| words.get(language).unwrap_or_default().replace('\n', BREAK);
    let group = |key: &str| view.groups.iter().find(|(of, _)| of == key).map(|(_, group)| group.clone());
    let mut rows = vec![Row::new(Part::Title, said(&form.title))];
    rows.extend(form.columns.iter().map(|column| Row {
        key: column.key.clone(),
        group: group(&column.key).unwrap_or_default(),
        hidden: column.hidden,
        width: column.width.unwrap_or_default(),
        ..Row::new(Part::Column, said(&column.title))
    }));
    let notes = if language == Language::Chinese { &form.notes.zh } else { &form.notes.en };
    rows.extend(notes.iter().flatten().map(|note| Row::new(Part::Note, note.as_str())));
    rows.extend(form.signatures.iter().map(|place| Row {
        key: place.place.clone(),
        hidden: place.hidden,
        width: place.space.unwrap_or_default(),
        ..Row::new(Part::Place, said(&place.label))
    }));
    rows
}

fn letter_rows(letter: &OwnLetter, language: Language) -> Vec<Row> {
    let text = letter.text(language);
    let mut rows = vec![Row::new(Part::Title, text.title.clone().unwrap_or_default())];
    let parts = text.text.as_deref().map(marked_text::read).unwrap_or_default();
    rows.extend(parts.into_iter().map(|part| Row { kind: part.kind, ..Row::new(Part::Line, part.text) }));
    rows.extend(text.ticks.iter().flatten().map(|tick| Row::new(Part::Tick, tick.as_str())));
    rows.extend(text.give_back.iter().map(|words| Row::new(Part::GiveBack, words.as_str())));
    rows
}

/// What is kept with the rows laid over it.
pub(super) fn paper(kept: &OwnPaper, rows: &[Row], language: Language) -> OwnPaper {
    match kept {
        OwnPaper::Form(form) => OwnPaper::Form(form_of(form.clone(), rows, language)),
        OwnPaper::Letter(letter) => OwnPaper::Letter(letter_of(letter.clone(), rows, language)),
    }
}

fn form_of(mut form: OwnForm, rows: &[Row], language: Language) -> OwnForm {
    let of = |part: Part| rows.iter().filter(move |row| row.part == part);
    if let Some(title) = of(Part::Title).next() {
        form.title.set(language, title.text.clone());
    }
    let column = |row: &Row| {
        let kept = form.columns.iter().find(|column| column.key == row.key);
        let mut title = kept.map(|column| column.title.clone()).unwrap_or_default();
        title.set(language, row.text.replace(BREAK, "\n"));
        OwnColumn { key: row.key.clone(), title, width: Some(row.width), hidden: row.hidden }
    };
    let columns = of(Part::Column).map(column).collect();
    let mut own = form.signatures.iter().filter(|place| place.place.is_empty());
    let mut signatures = Vec::new();
    for row in of(Part::Place) {
        let kept = if row.key.is_empty() {
            own.next()
        } else {
            form.signatures.iter().find(|place| place.place == row.key)
        };
        let mut label = kept.map(|place| place.label.clone()).unwrap_or_default();
        label.set(language, row.text.clone());
        let place = row.key.clone();
        signatures.push(OwnPlace { place, label, space: Some(row.width), hidden: row.hidden });
    }
    form.columns = columns;
    form.signatures = signatures;
    let notes = Some(of(Part::Note).map(|row| row.text.clone()).collect());
    match language {
        Language::Chinese => form.notes.zh = notes,
        Language::English => form.notes.en = notes,
    }
    form
}

fn letter_of(mut letter: OwnLetter, rows: &[Row], language: Language) -> OwnLetter {
    let of = |part: Part| rows.iter().filter(move |row| row.part == part);
    let text = letter.text_mut(language);
    text.title = of(Part::Title).next().map(|row| row.text.clone());
    let parts = of(Part::Line).map(|row| LetterPart { kind: row.kind, text: row.text.clone() });
    text.text = Some(marked_text::write(&parts.collect::<Vec<_>>()));
    if text.ticks.is_some() {
        text.ticks = Some(of(Part::Tick).map(|row| row.text.clone()).collect());
        text.give_back = of(Part::GiveBack).next().map(|row| row.text.clone());
    }
    letter
}

/// Moves a row up or down within its part; answers where it is then. Columns of a group stay together: at its edge
/// the whole group goes past the neighbour.
pub(super) fn shift(rows: &mut Vec<Row>, at: usize, step: i32) -> Option<usize> {
    let to = at.checked_add_signed(if step < 0 { -1 } else { 1 })?;
    let (row, other) = (rows.get(at)?.clone(), rows.get(to)?.clone());
    if row.part != other.part || matches!(row.part, Part::Title | Part::GiveBack) {
        return None;
    }
    if row.group == other.group {
        rows.swap(at, to);
        return Some(to);
    }
    let block = |at: usize, group: &str| {
        let same = |index: &usize| {
            *index == at || !group.is_empty() && rows.get(*index).is_some_and(|row| row.group == group)
        };
        let all: Vec<usize> = (0..rows.len()).filter(same).collect();
        (all.first().copied().unwrap_or(at), all.len())
    };
    let (mine, theirs) = (block(at, &row.group), block(to, &other.group));
    let moved: Vec<Row> = rows.drain(mine.0..mine.0 + mine.1).collect();
    let place = if step < 0 { theirs.0 } else { theirs.0 + theirs.1 - mine.1 };
    rows.splice(place..place, moved);
    Some(place + at - mine.0)
}
