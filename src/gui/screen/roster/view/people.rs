//! The people of a page.

use std::borrow::Cow;

use iced::Length::{Fill, Fixed};
use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use super::super::masked::masked;
use super::super::{MarkMessage, Message, Part, Roster, row_id};
use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::id::PersonId;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Column, Columns, Icon, empty_state, icon, panel, row_button, table, text};
use crate::i18n::Language;
use crate::ops::roster::{RosterLine, RosterView, StaffLine};

/// What stands in a cell.
type Cell<'a, L> = Box<dyn Fn(&'a L, &Context) -> Element<'a, Message> + 'a>;
/// A column with what stands in it.
type Made<'a, L> = (Column, Cell<'a, L>);

fn made_of<'a, L>(
    column: Column,
    cell: impl Fn(&'a L, &Context) -> Element<'a, Message> + 'a,
) -> Made<'a, L> {
    (column, Box::new(cell))
}

fn pupil_columns<'a>(with_class: bool, data: &'a RosterView, context: &Context) -> Vec<Made<'a, RosterLine>> {
    let tr = &context.tr;
    let wide = context.breadth() == Breadth::Wide;
    let chinese = tr.language() == Language::Chinese;
    let (seat, sex_width, home) = if chinese { (44.0, 46.0, 78.0) } else { (48.0, 70.0, 84.0) };
    let mut columns: Vec<Made<'a, RosterLine>> = Vec::new();
    if with_class {
        let class =
            move |line: &'a RosterLine, context: &Context| text(short(data, line, context)).name().into();
        columns.push((Column::new(tr.roster_screen_head_class(), Fixed(84.0)), Box::new(class)));
    }
    columns.push(made_of(
        Column::new(tr.roster_screen_head_seat(), Fixed(seat)).right(),
        |line: &'a RosterLine, _| text(line.seat_no.to_string()).ink(Ink::Text2).line().into(),
    ));
    columns.push(made_of(Column::new(tr.roster_screen_head_name(), Fill), |line: &'a RosterLine, _| {
        text(line.name.as_str()).bold().name().into()
    }));
    columns.push(made_of(
        Column::new(tr.roster_screen_head_sex(), Fixed(sex_width)),
        |line: &'a RosterLine, context| text(sex(line.sex, context)).line().into(),
    ));
    if wide {
        columns.push(made_of(
            Column::new(tr.roster_screen_head_birth(), Fixed(92.0)),
            |line: &'a RosterLine, _| quiet(line.birth.map(|day| day.to_string())),
        ));
    }
    columns.push(made_of(Column::new(tr.roster_screen_head_boarding(), Fixed(home)), boarding));
    if wide {
        columns.push(made_of(
            Column::new(tr.roster_screen_head_student_no(), Fixed(150.0)),
            |line: &'a RosterLine, _| {
                text(line.student_no.as_deref().map_or_else(|| "–".to_owned(), masked))
                    .small()
                    .ink(Ink::Text2)
                    .shorten_middle()
                    .into()
            },
        ));
    }
    columns
}

/// The class as the list beside writes it, or would write one of an earlier year that it no longer shows.
fn short<'a>(data: &'a RosterView, line: &'a RosterLine, context: &Context) -> Cow<'a, str> {
    if let Some(class) = data.classes.iter().find(|class| class.id == line.class_key) {
        return class.short.as_str().into();
    }
    let before = Calendar::school_year_of(context.now.date()) - 1;
    ClassLabel::parse(&line.class, before).map_or(line.class.as_str().into(), |label| label.short().into())
}

fn staff_columns<'a>(context: &Context) -> Vec<Made<'a, StaffLine>> {
    let tr = &context.tr;
    let mut columns: Vec<Made<'a, StaffLine>> = vec![
        made_of(Column::new(tr.roster_screen_head_name(), Fill), |line: &'a StaffLine, _| {
            text(line.name.as_str()).bold().name().into()
        }),
        made_of(Column::new(tr.roster_screen_head_post(), Fixed(150.0)), |line: &'a StaffLine, context| {
            match line.to.filter(|_| line.has_left(context.now.date())) {
                Some(to) => quiet(Some(context.tr.roster_screen_staff_left(&to.to_string()))),
                None => text(line.post.as_deref().unwrap_or_default()).name().into(),
            }
        }),
    ];
    if context.breadth() == Breadth::Wide {
        columns.push(made_of(
            Column::new(tr.roster_screen_head_teaches(), Fixed(150.0)),
            |line: &'a StaffLine, context| text(line.classes_words(&context.tr)).name().into(),
        ));
    }
    columns
        .push(made_of(Column::new(tr.roster_screen_head_phone(), Fixed(120.0)), |line: &'a StaffLine, _| {
            quiet(line.phone.as_deref().map(masked))
        }));
    columns
}

fn quiet<'a>(value: Option<String>) -> Element<'a, Message> {
    text(value.unwrap_or_else(|| "–".to_owned())).small().ink(Ink::Text2).line().into()
}

/// 男 and 女 of the file format in the language of the screen.
fn sex(word: Option<&str>, context: &Context) -> String {
    let tr = &context.tr;
    match word {
        Some("男") => tr.person_male(),
        Some("女") => tr.person_female(),
        _ => "–".to_owned(),
    }
}

/// The room, else whether the pupil boards.
fn boarding<'a>(line: &'a RosterLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    match (&line.dormitory, line.boarding) {
        (Some(room), _) => text(room.as_str()).name().into(),
        (None, Some("住校")) => text(tr.person_boarder()).shorten().into(),
        (None, Some(_)) => text(tr.person_day()).ink(Ink::Text3).shorten().into(),
        (None, None) => text("–").ink(Ink::Text3).into(),
    }
}

pub(super) fn table_of<'a>(
    roster: &'a Roster,
    data: &'a RosterView,
    context: &'a Context,
) -> Element<'a, Message> {
    if data.found == 0 {
        return none(roster, data, context);
    }
    if roster.part() == Part::Staff {
        return made(roster, &data.staff, |line| line.key, staff_columns(context), context);
    }
    let with_class = matches!(roster.part(), Part::All | Part::Group(_));
    let mut columns = pupil_columns(with_class, data, context);
    if roster.marking.is_some() {
        let mark = |line: &'a RosterLine, _: &Context| check(roster.marked(line.key) == Some(true));
        let mark: Made<'a, RosterLine> = (Column::new("", Fixed(32.0)), Box::new(mark));
        // Where there is little room, as among English words, the mark takes the place of the number.
        let little = context.breadth() != Breadth::Wide || context.tr.language() == Language::English;
        match columns.get_mut(usize::from(with_class)) {
            Some(number) if little => *number = mark,
            _ => columns.insert(0, mark),
        }
    }
    made(roster, &data.lines, |line| line.key, columns, context)
}

fn made<'a, L>(
    roster: &'a Roster,
    lines: &'a [L],
    key: fn(&L) -> PersonId,
    columns: Vec<Made<'a, L>>,
    context: &Context,
) -> Element<'a, Message> {
    let (heads, cells): (Vec<Column>, Vec<_>) = columns.into_iter().unzip();
    let heads = Columns::new(heads);
    let last = lines.len().saturating_sub(1);
    let rows = lines.iter().enumerate().map(|(index, line)| {
        let person = key(line);
        let cells = cells.iter().map(|cell| cell(line, context)).collect();
        row_button(row_id(person), heads.row(cells), on_row(roster, person))
            .chosen(roster.selected == Some(person))
            .zebra(index % 2 == 1)
            .last(index == last)
            .into()
    });
    table("people", heads.head(), rows.collect(), size::ROW)
}

/// What a row does: it opens the person, or marks while rows are marked.
fn on_row(roster: &Roster, person: PersonId) -> Message {
    match roster.marked(person) {
        Some(_) => Message::Mark(MarkMessage::One(person)),
        None => Message::Open(person),
    }
}

/// The sign of a marked row.
fn check<'a>(on: bool) -> Element<'a, Message> {
    let sign = if on { Icon::RingCheck } else { Icon::Ring };
    icon(sign).ink(if on { Ink::Accent } else { Ink::Text3 }).into()
}

fn none<'a>(roster: &'a Roster, data: &'a RosterView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if !data.elsewhere.is_empty() {
        return elsewhere(roster, data, context);
    }
    let sentence = match (roster.asked.filter.find.is_empty(), roster.part()) {
        (false, _) => tr.roster_screen_nobody_found(),
        (true, Part::Staff) => tr.roster_screen_no_staff(),
        (true, _) => tr.roster_screen_no_pupils(),
    };
    panel(empty_state(sentence, None::<Element<'a, Message>>)).into()
}

/// Pupils who fit and are in no class today: who they are, since when, and the way to them.
fn elsewhere<'a>(roster: &'a Roster, data: &'a RosterView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut rows =
        column![container(text(tr.roster_found_away()).ink(Ink::Text2)).padding(size::GAP)].width(Fill);
    for line in &data.elsewhere {
        let first =
            row![text(line.name.as_str()).bold().name().width(Fill), text(line.when(tr)).small().line()]
                .spacing(size::GAP)
                .align_y(Alignment::Center);
        let two = column![first, text(line.class.as_str()).small().ink(Ink::Text2).shorten()].spacing(2);
        let padded = container(two).padding([4.0, size::GAP]);
        rows = rows.push(
            row_button(row_id(line.key), padded, Message::Open(line.key))
                .chosen(roster.selected == Some(line.key))
                .height(size::ROW_TWO),
        );
    }
    panel(rows).into()
}

/// The people of a narrow window: two lines each.
pub(super) fn list_of<'a>(
    roster: &'a Roster,
    data: &'a RosterView,
    context: &'a Context,
) -> Element<'a, Message> {
    if data.found == 0 {
        return none(roster, data, context);
    }
    let pupils = data.lines.iter().map(|line| {
        let mut rest = vec![short(data, line, context).into_owned()];
        rest.extend(line.sex.map(|word| sex(Some(word), context)));
        rest.extend(line.birth.map(|day| day.to_string()));
        rest.extend(line.dormitory.clone());
        (line.key, line.seat_no.to_string(), line.name.as_str(), rest)
    });
    let staff = data.staff.iter().map(|line| {
        let rest = vec![line.post.clone().unwrap_or_default(), line.classes_words(&context.tr)];
        (line.key, String::new(), line.name.as_str(), rest)
    });
    let mut rows = column![].width(Length::Fill);
    for (person, seat, name, rest) in pupils.chain(staff) {
        let mark = roster.marked(person).map(check);
        let first = row![].push(mark).push(text(name).bold().name().width(Fill));
        let first =
            first.push(text(seat).ink(Ink::Text2).line()).spacing(size::GAP).align_y(Alignment::Center);
        let rest = rest.join("  ");
        let lines = column![first, text(rest).small().ink(Ink::Text2).shorten()].spacing(2);
        rows = rows.push(
            row_button(row_id(person), container(lines).padding([4.0, size::GAP]), on_row(roster, person))
                .chosen(roster.selected == Some(person))
                .height(size::ROW_TWO),
        );
    }
    panel(rows).into()
}
