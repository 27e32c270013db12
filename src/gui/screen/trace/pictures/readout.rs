//! What the marked day or cell says in words: the picture for whoever does not see it.

use super::PicturesTab;
use crate::domain::picture::{AbsenceBand, CellState, Measure, RateState};
use crate::i18n::Tr;
use crate::ops::picture::{CurveView, HeatView, PictureFigures};

/// Most alerts of a day that are named.
const ALERTS: usize = 3;

/// The numbers of the marked place, in one line.
pub(super) fn words(tab: &PicturesTab, tr: &Tr) -> Option<String> {
    match &tab.data.as_ref()?.view.figures {
        PictureFigures::Curve(view) => curve(view, tab.at.0, tr),
        PictureFigures::Band(band) => self::band(band, tab.at.0, tr),
        PictureFigures::Heat(view) => heat(view, tab.at, tr),
    }
}

fn curve(view: &CurveView, at: usize, tr: &Tr) -> Option<String> {
    let day = view.curve.days.get(at)?;
    let parts: Vec<String> = view
        .names
        .iter()
        .zip(&day.counts)
        .filter(|(_, count)| **count > 0)
        .map(|(name, count)| tr.picture_row(*count, name))
        .collect();
    let raised: Vec<&str> =
        view.alerts.iter().filter(|mark| mark.date == day.day.date).map(|mark| mark.words.as_str()).collect();
    let mut words = vec![tr.picture_read_curve(day.total(), &read_day(day.day.date, tr))];
    if !parts.is_empty() {
        words.push(parts.join(&tr.ops_list_mark()));
    }
    if !raised.is_empty() {
        let named = raised.iter().take(ALERTS).copied().collect::<Vec<_>>().join(&tr.ops_list_mark());
        words.push(tr.picture_read_alerts(&named, raised.len()));
    }
    Some(words.join(&tr.picture_read_mark()))
}

fn band(band: &AbsenceBand, at: usize, tr: &Tr) -> Option<String> {
    let day = band.days.get(at)?;
    let date = read_day(day.counted.date, tr);
    let per_cent = |rate: f64| format!("{rate:.2}%");
    let sheets = tr.picture_read_sheets(day.counted.checked, day.counted.due);
    let mut words = match (day.state, day.rate) {
        (RateState::Off, _) => return Some(tr.picture_read_off(&date)),
        (_, None) => return Some([tr.picture_read_unchecked(&date), sheets].join(&tr.picture_read_mark())),
        (_, Some(rate)) => {
            let measure = match band.measure {
                Measure::Ill => tr.trace_head_illness(),
                Measure::All => tr.trace_head_absence(),
            };
            vec![tr.picture_read_rate(&date, &measure, &per_cent(rate)), sheets]
        }
    };
    words.push(match day.usual {
        Some(usual) => {
            let (low, high) = (per_cent(usual.low), per_cent(usual.high));
            tr.picture_read_usual(usual.days, &high, &low, &per_cent(usual.median))
        }
        None => tr.picture_read_no_band(),
    });
    if day.above {
        words.push(tr.picture_above());
    }
    Some(words.join(&tr.picture_read_mark()))
}

fn heat(view: &HeatView, (day, row): (usize, usize), tr: &Tr) -> Option<String> {
    let date = read_day(view.heat.days.get(day)?.date, tr);
    let cell = view.heat.rows.get(row)?.cells.get(day)?;
    let class = tr.class(view.names.get(row)?);
    let state = match cell.state {
        CellState::Off => tr.picture_cell_off(),
        CellState::None => tr.picture_read_nobody_there(),
        CellState::Unchecked => tr.picture_sign_unchecked(),
        CellState::Partly => tr.picture_cell_partly(),
        CellState::Checked => tr.picture_state_checked(),
    };
    let looked = matches!(cell.state, CellState::Partly | CellState::Checked);
    let ill = (looked || cell.ill > 0).then(|| tr.picture_read_ill(cell.head_count, cell.ill));
    let words = [Some(tr.picture_read_cell(&class, &date)), ill, Some(state)];
    Some(words.into_iter().flatten().collect::<Vec<_>>().join(&tr.picture_read_mark()))
}

fn read_day(date: chrono::NaiveDate, tr: &Tr) -> String {
    tr.picture_read_day(&tr.day(date), &tr.weekday(date))
}
