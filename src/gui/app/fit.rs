//! The window as it appears: never larger than the screen it is on.

use iced::{Size, Task, window};

/// Room of a screen that a window cannot have: its own title and the system's bar.
const BARS: Size = Size::new(0.0, 64.0);

/// Makes the window smaller where its screen does not hold it.
pub(super) fn to_screen<M: Send + 'static>(id: window::Id) -> Task<M> {
    let both = move |screen| window::size(id).map(move |size| smaller(size, screen));
    window::monitor_size(id).and_then(both).and_then(move |size| window::resize(id, size))
}

/// The size that fits; `None` where it fits already. A screen of no size is not known.
fn smaller(size: Size, screen: Size) -> Option<Size> {
    let room = screen - BARS;
    let fits = size.width <= room.width && size.height <= room.height;
    let known = room.width > 0.0 && room.height > 0.0;
    (known && !fits).then(|| Size::new(size.width.min(room.width), size.height.min(room.height)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule_book::RuleBook;
    use crate::gui::Start;
    use crate::ops::OpenOptions;
    use crate::ops::preferences::Preferences;

    #[test]
    fn larger_text_gets_no_larger_window_and_a_small_screen_a_smaller_one() {
        for scale in crate::gui::theme::size::SCALES {
            let preferences = Preferences { scale, ..Preferences::default() };
            let rules = RuleBook::shipped().unwrap();
            let start = Start { open: OpenOptions::default(), preferences, rules, remember: false };
            // iced makes the window as large as this times the text size.
            let pixels = start.size() * (f32::from(scale) / 100.0);
            assert!((pixels.width - 1020.0).abs() < 0.1 && (pixels.height - 690.0).abs() < 0.1, "{scale}");
        }
        let window = Size::new(1020.0, 690.0);
        assert_eq!(smaller(window, Size::new(1366.0, 768.0)), None);
        assert_eq!(smaller(window, Size::new(1024.0, 600.0)), Some(Size::new(1020.0, 536.0)));
        assert_eq!(smaller(window, Size::new(800.0, 600.0)), Some(Size::new(800.0, 536.0)));
        assert_eq!(smaller(window, Size::ZERO), None);
    }
}
