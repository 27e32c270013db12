//! How much room there is: the three layouts of the window.

/// A class of effective width (window ÷ text scale).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breadth {
    /// Below 680 px: one column, rail, low header and bottom bar.
    Narrow,
    /// 680–959 px: rail.
    Middle,
    /// From 960 px: sidebar.
    Wide,
}

impl Breadth {
    /// The class of an effective width in logical pixels.
    pub fn of(width: f32) -> Self {
        if width >= 960.0 {
            Self::Wide
        } else if width >= 680.0 {
            Self::Middle
        } else {
            Self::Narrow
        }
    }

    /// The distance of a page from the frame.
    pub const fn edge(self) -> f32 {
        match self {
            Self::Narrow => 8.0,
            Self::Middle | Self::Wide => 16.0,
        }
    }

    /// The distance between panels.
    pub const fn gap(self) -> f32 {
        match self {
            Self::Narrow => 8.0,
            Self::Middle | Self::Wide => 10.0,
        }
    }
}
