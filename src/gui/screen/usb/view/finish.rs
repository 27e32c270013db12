//! The level, the file and the button; in their place progress, and then what came of it.

use iced::widget::{column, container, row};
use iced::{Alignment, Length::Fill};

use super::super::{Message, Said, Usb};
use crate::domain::progress::Stage;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Icon, ProgressState, State, banner, button, chip, icon, panel, progress, text};
use crate::ops::usb::UsbView;

/// How much it says about persons: one level for now, so nothing to choose.
pub(super) fn level(context: &Context) -> Element<'_, Message> {
    let tr = &context.tr;
    let level = row![
        text(tr.usb_screen_level()).ink(Ink::Text2).line(),
        chip(State::Other(Icon::Check, Tone::Info), tr.usb_screen_counts())
    ]
    .spacing(size::INSIDE)
    .align_y(Alignment::Center);
    let why = text(tr.usb_screen_level_why()).small().ink(Ink::Text2);
    panel(container(column![level, why].spacing(size::TIGHT)).padding([10.0, size::INSIDE])).into()
}

pub(super) fn panel_of<'a>(usb: &'a Usb, data: &'a UsbView, context: &'a Context) -> Element<'a, Message> {
    if usb.busy {
        return working(context);
    }
    let said = usb.said.as_ref().map(|said| outcome(said, context));
    column![].push(said).push(next(usb, data, context)).spacing(context.breadth().gap()).into()
}

fn next<'a>(usb: &'a Usb, data: &'a UsbView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let day = |date: chrono::NaiveDate| date.format("%m-%d").to_string();
    let name = text(data.folder.as_str()).bold().shorten_middle();
    let covers = tr.usb_screen_covers(&day(data.from), &day(data.date));
    let detail = text(covers).small().ink(Ink::Text2);
    let words = column![name, detail].width(Fill);
    let sign = container(icon(Icon::File).ink(Ink::Text2)).padding([3, 0]);
    let write = button(tr.usb_screen_write()).primary().key("Ctrl+Enter").id("write");
    let write = write.on_press_maybe(usb.to().map(|_| Message::Write));
    let file = row![sign, words].spacing(size::GAP);
    let line: Element<'a, Message> = if context.breadth() == Breadth::Narrow {
        column![file, write].spacing(size::GAP).into()
    } else {
        row![file, write].spacing(size::INSIDE).align_y(Alignment::Center).into()
    };
    panel(container(line).padding(size::INSIDE)).into()
}

fn outcome<'a>(said: &'a Said, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    match said {
        Said::Written(exported) => {
            let digest: String = exported.digest.chars().take(8).collect();
            let folder = exported.folder.display().to_string();
            banner(Tone::Ok, tr.usb_screen_written())
                .note(tr.usb_screen_written_note(&digest, exported.files.len(), &folder))
                .into()
        }
        Said::Cancelled => banner(Tone::Info, tr.usb_screen_cancelled()).icon(Icon::CrossRing).quiet().into(),
        Said::Refused(why) => banner(Tone::Bad, why.meaning.as_str())
            .quiet()
            .note(format!("{} {}", why.remedy, why.happened))
            .into(),
    }
}

fn working(context: &Context) -> Element<'_, Message> {
    let tr = &context.tr;
    let state = context.work.map_or_else(
        || ProgressState { stage: tr.usb_screen_stage_collect(), ..ProgressState::default() },
        |work| ProgressState {
            stage: match work.stage {
                Stage::Verifying => tr.usb_screen_stage_verify(),
                Stage::Writing | Stage::Saving | Stage::BackingUp => tr.usb_screen_stage_write(),
                Stage::Reading | Stage::Comparing | Stage::LayingOut => tr.usb_screen_stage_collect(),
            },
            count: tr.usb_screen_count(work.done, work.total),
            share: work.done as f32 / work.total.max(1) as f32,
            left: String::new(),
        },
    );
    let bar = progress(&state, Some((tr.usb_screen_stop(), "Esc", Message::Stop)));
    panel(container(bar).padding(size::INSIDE)).into()
}
