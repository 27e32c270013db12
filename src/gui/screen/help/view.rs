//! How 帮助 looks: the questions at the left, the answer at the right; below each other where it is narrow.

use iced::Length::{Fill, Shrink};
use iced::widget::{Column, Row, column, container, row, space};
use iced::{Alignment, Padding};

use super::page::{Block, HelpPage, pages};
use super::{ANSWER, Help, Message, Topic, part_id, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{self, Area};
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{KeyHint, key_cap, panel, row_button, scroll, text};

/// Width of the list of questions.
const LIST: f32 = 236.0;
/// Longer lines are hard to read.
const LINE: f32 = 620.0;
/// Room of a letter with its meaning.
const MARK: f32 = 204.0;
/// Room of a key's name.
const KEY: f32 = 150.0;

pub(super) fn page<'a>(help: &'a Help, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let pages = pages(tr.language());
    let shown = pages.get(help.topic.index()).map(|page| answer(page, context));
    let list = questions(help.topic, &pages);
    let edge = [breadth.gap(), breadth.edge()];
    let body: Element<'a, Message> = if breadth == Breadth::Narrow {
        let both = column![panel(list)].push(shown.map(panel)).spacing(breadth.gap());
        scroll(container(both).padding(edge)).id(ANSWER).height(Fill).into()
    } else {
        let list = panel(scroll(list)).width(LIST);
        let shown = shown.map(|shown| panel(scroll(shown).id(ANSWER).height(Fill).width(Fill)).height(Fill));
        container(row![Element::from(list)].push(shown).spacing(size::INSIDE))
            .padding(edge)
            .height(Fill)
            .into()
    };
    Page { header: Header::new(tr.help_title()), body, keys: keymap::hints(Area::Help, tr) }
}

fn questions<'a>(current: Topic, pages: &[HelpPage]) -> Element<'a, Message> {
    let last = pages.len().saturating_sub(1);
    let rows = Topic::ALL.into_iter().zip(pages).enumerate().map(|(index, (topic, page))| {
        let on = topic == current;
        row_button(row_id(topic), text(page.title).bold_if(on), Message::Open(topic))
            .chosen(on)
            .last(index == last)
            .height(Shrink)
            .padding([size::GAP, size::INSIDE])
            .into()
    });
    Column::with_children(rows).into()
}

fn answer<'a>(page: &HelpPage, context: &'a Context) -> Element<'a, Message> {
    let mut whole = column![text(page.title).title()].spacing(size::GAP).max_width(LINE);
    let mut part = column![].spacing(size::GAP);
    let mut heading = 0;
    for block in &page.blocks {
        if let Block::Heading(_) = block {
            whole = whole.push(container(part).id(part_id(heading)));
            part = column![].spacing(size::GAP);
            heading += 1;
        }
        part = part.push(match block {
            Block::Heading(words) => {
                Element::from(column![space().height(size::GAP), text(*words).section()])
            }
            Block::Paragraph(words) => text(*words).into(),
            Block::Keys => keys(context),
            Block::Marks => marks(context),
        });
    }
    whole = whole.push(container(part).id(part_id(heading)));
    let edge = if context.breadth() == Breadth::Narrow { size::INSIDE } else { size::ROOMY };
    container(whole).padding(Padding::from(edge)).width(Fill).into()
}

/// The keys of all places, as the keymap has them.
fn keys<'a>(context: &Context) -> Element<'a, Message> {
    let mut all = column![].spacing(size::GAP);
    for (area, hints) in keymap::help(&context.tr) {
        all = all.push(column![space().height(size::GAP), text(area).section()]);
        for KeyHint { key, word } in hints {
            let caps = Row::with_children(key.split(' ').map(key_cap));
            let caps = caps.spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT);
            let line = row![container(caps).width(KEY), text(word).width(Fill)];
            all = all.push(line.spacing(size::GAP).align_y(Alignment::Center));
        }
    }
    all.into()
}

/// The letters of the class sheet, as the rule book has them.
fn marks(context: &Context) -> Element<'_, Message> {
    let language = context.tr.language().tag();
    let symptoms = context.rules.symptoms().iter().map(|entry| (entry.key, entry.name.get(language)));
    let absences = context.rules.attendances().iter().map(|entry| (entry.key, entry.name.get(language)));
    let lines = symptoms.chain(absences).map(|(key, name)| {
        let cap: Element<'_, Message> = key_cap(&key.to_string());
        let word = text(name).ink(Ink::Text).line();
        container(row![container(cap).width(28), word].align_y(Alignment::Center)).width(MARK).into()
    });
    Row::with_children(lines).spacing(size::GAP).wrap().vertical_spacing(size::GAP).into()
}
