//! Choosing a file, reading it, and what is said when it is refused.

use iced::widget::{column, container, row};
use iced::{Alignment, Length::Fill};

use super::super::{Import, Message};
use crate::domain::progress::Stage;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{Icon, ProgressState, banner, button, field, panel, progress, text};
use crate::i18n::Explanation;

fn sheet<'a>(part: impl Into<Element<'a, Message>>, context: &Context) -> Element<'a, Message> {
    container(part.into()).padding([context.breadth().gap(), context.breadth().edge()]).width(Fill).into()
}

pub(super) fn body<'a>(import: &'a Import, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let path = field("path", tr.import_path(), import.typed.as_str(), Message::Path)
        .hint(tr.import_path_hint())
        .on_submit(Message::Read);
    let buttons = row![
        button(tr.import_choose()).icon(Icon::Folder).key("Ctrl+O").id("choose").on_press(Message::Choose),
        button(tr.import_read()).primary().key("Enter").id("read").on_press(Message::Read),
    ]
    .spacing(size::GAP)
    .wrap()
    .vertical_spacing(size::GAP);
    let parts = column![
        text(tr.import_drop()).section(),
        text(tr.import_what()).ink(Ink::Text2),
        super::save::escaping(path, Message::Back),
        buttons
    ];
    let padded = container(parts.spacing(size::INSIDE)).padding(size::EDGE);
    sheet(Element::from(panel(padded)), context)
}

pub(super) fn reading(context: &Context) -> Element<'_, Message> {
    sheet(Element::from(panel(container(working(context)).padding(size::EDGE))), context)
}

/// The bar of long work, with the way out.
pub(super) fn working(context: &Context) -> Element<'_, Message> {
    let tr = &context.tr;
    let state = match context.work {
        Some(work) => ProgressState {
            stage: match work.stage {
                Stage::Reading => tr.import_stage_reading(),
                Stage::BackingUp => tr.import_stage_backup(),
                Stage::Saving | Stage::Writing => tr.import_stage_saving(),
                Stage::Comparing | Stage::LayingOut | Stage::Verifying => tr.import_stage_comparing(),
            },
            count: if work.total > 1 { format!("{} / {}", work.done, work.total) } else { String::new() },
            share: work.done as f32 / work.total.max(1) as f32,
            left: String::new(),
        },
        None => ProgressState { stage: tr.import_stage_reading(), ..ProgressState::default() },
    };
    let stop = button(tr.import_stop()).small().key("Esc").id("stop").on_press(Message::Stop);
    row![container(progress(&state, None::<(&str, &str, Message)>)).width(Fill), stop]
        .spacing(size::EDGE)
        .align_y(Alignment::Center)
        .into()
}

/// `layout`: whether the sheets and columns of the file can be set differently.
pub(super) fn refused<'a>(why: &'a Explanation, layout: bool, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let words = column![
        text(why.meaning.as_str()),
        text(why.remedy.as_str()),
        text(tr.import_code(&why.code)).small().ink(Ink::Text3)
    ];
    let again = button(tr.import_another()).primary().id("again").on_press(Message::Again);
    let alert = banner(Tone::Bad, why.happened.as_str()).evidence(words.spacing(size::TIGHT)).action(again);
    let columns = layout.then(|| {
        button(tr.import_columns()).icon(Icon::Sliders).key("L").id("columns").on_press(Message::Columns)
    });
    sheet(Element::from(column![Element::from(alert)].push(columns).spacing(size::INSIDE)), context)
}
