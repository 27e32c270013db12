//! Which face a text is set in.

/// Faces of paper and preview. The shipped ones come from the families Noto Sans SC and Noto Serif SC (OFL).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum FontKind {
    /// Noto Sans SC Regular, whole (30,890 characters): text, and what the other faces lack.
    #[default]
    SansRegular,
    /// Noto Sans SC Bold, GB 2312 and 通用规范汉字表: headings, totals.
    SansBold,
    /// Noto Serif SC Regular, the same characters.
    SerifRegular,
    /// Noto Serif SC Bold, the same characters: titles of documents.
    SerifBold,
    /// A font of this computer that draws what the shipped ones lack; the number counts within `Fonts`.
    System(u8),
}

impl FontKind {
    /// The shipped faces, in file order.
    pub const SHIPPED: [Self; 4] = [Self::SansRegular, Self::SansBold, Self::SerifRegular, Self::SerifBold];

    /// The file of a shipped face; `None` for a font of this computer.
    pub const fn shipped_bytes(self) -> Option<&'static [u8]> {
        match self {
            Self::SansRegular => Some(include_bytes!("../../../assets/fonts/NotoSansSC-Regular.ttf")),
            Self::SansBold => Some(include_bytes!("../../../assets/fonts/NotoSansSC-Bold.ttf")),
            Self::SerifRegular => Some(include_bytes!("../../../assets/fonts/NotoSerifSC-Regular.ttf")),
            Self::SerifBold => Some(include_bytes!("../../../assets/fonts/NotoSerifSC-Bold.ttf")),
            Self::System(_) => None,
        }
    }
}
