//! Pages, sizes and scrolling of the preview.

use iced::Size;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::Print;
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Scroll};
use crate::gui::screen::KeyPress;
use crate::gui::widget::{Reach, Zoom};
use crate::ops::Query;
use crate::paper::layout::Sheet;

/// Name of the scrolled area.
pub(super) const SHEET: &str = "sheet";
/// Sizes in per cent that + and − go through.
const SIZES: [u16; 9] = [25, 50, 75, 100, 125, 150, 200, 300, 400];
/// Pixels of an arrow key.
const STEP: f32 = 60.0;
/// Share of the room that a page key goes on: a little stays for the eye.
const LEAP: f32 = 0.9;

/// What is done to the preview.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Look {
    /// So many pages on or back.
    Page(i32),
    /// Another size.
    Zoom(Zoom),
    /// Larger or smaller.
    ZoomStep(i32),
    /// So many steps right and down.
    Scroll(i8, i8),
    /// A room's height down or up, and at the end of the sheet to the next one.
    Leap(i8),
    /// To the top or the end of the sheet, and from there to the first or last one.
    Edge(i8),
    /// What lies beyond the room now.
    Seen(Reach),
}

impl Look {
    /// The keys of the preview. A whole page has nothing to scroll, so there arrows choose from the list.
    pub(super) fn of_key(press: &KeyPress, zoom: Zoom) -> Option<Self> {
        let zoomed = zoom != Zoom::Page;
        let far = press.modifiers.command();
        Some(match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) if zoomed => Self::Scroll(0, 1),
            (Key::Named(Named::ArrowUp), _) if zoomed => Self::Scroll(0, -1),
            (Key::Named(Named::ArrowRight), _) if zoomed && !press.in_field => Self::Scroll(1, 0),
            (Key::Named(Named::ArrowLeft), _) if zoomed && !press.in_field => Self::Scroll(-1, 0),
            (Key::Named(Named::PageDown), _) if zoomed && !far => Self::Leap(1),
            (Key::Named(Named::PageUp), _) if zoomed && !far => Self::Leap(-1),
            (Key::Named(Named::Home), _) if zoomed && !far => Self::Edge(-1),
            (Key::Named(Named::End), _) if zoomed && !far => Self::Edge(1),
            (Key::Named(Named::PageDown), _) => Self::Page(1),
            (Key::Named(Named::PageUp), _) => Self::Page(-1),
            (Key::Named(Named::Home), _) => Self::Page(i32::MIN),
            (Key::Named(Named::End), _) => Self::Page(i32::MAX),
            (_, Some('0')) => Self::Zoom(Zoom::Page),
            (_, Some('1')) => Self::Zoom(Zoom::Width),
            (_, Some('+' | '=')) => Self::ZoomStep(1),
            (_, Some('-')) => Self::ZoomStep(-1),
            _ => return None,
        })
    }
}

impl Print {
    pub(super) fn look_at(&mut self, look: Look, context: &Context) -> Vec<Effect> {
        match look {
            Look::Page(step) => self.turn(step, Scroll::Top),
            Look::Zoom(zoom) => {
                self.zoom = zoom;
                self.reach = None;
                Vec::new()
            }
            Look::ZoomStep(step) => {
                self.zoom = self.zoomed(step, context);
                self.reach = None;
                Vec::new()
            }
            Look::Scroll(right, down) => {
                vec![scroll(Scroll::By(f32::from(right) * STEP, f32::from(down) * STEP))]
            }
            Look::Leap(step) if self.goes_on(step, context) => {
                let height = self.reach.map_or(super::view::room(context).height, |reach| reach.room);
                vec![scroll(Scroll::By(0.0, f32::from(step) * height * LEAP))]
            }
            Look::Leap(step) => self.turn(step.into(), if step > 0 { Scroll::Top } else { Scroll::End }),
            Look::Edge(step) if self.goes_on(step, context) => {
                vec![scroll(if step > 0 { Scroll::End } else { Scroll::Top })]
            }
            Look::Edge(step) if step > 0 => self.turn(i32::MAX, Scroll::End),
            Look::Edge(_) => self.turn(i32::MIN, Scroll::Top),
            Look::Seen(reach) => {
                self.reach = Some(reach);
                Vec::new()
            }
        }
    }

    /// The sheet that is looked at, if it has been laid out.
    pub(super) fn sheet(&self) -> Option<&Sheet> {
        let preview = self.preview.as_ref()?;
        preview.document.sheets.get(self.page.checked_sub(preview.first)?)
    }

    /// Asks for the page if it has not been laid out yet.
    pub(super) fn fetch(&self) -> Option<Effect> {
        let missing = self.pages() > 0 && self.sheet().is_none();
        missing.then(|| Effect::Load(Query::Preview(self.request.clone(), self.page)))
    }

    fn turn(&mut self, step: i32, to: Scroll) -> Vec<Effect> {
        let before = self.page;
        let last = self.pages().saturating_sub(1);
        self.page = self.page.saturating_add_signed(step as isize).min(last);
        if self.page == before {
            return Vec::new();
        }
        self.reach = None;
        self.fetch().into_iter().chain((self.zoom != Zoom::Page).then(|| scroll(to))).collect()
    }

    /// Whether more of the sheet lies above or below; before the first word of it, whether it is higher than
    /// about the room.
    fn goes_on(&self, step: i8, context: &Context) -> bool {
        match self.reach {
            Some(reach) if step > 0 => reach.below,
            Some(reach) => reach.above,
            None => {
                let room = super::view::room(context);
                let high = |sheet: &Sheet| sheet.height * self.zoom.scale(sheet, room) > room.height;
                step > 0 && self.sheet().is_some_and(high)
            }
        }
    }

    /// The next size of the row; from a fitted size the nearest to what is seen.
    fn zoomed(&self, step: i32, context: &Context) -> Zoom {
        let room: Size = super::view::room(context);
        let seen = match self.zoom {
            Zoom::Percent(percent) => percent,
            zoom => self.sheet().map_or(100, |sheet| zoom.percent(sheet, room)),
        };
        let next = if step > 0 {
            SIZES.iter().find(|size| **size > seen).or(SIZES.last())
        } else {
            SIZES.iter().rev().find(|size| **size < seen).or(SIZES.first())
        };
        Zoom::Percent(next.copied().unwrap_or(100))
    }
}

fn scroll(to: Scroll) -> Effect {
    Effect::Scroll(SHEET.into(), to)
}
