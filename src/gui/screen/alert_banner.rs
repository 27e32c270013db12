//! The banner of the day's alerts: who, what, how long still. 今天 and the class sheet share it.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{column, row};

use crate::domain::cluster::AlertSubject;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{KeyHint, Look, banner, button, control, key_hint, text};
use crate::ops::alerts::{AlertPerson, AlertView};

/// Below this height the banner folds to title, evidence and button.
const LOW: f32 = 700.0;
/// People shown on the banner; the rest is a count that opens the sheet.
const SHOWN: usize = 3;

/// The banner with the alert at a place among several; nothing where there is none.
pub fn alert_banner<'a, M: Clone + 'a>(
    alerts: &'a [AlertView],
    at: usize,
    context: &Context,
    open: impl Fn(&AlertPerson) -> M,
    answer: M,
    plan: M,
) -> Option<Element<'a, M>> {
    let tr = &context.tr;
    let view = alerts.get(at)?;
    let shown = if context.breadth() == Breadth::Narrow { 1 } else { SHOWN };
    let mut people = row![].spacing(size::GAP).align_y(Alignment::Center);
    for person in view.people.iter().take(shown) {
        people = people.push(evidence(person, open(person), context.breadth() == Breadth::Narrow));
    }
    if view.people.len() > shown {
        people = people.push(text(tr.alert_more_people(view.people.len() - shown)).small().ink(Ink::Text2));
    }
    people = people.push(key_hint(&KeyHint::new("E", tr.today_key_evidence())));
    let people = people.wrap().vertical_spacing(size::TIGHT);
    let start = button(tr.alert_start_plan()).primary().small().key("A").id("start-plan").on_press(plan);
    let reply = button(tr.alert_reply()).small().key("V").id("reply").on_press(answer);
    let buttons = row![reply, start].spacing(size::GAP);
    let count =
        if alerts.len() > 1 { format!("{} / {} ←→  ", at + 1, alerts.len()) } else { String::new() };
    let limit = view.rule.report_hours.map(|hours| tr.alert_report_within(hours)).unwrap_or_default();
    let limit = text(format!("{count}{limit}")).bold().ink(Ink::Bad);
    let sheet = banner(Tone::Bad, title(view, context)).right(limit);
    let sheet = if context.size.height < LOW && context.breadth() != Breadth::Wide {
        sheet.evidence(column![people, buttons.wrap()].spacing(size::TIGHT))
    } else if context.size.height < LOW {
        let line = row![iced::widget::container(people).width(Fill), buttons].spacing(size::INSIDE);
        sheet.evidence(line.align_y(Alignment::Center))
    } else {
        let basis = tr.alert_basis(&view.rule.source, &view.rule.text, &view.alert.version);
        sheet.evidence(people).note(basis).action(buttons)
    };
    Some(sheet.into())
}

/// 三（2）班今日呕吐 3 人，达到聚集性疫情报告标准
pub(super) fn title(view: &AlertView, context: &Context) -> String {
    let tr = &context.tr;
    // A symptom inside a sentence has no capital; Chinese knows none.
    let subject = view.subject.as_deref().unwrap_or_default().to_lowercase();
    let (count, scope) = (view.alert.count, &view.scope_words);
    let days = (view.alert.to - view.alert.from).num_days() + 1;
    // What nobody has answered stands there the next morning as well, and is not of that day then.
    let day = if view.alert.to == context.now.date() { "today".to_owned() } else { tr.day(view.alert.to) };
    match (&view.alert.subject, &view.rule.edition) {
        (AlertSubject::Severe(_), _) => tr.alert_severe(scope, &subject),
        (AlertSubject::SymptomsUnknown, _) => tr.alert_unknown(count, scope),
        (_, Some(edition)) => {
            let name = &view.rule.name;
            let rule = if view.rule.local {
                tr.alert_rule_local(edition, name)
            } else {
                tr.alert_rule_of(edition, name)
            };
            match (view.alert.head_count, days) {
                (Some(heads), _) => tr.alert_share_rule(count, heads, &rule, scope, &subject),
                (None, 1) => tr.alert_day_rule(count, &day, &rule, scope, &subject),
                (None, days) => tr.alert_days_rule(count, &day, days, &rule, scope, &subject),
            }
        }
        (_, None) if days == 1 => tr.alert_day(count, &day, scope, &subject),
        (_, None) => tr.alert_days(count, &day, days, scope, &subject),
    }
}

/// A person of the alert; in a narrow window without the words, which the sheet has.
fn evidence<'a, M: Clone + 'a>(person: &'a AlertPerson, open: M, narrow: bool) -> Element<'a, M> {
    let seat = person.seat_no.map(|seat| seat.to_string()).unwrap_or_default();
    let name = text(person.name.as_str()).shorten_middle();
    let words = (!narrow).then(|| {
        iced::widget::container(text(person.words.as_str()).small().ink(Ink::Text2).shorten()).max_width(180)
    });
    let content = row![text(seat).ink(Ink::Text2).line(), iced::widget::container(name).max_width(150)]
        .push(words)
        .spacing(size::GAP)
        .align_y(Alignment::Center);
    control(content)
        .id(format!("evidence-{}", person.person))
        .on_press(open)
        .look(|palette, _| Look {
            ground: Some(palette.surface),
            edge: Some(palette.control),
            text: Some(palette.text),
            ..Look::default()
        })
        .padding([0.0, 9.0])
        .height(26)
        .into()
}
