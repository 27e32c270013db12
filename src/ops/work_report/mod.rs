//! 工作汇报: what a period's records say, in the words of the template or the school's own.

#[cfg(test)]
mod tests;
mod work_error;
mod work_figures;
mod work_report_view;

pub use work_error::WorkReportError;
pub use work_figures::{FigureSource, WorkFigure};
pub use work_report_view::{WORK_REPORT, WorkParagraph, WorkReportOp, WorkReportView, WorkSection};
