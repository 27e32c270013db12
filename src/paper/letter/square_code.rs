//! The square code of a slip (QR, ISO/IEC 18004), drawn as strokes: it holds digits and no name.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::paper::layout::{Ink, Pen};

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

    /// Draws it from its upper left corner: the dark modules of a row that touch are one stroke.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, x: f32, y: f32) {
        let code = &self.0;
        let mut lines = Vec::new();
        for row in 0..code.size() {
            let middle = y + (row as f32 + 0.5) * MODULE;
            let at = |column: i32| x + column as f32 * MODULE;
            let mut from = None;
            for column in 0..=code.size() {
                match (code.get_module(column, row), from) {
                    (true, None) => from = Some(column),
                    (false, Some(first)) => {
                        lines.push([[at(first), middle], [at(column), middle]]);
                        from = None;
                    }
                    _ => {}
                }
            }
        }
        pen.strokes(lines, MODULE, Ink::Black);
    }
}
