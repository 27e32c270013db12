//! What happens to the chosen class or pupil: three ways, or a class by name.

use iced::Alignment;
use iced::Length::Fill;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{container, row};

use super::super::{Message, Promotion, Spot, State, Way};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, button, field, first_keys, key_scope, text, toggle};

/// The way that is chosen now; `None`: a class by name.
fn way(screen: &Promotion) -> Option<Way> {
    if screen.opened {
        return match screen.chosen_pupil()? {
            pupil if pupil.reason == "held_back" => Some(Way::Again),
            pupil if pupil.reason == "chosen" && pupil.to.is_none() => Some(Way::Leave),
            pupil if pupil.reason == "chosen" => None,
            _ => Some(Way::Up),
        };
    }
    match screen.line()?.fate {
        "up" => Some(Way::Up),
        "stay" => Some(Way::Again),
        "leave" => Some(Way::Leave),
        _ => None,
    }
}

pub(super) fn line<'a>(screen: &'a Promotion, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if matches!(screen.state, State::Writing) {
        return text("").into();
    }
    let now = way(screen);
    let words = if screen.opened {
        [tr.promotion_with_class(), tr.promotion_way_again(), tr.promotion_pupil_leaves()]
    } else {
        [tr.promotion_way_up(), tr.promotion_way_again(), tr.promotion_way_leave()]
    };
    let ways = [Way::Up, Way::Again, Way::Leave];
    let mut line = row![].spacing(size::GAP).align_y(Alignment::Center);
    let name = if screen.opened {
        screen.chosen_pupil().map(|pupil| pupil.name.as_str())
    } else {
        screen.line().map(|class| class.class.as_str())
    };
    if context.breadth() == Breadth::Wide {
        let shown = text(name.unwrap_or_default()).bold().shorten_middle();
        line = line.push(container(shown).width(Fill).max_width(150));
    }
    for ((at, word), way) in words.into_iter().enumerate().zip(ways) {
        let key = (at + 1).to_string();
        line = line.push(toggle(format!("way-{key}"), word, key, now == Some(way), Message::Way(way)));
    }
    let target = field("target", "", screen.target.as_str(), Message::Target).hint(if screen.opened {
        tr.promotion_target_pupil_hint()
    } else {
        tr.promotion_target_hint()
    });
    let target = target.error(screen.asked.as_ref().map(|_| tr.promotion_target_unknown()));
    // Only the plain Enter: Ctrl+Enter writes, here too.
    let target = key_scope(target, |key, modifiers| {
        (modifiers.is_empty() && *key == Key::Named(Named::Enter)).then_some(Message::ApplyTarget)
    });
    let target = first_keys(target, Message::At(Spot::Target), |_, _| None);
    let label = text(tr.promotion_target()).small().ink(Ink::Text2).line();
    let pupils = (!screen.opened).then(|| {
        button(tr.promotion_pupils()).icon(Icon::User).key("Enter").id("open").on_press(Message::Open)
    });
    let ways = line;
    match context.breadth() {
        Breadth::Wide => ways.push(label).push(container(target).width(Fill)).push(pupils).into(),
        // The field says itself what it is for while it is empty.
        Breadth::Middle => ways.push(container(target).width(Fill)).push(pupils).into(),
        Breadth::Narrow => {
            let below = row![label, container(target).width(Fill)];
            let below = below.spacing(size::GAP).align_y(Alignment::Center);
            let ways = ways.push(pupils).wrap().vertical_spacing(size::TIGHT);
            iced::widget::column![ways, below].spacing(size::GAP).into()
        }
    }
}
