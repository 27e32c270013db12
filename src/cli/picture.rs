//! `picture …`

use chrono::Days;

use super::arguments::{PictureArgs, PictureCommand};
use super::output::{Output, table};
use super::{event, print};
use crate::domain::picture::{AbsenceBand, CellState, Measure, RateState, Split};
use crate::domain::symptom::SymptomCode;
use crate::i18n::Tr;
use crate::ops::picture::{
    CurveView, HeatView, PictureChoice, PictureFigures, PictureKind, PictureRequest, PictureView,
};
use crate::ops::print::{PrintRequest, PrintScope};
use crate::ops::{Book, OpError};

/// Days of a picture where nothing was asked for: four weeks.
const USUAL: u64 = 27;

/// Runs `picture …`.
pub fn run(book: &mut Book, command: &PictureCommand, output: &Output) -> Result<(), OpError> {
    let (kind, of, choice) = match command {
        PictureCommand::Curve { of, split, symptom, event } => {
            let symptom = symptom.as_deref().map(|code| known(book, code)).transpose()?;
            let event = event.as_deref().map(event::key).transpose()?;
            let split = Split::from_name(split).unwrap_or_default();
            (PictureKind::Curve, of, PictureChoice { split, symptom, event, ..PictureChoice::default() })
        }
        PictureCommand::Band { of, measure } => {
            let measure = Measure::from_name(measure).unwrap_or_default();
            (PictureKind::Band, of, PictureChoice { measure, ..PictureChoice::default() })
        }
        PictureCommand::Heat { of } => (PictureKind::Heat, of, PictureChoice::default()),
    };
    let request = request(book, kind, of, choice)?;
    if let Some(out) = &of.out {
        let scope = request.group.map_or(PrintScope::School, PrintScope::Group);
        let print = PrintRequest {
            scope,
            days: Some(request.days),
            picture: request.choice,
            ..PrintRequest::form(kind.form(), request.days.1)
        };
        return print::saved(book, print, out, output);
    }
    let view = book.picture(&request)?;
    let facts = book.picture_facts(&view);
    output.answer(&view, |tr| told(&view, &facts, tr));
    Ok(())
}

fn known(book: &Book, code: &str) -> Result<SymptomCode, OpError> {
    let code = SymptomCode::new(code);
    match book.rules().symptom(&code) {
        Some(_) => Ok(code),
        None => Err(OpError::NoSuchSymptom { code: code.to_string() }),
    }
}

fn request(
    book: &Book,
    kind: PictureKind,
    args: &PictureArgs,
    choice: PictureChoice,
) -> Result<PictureRequest, OpError> {
    let to = args.to.unwrap_or_else(|| book.today());
    let from = args.from.unwrap_or(to - Days::new(USUAL));
    let group = args.class.as_deref().map(|given| book.find_class(given, to)).transpose()?;
    let choice = PictureChoice { grade: args.grade, ..choice };
    Ok(PictureRequest { kind, days: (from, to), group: group.map(|info| info.group), choice })
}

fn told(view: &PictureView, facts: &[String], tr: &Tr) -> Vec<String> {
    let mut lines = vec![facts.join("  ")];
    let rows = match &view.figures {
        PictureFigures::Curve(curve) => curve_rows(curve, tr),
        PictureFigures::Band(band) => band_rows(band, tr),
        PictureFigures::Heat(heat) => heat_rows(heat, tr),
    };
    lines.extend(table(&rows));
    lines
}

/// Days without illnesses are left out: a terminal shows no shape.
fn curve_rows(view: &CurveView, tr: &Tr) -> Vec<Vec<String>> {
    let mut head = vec![tr.picture_head_day(), tr.picture_axis_persons()];
    head.extend(view.names.iter().cloned());
    head.push(tr.picture_head_alerts());
    let days = view.curve.days.iter().map(|day| {
        let date = day.day.date;
        let raised: Vec<&str> =
            view.alerts.iter().filter(|mark| mark.date == date).map(|mark| mark.words.as_str()).collect();
        let mut row = vec![date.to_string(), day.total().to_string()];
        row.extend(day.counts.iter().map(ToString::to_string));
        row.push(raised.join(&tr.ops_list_mark()));
        (day.total() > 0 || !raised.is_empty(), row)
    });
    let days = days.filter(|(shown, _)| *shown).map(|(_, row)| row);
    std::iter::once(head).chain(days).collect()
}

fn band_rows(band: &AbsenceBand, tr: &Tr) -> Vec<Vec<String>> {
    let measure = match band.measure {
        Measure::Ill => tr.trace_head_illness(),
        Measure::All => tr.trace_head_absence(),
    };
    let head =
        vec![tr.picture_head_day(), measure, tr.picture_head_low(), tr.picture_head_high(), String::new()];
    let per_cent = |rate: Option<f64>| rate.map_or_else(|| "–".to_owned(), |rate| format!("{rate:.2}%"));
    let days = band.days.iter().filter(|day| day.state != RateState::Off).map(|day| {
        let note = match day.state {
            RateState::Unchecked => tr.picture_sign_unchecked(),
            _ if day.above => tr.picture_above(),
            RateState::Partly => tr.picture_state_partly(),
            RateState::Off | RateState::Checked => String::new(),
        };
        vec![
            day.counted.date.to_string(),
            per_cent(day.rate),
            per_cent(day.usual.map(|usual| usual.low)),
            per_cent(day.usual.map(|usual| usual.high)),
            note,
        ]
    });
    std::iter::once(head).chain(days).collect()
}

fn heat_rows(view: &HeatView, tr: &Tr) -> Vec<Vec<String>> {
    let mut head = vec![tr.cli_head_class()];
    head.extend(view.heat.days.iter().map(|day| day.date.format("%m-%d").to_string()));
    let rows = view.heat.rows.iter().zip(&view.names).map(|(row, name)| {
        let cells = row.cells.iter().map(|cell| match (cell.state, cell.ill) {
            (CellState::None | CellState::Off, 0) => String::new(),
            (CellState::Unchecked, 0) => "–".to_owned(),
            (CellState::Unchecked, ill) => format!("{ill}?"),
            (CellState::Partly, ill) => format!("{ill}°"),
            (_, ill) => ill.to_string(),
        });
        std::iter::once(name.clone()).chain(cells).collect()
    });
    std::iter::once(head).chain(rows).collect()
}
