//! How iced's own widgets look in our themes.
//!
//! Only what the product uses is here: text, buttons and check boxes are our own widgets, so the originals do not compile.

use iced::widget::{container, rule, scrollable, text_input};
use iced::{Background, Border, Color, Shadow, border};

use super::{Theme, size};

impl container::Catalog for Theme {
    type Class<'a> = container::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|_| container::Style::default())
    }

    fn style(&self, class: &Self::Class<'_>) -> container::Style {
        class(self)
    }
}

impl rule::Catalog for Theme {
    type Class<'a> = rule::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|theme| line(theme.palette().line))
    }

    fn style(&self, class: &Self::Class<'_>) -> rule::Style {
        class(self)
    }
}

/// A full line in one colour.
fn line(color: Color) -> rule::Style {
    rule::Style { color, radius: border::radius(0), fill_mode: rule::FillMode::Full, snap: true }
}

impl scrollable::Catalog for Theme {
    type Class<'a> = scrollable::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|theme, _| scroll_bar(*theme))
    }

    fn style(&self, class: &Self::Class<'_>, status: scrollable::Status) -> scrollable::Style {
        class(self, status)
    }
}

fn scroll_bar(theme: Theme) -> scrollable::Style {
    let palette = theme.palette();
    let rail = scrollable::Rail {
        background: Some(Background::Color(palette.head)),
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: Background::Color(palette.control),
            border: border::rounded(size::RADIUS_CHIP),
        },
    };
    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: scrollable::AutoScroll {
            background: Background::Color(palette.surface),
            border: Border { color: palette.control, width: 1.0, radius: border::radius(size::RADIUS) },
            shadow: Shadow::default(),
            icon: palette.text,
        },
    }
}

impl text_input::Catalog for Theme {
    type Class<'a> = text_input::StyleFn<'a, Self>;

    fn default<'a>() -> Self::Class<'a> {
        Box::new(|theme, status| field(*theme, status, false))
    }

    fn style(&self, class: &Self::Class<'_>, status: text_input::Status) -> text_input::Style {
        class(self, status)
    }
}

/// A text field; `wrong` gives it the border of an error.
pub fn field(theme: Theme, status: text_input::Status, wrong: bool) -> text_input::Style {
    let palette = theme.palette();
    let (color, width) = match status {
        text_input::Status::Focused { .. } => (palette.ring, 2.0),
        _ if wrong => (palette.bad, 1.0),
        _ => (palette.control, 1.0),
    };
    text_input::Style {
        background: Background::Color(palette.surface),
        border: Border { color, width, radius: border::radius(size::RADIUS) },
        icon: palette.text2,
        placeholder: palette.text3,
        value: palette.text,
        selection: palette.accentsoft,
    }
}
