//! How the promotion looks.

mod classes;
mod done;
mod foot;
mod pupils;
mod target;

use iced::Alignment;
use iced::Length::{Fill, Fixed};
use iced::widget::{Row, column, container, row, scrollable};

use super::{Choice, Message, Promotion, Spot, State, years};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Icon, KeyHint, banner, button, checkbox, first_keys, text, toggle};
use crate::i18n::Explanation;
use crate::ops::promotion::PromotionView;

/// From this many days ahead on it is said that the new year is still far.
const FAR: i64 = 100;
/// Width of the list of new classes, and where there is little room.
const SIDE: f32 = 236.0;
const SIDE_LOW: f32 = 168.0;

pub(super) fn page<'a>(screen: &'a Promotion, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let back = if screen.opened { tr.promotion_classes() } else { tr.roster_screen_title() };
    let mut header = Header::new(tr.promotion_title())
        .back(button(back).plain().icon(Icon::ChevronLeft).id("back").on_press(Message::Back));
    let mut keys = Vec::new();
    let body = match (&screen.state, &screen.data) {
        (State::Refused(why), _) => refused(screen, why, context),
        (State::Done(promoted), _) => done::body(screen, promoted, context),
        (_, None) => text("").into(),
        (_, Some(data)) => {
            if context.breadth() == Breadth::Wide {
                let words = tr.promotion_years(&years(data.from_year), &years(data.to_year));
                header = header.narrow(text(words).ink(Ink::Text2).line());
            }
            keys = keys_of(screen, data, context);
            body(screen, data, context)
        }
    };
    Page { header, body, keys }
}

/// The keys that work now: the answers of a question, the field of the class, the list.
fn keys_of(screen: &Promotion, data: &PromotionView, context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    if screen.asks_system() {
        let fits = data.system_fits.iter().enumerate();
        let mut keys: Vec<KeyHint> =
            fits.map(|(at, system)| KeyHint::new((at + 1).to_string(), system.name.clone())).collect();
        keys.push(KeyHint::new("Esc", tr.keys_back()));
        return keys;
    }
    let mut keys = hints(
        match screen.spot {
            Spot::List => Area::Promotion,
            Spot::Target => Area::PromotionTarget,
            Spot::Find => Area::PromotionFind,
        },
        tr,
    );
    let (open, find) = (tr.promotion_pupils(), tr.keys_find());
    // A class is opened, among pupils one is looked for.
    keys.retain(|hint| hint.word != *if screen.opened { &open } else { &find });
    keys
}

fn body<'a>(screen: &'a Promotion, data: &'a PromotionView, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let padding = [breadth.gap(), breadth.edge()];
    let foot = foot::line(screen, data, context);
    let top = if screen.opened {
        pupils::tools(screen, context)
    } else {
        let said = ask_system(screen, data, context).unwrap_or_else(|| notice(data, context));
        at(Spot::List, column![said, options(screen, data, context)].spacing(breadth.gap()))
    };
    if breadth != Breadth::Narrow {
        let rows = if screen.opened {
            pupils::table_of(screen, context)
        } else {
            classes::table_of(screen, data, context)
        };
        let width = if breadth == Breadth::Wide { SIDE } else { SIDE_LOW };
        let side = container(classes::new_ones(data, context)).width(Fixed(width)).height(Fill);
        let middle = row![container(rows).width(Fill).height(Fill), side].spacing(size::INSIDE).height(Fill);
        let page = column![top, at(Spot::List, middle), target::line(screen, context), at(Spot::List, foot)];
        let page = page.spacing(breadth.gap());
        return container(page.height(Fill)).padding(padding).height(Fill).into();
    }
    let rows = if screen.opened {
        pupils::list_of(screen, context)
    } else {
        classes::list_of(screen, data, context)
    };
    let inner = column![top, at(Spot::List, rows), classes::new_ones(data, context)].spacing(breadth.gap());
    let inner = scrollable(container(inner).padding(padding)).height(Fill);
    let below = column![target::line(screen, context), at(Spot::List, foot)].spacing(breadth.gap());
    column![inner, container(below).padding(padding)].height(Fill).into()
}

/// A part that says when the focus comes to it, so that the bottom bar names the keys that work there.
fn at<'a>(spot: Spot, part: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    first_keys(part, Message::At(spot), |_, _| None)
}

/// What will happen, and what is odd about the day.
fn notice<'a>(data: &PromotionView, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let day = tr.day(data.first_day);
    let (tone, words) = if data.days_ahead > FAR {
        (Tone::Warn, tr.promotion_far(&day, data.days_ahead))
    } else if data.days_ahead < 0 {
        (Tone::Warn, tr.promotion_late(&day))
    } else {
        (Tone::Info, tr.promotion_notice(&day))
    };
    if context.breadth() == Breadth::Middle {
        // The lists need the room of a banner.
        let ink = if tone == Tone::Warn { Ink::Warn } else { Ink::Text2 };
        return text(words).small().ink(ink).into();
    }
    banner(tone, words).quiet().icon(Icon::CalendarCheck).into()
}

/// Which of the school systems that fit the classes it is: nothing is written before somebody says so.
fn ask_system<'a>(
    screen: &'a Promotion,
    data: &'a PromotionView,
    context: &'a Context,
) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    if !screen.asks_system() {
        return None;
    }
    let answers = data.system_fits.iter().enumerate().map(|(at, system)| {
        let key = (at + 1).to_string();
        toggle(format!("fits-{key}"), system.name.clone(), key, false, Message::Choose(Choice::Answer(at)))
    });
    let answers = Row::with_children(answers).spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    Some(banner(Tone::Warn, tr.promotion_which_system()).evidence(answers).into())
}

fn options<'a>(screen: &Promotion, data: &PromotionView, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let at = data.systems.iter().position(|system| system.id == data.system).unwrap_or(0);
    let name = data.systems.get(at).map(|system| system.name.clone()).unwrap_or_default();
    let back = (at > 0).then_some(Message::Choose(Choice::System(-1)));
    let on = (at + 1 < data.systems.len()).then_some(Message::Choose(Choice::System(1)));
    let choices = &screen.request.choices;
    let system = row![
        text(tr.promotion_system()).small().ink(Ink::Text2).line(),
        button("").icon(Icon::ChevronLeft).small().id("system-back").on_press_maybe(back),
        text(name).bold().line(),
        button("").icon(Icon::ChevronRight).small().key("S").id("system-on").on_press_maybe(on),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center);
    row![
        system,
        checkbox(
            "teachers",
            tr.promotion_teachers(),
            !choices.new_teachers,
            Message::Choose(Choice::Teachers)
        ),
        checkbox("seats", tr.promotion_seats(), choices.keep_seats, Message::Choose(Choice::Seats)),
    ]
    .spacing(size::EDGE)
    .align_y(Alignment::Center)
    .wrap()
    .vertical_spacing(size::TIGHT)
    .into()
}

fn refused<'a>(screen: &Promotion, why: &'a Explanation, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let words = column![text(why.meaning.as_str()), text(why.remedy.as_str())].spacing(size::TIGHT);
    let chosen = screen.request != crate::ops::promotion::PromotionRequest::default();
    let action = if chosen {
        button(tr.promotion_restart()).primary().id("restart").on_press(Message::Restart)
    } else {
        button(tr.roster_screen_title()).primary().id("to-roster").on_press(Message::Back)
    };
    let alert = banner(Tone::Warn, why.happened.as_str()).evidence(words).action(action);
    container(Element::from(alert))
        .padding([context.breadth().gap(), context.breadth().edge()])
        .width(Fill)
        .into()
}
