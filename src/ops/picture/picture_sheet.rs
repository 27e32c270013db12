//! A picture on paper, and its figures as a workbook.

use super::{CurveView, HeatView, PictureFigures, PictureKind, PictureRequest, PictureView};
use crate::domain::picture::{AbsenceBand, CellState, Measure, RateState, Split};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::job::{Job, PrintFacts};
use crate::ops::print::{PrintRequest, PrintScope};
use crate::paper::chart::{BandChart, CurveChart, HeatChart, PictureHead, PictureSheets};
use crate::paper::font::Fonts;
use crate::roster_file::write::{ListCell, ListTable};

impl Book {
    /// Title of a picture without the school.
    pub fn picture_title(&self, kind: PictureKind) -> String {
        match kind {
            PictureKind::Curve => self.tr.picture_curve(),
            PictureKind::Band => self.tr.picture_band(),
            PictureKind::Heat => self.tr.picture_heat(),
        }
    }

    /// Lays a picture out: of the request's days, else of the term until its day.
    pub(in crate::ops) fn picture_job(
        &self,
        kind: PictureKind,
        request: &PrintRequest,
    ) -> Result<Job, OpError> {
        let group = match request.scope {
            PrintScope::Group(group) => Some(group),
            _ => None,
        };
        let days = request.days.map_or_else(|| self.term_until(request.date), Ok)?;
        let view = self.picture(&PictureRequest { kind, days, group, choice: request.picture.clone() })?;
        let school = self.school()?;
        let head = PictureHead {
            title: self.tr.picture_sheet_title(&self.picture_title(kind), &school.name),
            facts: self.picture_facts(&view),
            notes: self.picture_notes(&view),
            demo: school.demo,
            made_at: self.now(),
        };
        let words = head.facts.iter().chain([&head.title]).chain(names(&view.figures));
        let fonts = Fonts::covering(words.map(String::as_str));
        let document = match &view.figures {
            PictureFigures::Curve(view) => {
                let alerts = view.alert_days();
                let chart = CurveChart { curve: &view.curve, names: &view.names, alerts: &alerts };
                PictureSheets::Curve(chart).lay_out(&head, &fonts, &self.tr)
            }
            PictureFigures::Band(band) => {
                PictureSheets::Band(BandChart { band }).lay_out(&head, &fonts, &self.tr)
            }
            PictureFigures::Heat(view) => {
                let chart = HeatChart { heat: &view.heat, names: &view.names, steps: &view.steps };
                PictureSheets::Heat(chart).lay_out(&head, &fonts, &self.tr)
            }
        };
        let table = Some(self.picture_table(&view, &head));
        let facts = PrintFacts { balances: true, ..PrintFacts::default() };
        Ok(Job { document, fonts, facts, report: None, people: Vec::new(), table, letters: None })
    }

    /// What stands below the title: days, whom it is of, sums.
    pub fn picture_facts(&self, view: &PictureView) -> Vec<String> {
        let tr = &self.tr;
        let mut facts =
            vec![tr.alert_period(&tr.long_day(view.from), &tr.long_day(view.to)), view.of.clone()];
        match &view.figures {
            PictureFigures::Curve(curve) => {
                let symptom = view.request.choice.symptom.as_ref();
                facts.extend(symptom.map(|code| self.rules.name(code, tr.language().tag()).to_owned()));
                facts.extend(curve_facts(curve, self));
            }
            PictureFigures::Band(band) => {
                facts.push(measure(band.measure, self));
                facts.extend(band.rate().map(|rate| tr.picture_rate_of_days(&format!("{rate:.2}%"))));
            }
            PictureFigures::Heat(_) => {}
        }
        facts
    }

    /// Remarks below a picture.
    pub fn picture_notes(&self, view: &PictureView) -> Vec<String> {
        let tr = &self.tr;
        let rules = self.rules.pictures();
        match &view.figures {
            PictureFigures::Curve(curve) => {
                let split = match curve.curve.split {
                    Split::Class => tr.picture_note_classes(),
                    Split::Symptom => tr.picture_note_symptoms(),
                };
                vec![tr.picture_note_curve(), split]
            }
            PictureFigures::Band(band) => {
                let few = (!band.has_band()).then(|| tr.picture_note_few(rules.band.least));
                let text = rules.band.text.get(tr.language().tag()).to_owned();
                [Some(tr.picture_note_band()), Some(text), few].into_iter().flatten().collect()
            }
            PictureFigures::Heat(_) => vec![tr.picture_note_heat()],
        }
    }

    /// The figures, a row for each day; of the classes by day a row for each class.
    fn picture_table(&self, view: &PictureView, head: &PictureHead) -> ListTable {
        let (columns, rows) = match &view.figures {
            PictureFigures::Curve(curve) => self.curve_rows(curve),
            PictureFigures::Band(band) => self.band_rows(band),
            PictureFigures::Heat(map) => self.heat_rows(map),
        };
        let mut rows = rows;
        let blank = |text: &String| {
            let mut row = vec![ListCell::from(text.as_str())];
            row.resize(columns.len().max(1), ListCell::Empty);
            row
        };
        rows.extend(head.facts.iter().skip(1).chain(&head.notes).map(blank));
        ListTable { title: head.title.clone(), columns, rows, made_at: head.made_at }
    }

    fn curve_rows(&self, view: &CurveView) -> Rows {
        let tr = &self.tr;
        let mut columns = vec![(tr.picture_head_day(), 12.0), (tr.picture_head_school(), 8.0)];
        columns.push((tr.picture_axis_persons(), 12.0));
        columns.extend(view.names.iter().map(|name| (name.clone(), 10.0)));
        columns.push((tr.picture_head_alerts(), 40.0));
        let rows = view.curve.days.iter().map(|day| {
            let mut row = vec![ListCell::Date(day.day.date), school(day.day.school, self)];
            row.push(count(day.total()));
            row.extend(day.counts.iter().map(|it| count(*it)));
            let raised = view.alerts.iter().filter(|mark| mark.date == day.day.date);
            let raised: Vec<&str> = raised.map(|mark| mark.words.as_str()).collect();
            row.push(ListCell::from(raised.join(&tr.ops_list_mark()).as_str()));
            row
        });
        let rows = rows.collect();
        (columns, rows)
    }

    fn band_rows(&self, band: &AbsenceBand) -> Rows {
        let tr = &self.tr;
        let columns = vec![
            (tr.picture_head_day(), 12.0),
            (tr.picture_head_state(), 14.0),
            (tr.trace_head_taught(), 12.0),
            (tr.picture_head_absent(), 12.0),
            (tr.trace_head_ill_days(), 12.0),
            (measure(band.measure, self), 14.0),
            (tr.picture_head_low(), 12.0),
            (tr.picture_sign_median(), 12.0),
            (tr.picture_head_high(), 12.0),
        ];
        let rate = |rate: Option<f64>| {
            rate.map_or(ListCell::Empty, |it| ListCell::Number((it * 100.0).round() / 100.0))
        };
        let days = |half: usize| ListCell::Number(half as f64 / 2.0);
        let rows = band.days.iter().map(|day| {
            let counted = |half: usize| day.rate.map_or(ListCell::Empty, |_| days(half));
            vec![
                ListCell::Date(day.counted.date),
                ListCell::Text(state_words(day.state, self)),
                counted(day.counted.taught_half_days),
                counted(day.counted.absent_half_days),
                counted(day.counted.ill_half_days),
                rate(day.rate),
                rate(day.usual.map(|usual| usual.low)),
                rate(day.usual.map(|usual| usual.median)),
                rate(day.usual.map(|usual| usual.high)),
            ]
        });
        (columns, rows.collect())
    }

    fn heat_rows(&self, view: &HeatView) -> Rows {
        let tr = &self.tr;
        let mut columns = vec![(tr.trace_head_class(), 14.0)];
        columns.extend(view.heat.days.iter().map(|day| (day.date.format("%m-%d").to_string(), 7.0)));
        let rows = view.heat.rows.iter().zip(&view.names).map(|(row, name)| {
            let cells = row.cells.iter().map(|cell| match (cell.state, cell.ill) {
                (CellState::None, 0) => ListCell::Empty,
                (CellState::Off, 0) => ListCell::Text(tr.picture_off_short()),
                (CellState::Unchecked, 0) => ListCell::Text(tr.picture_sign_unchecked()),
                (CellState::Unchecked, ill) => ListCell::Text(format!("{ill}?")),
                (CellState::Partly, ill) => ListCell::Text(format!("{ill}°")),
                (_, ill) => count(ill),
            });
            std::iter::once(ListCell::from(name.as_str())).chain(cells).collect()
        });
        (columns, rows.collect())
    }
}

/// Titles and widths of columns, and the rows.
type Rows = (Vec<(String, f64)>, Vec<Vec<ListCell>>);

fn names(figures: &PictureFigures) -> &[String] {
    match figures {
        PictureFigures::Curve(view) => &view.names,
        PictureFigures::Heat(view) => &view.names,
        PictureFigures::Band(_) => &[],
    }
}

fn count(number: usize) -> ListCell {
    ListCell::Number(number as f64)
}

fn school(school: bool, book: &Book) -> ListCell {
    if school { ListCell::Empty } else { ListCell::Text(book.tr().picture_off_short()) }
}

fn measure(measure: Measure, book: &Book) -> String {
    match measure {
        Measure::Ill => book.tr().trace_head_illness(),
        Measure::All => book.tr().trace_head_absence(),
    }
}

fn state_words(state: RateState, book: &Book) -> String {
    let tr = book.tr();
    match state {
        RateState::Off => tr.picture_off_short(),
        RateState::Unchecked => tr.picture_sign_unchecked(),
        RateState::Partly => tr.picture_state_partly(),
        RateState::Checked => tr.picture_state_checked(),
    }
}

/// How many, from when to when, and the highest day.
fn curve_facts(view: &CurveView, book: &Book) -> Vec<String> {
    let tr = book.tr();
    let curve = &view.curve;
    let (Some(first), Some(last), Some(peak)) = (curve.first, curve.last, curve.peak) else {
        return vec![tr.picture_nobody()];
    };
    vec![
        tr.picture_persons(curve.persons),
        tr.picture_first_last(&tr.day(first), &tr.day(last)),
        tr.picture_peak(peak.count, &tr.day(peak.date)),
    ]
}
