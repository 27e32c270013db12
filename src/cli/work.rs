//! `report work`

use serde_json::json;

use super::arguments::WorkArgs;
use super::output::Output;
use super::print::{save, shown};
use crate::i18n::Tr;
use crate::ops::print::PrintRequest;
use crate::ops::work_report::{FigureSource, WORK_REPORT, WorkReportOp, WorkReportView};
use crate::ops::{Book, OpError};

/// Writes a paragraph, prints the report, or shows what it says.
pub fn run(book: &mut Book, args: &WorkArgs, output: &Output) -> Result<(), OpError> {
    let (from, to) = (args.from, args.to);
    if let Some(paragraph) = args.paragraph.clone()
        && (args.text.is_some() || args.restore)
    {
        book.run_work_report(&WorkReportOp { from, to, paragraph, text: args.text.clone() })?;
    }
    let view = book.work_report(from, to)?;
    let file = match &args.out {
        Some(out) => {
            let date = book.today();
            let request = PrintRequest { days: Some((from, to)), ..PrintRequest::form(WORK_REPORT, date) };
            Some(save(book, request, out, output)?)
        }
        None => None,
    };
    let figures: Vec<_> = view
        .figures
        .iter()
        .map(|figure| json!({ "key": figure.key, "value": figure.value, "open": opens(figure.source, args) }))
        .collect();
    let value = json!({
        "from": from, "to": to, "title": view.title, "sections": view.sections, "figures": figures,
        "unwritten": view.unwritten, "file": file.as_ref().and_then(|printed| printed.file.clone()),
        "pages": file.as_ref().map(|printed| printed.facts.sheets),
    });
    output.answer(&value, |tr| match &file {
        Some(printed) => {
            let mut lines = vec![tr.print_form_done(&shown(printed), printed.facts.sheets)];
            let ids = view.unwritten.join(&tr.ops_list_mark());
            lines.extend((!ids.is_empty()).then(|| tr.work_unwritten(&ids)));
            lines
        }
        None => words(&view, tr),
    });
    Ok(())
}

/// The command that lists the rows behind a figure.
fn opens(source: FigureSource, args: &WorkArgs) -> String {
    let (from, to) = (args.from, args.to);
    match source {
        FigureSource::Roster => format!("roster list --date {to}"),
        FigureSource::Sheets => format!("check status --date {to}"),
        FigureSource::Absences => format!("absence rates --from {from} --to {to}"),
        FigureSource::Cases => "case list".to_owned(),
        FigureSource::Events => "event list".to_owned(),
        FigureSource::Reports => format!("log list --from {from} --to {to}"),
        FigureSource::Returns => format!("return list --from {from} --to {to}"),
        FigureSource::Plan => "plan list".to_owned(),
        FigureSource::Slips => "slip list".to_owned(),
    }
}

fn words(view: &WorkReportView, tr: &Tr) -> Vec<String> {
    let mut lines = vec![view.title.replace('\n', "")];
    for section in &view.sections {
        lines.extend((!section.heading.is_empty()).then(|| section.heading.clone()));
        for paragraph in &section.paragraphs {
            let text =
                if paragraph.text.is_empty() { tr.work_screen_left_out() } else { paragraph.text.clone() };
            lines.push(format!("    [{}] {text}", paragraph.id));
        }
    }
    lines
}
