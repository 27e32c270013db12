//! Which tab is spoken to.

use iced::Length::Fill;
use iced::Padding;
use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container};

use super::{Message, Tab, Trace, TracePlace};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::frame::Header;
use crate::gui::route::Route;
use crate::gui::screen::clock_strip::{clock_strip, due_words, low_strip};
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::theme::{Breadth, Ink};
use crate::gui::widget::{KeyHint, segments, text};
use crate::i18n::Explanation;
use crate::ops::{Answer, Op, Query};

impl Screen for Trace {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        match self.tab {
            Tab::Open => self.open.queries(context),
            Tab::Cases => self.cases.queries(context),
            Tab::Events => self.events.queries(context),
            Tab::Log => self.log.queries(context),
            Tab::Closed => self.closed.queries(context),
            Tab::Rates => self.rates.queries(context),
            Tab::Pictures => self.pictures.queries(context),
            Tab::Returns => self.returns.queries(context),
            Tab::Home(_) => self.home.queries(context),
        }
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        match self.tab {
            Tab::Open => self.open.answered(answer, context),
            Tab::Cases => self.cases.answered(answer, context),
            Tab::Events => self.events.answered(answer, context),
            Tab::Log => self.log.answered(answer, context),
            Tab::Closed => self.closed.answered(answer, context),
            Tab::Rates => self.rates.answered(answer, context),
            Tab::Pictures => self.pictures.answered(answer, context),
            Tab::Returns => self.returns.answered(answer, context),
            Tab::Home(_) => self.home.answered(answer, context),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Tab(tab) if tab == self.tab => Vec::new(),
            Message::Tab(tab) => vec![Effect::Go(Route::Trace(TracePlace { tab, person: None }))],
            Message::Turn(step) => {
                self.update(Message::Tab(self.tab.turned(step, context.shell.tracing)), context)
            }
            Message::Case(place) => vec![Effect::Go(Route::Trace(place))],
            Message::Open(message) => self.open.update(message, context),
            Message::Cases(message) => self.cases.update(message, context),
            Message::Events(message) => self.events.update(message, context),
            Message::Log(message) => self.log.update(message, context),
            Message::Closed(message) => self.closed.update(message, context),
            Message::Rates(message) => self.rates.update(message, context),
            Message::Pictures(message) => self.pictures.update(message, context),
            Message::Returns(message) => self.returns.update(*message, context),
            Message::Home(message) => self.home.update(*message, context),
        }
    }

    fn key(&self, press: &KeyPress, context: &Context) -> Option<Message> {
        if press.modifiers.command() {
            match press.key {
                Key::Named(Named::PageDown) => return Some(Message::Turn(1)),
                Key::Named(Named::PageUp) => return Some(Message::Turn(-1)),
                _ => {}
            }
        }
        match self.tab {
            Tab::Open => self.open.key(press, context).map(Message::Open),
            Tab::Cases => self.cases.key(press, context).map(Message::Cases),
            Tab::Events => self.events.key(press, context).map(Message::Events),
            Tab::Log => self.log.key(press, context).map(Message::Log),
            Tab::Closed => self.closed.key(press, context).map(Message::Closed),
            Tab::Rates => self.rates.key(press, context).map(Message::Rates),
            Tab::Pictures => self.pictures.key(press, context).map(Message::Pictures),
            Tab::Returns => self.returns.key(press, context).map(returned),
            Tab::Home(_) => self.home.key(press, context).map(at_home),
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        match self.tab {
            Tab::Open => self.open.done(op, answer, context),
            Tab::Cases => self.cases.done(op, answer, context),
            Tab::Events => self.events.done(op, answer, context),
            Tab::Log => self.log.done(op, answer, context),
            Tab::Closed => self.closed.done(op, answer, context),
            Tab::Rates => self.rates.done(op, answer, context),
            Tab::Pictures => self.pictures.done(op, answer, context),
            Tab::Returns => self.returns.done(op, answer, context),
            Tab::Home(_) => self.home.done(op, answer, context),
        }
    }

    fn refused(&mut self, op: &Op, why: &Explanation, context: &Context) -> Option<Vec<Effect>> {
        match self.tab {
            Tab::Open => self.open.refused(op, why, context),
            Tab::Cases => self.cases.refused(op, why, context),
            Tab::Events => self.events.refused(op, why, context),
            Tab::Log => self.log.refused(op, why, context),
            Tab::Closed => self.closed.refused(op, why, context),
            Tab::Rates => self.rates.refused(op, why, context),
            Tab::Pictures => self.pictures.refused(op, why, context),
            Tab::Returns => self.returns.refused(op, why, context),
            Tab::Home(_) => self.home.refused(op, why, context),
        }
    }

    fn escape(&self) -> Option<Message> {
        match self.tab {
            Tab::Open => self.open.escape().map(Message::Open),
            Tab::Cases => self.cases.escape().map(Message::Cases),
            Tab::Events => self.events.escape().map(Message::Events),
            Tab::Log => self.log.escape().map(Message::Log),
            Tab::Closed => self.closed.escape().map(Message::Closed),
            Tab::Rates => self.rates.escape().map(Message::Rates),
            Tab::Pictures => self.pictures.escape().map(Message::Pictures),
            Tab::Returns => self.returns.escape().map(returned),
            Tab::Home(_) => self.home.escape().map(at_home),
        }
    }

    fn is_form(&self, typing: bool) -> bool {
        match self.tab {
            Tab::Open => self.open.is_form(typing),
            Tab::Cases => self.cases.is_form(typing),
            Tab::Events => self.events.is_form(typing),
            Tab::Log => self.log.is_form(typing),
            Tab::Closed => self.closed.is_form(typing),
            Tab::Rates => self.rates.is_form(typing),
            Tab::Pictures => self.pictures.is_form(typing),
            Tab::Returns => self.returns.is_form(typing),
            Tab::Home(_) => self.home.is_form(typing),
        }
    }

    fn place(&self) -> Option<Route> {
        match self.tab {
            Tab::Open => self.open.place(),
            Tab::Cases => self.cases.place(),
            Tab::Events => self.events.place(),
            Tab::Log => self.log.place(),
            Tab::Closed => self.closed.place(),
            Tab::Rates => self.rates.place(),
            Tab::Pictures => self.pictures.place(),
            Tab::Returns => self.returns.place(),
            Tab::Home(_) => self.home.place(),
        }
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        match self.tab {
            Tab::Open => self.open.unsaved(context),
            Tab::Cases => self.cases.unsaved(context),
            Tab::Events => self.events.unsaved(context),
            Tab::Log => self.log.unsaved(context),
            Tab::Closed => self.closed.unsaved(context),
            Tab::Rates => self.rates.unsaved(context),
            Tab::Pictures => self.pictures.unsaved(context),
            Tab::Returns => self.returns.unsaved(context),
            Tab::Home(_) => self.home.unsaved(context),
        }
    }

    fn untype(&mut self, focused: Option<&Id>) -> Option<Vec<Effect>> {
        match self.tab {
            Tab::Open => self.open.untype(focused),
            Tab::Cases => self.cases.untype(focused),
            Tab::Events => self.events.untype(focused),
            Tab::Log => self.log.untype(focused),
            Tab::Closed => self.closed.untype(focused),
            Tab::Rates => self.rates.untype(focused),
            Tab::Pictures => self.pictures.untype(focused),
            Tab::Returns => self.returns.untype(focused),
            Tab::Home(_) => self.home.untype(focused),
        }
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        let page = match self.tab {
            Tab::Open => over(self.open.view(context), Message::Open),
            Tab::Cases => over(self.cases.view(context), Message::Cases),
            Tab::Events => over(self.events.view(context), Message::Events),
            Tab::Log => over(self.log.view(context), Message::Log),
            Tab::Closed => over(self.closed.view(context), Message::Closed),
            Tab::Rates => over(self.rates.view(context), Message::Rates),
            Tab::Pictures => over(self.pictures.view(context), Message::Pictures),
            Tab::Returns => over(self.returns.view(context), returned),
            Tab::Home(_) => over(self.home.view(context), at_home),
        };
        let words = Tab::shown(context.shell.tracing);
        let words = words.into_iter().map(|tab| (tab, tab.word(context.shell.tracing, &context.tr)));
        let tabs = segments("tab", words, self.tab.whole(), Message::Tab);
        let mut keys = page.keys;
        if context.breadth() == Breadth::Wide {
            keys.push(KeyHint::new("Ctrl+PgUp PgDn", context.tr.trace_key_tabs()));
        }
        // What is due stands beside the title, and the tabs have a line of their own: whatever commands a tab brings, they
        // stay where they are.
        let words = due_words(context).filter(|_| context.breadth() != Breadth::Narrow);
        let words = words.map(|words| text(words).small().ink(Ink::Text2).shorten());
        let header = words.into_iter().fold(page.header, Header::narrow);
        Page { header, body: below_tabs(self.tab, tabs, page.body, context), keys }
    }
}

/// The body below the tabs and the clock that ends first. The tab of the case or event shows it itself.
fn below_tabs<'a>(
    tab: Tab,
    tabs: Element<'a, Message>,
    body: Element<'a, Message>,
    context: &Context,
) -> Element<'a, Message> {
    let place = context.shell.clock.as_ref().map(TracePlace::of_clock);
    let low = context.breadth() == Breadth::Narrow;
    let open = place.filter(|place| place.tab != tab).map(Message::Case);
    let strip = if low {
        open.and_then(|open| low_strip(context, open))
    } else {
        open.and_then(|open| clock_strip(context, open))
    };
    let (gap, edge) = (context.breadth().gap(), context.breadth().edge());
    let above = Padding { top: gap, right: edge, bottom: 0.0, left: edge };
    let above = container(column![tabs].spacing(gap).push(strip)).padding(above);
    column![above, container(body).height(Fill)].into()
}

fn at_home(message: super::home::Message) -> Message {
    Message::Home(Box::new(message))
}

fn returned(message: super::returns::Message) -> Message {
    Message::Returns(Box::new(message))
}

/// The page of a tab as one of the screen.
fn over<'a, M: Clone + 'a>(page: Page<'a, M>, wrap: fn(M) -> Message) -> Page<'a, Message> {
    Page { header: page.header.map(wrap), body: page.body.map(wrap), keys: page.keys }
}
