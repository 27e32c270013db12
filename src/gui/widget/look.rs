//! How a control is drawn: ground, border, bar, text.

use iced::advanced::renderer::{Quad, Renderer as _};
use iced::{Background, Border, Color, Rectangle, Shadow, border};

/// What the mouse does with a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Nothing.
    Idle,
    /// It lies over it.
    Hovered,
    /// It holds it.
    Pressed,
    /// It cannot be operated.
    Disabled,
}

/// Ground, border, bar and text of a control.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Look {
    /// Its ground; nothing by default.
    pub ground: Option<Color>,
    /// Its border of 1 px.
    pub edge: Option<Color>,
    /// A bar at the left with its width: 3 px for the current one, 4 px for a banner.
    pub bar: Option<(Color, f32)>,
    /// A hairline at the bottom, between rows.
    pub under: Option<Color>,
    /// Its text and icons, where they name no colour.
    pub text: Option<Color>,
}

impl Look {
    /// Draws everything but the text.
    pub fn draw(self, renderer: &mut iced::Renderer, bounds: Rectangle, radius: f32) {
        if self.ground.is_some() || self.edge.is_some() {
            let border = Border {
                color: self.edge.unwrap_or(Color::TRANSPARENT),
                width: if self.edge.is_some() { 1.0 } else { 0.0 },
                radius: border::radius(radius),
            };
            fill(renderer, bounds, border, self.ground.unwrap_or(Color::TRANSPARENT));
        }
        if let Some(under) = self.under {
            let line = Rectangle { y: bounds.y + bounds.height - 1.0, height: 1.0, ..bounds };
            fill(renderer, line, Border::default(), under);
        }
        if let Some((bar, width)) = self.bar {
            fill(renderer, Rectangle { width, ..bounds }, Border::default(), bar);
        }
    }
}

/// A flat box with a border.
pub fn fill(renderer: &mut iced::Renderer, bounds: Rectangle, border: Border, ground: Color) {
    let quad = Quad { bounds, border, shadow: Shadow::default(), snap: true };
    renderer.fill_quad(quad, Background::Color(ground));
}
