//! Days at home and the conditions of return: switched on, chosen, numbered.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Padding};

use super::Message;
use crate::domain::rule_book::NumberUnit;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{button, checkbox, text};
use crate::i18n::Tr;
use crate::ops::home::{ConditionLine, HomeChoice, HomeSettings};
use crate::ops::settings::SettingsOp;

/// Words below a box begin where its label does.
const BELOW_BOX: Padding = Padding { top: 0.0, right: 0.0, bottom: 0.0, left: 28.0 };

/// What stands in the panel.
pub(super) fn lines<'a>(
    home: &'a HomeSettings,
    context: &'a Context,
) -> Column<'a, Message, crate::gui::theme::Theme> {
    let tr = &context.tr;
    let flip = choose(HomeChoice::Module(!home.on));
    let module = checkbox("home-module", tr.home_module(), home.on, flip);
    let about = container(text(home.text.as_str()).small().ink(Ink::Text2)).padding(BELOW_BOX);
    let mut lines = column![module, about];
    if home.on {
        for condition in &home.conditions {
            lines = lines.push(line(condition, tr));
        }
    }
    lines
}

fn line<'a>(condition: &'a ConditionLine, tr: &Tr) -> Element<'a, Message> {
    let flip = choose(HomeChoice::Condition(condition.id.clone(), !condition.on));
    let name = checkbox(format!("condition-{}", condition.id), condition.name.as_str(), condition.on, flip);
    let chosen = condition.chosen.as_ref().map(|it| tr.alert_rules_chosen(&tr.day_and_time(it.at), &it.by));
    let marks = [condition.local.then(|| tr.alert_rules_local()), chosen, Some(condition.source.clone())];
    let marks: Vec<String> = marks.into_iter().flatten().filter(|mark| !mark.is_empty()).collect();
    let below = |words: String| container(text(words).small().ink(Ink::Text2)).padding(BELOW_BOX);
    column![name]
        .push(number(condition, tr).map(|number| container(number).padding(BELOW_BOX)))
        .push(below(condition.text.clone()))
        .push(below(marks.join(&tr.ops_list_mark())))
        .spacing(2)
        .into()
}

/// The number with a step down and up.
fn number<'a>(condition: &'a ConditionLine, tr: &Tr) -> Option<Element<'a, Message>> {
    let (number, (least, most)) = condition.number.filter(|_| condition.on).zip(condition.range)?;
    let words = match condition.unit {
        Some(NumberUnit::Tenths) => tr.home_number_tenths(&format!("{}.{}", number / 10, number % 10)),
        _ => tr.home_number_days(number),
    };
    let step = |sign: &'static str, to: Option<u32>| {
        let to = to.filter(|to| (least..=most).contains(to));
        let message = to.map(|to| choose(HomeChoice::Number(condition.id.clone(), to)));
        button(sign).small().id(format!("condition-{}-{sign}", condition.id)).on_press_maybe(message)
    };
    Some(
        row![step("−", number.checked_sub(1)), text(words).line(), step("+", number.checked_add(1))]
            .spacing(size::GAP)
            .align_y(Alignment::Center)
            .into(),
    )
}

fn choose(choice: HomeChoice) -> Message {
    Message::Choose(SettingsOp::Home(choice))
}
