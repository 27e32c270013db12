//! The square code of a slip (QR, ISO/IEC 18004), drawn as rectangles: it holds digits and no name.

use std::collections::BTreeSet;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::paper::layout::{Frame, Ink, Pen};

/// Side of a module, mm: three and a half dots of a 150-dpi scanner.
const MODULE: f32 = 0.6;
/// Free modules around the code.
pub(super) const QUIET: f32 = 4.0 * MODULE;

/// The code of a slip.
pub(super) struct SquareCode(QrCode);

impl SquareCode {
    /// The code of digits; `None` where there are none.
    pub(super) fn of(digits: &str) -> Option<Self> {
        if digits.is_empty() {
            return None;
        }
        QrCode::encode_text(digits, QrCodeEcc::Quartile).ok().map(Self)
    }

    /// Its side, mm.
    pub(super) fn side(&self) -> f32 {
        self.0.size() as f32 * MODULE
    }

    /// Draws it from its upper left corner: dark modules that touch share a rectangle, which keeps a run of letters small.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, x: f32, y: f32) {
        let code = &self.0;
        let dark = |column: i32, row: i32| code.get_module(column, row);
        let mut drawn = BTreeSet::new();
        for (row, column) in
            (0..code.size()).flat_map(|row| (0..code.size()).map(move |column| (row, column)))
        {
            if !dark(column, row) || drawn.contains(&(column, row)) {
                continue;
            }
            let right = (column..code.size()).find(|at| !dark(*at, row)).unwrap_or(code.size());
            let whole = |below: &i32| (column..right).all(|at| dark(at, *below));
            let bottom = (row..code.size()).find(|below| !whole(below)).unwrap_or(code.size());
            drawn.extend((row..bottom).flat_map(|row| (column..right).map(move |column| (column, row))));
            let frame = Frame {
                x: x + column as f32 * MODULE,
                y: y + row as f32 * MODULE,
                width: (right - column) as f32 * MODULE,
                height: (bottom - row) as f32 * MODULE,
            };
            pen.fill(frame, Ink::Black);
        }
    }
}
