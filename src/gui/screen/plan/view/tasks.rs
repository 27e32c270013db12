//! The sections with their tasks; the chosen task is open and shows the whole of itself.

use iced::Length::{Fill, FillPortion, Fixed, Shrink};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::{Column as Stack, column, container, row, rule, space};
use iced::{Alignment, Background, Length};

use super::super::{Message, Plan, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Palette, Theme, size};
use crate::gui::widget::{State, button, chip, list, panel, row_button, text};
use crate::i18n::{Language, Tr};
use crate::ops::plan::{PlanSectionView, PlanState, PlanTaskView, PlanView};

pub(super) fn table_of<'a>(plan: &'a Plan, data: &'a PlanView, context: &'a Context) -> Element<'a, Message> {
    let mut rows: Vec<Element<'a, Message>> = Vec::new();
    for section in &data.sections {
        if section.tasks.is_empty() && !plan.reading {
            continue;
        }
        rows.push(section_head(section, context));
        if plan.reading {
            rows.push(section_text(section));
        }
        for task in &section.tasks {
            rows.push(one_task(plan, data, task, context));
        }
    }
    if context.breadth() == Breadth::Narrow {
        return panel(Stack::with_children(rows)).into();
    }
    panel(column![head(context), list("tasks", rows)]).height(Fill).into()
}

/// Widths of the columns: state, number, task, person, due, clock, evidence.
fn widths(context: &Context) -> [Length; 7] {
    let chinese = context.tr.language() == Language::Chinese;
    let (person, clock) = if chinese { (76.0, 100.0) } else { (88.0, 96.0) };
    let due = 86.0;
    [Fixed(84.0), Fixed(40.0), FillPortion(11), Fixed(person), Fixed(due), Fixed(clock), FillPortion(5)]
}

fn cells<'a>(context: &Context, parts: [Element<'a, Message>; 7]) -> iced::widget::Row<'a, Message, Theme> {
    let mut line = row![].width(Fill).align_y(Alignment::Center);
    // With less room the evidence stands in the chosen row only.
    let shown = if context.breadth() == Breadth::Wide { 7 } else { 6 };
    for (place, (part, width)) in parts.into_iter().zip(widths(context)).take(shown).enumerate() {
        let align = if place == 1 { Alignment::End } else { Alignment::Start };
        line = line.push(container(part).width(width).align_x(align).padding([0.0, 5.0]));
    }
    line
}

fn head<'a>(context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let word = |word: String| -> Element<'a, Message> { text(word).small().ink(Ink::Text2).line().into() };
    let words = cells(
        context,
        [
            word(tr.plan_screen_head_state()),
            word(String::new()),
            word(tr.plan_screen_head_task()),
            word(tr.plan_screen_head_person()),
            word(tr.plan_screen_head_due()),
            word(tr.plan_screen_head_clock()),
            word(tr.plan_screen_head_evidence()),
        ],
    );
    let closing = rule::horizontal(1).style(|theme: &Theme| rule::Style {
        color: theme.palette().control,
        radius: iced::border::radius(0),
        fill_mode: rule::FillMode::Full,
        snap: true,
    });
    let room = iced::Padding { left: 3.0, right: 13.0, ..iced::Padding::ZERO };
    column![container(words.height(size::ROW)).padding(room).style(ground(|p| p.head)), closing].into()
}

pub(super) fn ground(pick: fn(&Palette) -> iced::Color) -> impl Fn(&Theme) -> container::Style {
    move |theme: &Theme| container::Style {
        background: Some(Background::Color(pick(theme.palette()))),
        ..container::Style::default()
    }
}

fn section_head<'a>(section: &'a PlanSectionView, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let title = text(tr.plan_screen_section(section.number, &section.title)).small().bold();
    let count = text(tr.plan_screen_section_tasks(section.tasks.len())).small().ink(Ink::Text2).line();
    let words = row![title, count].spacing(size::INSIDE).align_y(Alignment::Center);
    let head = container(words).width(Fill).padding([3.0, size::GAP]).style(ground(|p| p.head));
    column![head, rule::horizontal(1)].into()
}

fn section_text(section: &PlanSectionView) -> Element<'_, Message> {
    let paragraphs = section.text.iter().map(|words| text(words.as_str()).into());
    let stack = Stack::with_children(paragraphs).spacing(size::GAP);
    column![container(stack).width(Fill).padding([10.0, size::EDGE]), rule::horizontal(1)].into()
}

fn one_task<'a>(
    plan: &'a Plan,
    data: &'a PlanView,
    task: &'a PlanTaskView,
    context: &'a Context,
) -> Element<'a, Message> {
    let chosen = plan.chosen.as_ref() == Some(&task.id);
    let open = task.current.state != PlanState::Done;
    let words: Element<'a, Message> = match context.breadth() {
        Breadth::Narrow => two_lines(task, chosen, context),
        _ => one_line(task, chosen, context).into(),
    };
    let height: Length = match (chosen, context.breadth()) {
        (true, _) | (_, Breadth::Narrow) => Shrink,
        _ => Fixed(size::ROW_CHECK),
    };
    let top = if chosen { 8.0 } else { 0.0 };
    let row = row_button(row_id(&task.id), words, Message::Choose(task.id.clone()))
        .on_key(move |key, modifiers| chosen.then(|| row_key(key, modifiers, open)).flatten())
        .chosen(chosen)
        .last(chosen)
        .padding(iced::Padding { top, left: 3.0, right: 3.0, bottom: top / 2.0 })
        .height(height);
    if !chosen {
        return row.into();
    }
    let below = match &plan.form {
        Some(form) => super::panel::form_of(form, data, task, context),
        None => commands(task, context),
    };
    let below = container(below).width(Fill).padding(iced::Padding { left: 3.0, ..iced::Padding::ZERO });
    let bar = container(space()).width(3).height(Fill).style(ground(|p| p.accent));
    let marked = iced::widget::stack![container(below).style(ground(|p| p.accentsoft)), bar];
    container(column![row, marked, rule::horizontal(1)]).id(OPEN).into()
}

/// Name of the chosen task with all that stands below it, so that the whole comes into view.
pub(in crate::gui::screen::plan) const OPEN: &str = "open-task";

/// What the chosen row answers itself, so that it can never mean another row.
fn row_key(key: &Key, modifiers: Modifiers, open: bool) -> Option<Message> {
    match key {
        _ if !modifiers.is_empty() => None,
        Key::Named(Named::Enter) => Some(Message::Assign),
        Key::Named(Named::Space) => Some(if open { Message::Complete } else { Message::Assign }),
        _ => None,
    }
}

fn one_line<'a>(
    task: &'a PlanTaskView,
    chosen: bool,
    context: &Context,
) -> iced::widget::Row<'a, Message, Theme> {
    let tr = &context.tr;
    let title = text(task.title.as_str()).bold_if(chosen);
    let (evidence, ink) = evidence(task);
    let evidence = text(evidence).small().ink(ink);
    cells(
        context,
        [
            state(task, tr),
            text(task.number.as_str()).ink(Ink::Text2).line().into(),
            if chosen { title } else { title.two() }.into(),
            person(task, tr).name().into(),
            due(task, tr).into(),
            clock(task, context).into(),
            if chosen { evidence } else { evidence.shorten() }.into(),
        ],
    )
}

fn two_lines<'a>(task: &'a PlanTaskView, chosen: bool, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let title = text(task.title.as_str()).bold_if(chosen);
    let title = if chosen { title } else { title.two() };
    let first = row![title.width(Fill), state(task, tr)].spacing(size::GAP).align_y(Alignment::Center);
    let second = row![person(task, tr).name().width(Fill), due(task, tr), clock(task, context)]
        .spacing(size::INSIDE)
        .align_y(Alignment::Center);
    container(column![first, second].spacing(2)).padding([4.0, size::GAP]).into()
}

fn state<'a>(task: &PlanTaskView, tr: &Tr) -> Element<'a, Message> {
    match task.current.state {
        PlanState::Done => chip(State::Nil, tr.plan_screen_state_done()).into(),
        PlanState::Late => chip(State::Late, tr.plan_screen_state_late()).into(),
        PlanState::Open if task.current.near => chip(State::Running, tr.plan_screen_state_near()).into(),
        PlanState::Open => chip(State::NotDone, tr.plan_screen_state_open()).into(),
    }
}

fn person<'a>(task: &'a PlanTaskView, tr: &Tr) -> crate::gui::widget::Text<'a> {
    match &task.responsible {
        Some(person) => text(person.name.as_str()).small(),
        None => text(tr.plan_screen_nobody()).small().ink(Ink::Text3),
    }
}

fn due<'a>(task: &PlanTaskView, tr: &Tr) -> crate::gui::widget::Text<'a> {
    match task.current.due {
        Some(date) => text(date.to_string()).small().line(),
        None => text(tr.plan_screen_no_due()).small().ink(Ink::Text3).line(),
    }
}

/// How long still, how long past, or when it was done.
fn clock<'a>(task: &PlanTaskView, context: &Context) -> crate::gui::widget::Text<'a> {
    let tr = &context.tr;
    let left = task.current.due.map(|due| (due - context.now.date()).num_days());
    let word = match (task.current.done_on, left) {
        (Some(date), _) => {
            return text(tr.plan_screen_done_on(&date.format("%m-%d").to_string())).small().line();
        }
        (None, None) => String::new(),
        (None, Some(0)) => tr.plan_screen_today(),
        (None, Some(days)) if days > 0 => tr.plan_screen_left(days),
        (None, Some(days)) => tr.plan_screen_past(-days),
    };
    match task.current.state {
        PlanState::Late => text(word).small().bold().ink(Ink::Bad).line(),
        _ if task.current.near => text(word).small().ink(Ink::Warn).line(),
        _ => text(word).small().ink(Ink::Text2).line(),
    }
}

/// What shows that it was done, else what is wanted.
fn evidence(task: &PlanTaskView) -> (&str, Ink) {
    match &task.current.evidence {
        Some(evidence) => (evidence, Ink::Text),
        None => (&task.wanted, Ink::Text3),
    }
}

/// The second half of the chosen row: what is wanted, and what can be done.
fn commands<'a>(task: &'a PlanTaskView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let open = task.current.state != PlanState::Done;
    let mut notes = Vec::new();
    let wide = context.breadth() == Breadth::Wide;
    if task.current.evidence.is_some() || !wide {
        notes.push(tr.plan_screen_wanted(&task.wanted));
    }
    if let (Some(evidence), false) = (&task.current.evidence, wide) {
        notes.push(evidence.clone());
    }
    if let Some(person) = &task.current.done_by {
        notes.push(tr.plan_screen_done_by(&person.name));
    }
    let more = task.late().saturating_sub(1);
    if more > 0 {
        notes.push(tr.plan_screen_more_late(more));
    }
    if let Some(next) = task.next() {
        notes.push(tr.plan_screen_next(&tr.day(next)));
    }
    notes.push(tr.plan_screen_source(&task.source));
    let notes = notes.into_iter().map(|note| text(note).small().ink(Ink::Text2).into());
    let mut buttons = row![].spacing(size::GAP);
    if open {
        let key = tr.plan_screen_key_space();
        let complete = button(tr.plan_screen_complete()).small().key(key).id("complete");
        buttons = buttons.push(complete.on_press(Message::Complete));
    }
    let assign = button(tr.plan_screen_assign()).small().key("P").id("assign").on_press(Message::Assign);
    buttons = buttons.push(assign);
    if open {
        let date = button(tr.plan_screen_set_due()).small().key("D").id("set-due").on_press(Message::SetDue);
        buttons = buttons.push(date);
    } else {
        let reopen = button(tr.plan_screen_reopen()).small().key("R").id("reopen").on_press(Message::Reopen);
        buttons = buttons.push(reopen);
    }
    let left = if context.breadth() == Breadth::Narrow { size::GAP } else { INDENT };
    let notes = iced::widget::Row::with_children(notes).spacing(size::EDGE).wrap().vertical_spacing(2);
    container(column![notes, buttons.wrap().vertical_spacing(size::TIGHT)].spacing(size::GAP))
        .padding(iced::Padding { top: 2.0, bottom: 10.0, left, right: size::GAP })
        .into()
}

/// Where the titles of tasks begin.
pub(super) const INDENT: f32 = 129.0;
