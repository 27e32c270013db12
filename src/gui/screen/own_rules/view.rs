//! How 本校规定 looks.

use iced::Length::{Fill, FillPortion};
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length};

use super::{FILE, FIND, FigureForm, Message, OwnRules, Part, SHOWN, VALUE, file_typed, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{
    Icon, KeyHint, button, checkbox, date_field, field, first_keys, panel, row_button, scroll, text,
};
use crate::ops::own_rules::{FigureLine, OwnFigure};

pub(super) fn page<'a>(screen: &'a OwnRules, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.own_rule_title());
    if screen.data.is_none() {
        return Page::reading(header, context);
    }
    let keys = match screen.form {
        Some(_) => {
            vec![KeyHint::new("Ctrl+Enter", tr.settings_save()), KeyHint::new("Esc", tr.own_rule_key_list())]
        }
        None => vec![
            KeyHint::new("↑↓", tr.keys_choose_row()),
            KeyHint::new("Enter", tr.own_rule_key_set()),
            KeyHint::new("Esc", tr.keys_back()),
        ],
    };
    let (gap, edge) = (context.breadth().gap(), context.breadth().edge());
    let list = column![finder(screen, context), rows(screen, context)].spacing(gap);
    let side = column![].spacing(gap).push(form(screen, context)).push(files(screen, context));
    let body: Element<'a, Message> = if context.breadth() == Breadth::Wide {
        let (list, side) = (list.width(FillPortion(3)), side.width(FillPortion(2)));
        row![list, side].spacing(gap).into()
    } else if screen.form.is_some() {
        column![side, list].spacing(gap).into()
    } else {
        column![list, side].spacing(gap).into()
    };
    let body = scroll(container(body).padding([gap, edge])).id("own-rules").height(Fill).into();
    Page { header, body, keys }
}

/// The words by which figures are found, and what this is for.
fn finder<'a>(screen: &'a OwnRules, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let find = field(FIND, tr.own_rule_find(), &screen.find, Message::Find)
        .lead(Icon::Search)
        .hint(tr.own_rule_find_hint())
        .on_submit(Message::Take(None));
    let find = first_keys(find, None, |key: &Key, modifiers: Modifiers| match key {
        Key::Named(Named::ArrowDown) if modifiers.is_empty() => Some(Message::Mark(1)),
        Key::Named(Named::ArrowUp) if modifiers.is_empty() => Some(Message::Mark(-1)),
        _ => None,
    });
    let own = checkbox("only-own", tr.own_rule_only(), screen.only_own, Message::OnlyOwn);
    let note = text(tr.own_rule_note()).small().ink(Ink::Text2);
    let parts = column![find, own, note].spacing(size::GAP);
    panel(container(parts).padding(size::INSIDE).width(Fill)).into()
}

/// The figures that fit, the own value beside the shipped one.
fn rows<'a>(screen: &'a OwnRules, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let count = screen.found().count();
    let last = count.min(SHOWN).saturating_sub(1);
    let mut rows = Column::new();
    for (at, line) in screen.found().take(SHOWN).enumerate() {
        let row = row_button(row_id(&line.path), one(line, context), Message::Take(Some(line.path.clone())));
        rows = rows
            .push(row.zebra(at % 2 == 1).chosen(at == screen.marked).last(at == last).height(Length::Shrink));
    }
    let more = count.saturating_sub(SHOWN);
    let words = match (count, more) {
        (0, _) => Some(tr.own_rule_none()),
        (_, 1..) => Some(tr.own_rule_more(more)),
        _ => None,
    };
    let words = words.map(|words| container(text(words).small().ink(Ink::Text2)).padding(size::INSIDE));
    panel(rows.push(words)).head(tr.own_rule_figures(count), None::<Element<'a, Message>>).into()
}

fn one<'a>(line: &'a FigureLine, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let shipped = line.shipped.as_deref().unwrap_or("–");
    let name = column![text(line.name.as_str()), text(line.rule.as_str()).small().ink(Ink::Text2)];
    let value = line.own.as_ref().and_then(|own| own.value.as_deref());
    let mut values = column![].align_x(Alignment::End);
    if let Some(value) = value {
        values = values.push(text(tr.own_rule_own(value)).bold().ink(Ink::Accent).line());
    }
    let ink = if value.is_some() { Ink::Text2 } else { Ink::Text };
    values = values.push(text(tr.own_rule_shipped(shipped)).ink(ink).line());
    let line = row![name.width(Fill), values].spacing(size::GAP).align_y(Alignment::Center);
    container(line).padding([4.0, size::EDGE]).width(Fill).into()
}

/// The figure that is being set.
fn form<'a>(screen: &'a OwnRules, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let (form, line) = (screen.form.as_ref()?, screen.line()?);
    let edit = |part| move |typed| Message::Edit(part, typed);
    let basis = column![
        text(line.rule.as_str()).bold(),
        text(tr.own_rule_shipped_of(line.shipped.as_deref().unwrap_or("–"), &line.source))
            .small()
            .ink(Ink::Text2)
    ];
    let told = |own: &'a OwnFigure| {
        let value = own.value.as_deref().or(line.shipped.as_deref()).unwrap_or("–");
        let from = own.valid_from.to_string();
        text(tr.own_rule_line(&own.approved_by, &from, &own.source, value)).small()
    };
    let held = Column::with_children(line.own.iter().chain(&line.next).map(|own| told(own).into()));
    let value =
        field(VALUE, line.name.as_str(), &form.value, edit(Part::Value)).error(form.wrong(Part::Value));
    let from = from_field(form, context);
    let source = field("source", tr.own_rule_source(), &form.source, edit(Part::Source))
        .hint(tr.own_rule_source_hint())
        .error(form.wrong(Part::Source));
    let by = field("approved-by", tr.own_rule_approved_by(), &form.approved_by, edit(Part::ApprovedBy))
        .error(form.wrong(Part::ApprovedBy));
    let words =
        field("text", tr.own_rule_words(), &form.text, edit(Part::Text)).hint(tr.own_rule_words_hint());
    let save = button(tr.settings_save()).primary().key("Ctrl+Enter").id("save").on_press(Message::Save);
    let own = line.own.is_some() || line.next.is_some();
    let withdraw =
        button(tr.own_rule_withdraw()).id("withdraw").on_press_maybe(own.then_some(Message::Withdraw));
    let close = button(tr.dialog_cancel()).key("Esc").id("close").on_press(Message::Close);
    let answers = row![save, withdraw, close].spacing(size::GAP).wrap().vertical_spacing(size::GAP);
    let fields =
        column![Element::from(value), from, Element::from(source), Element::from(by), Element::from(words),]
            .spacing(size::GAP);
    let parts = column![basis, held, fields, answers].spacing(size::INSIDE).padding(size::INSIDE);
    Some(panel(parts).head(tr.own_rule_set(), None::<Element<'a, Message>>).into())
}

fn from_field<'a>(form: &'a FigureForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let wrong = form.day().is_err().then(|| tr.sheet_detail_onset_wrong());
    let wrong = wrong.filter(|_| date_field::is_impossible(&form.from)).or(form.wrong(Part::From));
    date_field("from", tr.own_rule_from(), &form.from, tr.own_rule_from_hint(), wrong, |typed| {
        Message::Edit(Part::From, typed)
    })
}

/// The figures as a file, for another school or from one.
fn files<'a>(screen: &'a OwnRules, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let file = field(FILE, tr.own_rule_file(), &screen.file, Message::File).error(screen.wrong_file.clone());
    let named = file_typed(&screen.file).is_some();
    let export = button(tr.own_rule_export()).icon(Icon::Save).id("export");
    let import = button(tr.own_rule_import()).icon(Icon::Folder).id("import");
    let answers = row![
        export.on_press_maybe(named.then_some(Message::Export)),
        import.on_press_maybe(named.then_some(Message::Import))
    ];
    let note = text(tr.own_rule_file_note()).small().ink(Ink::Text2);
    let answers = answers.spacing(size::GAP).wrap().vertical_spacing(size::GAP);
    let parts = column![Element::from(file), answers, note].spacing(size::GAP);
    panel(parts.padding(size::INSIDE)).head(tr.own_rule_share(), None::<Element<'a, Message>>).into()
}
