//! A bare window of iced with the same font and renderer: what the program's start is measured against.

use iced::widget::{center, text};

fn main() -> iced::Result {
    chenjian::gui::theme::font::load();
    iced::application(|| (), |(), (): ()| (), |()| center(text("晨检簿 2026-11-23").size(22)))
        .default_font(chenjian::gui::theme::font::REGULAR)
        .window_size((1020.0, 690.0))
        .run()
}
