//! Lengths in logical pixels at 100 %.

/// A size of type with its line height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Size of the letters.
    pub size: f32,
    /// Height of a line.
    pub line: f32,
}

/// Figures of the sum.
pub const FIGURE: Type = Type { size: 26.0, line: 34.0 };
/// Title of a page, a phone number to dial.
pub const TITLE: Type = Type { size: 22.0, line: 32.0 };
/// Title of a section, alert, dialog.
pub const SECTION: Type = Type { size: 17.0, line: 26.0 };
/// Body, cells, buttons.
pub const BODY: Type = Type { size: 15.0, line: 22.0 };
/// Heads, hints, chips; the smallest text anywhere.
pub const SMALL: Type = Type { size: 13.0, line: 20.0 };
/// The stacked letters of a vertical head.
pub const STACKED: Type = Type { size: 13.0, line: 17.0 };

/// In chips.
pub const TIGHT: f32 = 4.0;
/// Between neighbours.
pub const GAP: f32 = 8.0;
/// Inside panels.
pub const INSIDE: f32 = 12.0;
/// Edge of a page.
pub const EDGE: f32 = 16.0;
/// Inside dialogs.
pub const ROOMY: f32 = 24.0;
/// Edge of the first start.
pub const WIZARD: f32 = 32.0;

/// Radius of chips, keys and boxes.
pub const RADIUS_CHIP: f32 = 3.0;
/// Radius of buttons, fields, panels and banners.
pub const RADIUS: f32 = 4.0;

/// Width of the sidebar.
pub const SIDEBAR: f32 = 152.0;
/// Width of the rail that replaces it.
pub const RAIL: f32 = 46.0;
/// Width of the rail where a word has more than a few letters.
pub const RAIL_LONG: f32 = 61.0;
/// Width of the first start's rail.
pub const WIZARD_RAIL: f32 = 264.0;
/// Height of an item of the sidebar.
pub const ITEM: f32 = 38.0;
/// Height of the header.
pub const HEADER: f32 = 56.0;
/// Height of the header in a narrow window.
pub const HEADER_LOW: f32 = 38.0;
/// Height of the bottom bar.
pub const BOTTOM: f32 = 36.0;
/// Height of the bottom bar in a narrow window.
pub const BOTTOM_LOW: f32 = 28.0;

/// Row of a dense table, and a table's head.
pub const ROW: f32 = 28.0;
/// Row of a list.
pub const ROW_LIST: f32 = 30.0;
/// Row of a checklist.
pub const ROW_CHECK: f32 = 42.0;
/// Row of two lines.
pub const ROW_TWO: f32 = 55.0;
/// Vertical head of a table.
pub const HEAD_TALL: f32 = 65.0;

/// Height of a button and a field.
pub const CONTROL: f32 = 34.0;
/// Height of a small button.
pub const CONTROL_SMALL: f32 = 28.0;
/// Height of a chip.
pub const CHIP: f32 = 22.0;
/// Height of a key.
pub const KEY: f32 = 20.0;
/// Side of a radio and a check box.
pub const BOX: f32 = 16.0;
/// Side of an icon.
pub const ICON: f32 = 16.0;
/// Side of a leading icon.
pub const ICON_LEAD: f32 = 20.0;
/// Side of an icon in a chip.
pub const ICON_CHIP: f32 = 14.0;

/// The steps of the text size in per cent.
pub const SCALES: [u16; 6] = [100, 110, 125, 150, 175, 200];
