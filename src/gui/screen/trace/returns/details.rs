//! What is added to an observation or isolation later: the family, the hospital, the disinfection, the last day.

use chrono::{NaiveDate, NaiveDateTime};

use super::ReturnsTab;
use crate::domain::id::IsolationId;
use crate::domain::isolation::IsolationBody;
use crate::gui::effect::Effect;
use crate::gui::screen::trace::tell::past;
use crate::gui::widget::date_field::day;
use crate::i18n::Tr;
use crate::ops::Op;
use crate::ops::isolation::{IsolationLine, IsolationOp};

/// A field of the details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetailPlace {
    /// Where the person is.
    Place,
    /// Last day.
    Until,
    /// 发现地点
    FoundAt,
    /// 发现人
    FoundBy,
    /// 通知家长时间
    Called,
    /// 家长到校时间
    Came,
    /// 送诊医院
    Hospital,
    /// 转运方式
    Transport,
    /// 终末消毒时间
    Disinfected,
    /// 消毒人
    DisinfectedBy,
    /// 备注
    Note,
}

impl DetailPlace {
    /// All, in the order of the form.
    pub const ALL: [Self; 11] = [
        Self::Place,
        Self::Until,
        Self::FoundAt,
        Self::FoundBy,
        Self::Called,
        Self::Came,
        Self::Hospital,
        Self::Transport,
        Self::Disinfected,
        Self::DisinfectedBy,
        Self::Note,
    ];

    /// Its name for the focus.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Place => "detail-place",
            Self::Until => "detail-until",
            Self::FoundAt => "detail-found-at",
            Self::FoundBy => "detail-found-by",
            Self::Called => "detail-called",
            Self::Came => "detail-came",
            Self::Hospital => "detail-hospital",
            Self::Transport => "detail-transport",
            Self::Disinfected => "detail-disinfected",
            Self::DisinfectedBy => "detail-disinfected-by",
            Self::Note => "detail-note",
        }
    }

    /// Its label.
    pub fn label(self, tr: &Tr) -> String {
        match self {
            Self::Place => tr.isolation_place(),
            Self::Until => tr.isolation_detail_until(),
            Self::FoundAt => tr.isolation_detail_found_at(),
            Self::FoundBy => tr.isolation_detail_found_by(),
            Self::Called => tr.isolation_detail_called(),
            Self::Came => tr.isolation_detail_came(),
            Self::Hospital => tr.isolation_detail_hospital(),
            Self::Transport => tr.isolation_detail_transport(),
            Self::Disinfected => tr.isolation_detail_disinfected(),
            Self::DisinfectedBy => tr.isolation_detail_disinfected_by(),
            Self::Note => tr.return_note(),
        }
    }

    /// Whether a moment is typed.
    pub const fn is_moment(self) -> bool {
        matches!(self, Self::Called | Self::Came | Self::Disinfected)
    }

    /// What is written down in it.
    pub fn value(self, body: &IsolationBody) -> Option<String> {
        let moment = |at: Option<NaiveDateTime>| at.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
        match self {
            Self::Place => body.place.clone(),
            Self::Until => body.until.map(|until| until.to_string()),
            Self::FoundAt => body.found_at.clone(),
            Self::FoundBy => body.found_by.clone(),
            Self::Called => moment(body.family_called_at),
            Self::Came => moment(body.family_came_at),
            Self::Hospital => body.hospital.clone(),
            Self::Transport => body.transport.clone(),
            Self::Disinfected => moment(body.disinfected_at),
            Self::DisinfectedBy => body.disinfected_by.clone(),
            Self::Note => body.note.clone(),
        }
    }
}

/// The details as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetailForm {
    id: IsolationId,
    texts: [String; 11],
    before: [String; 11],
    /// The field that cannot be, and whether its time is only to come.
    pub(super) wrong: Option<(DetailPlace, bool)>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DetailMessage {
    /// Opens the form.
    Open,
    /// Closes it with nothing changed.
    Close,
    /// Typed into a field.
    Typed(DetailPlace, String),
    /// Writes it down.
    Save,
}

impl DetailForm {
    fn of(line: &IsolationLine) -> Self {
        let texts = DetailPlace::ALL.map(|place| place.value(&line.body).unwrap_or_default());
        Self { id: line.id, before: texts.clone(), texts, wrong: None }
    }

    /// What is typed into a field.
    pub(super) fn text(&self, place: DetailPlace) -> &str {
        let at = DetailPlace::ALL.iter().position(|other| *other == place);
        at.and_then(|at| self.texts.get(at)).map_or("", String::as_str)
    }

    fn take(&mut self, place: DetailPlace, typed: String) {
        self.wrong = None;
        let at = DetailPlace::ALL.iter().position(|other| *other == place);
        if let Some(text) = at.and_then(|at| self.texts.get_mut(at)) {
            *text = typed;
        }
    }

    /// Whether something is typed otherwise than it stood.
    pub(super) fn is_begun(&self) -> bool {
        self.texts != self.before
    }

    /// What is to be written down, or the first field that cannot be.
    fn body(&self, before: &IsolationBody, now: NaiveDateTime) -> Result<IsolationBody, (DetailPlace, bool)> {
        let words = |place| Some(self.text(place).to_owned());
        Ok(IsolationBody {
            place: words(DetailPlace::Place),
            until: self.day(DetailPlace::Until)?,
            found_at: words(DetailPlace::FoundAt),
            found_by: words(DetailPlace::FoundBy),
            family_called_at: self.moment(DetailPlace::Called, now)?,
            family_came_at: self.moment(DetailPlace::Came, now)?,
            hospital: words(DetailPlace::Hospital),
            transport: words(DetailPlace::Transport),
            disinfected_at: self.moment(DetailPlace::Disinfected, now)?,
            disinfected_by: words(DetailPlace::DisinfectedBy),
            note: words(DetailPlace::Note),
            ..before.clone()
        })
    }

    fn day(&self, place: DetailPlace) -> Result<Option<NaiveDate>, (DetailPlace, bool)> {
        match self.text(place).trim() {
            "" => Ok(None),
            typed => day(typed).map(Some).ok_or((place, false)),
        }
    }

    fn moment(
        &self,
        place: DetailPlace,
        now: NaiveDateTime,
    ) -> Result<Option<NaiveDateTime>, (DetailPlace, bool)> {
        match self.text(place).trim() {
            "" => Ok(None),
            typed => match past(typed, now) {
                Some(at) if at <= now => Ok(Some(at)),
                Some(_) => Err((place, true)),
                None => Err((place, false)),
            },
        }
    }
}

impl ReturnsTab {
    pub(super) fn detail(&mut self, message: DetailMessage, now: NaiveDateTime) -> Vec<Effect> {
        if message == DetailMessage::Open {
            self.details = self.apart().map(DetailForm::of);
            let first = self.details.as_ref().map(|_| Effect::Focus(DetailPlace::Place.id().into()));
            return first.into_iter().collect();
        }
        let body = self.details.as_ref().zip(self.apart()).map(|(form, line)| form.body(&line.body, now));
        let Some(form) = &mut self.details else { return Vec::new() };
        match message {
            DetailMessage::Typed(place, typed) => form.take(place, typed),
            DetailMessage::Save => match body {
                Some(Ok(body)) => {
                    return vec![Effect::Run(Op::Isolation(IsolationOp::Revise(form.id, Box::new(body))))];
                }
                Some(Err(wrong)) => {
                    form.wrong = Some(wrong);
                    return vec![Effect::Focus(wrong.0.id().into())];
                }
                None => {}
            },
            DetailMessage::Close | DetailMessage::Open => {
                self.details = None;
                return self.focus_row();
            }
        }
        Vec::new()
    }
}
