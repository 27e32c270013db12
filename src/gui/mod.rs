//! The window.
//!
//! `theme` holds colours, sizes and fonts; `widget` every part that a screen is built of; `frame` the sidebar, header
//! and bottom bar around a screen; `keymap` the keys as data.

mod app;
mod context;
pub mod dialog;
pub mod effect;
mod executor;
pub mod frame;
pub mod keymap;
#[cfg(test)]
mod robot;
pub mod route;
mod runner;
pub mod screen;
#[cfg(test)]
mod tests;
pub mod theme;
mod typed;
pub mod widget;

pub use app::Start;
pub use theme::Theme;

/// A piece of the window. Views write `Element<'_, Message>` and never name theme or renderer.
pub type Element<'a, M> = iced::Element<'a, M, Theme>;

/// Whether a window can be opened at all: on Linux a display must be named.
pub fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY") || named("WAYLAND_SOCKET")
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// There is no display, or the window cannot be made.
pub fn run(start: Start) -> iced::Result {
    theme::font::load();
    application(start).run()
}

/// The window as iced runs it; tests run it without a display.
pub fn application(
    start: Start,
) -> iced::Application<impl iced::Program<State = app::App, Message = app::Message, Theme = Theme>> {
    let size = start.size();
    iced::application(move || app::App::new(start.clone()), app::App::update, app::App::view)
        .executor::<executor::OneWorker>()
        .title(app::App::title)
        .theme(app::App::theme)
        .scale_factor(app::App::scale)
        .subscription(app::App::subscription)
        .default_font(theme::font::REGULAR)
        .window(iced::window::Settings {
            size,
            min_size: Some(iced::Size::new(640.0, 480.0)),
            ..iced::window::Settings::default()
        })
}
