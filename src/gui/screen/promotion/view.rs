//! How the promotion looks.

mod classes;
mod done;
mod foot;
mod pupils;
mod target;

use iced::Alignment;
use iced::Length::{Fill, Fixed};
use iced::widget::{column, container, row, scrollable};

use super::{Message, Promotion, State, years};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Icon, banner, button, checkbox, text};
use crate::i18n::Explanation;
use crate::ops::promotion::PromotionView;

/// From this many days ahead on it is said that the new year is still far.
const FAR: i64 = 100;
/// Width of the list of new classes.
const SIDE: f32 = 236.0;

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
            keys = hints(Area::Promotion, tr);
            body(screen, data, context)
        }
    };
    Page { header, body, keys }
}

fn body<'a>(screen: &'a Promotion, data: &'a PromotionView, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let padding = [breadth.gap(), breadth.edge()];
    let foot = foot::line(screen, data, context);
    let mut top = column![].spacing(breadth.gap());
    if screen.opened {
        top = top.push(pupils::tools(screen, context));
    } else {
        top = top.push(notice(data, context)).push(options(screen, data, context));
    }
    if breadth == Breadth::Wide {
        let rows = if screen.opened {
            pupils::table_of(screen, context)
        } else {
            classes::table_of(screen, data, context)
        };
        let side = container(classes::new_ones(data, context)).width(Fixed(SIDE)).height(Fill);
        let middle = row![container(rows).width(Fill).height(Fill), side].spacing(size::INSIDE).height(Fill);
        let page = column![top, middle, target::line(screen, context), foot].spacing(breadth.gap());
        return container(page.height(Fill)).padding(padding).height(Fill).into();
    }
    let rows = if screen.opened {
        pupils::list_of(screen, context)
    } else {
        classes::list_of(screen, data, context)
    };
    let inner = column![top, rows, classes::new_ones(data, context)].spacing(breadth.gap());
    let inner = scrollable(container(inner).padding(padding)).height(Fill);
    let below = column![target::line(screen, context), foot].spacing(breadth.gap());
    column![inner, container(below).padding(padding)].height(Fill).into()
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
    banner(tone, words).quiet().icon(Icon::CalendarCheck).into()
}

fn options<'a>(screen: &Promotion, data: &PromotionView, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let at = data.systems.iter().position(|system| system.id == data.system).unwrap_or(0);
    let name = data.systems.get(at).map(|system| system.name.clone()).unwrap_or_default();
    let back = (at > 0).then_some(Message::System(-1));
    let on = (at + 1 < data.systems.len()).then_some(Message::System(1));
    let choices = &screen.request.choices;
    let system = row![
        text(tr.promotion_system()).small().ink(Ink::Text2).line(),
        button("").icon(Icon::ChevronLeft).small().id("system-back").on_press_maybe(back),
        text(name).bold().line(),
        button("").icon(Icon::ChevronRight).small().id("system-on").on_press_maybe(on),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center);
    row![
        system,
        checkbox("teachers", tr.promotion_teachers(), !choices.new_teachers, Message::Teachers),
        checkbox("seats", tr.promotion_seats(), choices.keep_seats, Message::Seats),
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
