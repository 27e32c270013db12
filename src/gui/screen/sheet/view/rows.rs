//! The table: a row per pupil, marks in columns, the current row with bar and ring.

use iced::Length::{Fill, Fixed};
use iced::widget::{Column as Stack, Row, column, container, row};
use iced::{Alignment, Padding};

use super::super::{ClassSheet, FindingEdit, Message, Place, ROWS, RowKey, row_id};
use super::words;
use crate::domain::rule_book::FEVER;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Column, Columns, Mark, MarkCell, control, marks, row_button, table, text};
use crate::i18n::Language;
use crate::ops::check::{SheetLine, SheetView};

/// The widths of the columns for a room and the names of a class.
struct Measure {
    name: f32,
    attendance: f32,
    mark: f32,
    temperature: f32,
    /// Notes have a column, else a second line.
    notes: bool,
}

const SEAT: f32 = 38.0;
/// Widest column of names beside notes.
const WIDEST_NAME: f32 = 130.0;
/// Columns of symptoms.
const SYMPTOMS: f32 = 14.0;
/// Width of the temperature where its head has room for the unit alone.
const UNIT: f32 = 50.0;
/// Room that a Han character takes in body text.
const HAN: f32 = size::BODY.size;

impl Measure {
    fn of(view: &SheetView, context: &Context) -> Self {
        let notes = context.breadth() == Breadth::Wide;
        let english = context.tr.language() == Language::English;
        let attendance = if english { 80.0 } else { 66.0 };
        let (least, mark, temperature) = match (notes, english) {
            (true, _) => (84.0, 27.0, 58.0),
            (false, false) => (76.0, 24.0, 58.0),
            // The rail is broader here and so is attendance: four characters stand in small type.
            (false, true) => (70.0, 24.0, UNIT),
        };
        // The name takes what the others leave: notes need room for a proposal's words.
        let others = SEAT + attendance + SYMPTOMS * mark + 1.0 + temperature;
        let left = context.size.width - context.side() - 2.0 * context.breadth().edge() - 12.0 - others;
        let widest = if notes { WIDEST_NAME } else { left.max(least) };
        let longest = view.lines.iter().map(|line| width(&line.name)).fold(0.0_f32, f32::max);
        let name = (longest + 16.0).clamp(least, widest);
        Self { name, attendance, mark, temperature, notes }
    }
}

/// About how wide a name is in body text: Han characters are square, letters a bit more than half.
fn width(name: &str) -> f32 {
    name.chars().map(|c| if c.is_ascii() { HAN * 0.6 } else { HAN }).sum()
}

pub(super) fn table_of<'a>(
    sheet: &'a ClassSheet,
    view: &'a SheetView,
    context: &'a Context,
) -> Element<'a, Message> {
    let measure = Measure::of(view, context);
    let last = view.lines.len().saturating_sub(1);
    let rows = view.lines.iter().enumerate().map(|(index, line)| {
        let chosen = sheet.is_chosen(line.person);
        let cells = cells(sheet, line, &measure, context);
        let (inside, height): (Element<'a, Message>, f32) = match words::note(line, context) {
            Some(note) if !measure.notes => {
                let below = container(note).padding(Padding { left: SEAT + 8.0, ..Padding::ZERO });
                (column![cells.height(size::ROW), below.height(22)].into(), size::ROW + 22.0)
            }
            _ if lines_of(&line.name, measure.name) == NameLines::Two => {
                (cells.height(Fill).into(), TWO_LINES)
            }
            _ => (cells.height(Fill).into(), size::ROW),
        };
        let (inside, height) = match words::wrong(sheet, line, context) {
            Some(wrong) => {
                let wrong = container(wrong).padding(Padding { left: SEAT + 8.0, ..Padding::ZERO });
                let inside = container(inside).height(height);
                (column![inside, wrong.height(WRONG)].into(), height + WRONG)
            }
            None => (inside, height),
        };
        row_button(row_id(line.person), inside, Message::Enter(Some(line.person)))
            .mouse_only()
            .chosen(chosen)
            .zebra(index % 2 == 1)
            .last(index == last)
            .height(height)
            .into()
    });
    let rows = rows_control(Stack::with_children(rows).width(Fill), sheet, context);
    table("sheet", head(&measure, context), vec![rows], size::ROW)
}

/// All rows as one step of the Tab order: the ring lies on the current one, keys mean it.
pub(super) fn rows_control<'a>(
    rows: impl Into<Element<'a, Message>>,
    sheet: &ClassSheet,
    context: &'a Context,
) -> Element<'a, Message> {
    let rules = &context.rules;
    control(rows)
        .id(ROWS)
        .width(Fill)
        .radius(0.0)
        .ring_on(Some(sheet.at().unwrap_or_default()))
        .on_focus(Message::Arrived(Place::Row))
        .on_key(move |key, modifiers| RowKey::of(key, modifiers, rules).map(Message::Key))
        .into()
}

fn head<'a>(measure: &Measure, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let keys: Vec<String> = context.rules.attendances().iter().map(|entry| entry.key.to_string()).collect();
    let mut columns = vec![
        Column::new(tr.sheet_head_seat(), SEAT).right(),
        Column::new(tr.sheet_head_name(), Fixed(measure.name)),
        Column::new(format!("{}\n{}", tr.sheet_head_attendance(), keys.join(" ")), Fixed(measure.attendance))
            .flush(),
    ];
    let mut group = 0;
    for entry in context.rules.symptoms() {
        let column = Column::mark(entry.short.get(tag), entry.key).width(measure.mark).flush();
        columns.push(if entry.group == group { column } else { column.group() });
        group = entry.group;
    }
    columns.push(Column::closing());
    let word = (measure.temperature > UNIT).then(|| tr.sheet_head_temperature());
    let site = word.map_or_else(|| "℃".to_owned(), |word| format!("{word}\n℃"));
    columns.push(Column::new(site, Fixed(measure.temperature)).right());
    if measure.notes {
        columns.push(Column::new(format!("{}\nI", tr.sheet_head_note()), Fill));
    }
    Columns::new(columns).head()
}

fn cells<'a>(
    sheet: &'a ClassSheet,
    line: &'a SheetLine,
    measure: &Measure,
    context: &'a Context,
) -> Row<'a, Message, crate::gui::Theme, iced::Renderer> {
    let person = line.person;
    let held = words::shown(line).is_some();
    let seat = text(line.seat_no.to_string()).ink(Ink::Text2).line();
    let seat = container(seat).width(SEAT).align_right(SEAT).padding([0, 8]);
    let next = if words::proposed(line) { FindingEdit::Accept } else { FindingEdit::NextAttendance };
    let attendance = control(words::attendance(line, sheet.key.session, context))
        .on_press(Message::Edit(person, next))
        .mouse_only()
        .width(measure.attendance)
        .height(Fill);
    let temperature = control(container(words::temperature(sheet, line)).align_right(Fill).padding([0, 4]))
        .on_press(Message::Enter(Some(person)))
        .mouse_only()
        .width(measure.temperature)
        .height(Fill);
    let symptoms = context.rules.symptoms();
    let pick = move |index: usize| {
        let code = symptoms.get(index).map(|entry| entry.code.clone());
        code.map_or(Message::Enter(Some(person)), |code| Message::Edit(person, FindingEdit::Symptom(code)))
    };
    let cells = row![seat, name(line, held, measure.name), attendance]
        .push(marks(marks_of(line, context), measure.mark, pick))
        .push(temperature)
        .align_y(Alignment::Center)
        .width(Fill);
    if !measure.notes {
        return cells;
    }
    let note = control(row![].push(words::note(line, context)))
        .on_press(Message::Details(Some(person)))
        .mouse_only()
        .padding(Padding { left: 8.0, right: 8.0, ..Padding::ZERO })
        .width(Fill)
        .height(Fill);
    cells.push(note)
}

/// The name; a shortened one stands whole in the details.
fn name(line: &SheetLine, held: bool, room: f32) -> Element<'_, Message> {
    let name = text(line.name.as_str()).bold_if(held);
    let name = match lines_of(&line.name, room) {
        NameLines::Full => name.line(),
        NameLines::Small => name.small().line(),
        NameLines::Two => name.small(),
        NameLines::Shortened => name.small().shorten_middle(),
    };
    container(name).width(room).padding([0, 8]).into()
}

/// How a name is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameLines {
    Full,
    Small,
    Two,
    Shortened,
}

/// The largest way to set a name in a column: body text, small, two lines, and only then shortened.
fn lines_of(name: &str, room: f32) -> NameLines {
    let room = room - 16.0;
    let small = width(name) * size::SMALL.size / HAN;
    if width(name) <= room {
        NameLines::Full
    } else if small <= room {
        NameLines::Small
    } else if small <= room * 2.0 - size::SMALL.size * 2.0 && name.chars().count() < LONG_NAME {
        NameLines::Two
    } else {
        NameLines::Shortened
    }
}

/// From so many characters on a name is shortened.
const LONG_NAME: usize = 24;
/// Height of what is wrong, below its row.
const WRONG: f32 = 26.0;
/// Height of a row whose name takes two lines.
const TWO_LINES: f32 = 44.0;

fn marks_of(line: &SheetLine, context: &Context) -> Vec<MarkCell> {
    let finding = words::shown(line);
    let kind = if words::proposed(line) { Mark::Proposed } else { Mark::Recorded };
    let mut group = 0;
    let cell = |entry: &crate::domain::rule_book::SymptomEntry| {
        let begins = entry.group != group;
        group = entry.group;
        let held = finding.is_some_and(|finding| finding.symptoms.contains(&entry.code));
        // A temperature at the limit counts as fever, whether the letter was typed or not.
        let derived = line.fever && entry.code.as_str() == FEVER;
        let mark = match (held, derived) {
            (true, _) => kind,
            (false, true) => Mark::Derived,
            (false, false) => Mark::None,
        };
        MarkCell { mark, group: begins }
    };
    context.rules.symptoms().iter().map(cell).collect()
}
