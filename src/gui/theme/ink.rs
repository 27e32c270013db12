//! Colour tokens that a view names instead of colours.

use iced::Color;

use super::Palette;

/// The colour of a text or icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// The colour of whatever it stands in (a button's own text colour, else `Text`).
    #[default]
    Inherit,
    /// Main.
    Text,
    /// Secondary.
    Text2,
    /// Hints, zeros.
    Text3,
    /// Chosen, links.
    Accent,
    /// On an accent ground.
    OnAccent,
    /// Done, nil.
    Ok,
    /// Unchecked, missing.
    Warn,
    /// Exception, late.
    Bad,
    /// Proposal.
    Prop,
    /// Border colour of controls, for signs that stand alone.
    Control,
}

impl Ink {
    /// The colour in a palette; `Inherit` counts as main text.
    pub const fn color(self, palette: &Palette) -> Color {
        match self {
            Self::Inherit | Self::Text => palette.text,
            Self::Text2 => palette.text2,
            Self::Text3 => palette.text3,
            Self::Accent => palette.accent,
            Self::OnAccent => palette.onaccent,
            Self::Ok => palette.ok,
            Self::Warn => palette.warn,
            Self::Bad => palette.bad,
            Self::Prop => palette.prop,
            Self::Control => palette.control,
        }
    }

    /// The colour in a palette, `inherited` where nothing is asked for.
    pub const fn over(self, palette: &Palette, inherited: Color) -> Color {
        match self {
            Self::Inherit => inherited,
            other => other.color(palette),
        }
    }
}

/// The state that a chip, banner or badge tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// No state.
    Plain,
    /// Something to know, chosen, new.
    Info,
    /// Done, nil, received.
    Ok,
    /// Unchecked, missing, running.
    Warn,
    /// Exception, late, refused.
    Bad,
    /// A proposal.
    Prop,
}

impl Tone {
    /// Its text and icon.
    pub const fn ink(self) -> Ink {
        match self {
            Self::Plain => Ink::Text2,
            Self::Info => Ink::Accent,
            Self::Ok => Ink::Ok,
            Self::Warn => Ink::Warn,
            Self::Bad => Ink::Bad,
            Self::Prop => Ink::Prop,
        }
    }

    /// Its border.
    pub const fn edge(self, palette: &Palette) -> Color {
        match self {
            Self::Plain => palette.control,
            other => other.ink().color(palette),
        }
    }

    /// Its ground.
    pub const fn soft(self, palette: &Palette) -> Color {
        match self {
            Self::Plain => palette.surface,
            Self::Info => palette.accentsoft,
            Self::Ok => palette.oksoft,
            Self::Warn => palette.warnsoft,
            Self::Bad => palette.badsoft,
            Self::Prop => palette.propsoft,
        }
    }
}
