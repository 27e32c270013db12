//! The colour table.

use iced::Color;

/// Colours by role; every allowed pair has its contrast computed in the tests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// Desk of the window.
    pub bg: Color,
    /// Sidebar and bottom bar.
    pub side: Color,
    /// Sheet, field.
    pub surface: Color,
    /// Every second row.
    pub zebra: Color,
    /// Table head, panel head, group row.
    pub head: Color,
    /// Hairlines and panel borders; decoration only.
    pub line: Color,
    /// Borders of everything one can operate, head rule, group rules.
    pub control: Color,
    /// Main text.
    pub text: Color,
    /// Secondary text.
    pub text2: Color,
    /// Hints, zeros.
    pub text3: Color,
    /// Primary button, chosen.
    pub accent: Color,
    /// Text on `accent`.
    pub onaccent: Color,
    /// Chosen row.
    pub accentsoft: Color,
    /// Nil, done, received.
    pub ok: Color,
    /// Ground of `ok`.
    pub oksoft: Color,
    /// Unchecked, missing, clock running.
    pub warn: Color,
    /// Ground of `warn`.
    pub warnsoft: Color,
    /// Exception, late, refused, cluster.
    pub bad: Color,
    /// Ground of `bad`.
    pub badsoft: Color,
    /// A proposal that nobody confirmed yet.
    pub prop: Color,
    /// Ground of `prop`.
    pub propsoft: Color,
    /// Focus ring, outer.
    pub ring: Color,
    /// Focus ring, inner.
    pub ring2: Color,
    /// Ground of the print preview.
    pub desk: Color,
    /// Sheet of the print preview.
    pub paper: Color,
    /// Print on `paper`.
    pub ink: Color,
}

impl Palette {
    /// Light.
    pub const LIGHT: Self = Self {
        bg: Color::from_rgb8(0xF3, 0xF4, 0xF1),
        side: Color::from_rgb8(0xE6, 0xE9, 0xE5),
        surface: Color::from_rgb8(0xFF, 0xFF, 0xFF),
        zebra: Color::from_rgb8(0xF7, 0xF8, 0xF6),
        head: Color::from_rgb8(0xEC, 0xEF, 0xEB),
        line: Color::from_rgb8(0xD2, 0xD7, 0xD1),
        control: Color::from_rgb8(0x7A, 0x83, 0x7E),
        text: Color::from_rgb8(0x1A, 0x1F, 0x22),
        text2: Color::from_rgb8(0x47, 0x4F, 0x54),
        text3: Color::from_rgb8(0x5D, 0x66, 0x6B),
        accent: Color::from_rgb8(0x1C, 0x5A, 0x86),
        onaccent: Color::from_rgb8(0xFF, 0xFF, 0xFF),
        accentsoft: Color::from_rgb8(0xE2, 0xED, 0xF5),
        ok: Color::from_rgb8(0x28, 0x66, 0x3F),
        oksoft: Color::from_rgb8(0xE3, 0xF0, 0xE7),
        warn: Color::from_rgb8(0x7E, 0x52, 0x00),
        warnsoft: Color::from_rgb8(0xFB, 0xF0, 0xD8),
        bad: Color::from_rgb8(0xA0, 0x28, 0x1F),
        badsoft: Color::from_rgb8(0xFB, 0xE9, 0xE6),
        prop: Color::from_rgb8(0x57, 0x46, 0x90),
        propsoft: Color::from_rgb8(0xED, 0xEA, 0xF6),
        ring: Color::from_rgb8(0x0B, 0x35, 0x57),
        ring2: Color::from_rgb8(0xFF, 0xFF, 0xFF),
        desk: Color::from_rgb8(0xC9, 0xCE, 0xCA),
        paper: Color::from_rgb8(0xFF, 0xFF, 0xFF),
        ink: Color::from_rgb8(0x14, 0x18, 0x1A),
    };

    /// Dark.
    pub const DARK: Self = Self {
        bg: Color::from_rgb8(0x15, 0x18, 0x1A),
        side: Color::from_rgb8(0x10, 0x13, 0x14),
        surface: Color::from_rgb8(0x1C, 0x20, 0x22),
        zebra: Color::from_rgb8(0x20, 0x25, 0x27),
        head: Color::from_rgb8(0x27, 0x2D, 0x30),
        line: Color::from_rgb8(0x36, 0x3D, 0x41),
        control: Color::from_rgb8(0x7F, 0x8A, 0x90),
        text: Color::from_rgb8(0xE6, 0xE9, 0xEA),
        text2: Color::from_rgb8(0xB7, 0xBF, 0xC3),
        text3: Color::from_rgb8(0x9B, 0xA5, 0xAA),
        accent: Color::from_rgb8(0x82, 0xB9, 0xE1),
        onaccent: Color::from_rgb8(0x0C, 0x18, 0x20),
        accentsoft: Color::from_rgb8(0x1D, 0x35, 0x46),
        ok: Color::from_rgb8(0x8C, 0xCB, 0xA3),
        oksoft: Color::from_rgb8(0x1C, 0x33, 0x26),
        warn: Color::from_rgb8(0xE6, 0xBD, 0x6E),
        warnsoft: Color::from_rgb8(0x38, 0x2E, 0x18),
        bad: Color::from_rgb8(0xF3, 0xA4, 0x9B),
        badsoft: Color::from_rgb8(0x43, 0x24, 0x21),
        prop: Color::from_rgb8(0xBE, 0xB0, 0xEC),
        propsoft: Color::from_rgb8(0x2E, 0x29, 0x44),
        ring: Color::from_rgb8(0xFF, 0xD1, 0x5C),
        ring2: Color::from_rgb8(0x15, 0x18, 0x1A),
        desk: Color::from_rgb8(0x0C, 0x0E, 0x0F),
        paper: Color::from_rgb8(0xF4, 0xF4, 0xF2),
        ink: Color::from_rgb8(0x14, 0x18, 0x1A),
    };

    /// High contrast.
    pub const HIGH_CONTRAST: Self = Self {
        bg: Color::from_rgb8(0x00, 0x00, 0x00),
        side: Color::from_rgb8(0x00, 0x00, 0x00),
        surface: Color::from_rgb8(0x00, 0x00, 0x00),
        zebra: Color::from_rgb8(0x00, 0x00, 0x00),
        head: Color::from_rgb8(0x1E, 0x1E, 0x1E),
        line: Color::from_rgb8(0x8C, 0x8C, 0x8C),
        control: Color::from_rgb8(0xFF, 0xFF, 0xFF),
        text: Color::from_rgb8(0xFF, 0xFF, 0xFF),
        text2: Color::from_rgb8(0xFF, 0xFF, 0xFF),
        text3: Color::from_rgb8(0xE2, 0xE2, 0xE2),
        accent: Color::from_rgb8(0x7F, 0xD4, 0xFF),
        onaccent: Color::from_rgb8(0x00, 0x00, 0x00),
        accentsoft: Color::from_rgb8(0x00, 0x2B, 0x40),
        ok: Color::from_rgb8(0x8D, 0xF5, 0xA8),
        oksoft: Color::from_rgb8(0x00, 0x25, 0x0C),
        warn: Color::from_rgb8(0xFF, 0xD8, 0x4D),
        warnsoft: Color::from_rgb8(0x2B, 0x21, 0x00),
        bad: Color::from_rgb8(0xFF, 0xA6, 0x9C),
        badsoft: Color::from_rgb8(0x3A, 0x05, 0x00),
        prop: Color::from_rgb8(0xD6, 0xC7, 0xFF),
        propsoft: Color::from_rgb8(0x1E, 0x10, 0x40),
        ring: Color::from_rgb8(0xFF, 0xFF, 0x00),
        ring2: Color::from_rgb8(0x00, 0x00, 0x00),
        desk: Color::from_rgb8(0x00, 0x00, 0x00),
        paper: Color::from_rgb8(0xFF, 0xFF, 0xFF),
        ink: Color::from_rgb8(0x00, 0x00, 0x00),
    };
}
