//! Yes or no: a box with its words, and the wrapped toggles of a narrow class sheet.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{checkbox, toggle}};
//! let only: Element<'_, ()> = checkbox("stick", "插着这个 U 盘时才备份", true, ());
//! let fever: Element<'_, ()> = toggle("mark-F", "发热", "F", false, ());
//! ```

use std::borrow::Cow;

use iced::advanced::widget::Id;
use iced::widget::{column, container, row, space};
use iced::{Alignment, Background, Border, Length, border};

use super::{Icon, Look, Press, control, icon, text};
use crate::gui::Element;
use crate::gui::theme::{Ink, Theme, size};

/// A box with words that wrap; the words are part of what one clicks.
pub fn checkbox<'a, M: Clone + 'a>(
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on: bool,
    on_toggle: M,
) -> Element<'a, M> {
    let mark = column![space().height(3), square(on)];
    control(row![mark, text(label)].spacing(size::GAP)).id(id).on_press(on_toggle).padding([2.0, 4.0]).into()
}

/// A small button of 28 px that stays in: accent, bold, with a check.
pub fn toggle<'a, M: Clone + 'a>(
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    key: impl Into<Cow<'a, str>>,
    on: bool,
    on_toggle: M,
) -> Element<'a, M> {
    let check = on.then(|| icon(Icon::Check).side(size::ICON_CHIP));
    let key = text(key).small().line().ink(if on { Ink::Inherit } else { Ink::Text3 });
    let content = row![].push(check).push(text(label).line().bold_if(on)).push(key);
    control(content.spacing(5).align_y(Alignment::Center))
        .id(id)
        .on_press(on_toggle)
        .height(size::CONTROL_SMALL)
        .padding([0.0, 9.0])
        .radius(size::RADIUS_CHIP)
        .look(move |palette, press| Look {
            ground: Some(if on || press == Press::Hovered { palette.accentsoft } else { palette.surface }),
            edge: Some(if on { palette.accent } else { palette.control }),
            text: Some(if on { palette.accent } else { palette.text }),
            ..Look::default()
        })
        .into()
}

/// The box itself.
fn square<'a, M: 'a>(on: bool) -> Element<'a, M> {
    let check = on.then(|| icon(Icon::Check).side(12.0).ink(Ink::OnAccent));
    container(row![].push(check))
        .width(Length::Fixed(size::BOX))
        .height(Length::Fixed(size::BOX))
        .align_x(Alignment::Center)
        .align_y(Alignment::Center)
        .style(move |theme: &Theme| {
            let palette = theme.palette();
            let (ground, color) =
                if on { (palette.accent, palette.accent) } else { (palette.surface, palette.control) };
            container::Style {
                background: Some(Background::Color(ground)),
                border: Border { color, width: 1.0, radius: border::radius(size::RADIUS_CHIP) },
                ..container::Style::default()
            }
        })
        .into()
}
