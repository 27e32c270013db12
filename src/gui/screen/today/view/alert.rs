//! The banner: who, what, how long still.

use iced::Alignment;
use iced::widget::row;

use super::super::{Message, Today};
use crate::domain::cluster::AlertSubject;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{KeyHint, Look};
use crate::gui::widget::{banner as sheet, button, control, key_hint, text};
use crate::ops::alerts::{AlertPerson, AlertView};
use crate::ops::today::TodayView;

/// People shown on the banner; the rest is a count that opens the sheet.
const SHOWN: usize = 3;

pub(super) fn banner<'a>(
    today: &'a Today,
    data: &'a TodayView,
    context: &'a Context,
) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let view = data.alerts.get(today.alert)?;
    let mut people = row![].spacing(size::GAP).align_y(Alignment::Center);
    for person in view.people.iter().take(SHOWN) {
        people = people.push(evidence(person));
    }
    if view.people.len() > SHOWN {
        people = people.push(text(tr.today_more_people(view.people.len() - SHOWN)).small().ink(Ink::Text2));
    }
    people = people.push(key_hint(&KeyHint::new("E", tr.today_key_evidence())));
    let mut alert = sheet(Tone::Bad, title(view, context));
    let several = data.alerts.len() > 1;
    let count =
        if several { format!("{} / {} ←→  ", today.alert + 1, data.alerts.len()) } else { String::new() };
    let limit = view.report_hours.map(|hours| tr.today_report_within(hours)).unwrap_or_default();
    alert = alert.right(text(format!("{count}{limit}")).bold().ink(Ink::Bad).line());
    alert = alert
        .evidence(people.wrap().vertical_spacing(size::TIGHT))
        .note(tr.today_alert_basis(&view.alert.version, &view.source, &view.rule_text))
        .action(button(tr.today_start_plan()).primary().key("A").id("start-plan").on_press(Message::Plan));
    Some(alert.into())
}

/// 三（2）班今日呕吐 3 人，达到聚集性疫情报告标准
pub(super) fn title(view: &AlertView, context: &Context) -> String {
    let tr = &context.tr;
    let subject = view.subject.clone().unwrap_or_default();
    let count = view.alert.count;
    let scope = &view.scope;
    match &view.alert.subject {
        AlertSubject::Symptom(_) if view.alert.from == view.alert.to => {
            tr.today_alert_day(count, scope, &subject)
        }
        AlertSubject::Symptom(_) => {
            let days = (view.alert.to - view.alert.from).num_days() + 1;
            tr.today_alert_days(count, days, scope, &subject)
        }
        AlertSubject::Severe(_) => tr.today_alert_severe(scope, &subject),
        AlertSubject::SymptomsUnknown => tr.today_alert_unknown(count, scope),
    }
}

fn evidence(person: &AlertPerson) -> Element<'_, Message> {
    let seat = person.seat_no.map(|seat| seat.to_string()).unwrap_or_default();
    let content = row![
        text(seat).ink(Ink::Text2).line(),
        text(person.name.as_str()).line(),
        text(person.words.as_str()).small().ink(Ink::Text2).line()
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center);
    control(content)
        .id(format!("evidence-{}", person.person))
        .on_press(Message::Open(person.group))
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
