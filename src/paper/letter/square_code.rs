//! The square code of a slip (QR, ISO/IEC 18004), drawn as rectangles: it holds digits and no name.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::paper::layout::{Frame, Ink, Pen};

/// Side of a module, mm: three and a half dots of a 150-dpi scanner.
const MODULE: f32 = 0.6;
/// Free modules around the code.
pub(super) const QUIET: f32 = 4.0 * MODULE;

/// Side of a code of digits, mm; 0 where there is none.
pub(super) fn side(digits: &str) -> f32 {
    encode(digits).map_or(0.0, |code| code.size() as f32 * MODULE)
}

/// Draws a code from its upper left corner.
pub(super) fn draw(pen: &mut Pen<'_>, x: f32, y: f32, digits: &str) {
    let Some(code) = encode(digits) else { return };
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            let run = (column..code.size()).take_while(|at| code.get_module(*at, row)).count();
            if run > 0 {
                let frame = Frame {
                    x: x + column as f32 * MODULE,
                    y: y + row as f32 * MODULE,
                    width: run as f32 * MODULE,
                    height: MODULE,
                };
                pen.fill(frame, Ink::Black);
            }
            column += i32::try_from(run.max(1)).unwrap_or(1);
        }
    }
}

fn encode(digits: &str) -> Option<QrCode> {
    if digits.is_empty() {
        return None;
    }
    QrCode::encode_text(digits, QrCodeEcc::Quartile).ok()
}
