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

/// Size of a tile in pixels.
const TILE: (f32, f32) = (160.0, 40.0);

/// A flat box without a border that may be large. The renderer paints a box whole for every mark that changes on it;
/// of tiles only those that the mark touches. `shape` gives the corners; its colour is not seen.
pub fn fill_in_tiles(renderer: &mut iced::Renderer, bounds: Rectangle, shape: Border, ground: Color) {
    let last = |length: f32, tile: f32| ((length / tile) as u16).saturating_sub(1);
    let (last_column, last_row) = (last(bounds.width, TILE.0), last(bounds.height, TILE.1));
    for row in 0..=last_row {
        for column in 0..=last_column {
            let (left, top) = (f32::from(column) * TILE.0, f32::from(row) * TILE.1);
            // A tile reaches into the next, so that no seam shows where a pixel is shared by both.
            let width = if column == last_column { bounds.width - left } else { TILE.0 + 1.0 };
            let height = if row == last_row { bounds.height - top } else { TILE.1 + 1.0 };
            let corner = |at_row: bool, at_column: bool, radius: f32| {
                if at_row && at_column { radius } else { 0.0 }
            };
            let (first_row, end_row) = (row == 0, row == last_row);
            let (first_column, end_column) = (column == 0, column == last_column);
            let radius = border::Radius {
                top_left: corner(first_row, first_column, shape.radius.top_left),
                top_right: corner(first_row, end_column, shape.radius.top_right),
                bottom_right: corner(end_row, end_column, shape.radius.bottom_right),
                bottom_left: corner(end_row, first_column, shape.radius.bottom_left),
            };
            let part = Rectangle { x: bounds.x + left, y: bounds.y + top, width, height };
            fill(renderer, part, Border { radius, width: 0.0, ..shape }, ground);
        }
    }
}

/// A line of 1 px around a large box, in pieces for the same reason. `ground` is the box's own colour.
pub fn hairline(renderer: &mut iced::Renderer, bounds: Rectangle, radius: f32, line: Color, ground: Color) {
    let corner = 2.0 * radius;
    let (right, bottom) = (bounds.x + bounds.width, bounds.y + bounds.height);
    let (width, height) = (bounds.width - 2.0 * corner, bounds.height - 2.0 * corner);
    for y in [bounds.y, bottom - 1.0] {
        let side = Rectangle { x: bounds.x + corner, y, width, height: 1.0 };
        fill(renderer, side, Border::default(), line);
    }
    for x in [bounds.x, right - 1.0] {
        let side = Rectangle { x, y: bounds.y + corner, width: 1.0, height };
        fill(renderer, side, Border::default(), line);
    }
    for (at_right, at_bottom) in [(false, false), (true, false), (false, true), (true, true)] {
        let round = |radius: f32| border::Radius {
            top_left: if at_right || at_bottom { 0.0 } else { radius },
            top_right: if at_right && !at_bottom { radius } else { 0.0 },
            bottom_right: if at_right && at_bottom { radius } else { 0.0 },
            bottom_left: if !at_right && at_bottom { radius } else { 0.0 },
        };
        let outer = Rectangle {
            x: if at_right { right - corner } else { bounds.x },
            y: if at_bottom { bottom - corner } else { bounds.y },
            width: corner,
            height: corner,
        };
        let inner = Rectangle {
            x: if at_right { outer.x } else { outer.x + 1.0 },
            y: if at_bottom { outer.y } else { outer.y + 1.0 },
            width: corner - 1.0,
            height: corner - 1.0,
        };
        fill(renderer, outer, Border { radius: round(radius), ..Border::default() }, line);
        fill(renderer, inner, Border { radius: round(radius - 1.0), ..Border::default() }, ground);
    }
}

/// A flat box with a border.
pub fn fill(renderer: &mut iced::Renderer, bounds: Rectangle, border: Border, ground: Color) {
    let quad = Quad { bounds, border, shadow: Shadow::default(), snap: true };
    renderer.fill_quad(quad, Background::Color(ground));
}
