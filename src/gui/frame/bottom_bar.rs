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

/// How many of the keys leave the sentence of what was done its room, in the narrowest window of that breadth.
fn keys_beside(said: &str, keys: &[KeyHint]) -> usize {
    let wide = |text: &str| text.chars().map(|c| if c > '\u{2e7f}' { 13.0 } else { 7.0 }).sum::<f32>();
    let mut left = ROOM - wide(said);
    let fits = |hint: &&KeyHint| {
        left -= wide(&hint.key) + wide(&hint.word) + FRAME;
        left >= 0.0
    };
    keys.iter().take_while(fits).count()
}

/// Width of keys and sentence together in the narrowest wide window, and what a key takes besides its letters.
const ROOM: f32 = 690.0;
const FRAME: f32 = 36.0;
/// Keys that stay whatever was done.
const FEWEST: usize = 2;

pub(super) fn view<'a, M: Clone + 'a>(
    breadth: Breadth,
    keys: Vec<KeyHint>,
    last: LastAction<M>,
) -> Element<'a, M> {
    let mut left = row![].spacing(size::EDGE).align_y(Alignment::Center);
    let room = room_for_keys(breadth);
    let said_here = breadth == Breadth::Wide && !last.text.is_empty();
    let room = if said_here { room.min(keys_beside(&last.text, &keys).max(FEWEST)) } else { room };
    for hint in keys.into_iter().take(room) {
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
