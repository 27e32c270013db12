//! How 图 looks.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use iced::Length::{Fill, FillPortion, Fixed, Shrink};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::{Row, column, container, row};
use iced::{Alignment, Padding};

use super::{Message, PicturesTab, Range, person_id, readout};
use crate::domain::picture::{Measure, Split};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{
    Icon, KeyHint, button, chart_view, control, list, panel, row_button, scroll, segments, text,
};
use crate::i18n::Tr;
use crate::ops::picture::{CurveView, PictureFigures, PictureKind, PicturePage};
use crate::paper::chart::{BandChart, Chart, CurveChart, HeatChart};
use crate::paper::font::Fonts;
use crate::paper::layout::Frame;

/// Height of a picture where the page scrolls.
const LOW: f32 = 300.0;
/// Width of the list of those who fell ill on a day.
const PEOPLE: f32 = 216.0;

pub(super) fn page<'a>(tab: &'a PicturesTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_trace());
    let Some(data) = &tab.data else { return Page::reading(header, context) };
    let print = button("").icon(Icon::Printer).key("Ctrl+P").id("print").on_press(Message::Print);
    let arrows = if tab.kind == PictureKind::Heat { "←→↑↓" } else { "←→" };
    let keys = vec![
        KeyHint::new(arrows, tr.picture_key_walk()),
        KeyHint::new("Enter", tr.picture_key_open()),
        KeyHint::new("1 2 3", tr.picture_key_kind()),
        KeyHint::new("PgUp PgDn", tr.picture_key_scope()),
    ];
    Page { header: header.right(print), body: body(tab, data, context), keys }
}

fn open_word(kind: PictureKind, tr: &Tr) -> String {
    match kind {
        PictureKind::Curve => tr.picture_open_people(),
        PictureKind::Band => tr.picture_open_day(),
        PictureKind::Heat => tr.picture_open_sheet(),
    }
}

fn body<'a>(tab: &'a PicturesTab, data: &'a PicturePage, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let (gap, edge) = (breadth.gap(), [breadth.gap(), breadth.edge()]);
    let choices = choices(tab, data, tr);
    let facts = text(data.facts.join("  ")).small().ink(Ink::Text2);
    let notes = data.notes.iter().map(|note| text(note.as_str()).small().ink(Ink::Text2).into());
    let notes = iced::widget::Column::with_children(notes);
    let people = match &data.view.figures {
        PictureFigures::Curve(view) => Some(people(view, tab.day(), tr)),
        PictureFigures::Band(_) | PictureFigures::Heat(_) => None,
    };
    if breadth == Breadth::Wide {
        let people = people.map(|people| container(list("fell-ill", vec![people])).width(Fixed(PEOPLE)));
        let picture = container(picture(tab, data, context)).width(FillPortion(1)).height(Fill);
        let middle = row![picture].push(people).spacing(size::INSIDE).height(Fill);
        let page = column![choices, facts, middle, told(tab, tr), notes];
        return container(page.spacing(gap)).padding(edge).height(Fill).into();
    }
    let picture = container(picture(tab, data, context)).height(LOW);
    let page = column![choices, facts, picture, told(tab, tr)].push(people).push(notes);
    scroll(container(page.spacing(gap)).padding(edge)).id("page").height(Fill).into()
}

/// Which picture, of which days, of whom, and how.
fn choices<'a>(tab: &'a PicturesTab, data: &'a PicturePage, tr: &Tr) -> Element<'a, Message> {
    let kinds = PictureKind::ALL.map(|kind| {
        let word = match kind {
            PictureKind::Curve => tr.picture_curve(),
            PictureKind::Band => tr.picture_band(),
            PictureKind::Heat => tr.picture_heat(),
        };
        (kind, word)
    });
    let mut ranges = vec![
        (Range::Week, tr.trace_rates_week()),
        (Range::Weeks, tr.picture_range_weeks()),
        (Range::Term, tr.trace_rates_term()),
    ];
    if tab.kind == PictureKind::Curve && !data.events.is_empty() {
        ranges.push((Range::Event, tr.event_tab()));
    }
    let of_event = tab.range == Range::Event;
    let scope = if of_event {
        data.view.of.clone()
    } else {
        data.scopes.get(tab.scope).map(|scope| scope.name.clone()).unwrap_or_default()
    };
    let mut parts = vec![
        segments("picture-kind", kinds, tab.kind, Message::Kind),
        segments("picture-days", ranges, tab.range, Message::Range),
        stepper("picture-of", scope, Message::Scope),
    ];
    match tab.kind {
        PictureKind::Curve => {
            let words = Split::ALL.map(|split| match split {
                Split::Class => (split, tr.picture_by_class()),
                Split::Symptom => (split, tr.picture_by_symptom()),
            });
            parts.push(segments("picture-split", words, tab.split, Message::Split));
            if !of_event {
                let symptom = tab.symptom.checked_sub(1).and_then(|at| data.symptoms.get(at));
                let name = symptom.map_or_else(|| tr.picture_all_symptoms(), |(_, name)| name.clone());
                parts.push(stepper("picture-symptom", name, Message::Symptom));
            }
        }
        PictureKind::Band => {
            let words = Measure::ALL.map(|measure| match measure {
                Measure::Ill => (measure, tr.trace_head_illness()),
                Measure::All => (measure, tr.trace_head_absence()),
            });
            parts.push(segments("picture-measure", words, tab.measure, Message::Measure));
        }
        PictureKind::Heat => {}
    }
    Row::with_children(parts)
        .spacing(size::INSIDE)
        .align_y(Alignment::Center)
        .wrap()
        .vertical_spacing(size::GAP)
        .into()
}

/// A word between the one before and the one after.
fn stepper<'a>(id: &str, word: String, turn: fn(i32) -> Message) -> Element<'a, Message> {
    let back = button("").icon(Icon::ChevronLeft).small().id(format!("{id}-before")).on_press(turn(-1));
    let on = button("").icon(Icon::ChevronRight).small().id(format!("{id}-after")).on_press(turn(1));
    row![back, text(word), on].spacing(size::GAP).align_y(Alignment::Center).into()
}

/// The picture as one thing to operate: arrows walk its days and rows, Enter opens.
fn picture<'a>(tab: &'a PicturesTab, data: &'a PicturePage, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let at = tab.at;
    let alerts = match &data.view.figures {
        PictureFigures::Curve(view) => view.alert_days(),
        PictureFigures::Band(_) | PictureFigures::Heat(_) => BTreeSet::new(),
    };
    let draw = move |frame: Frame, em: f32| drawn(&data.view.figures, &alerts, at, (frame, em), tr);
    let picture = container(chart_view(draw, Some(at), Message::Spot)).padding(size::INSIDE);
    let heat = tab.kind == PictureKind::Heat;
    let keys = move |key: &Key, modifiers: Modifiers| {
        let Key::Named(named) = key else { return None };
        match (named, modifiers.is_empty()) {
            (Named::ArrowRight, true) => Some(Message::Step(1, 0)),
            (Named::ArrowLeft, true) => Some(Message::Step(-1, 0)),
            (Named::ArrowDown, true) if heat => Some(Message::Step(0, 1)),
            (Named::ArrowUp, true) if heat => Some(Message::Step(0, -1)),
            (Named::Home, true) => Some(Message::End(false)),
            (Named::End, true) => Some(Message::End(true)),
            (Named::Enter, true) => Some(Message::Open),
            _ => None,
        }
    };
    let picture = control(picture).id("picture").on_key(keys).width(Fill).height(Fill).look(|palette, _| {
        crate::gui::widget::Look {
            ground: Some(palette.surface),
            edge: Some(palette.line),
            ..crate::gui::widget::Look::default()
        }
    });
    picture.into()
}

/// The picture's boxes; of the classes by day the part that holds the marked cell.
fn drawn(
    figures: &PictureFigures,
    alerts: &BTreeSet<NaiveDate>,
    at: (usize, usize),
    (frame, em): (Frame, f32),
    tr: &Tr,
) -> Chart {
    let fonts = Fonts::shipped();
    match figures {
        PictureFigures::Curve(view) => {
            let chart = CurveChart { curve: &view.curve, names: &view.names, alerts };
            chart.draw(&fonts, frame, em, tr)
        }
        PictureFigures::Band(band) => BandChart { band }.draw(&fonts, frame, em, tr),
        PictureFigures::Heat(view) => {
            let chart = HeatChart { heat: &view.heat, names: &view.names, steps: &view.steps };
            let part = chart.part_around(at, &fonts, frame, em, tr);
            part.map(|part| chart.draw(&part, &fonts, frame, em, tr)).unwrap_or_default()
        }
    }
}

/// The numbers of the marked place, with what the mouse needs to walk and to open it.
fn told<'a>(tab: &'a PicturesTab, tr: &Tr) -> Element<'a, Message> {
    let step =
        |id: &'static str, icon, step| button("").icon(icon).small().id(id).on_press(Message::Step(step, 0));
    let words = readout::words(tab, tr).unwrap_or_default();
    let open = button(open_word(tab.kind, tr)).small().id("open-day").on_press(Message::Open);
    let line = row![
        step("day-before", Icon::ChevronLeft, -1),
        step("day-after", Icon::ChevronRight, 1),
        container(text(words)).width(Fill),
        open,
    ];
    line.spacing(size::GAP).align_y(Alignment::Center).into()
}

/// Who fell ill on the marked day.
fn people<'a>(view: &'a CurveView, day: Option<NaiveDate>, tr: &Tr) -> Element<'a, Message> {
    let own: Vec<_> = view.people.iter().filter(|person| Some(person.onset) == day).collect();
    let last = own.len().saturating_sub(1);
    let rows = own.iter().enumerate().map(|(at, person)| {
        let name = container(text(person.name.as_str()).name()).width(Fill);
        let head = row![name, text(person.class.as_str()).small().ink(Ink::Text2).line()];
        let words = (!person.words.is_empty()).then(|| text(person.words.as_str()).small().ink(Ink::Text2));
        row_button(person_id(at), column![head.spacing(size::GAP)].push(words), Message::Person(person.key))
            .last(at == last)
            .height(Shrink)
            .padding([5.0, size::INSIDE])
            .into()
    });
    let rows: Vec<Element<'a, Message>> = rows.collect();
    let padding = Padding { top: 7.0, bottom: 9.0, left: size::INSIDE, right: size::INSIDE };
    let nobody =
        rows.is_empty().then(|| container(text(tr.picture_nobody()).ink(Ink::Text3)).padding(padding));
    let count = text(own.len().to_string()).small().ink(Ink::Text2).line();
    panel(column(rows).push(nobody)).head(tr.picture_people(), Some(count)).into()
}
