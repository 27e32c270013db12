//! Pictures: the epidemic curve, the rate of absence with its usual band, the classes by day.

mod curve;
mod picture_page;
mod picture_request;
mod picture_sheet;
mod picture_view;
#[cfg(test)]
mod tests;

pub use picture_page::{PicturePage, PictureScope};
pub use picture_request::{PictureChoice, PictureKind, PictureRequest};
pub use picture_view::{AlertMark, CurveView, HeatView, PictureFigures, PicturePerson, PictureView};
