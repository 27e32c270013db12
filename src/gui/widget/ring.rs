//! The focus ring: two colours, wholly inside the bounds, so that no parent cuts it and it shows on any ground.

use iced::{Border, Color, Rectangle, border};

use super::look::fill;
use crate::gui::theme::Palette;

/// Draws the ring over a control with a radius in pixels.
pub fn draw(renderer: &mut iced::Renderer, palette: &Palette, bounds: Rectangle, radius: f32) {
    let outer = Border { color: palette.ring, width: 2.0, radius: border::radius(radius) };
    fill(renderer, bounds, outer, Color::TRANSPARENT);
    let inner = Border { color: palette.ring2, width: 1.0, radius: border::radius((radius - 2.0).max(0.0)) };
    fill(renderer, bounds.shrink(2.0), inner, Color::TRANSPARENT);
}
