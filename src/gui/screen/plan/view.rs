//! How 预案 looks.

mod panel;
mod summary;
mod tasks;

use iced::Length::Fill;
use iced::widget::{column, container};

pub(super) use tasks::OPEN;

use super::{Message, Plan};
use crate::domain::calendar::{Season, Term};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink};
use crate::gui::widget::{Icon, KeyHint, button, empty_state, panel as sheet, scroll, text};
use crate::i18n::Tr;
use crate::ops::plan::{PlanState, PlanView};

pub(super) fn page<'a>(plan: &'a Plan, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let mut header = Header::new(tr.plan_screen_title());
    let Some(data) = &plan.data else {
        return Page::reading(header, context);
    };
    if let (Some(term), true) = (&data.term, context.size.width >= 1000.0) {
        header = header.narrow(text(term_words(term, tr)).ink(Ink::Text2).shorten());
    }
    let word = if plan.reading { tr.plan_screen_text_hide() } else { tr.plan_screen_text_show() };
    header = header.right(button(word).key("V").id("read").on_press(Message::Read));
    let words = if plan.reading { tr.plan_screen_print_text() } else { tr.plan_screen_print() };
    let print = button(words).icon(Icon::Printer).key("Ctrl+P").id("print");
    header = header.right(print.on_press(Message::Print));
    Page { header, body: body(plan, data, context), keys: keys(plan, context) }
}

fn term_words(term: &Term, tr: &Tr) -> String {
    let (from, to) = (tr.day(term.first), tr.day(term.last));
    match term.season {
        Season::Autumn => tr.plan_screen_term_autumn(&from, &to),
        Season::Spring => tr.plan_screen_term_spring(&from, &to),
    }
}

fn body<'a>(plan: &'a Plan, data: &'a PlanView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let edge = [breadth.gap(), breadth.edge()];
    if data.tasks().next().is_none() {
        let settings = button(tr.plan_screen_to_settings()).primary().key("F9").id("settings");
        let none = empty_state(tr.plan_screen_no_term(), Some(settings.on_press(Message::Settings)));
        return container(sheet(none)).padding(edge).into();
    }
    let table = tasks::table_of(plan, data, context);
    let page = column![summary::panel_of(data, context), table].spacing(breadth.gap());
    if breadth == Breadth::Narrow {
        return scroll(container(page).padding(edge)).id("page").height(Fill).into();
    }
    container(page.height(Fill)).padding(edge).height(Fill).into()
}

fn keys(plan: &Plan, context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    if let Some(form) = &plan.form {
        return vec![
            KeyHint::new(if form.ask == super::form::Ask::Complete { "Ctrl+Enter" } else { "Enter" }, {
                tr.plan_screen_save()
            }),
            KeyHint::new("Esc", tr.plan_screen_cancel()),
        ];
    }
    let Some(task) = plan.task() else { return Vec::new() };
    let mut keys = vec![KeyHint::new("↑↓", tr.plan_screen_key_move())];
    keys.push(KeyHint::new("P", tr.plan_screen_key_person()));
    if task.current.state == PlanState::Done {
        keys.push(KeyHint::new("R", tr.plan_screen_key_reopen()));
    } else {
        keys.insert(1, KeyHint::new(tr.plan_screen_key_space(), tr.plan_screen_key_done()));
        keys.push(KeyHint::new("D", tr.plan_screen_key_due()));
    }
    keys
}
