//! How 修改版式 looks.

mod list;
mod tools;

use iced::Length::{Fill, FillPortion, Fixed};
use iced::widget::{column, container, responsive, row, rule, space};
use iced::{Alignment, Size};

use super::update::file_typed;
use super::{FILE, Look, Message, PaperEditor, SHEET};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{
    Icon, KeyHint, Zoom, banner, button, empty_desk, field, panel, paper_view, scroll, text,
};
use crate::i18n::Explain;
use crate::paper::layout::Sheet;

/// Height of the line below the sheet.
const FOOT: f32 = 42.0;
/// Height of a sheet in a window that scrolls as a whole.
const LOW: f32 = 420.0;

pub(super) fn page<'a>(editor: &'a PaperEditor, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let Some(data) = &editor.data else {
        return Page::reading(Header::new(tr.own_paper_screen()), context);
    };
    let save = button(tr.own_paper_save()).primary().icon(Icon::Save).key("Ctrl+S").id("save");
    let restore = button(tr.own_paper_restore()).key("Ctrl+R").id("restore");
    let header = Header::new(tr.own_paper_screen())
        .right(button(tr.own_paper_back()).id("back").on_press(Message::Back))
        .right(restore.on_press_maybe(data.own.then_some(Message::Restore)))
        .right(save.on_press_maybe(editor.is_changed().then_some(Message::Save)));
    let gap = context.breadth().gap();
    let list =
        column![above(editor, context), list::of(editor, context), files(editor, context)].spacing(gap);
    let edge = context.breadth().edge();
    let body: Element<'a, Message> = if context.breadth() == Breadth::Wide {
        let list = scroll(container(list).padding([gap, edge])).id("page").height(Fill);
        let line = container(rule::vertical(1)).width(1).height(Fill);
        row![
            container(list).width(FillPortion(9)),
            line,
            container(sheet(editor, context)).width(FillPortion(10))
        ]
        .height(Fill)
        .into()
    } else {
        let parts = column![
            container(list).padding([gap, edge]),
            container(sheet(editor, context)).height(Fixed(LOW))
        ];
        scroll(parts).id("page").height(Fill).into()
    };
    Page { header, body, keys: keys(editor, context) }
}

/// Of what it is, whose version, and what keeps it from being printed.
fn above<'a>(editor: &'a PaperEditor, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let data = editor.data.as_ref();
    let name = text(data.map_or("", |data| data.name.as_str())).section();
    let mark = match data {
        Some(data) if data.own => text(tr.own_paper_mark()).small().ink(Ink::Accent),
        _ => text(tr.own_paper_shipped()).small().ink(Ink::Text2),
    };
    let title = row![name, mark.line()].spacing(size::GAP).align_y(Alignment::Center).wrap();
    let faults = editor.other_faults().map(|fault| {
        let why = fault.explain(tr);
        Element::from(banner(Tone::Bad, why.happened).quiet().note(why.remedy))
    });
    let wrong = editor.wrong.iter().map(|wrong| Element::from(banner(Tone::Bad, wrong.clone()).quiet()));
    let ignored = data.map(|data| data.ignored.join(&tr.ops_list_mark())).filter(|list| !list.is_empty());
    let ignored = ignored.map(|list| Element::from(banner(Tone::Info, tr.own_paper_ignored(&list)).quiet()));
    let hint = if editor.is_letter() { tr.own_paper_hint_letter() } else { tr.own_paper_hint() };
    let variants = data.is_some_and(|data| data.variants).then(|| tr.own_paper_variants());
    let hints = std::iter::once(hint).chain(variants).map(|hint| text(hint).small().ink(Ink::Text2).into());
    let all = std::iter::once(Element::from(title)).chain(faults).chain(wrong).chain(ignored);
    iced::widget::Column::with_children(all.chain(hints)).spacing(size::TIGHT).into()
}

/// The sheet as it would be printed, and the turner below it.
fn sheet<'a>(editor: &'a PaperEditor, context: &'a Context) -> Element<'a, Message> {
    let Some(sheet) = editor.sheet() else {
        return empty_desk();
    };
    responsive(move |room| {
        let room = Size::new(room.width, (room.height - FOOT - 1.0).max(1.0));
        let paper = paper_view(SHEET, sheet, editor.zoom, |reach| Message::Look(Look::Seen(reach)));
        column![container(paper).height(room.height), rule::horizontal(1), foot(editor, sheet, room, context)]
            .into()
    })
    .into()
}

fn foot<'a>(
    editor: &'a PaperEditor,
    sheet: &'a Sheet,
    room: Size,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let (page, pages) = (editor.page, editor.pages());
    let previous = button("").icon(Icon::ChevronLeft).small().id("previous");
    let next = button("").icon(Icon::ChevronRight).small().id("next");
    let fitted = |key: &'static str, zoom: Zoom, id: &'static str| {
        let fit = button(key).small().id(id).on_press(Message::Look(Look::Zoom(zoom)));
        Element::from(if editor.zoom == zoom { fit.icon(Icon::Check) } else { fit })
    };
    let percent = tr.print_screen_percent(editor.zoom.percent(sheet, room));
    let line = row![
        Element::from(previous.on_press_maybe((page > 0).then_some(Message::Look(Look::Page(-1))))),
        text(tr.print_screen_page(page + 1, pages)).small().line(),
        Element::from(next.on_press_maybe((page + 1 < pages).then_some(Message::Look(Look::Page(1))))),
        space().width(Fill),
        text(percent).small().line().ink(Ink::Text2),
        fitted("0", Zoom::Page, "whole"),
        fitted("1", Zoom::Width, "width"),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center);
    container(line)
        .height(FOOT)
        .width(Fill)
        .align_y(Alignment::Center)
        .padding([0.0, context.breadth().edge()])
        .into()
}

/// All versions of the school's own as a file, for other schools or from the township.
fn files<'a>(editor: &'a PaperEditor, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let file = field(FILE, tr.own_paper_file(), &editor.file, Message::File).error(editor.wrong_file.clone());
    let named = file_typed(&editor.file).is_some() && !editor.is_changed();
    let export = button(tr.own_paper_export()).icon(Icon::Save).id("export");
    let import = button(tr.own_paper_import()).icon(Icon::Folder).id("import");
    let answers = row![
        export.on_press_maybe(named.then_some(Message::Export)),
        import.on_press_maybe(named.then_some(Message::Import))
    ];
    let note = text(tr.own_paper_file_note()).small().ink(Ink::Text2);
    let answers = answers.spacing(size::GAP).wrap().vertical_spacing(size::GAP);
    let parts = column![Element::from(file), answers, note].spacing(size::GAP);
    panel(parts.padding(size::INSIDE)).head(tr.own_paper_share(), None::<Element<'a, Message>>).into()
}

fn keys(editor: &PaperEditor, context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    if editor.typing {
        return vec![
            KeyHint::new("Enter", tr.own_paper_key_done()),
            KeyHint::new("↑↓", tr.own_paper_key_next()),
            KeyHint::new("Ctrl+S", tr.own_paper_save()),
        ];
    }
    let mut keys =
        vec![KeyHint::new("Enter", tr.own_paper_key_edit()), KeyHint::new("Alt+↑↓", tr.own_paper_key_move())];
    let part = editor.row().map(|row| row.part);
    if part.is_some_and(super::Part::hides) {
        keys.push(KeyHint::new(tr.own_paper_space_key(), tr.own_paper_key_hide()));
    }
    if part == Some(super::Part::Column) {
        keys.push(KeyHint::new("Alt+←→", tr.own_paper_key_width()));
    }
    if part.is_some_and(super::Part::is_list) {
        keys.push(KeyHint::new("Ins", tr.own_paper_key_add()));
        keys.push(KeyHint::new("Del", tr.own_paper_key_remove()));
    }
    keys
}
