//! The window.
//!
//! `theme` holds colours, sizes and fonts; `widget` every part that a screen is built of; `frame` the sidebar, header
//! and bottom bar around a screen; `keymap` the keys as data.

pub mod frame;
pub mod theme;
pub mod widget;

pub use theme::Theme;

/// A piece of the window. Views write `Element<'_, Message>` and never name theme or renderer.
pub type Element<'a, M> = iced::Element<'a, M, Theme>;
