//! A bare window of iced with the same font and renderer: what the program's start is measured against.

use iced::Element;
use iced::widget::{center, text};

fn update(_state: &mut (), (): ()) {}

fn view(_state: &()) -> Element<'_, ()> {
    center(text("晨检簿 2026-11-23").size(22)).into()
}

fn main() -> iced::Result {
    chenjian::gui::theme::font::load();
    iced::application(|| (), update, view)
        .default_font(chenjian::gui::theme::font::REGULAR)
        .window_size((1020.0, 690.0))
        .run()
}
