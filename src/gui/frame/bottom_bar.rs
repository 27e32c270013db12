//! The bottom bar: the keys that work here, and what was done last with the way back.

use iced::Length::Fill;
use iced::widget::{column, container, row, space};
use iced::{Alignment, Background};

use super::{LastAction, ground, line_across};
use crate::gui::Element;
use crate::gui::theme::{Breadth, Ink, Theme, size};
use crate::gui::widget::{Icon, KeyHint, control, icon, key_hint, text};

/// How many keys are shown at most.
const fn room_for_keys(breadth: Breadth) -> usize {
    match breadth {
        Breadth::Wide => 8,
        Breadth::Middle => 5,
        Breadth::Narrow => 3,
    }
}

/// How many keys a long sentence of what was done takes the room of: one for so many Chinese characters more.
fn keys_given_up(said: &str) -> usize {
    let wide = said.chars().map(|c| if c > '\u{2e7f}' { 2 } else { 1 }).sum::<usize>();
    (wide.saturating_sub(SAID_BESIDE_ALL) / SAID_BESIDE_ALL.div_ceil(4)).min(MOST_GIVEN_UP)
}

/// Half-width characters that there is room for beside all keys, and the most keys that more of them take away.
const SAID_BESIDE_ALL: usize = 24;
const MOST_GIVEN_UP: usize = 4;

pub(super) fn view<'a, M: Clone + 'a>(
    breadth: Breadth,
    keys: Vec<KeyHint>,
    last: LastAction<M>,
) -> Element<'a, M> {
    let mut left = row![].spacing(size::EDGE).align_y(Alignment::Center);
    let room = room_for_keys(breadth);
    let given = if breadth == Breadth::Wide { keys_given_up(&last.text) } else { 0 };
    for hint in keys.into_iter().take(room - given) {
        left = left.push(key_hint(&hint));
    }
    let fresh = last.fresh;
    let said = (!last.text.is_empty()).then(|| {
        container(text(last.text).small().shorten().ink(Ink::Text)).style(move |theme: &Theme| {
            container::Style {
                background: fresh.then(|| Background::Color(theme.palette().accentsoft)),
                ..container::Style::default()
            }
        })
    });
    let undo = last.undo.map(|(word, key, message)| {
        let mut content = row![icon(Icon::Undo)].spacing(6).align_y(Alignment::Center);
        if breadth != Breadth::Narrow {
            content = content.push(text(word).small().line().ink(Ink::Accent));
        }
        content = content.push(text(key).small().line().ink(Ink::Text3));
        control(content)
            .id("undo")
            .on_press(message)
            .look(|palette, _| crate::gui::widget::Look { text: Some(palette.accent), ..Default::default() })
            .height(size::CHIP)
            .padding([0.0, 6.0])
    });
    let said: Element<'a, M> = match said {
        Some(said) if breadth == Breadth::Wide => container(said).align_right(Fill).into(),
        _ => space().width(Fill).into(),
    };
    // Keys without room fall to a second line that nobody sees; 撤销 keeps its room.
    let keys = container(left.wrap().vertical_spacing(size::BOTTOM)).height(size::KEY + 2.0).clip(true);
    let rest = row![keys, said].spacing(size::INSIDE).align_y(Alignment::Center);
    let bar = row![rest.width(Fill)].push(undo).spacing(size::INSIDE).align_y(Alignment::Center);
    let height = if breadth == Breadth::Narrow { size::BOTTOM_LOW } else { size::BOTTOM };
    let bar = container(bar)
        .width(Fill)
        .height(height - 1.0)
        .align_y(Alignment::Center)
        .padding([0.0, breadth.edge()])
        .style(ground(|p| p.side));
    column![line_across(), bar].into()
}
