mod growth;
mod paper;

use chrono::NaiveDate;

use super::*;
use crate::domain::group::Group;
use crate::domain::picture::{CellState, Measure, RateState, SeriesKey, Split};
use crate::domain::symptom::SymptomCode;
use crate::ops::alerts::outbreaks::{self, Script};
use crate::ops::{Book, ChoiceError, OpError};

/// The school of a script after so many of its days.
fn outbreak(folder: &std::path::Path, script: &Script, days: usize) -> Book {
    let mut book = outbreaks::school(folder, script);
    outbreaks::type_days(&mut book, script, days);
    book
}

fn asked(kind: PictureKind, days: (NaiveDate, NaiveDate)) -> PictureRequest {
    PictureRequest { kind, days, group: None, choice: PictureChoice::default() }
}

fn curve(book: &Book, request: &PictureRequest) -> CurveView {
    let PictureFigures::Curve(view) = book.picture(request).unwrap().figures else { panic!() };
    view
}

fn totals(view: &CurveView) -> Vec<usize> {
    view.curve.days.iter().map(crate::domain::picture::CurveDay::total).collect()
}

/// From the day before a script to the day after its last.
fn around(script: &Script) -> (NaiveDate, NaiveDate) {
    let (first, last) = (script.days[0].0, script.days.last().unwrap().0);
    (first.pred_opt().unwrap(), last)
}

#[test]
fn the_outbreak_of_a_class_is_drawn_as_it_was_typed() {
    let (folder, script) = (tempfile::tempdir().unwrap(), Script::class());
    let book = outbreak(folder.path(), &script, script.days.len());
    let days = around(&script);
    let view = curve(&book, &asked(PictureKind::Curve, days));
    let typed: Vec<usize> = std::iter::once(0)
        .chain(script.days.iter().map(|(_, sheets)| sheets.iter().map(|it| it.entries.len()).sum()))
        .collect();
    let dates: Vec<NaiveDate> =
        std::iter::once(days.0).chain(script.days.iter().map(|(day, _)| *day)).collect();
    for (date, count) in dates.iter().zip(&typed) {
        let shown = view.curve.days.iter().find(|day| day.day.date == *date).unwrap();
        assert_eq!(shown.total(), *count, "{date}");
    }
    assert_eq!((view.curve.illnesses, view.curve.persons, view.people.len()), (31, 31, 31));
    assert_eq!(view.curve.peak.map(|peak| peak.count), Some(15));
    assert_eq!((view.curve.series.len(), view.names.len()), (1, 1), "one class");
    // Every alert that the keys raised is marked on a day of the picture.
    assert!(!view.alerts.is_empty() && view.alerts.iter().all(|mark| mark.date >= days.0));
    assert_eq!(view.alert_days().first(), Some(&script.days[0].0));
}

#[test]
fn the_outbreak_of_a_school_is_split_by_class_and_by_symptom() {
    let (folder, script) = (tempfile::tempdir().unwrap(), Script::school());
    let book = outbreak(folder.path(), &script, script.days.len());
    let request = asked(PictureKind::Curve, around(&script));
    let by_class = curve(&book, &request);
    assert_eq!((by_class.curve.illnesses, by_class.curve.persons), (88, 88));
    assert_eq!(
        totals(&by_class).into_iter().filter(|count| *count > 0).collect::<Vec<_>>(),
        [2, 4, 30, 44, 8]
    );
    let most = book.rules().pictures().parts;
    assert!(
        by_class.curve.series.len() <= most
            && by_class.curve.series.iter().any(|it| it.key == SeriesKey::Others)
    );
    assert_eq!(by_class.curve.series.iter().map(|it| it.total).sum::<usize>(), 88);
    let split = |split, symptom: Option<&str>, group: Option<Group>, grade| {
        let symptom = symptom.map(SymptomCode::new);
        let choice = PictureChoice { grade, split, symptom, ..PictureChoice::default() };
        curve(&book, &PictureRequest { group, choice, ..request.clone() })
    };
    let by_symptom = split(Split::Symptom, None, None, None);
    assert_eq!(totals(&by_symptom), totals(&by_class));
    for (part, series) in by_symptom.curve.series.iter().enumerate() {
        let SeriesKey::Symptom(code) = &series.key else { continue };
        let one = split(Split::Class, Some(code.as_str()), None, None);
        let counts: Vec<usize> = by_symptom.curve.days.iter().map(|day| day.counts[part]).collect();
        assert_eq!(totals(&one), counts, "{code}");
    }
    let class = book.find_class("三（1）", script.days[0].0).unwrap().group;
    let own = split(Split::Class, None, Some(class), None);
    let of_class = by_class.people.iter().filter(|person| person.class == "三（1）").count();
    assert_eq!(own.curve.persons, of_class);
    let third = split(Split::Class, None, None, Some(3));
    let of_grade = by_class.people.iter().filter(|person| person.class.starts_with('三')).count();
    assert!(of_grade >= of_class && third.curve.persons == of_grade);
}

#[test]
fn the_classes_by_day_tell_unchecked_from_nobody_ill() {
    let (folder, script) = (tempfile::tempdir().unwrap(), Script::school());
    let book = outbreak(folder.path(), &script, 1);
    let (before, _) = around(&script);
    let day = script.days[0].0;
    let view = book.picture(&asked(PictureKind::Heat, (before, day))).unwrap();
    let PictureFigures::Heat(heat) = view.figures else { panic!() };
    assert_eq!((heat.heat.rows.len(), heat.heat.days.len()), (script.classes.len(), 2));
    let typed: Vec<&str> = script.days[0].1.iter().map(|sheet| sheet.class.as_str()).collect();
    for (row, (name, _)) in heat.heat.rows.iter().zip(&script.classes) {
        let cell = row.cells[1];
        // The noon sheet is due as well, and nobody has handed one in.
        let state = if typed.contains(&name.as_str()) { CellState::Partly } else { CellState::Unchecked };
        assert_eq!(cell.state, state, "{name}");
    }
    let ill: usize = heat.heat.rows.iter().map(|row| row.cells[1].ill).sum();
    assert_eq!(ill, 2);
}

#[test]
fn the_rate_of_a_day_is_the_rate_of_the_statistics() {
    let (folder, script) = (tempfile::tempdir().unwrap(), Script::school());
    let book = outbreak(folder.path(), &script, script.days.len());
    let (from, to) = around(&script);
    for measure in Measure::ALL {
        let choice = PictureChoice { measure, ..PictureChoice::default() };
        let request = PictureRequest { choice, ..asked(PictureKind::Band, (from, to)) };
        let PictureFigures::Band(band) = book.picture(&request).unwrap().figures else { panic!() };
        assert!(!band.has_band(), "a week is too few");
        for day in &band.days {
            let date = day.counted.date;
            let rates = book.absence_rates(date, date, None).unwrap();
            let rate = match measure {
                Measure::Ill => rates.total.illness_rate,
                Measure::All => rates.total.absence_rate,
            };
            assert_eq!(day.rate, rate, "{date}");
            assert_eq!((day.counted.due, day.counted.checked), (rates.due, rates.checked));
            assert_eq!(day.state == RateState::Off, rates.due == 0);
        }
        let whole = book.absence_rates(from, to, None).unwrap();
        assert_eq!(band.taught_half_days, whole.total.taught_half_days);
    }
}

#[test]
fn an_event_has_the_curve_of_those_whom_it_counts() {
    let (folder, script) = (tempfile::tempdir().unwrap(), Script::class());
    let mut book = outbreak(folder.path(), &script, script.days.len());
    let key = curve(&book, &asked(PictureKind::Curve, around(&script))).alerts[0].key.clone();
    let draft = book.event_of_alert(&key).unwrap();
    let event = book.open_event(&draft).unwrap();
    let choice = PictureChoice { event: Some(event), ..PictureChoice::default() };
    let request = PictureRequest { choice, ..asked(PictureKind::Curve, around(&script)) };
    let view = book.picture(&request).unwrap();
    let counted = book.event_view(event).unwrap();
    let PictureFigures::Curve(shown) = &view.figures else { panic!() };
    assert_eq!(shown.curve.persons, counted.line.counts.ill);
    assert!(shown.curve.persons > 0 && view.of == counted.line.title);
    assert_eq!(view.from, counted.scope.from.pred_opt().unwrap(), "the day before shows that it began");
}

#[test]
fn days_in_the_wrong_order_or_too_many_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let book = outbreak(folder.path(), &Script::class(), 1);
    let today = book.today();
    let ask = |from, to| book.picture(&asked(PictureKind::Heat, (from, to)));
    assert!(matches!(ask(today, today.pred_opt().unwrap()), Err(OpError::BadValue { .. })));
    let long = ask(today - chrono::Days::new(400), today);
    assert!(matches!(long, Err(OpError::Choice(ChoiceError::TooManyDays { days: 401, .. }))));
    let ahead = ask(today, today + chrono::Days::new(30)).unwrap();
    assert_eq!(ahead.to, today, "nothing of days to come");
}
