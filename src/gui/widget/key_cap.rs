//! Keys as they stand in the bottom bar and beside things that a key does.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{KeyHint, key_hint}};
//! let hint: Element<'_, ()> = key_hint(&KeyHint::new("Enter", "登记异常"));
//! ```

use iced::widget::{container, row};
use iced::{Alignment, Background, Border, border};

use super::text;
use crate::gui::Element;
use crate::gui::theme::{Ink, Theme, size};

/// A key and what it does here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyHint {
    /// As printed on the cap: `Ctrl+Z`, `↑↓`.
    pub key: String,
    /// What it does.
    pub word: String,
}

impl KeyHint {
    /// A key and its word.
    pub fn new(key: impl Into<String>, word: impl Into<String>) -> Self {
        Self { key: key.into(), word: word.into() }
    }
}

/// A cap of 20 px with a key's name.
pub fn key_cap<'a, M: 'a>(key: &str) -> Element<'a, M> {
    container(text(key.to_owned()).small().line().ink(Ink::Text2))
        .height(size::KEY)
        .padding([0.0, 5.0])
        .align_y(Alignment::Center)
        .style(|theme: &Theme| {
            let palette = theme.palette();
            container::Style {
                background: Some(Background::Color(palette.surface)),
                border: Border {
                    color: palette.control,
                    width: 1.0,
                    radius: border::radius(size::RADIUS_CHIP),
                },
                ..container::Style::default()
            }
        })
        .into()
}

/// A cap with its word after it.
pub fn key_hint<'a, M: 'a>(hint: &KeyHint) -> Element<'a, M> {
    let word = text(hint.word.clone()).small().line().ink(Ink::Text2);
    row![key_cap(&hint.key), word].spacing(5).align_y(Alignment::Center).into()
}
