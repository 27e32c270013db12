//! Who checked and when the paper came in, typed below the rows; of an earlier day it is carried on to the next sheet.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{ClassSheet, Place};
use crate::domain::person_name::half_width;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::widget::date_field;
use crate::ops::Op;
use crate::ops::check::{CheckOp, HandIn};

/// Name of the field for the hour.
pub(super) const HANDED_IN: &str = "handed-in";

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandInForm {
    /// Teacher who checked.
    pub by: String,
    /// The hour, with a day where it is another than the sheet's.
    pub at: String,
    /// The hour was asked to be saved and is none.
    pub wrong: bool,
}

/// What its fields say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandInMessage {
    /// Opens the fields, or closes them again.
    Open,
    /// The teacher is typed.
    By(String),
    /// The hour is typed.
    At(String),
    /// Saves both.
    Save,
}

/// Reads `8:10`, `0810` of the sheet's day, or a day before it: `2026-11-20 8:10`.
pub(super) fn moment_typed(text: &str, day: NaiveDate) -> Option<NaiveDateTime> {
    let text = half_width(text);
    let (day, hour) = match text.trim().rsplit_once(' ') {
        Some((day, hour)) => (date_field::day(&date_field::mask(day.trim()))?, hour),
        None => (day, text.trim()),
    };
    let parts: Vec<&str> = hour.split([':', '.']).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute),
        [all] if matches!(all.len(), 3 | 4) => all.split_at_checked(all.len() - 2)?,
        _ => return None,
    };
    Some(day.and_time(NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?))
}

impl ClassSheet {
    /// How a moment is shown in the field: the hour alone on the sheet's day.
    pub(super) fn moment_shown(&self, at: NaiveDateTime) -> String {
        let format = if at.date() == self.key.date { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        at.format(format).to_string()
    }

    pub(super) fn hand_in(&mut self, message: HandInMessage, context: &Context) -> Vec<Effect> {
        match message {
            HandInMessage::Open if self.hand_in.is_some() => self.close_hand_in(),
            HandInMessage::Open => self.then(context, |sheet| {
                let Some(view) = sheet.view.as_ref().filter(|_| sheet.open()) else { return Vec::new() };
                let at = view.handed_in_at.map(|at| sheet.moment_shown(at)).unwrap_or_default();
                let by = view.checked_by.clone().or(view.group.teacher.clone()).unwrap_or_default();
                sheet.hand_in = Some(HandInForm { by, at, wrong: false });
                sheet.place = Place::HandIn;
                vec![Effect::Focus(HANDED_IN.into())]
            }),
            HandInMessage::By(text) => {
                if let Some(form) = &mut self.hand_in {
                    form.by = text;
                }
                Vec::new()
            }
            HandInMessage::At(text) => {
                if let Some(form) = &mut self.hand_in {
                    form.at = text;
                    form.wrong = false;
                }
                Vec::new()
            }
            HandInMessage::Save => self.save_hand_in(),
        }
    }

    pub(super) fn save_hand_in(&mut self) -> Vec<Effect> {
        let day = self.key.date;
        let Some(form) = &mut self.hand_in else { return Vec::new() };
        let handed_in_at = moment_typed(&form.at, day);
        if handed_in_at.is_none() && !form.at.trim().is_empty() {
            form.wrong = true;
            return vec![Effect::Focus(HANDED_IN.into())];
        }
        let checked_by = Some(form.by.trim().to_owned()).filter(|name| !name.is_empty());
        let hand_in = HandIn { checked_by, handed_in_at };
        let mut effects = vec![Effect::Run(Op::Check(CheckOp::HandIn(self.key, hand_in)))];
        effects.extend(self.close_hand_in());
        effects
    }

    /// Back to the jump field.
    pub(super) fn close_hand_in(&mut self) -> Vec<Effect> {
        self.hand_in = None;
        self.leave_row()
    }
}
