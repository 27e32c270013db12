//! What was typed in the first start, and what is wrong with it.

use chrono::NaiveDate;

use crate::domain::calendar::{Season, Term};
use crate::gui::widget::date_field;
use crate::i18n::Tr;
use crate::ops::first_step::FirstStep;
use crate::ops::settings::{SettingsOp, SettingsView};

/// A field of the first start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Name of the operator.
    Operator,
    /// Name of the school.
    School,
    /// Telephone.
    Phone,
    /// Principal.
    Principal,
    /// The data folder, typed.
    Folder,
    /// Second place for backups.
    Second,
    /// First day of a term.
    First(Season),
    /// Last day of a term.
    Last(Season),
    /// The roster's file.
    Roster,
}

impl Field {
    /// Its name for the focus.
    pub fn id(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::School => "school",
            Self::Phone => "phone",
            Self::Principal => "principal",
            Self::Folder => "folder",
            Self::Second => "second",
            Self::First(Season::Autumn) => "autumn-first",
            Self::Last(Season::Autumn) => "autumn-last",
            Self::First(Season::Spring) => "spring-first",
            Self::Last(Season::Spring) => "spring-last",
            Self::Roster => "roster-file",
        }
    }
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Answers {
    pub operator: String,
    pub school: String,
    pub phone: String,
    pub principal: String,
    pub folder: String,
    pub second: String,
    /// First and last days as typed: autumn, spring.
    pub terms: [(String, String); 2],
    pub roster: String,
}

impl Answers {
    /// What the book holds already.
    pub fn of(view: &SettingsView) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let days = |season| {
            let term = view.terms.iter().find(|term| term.season == season);
            term.map(|term| (term.first.to_string(), term.last.to_string())).unwrap_or_default()
        };
        Self {
            operator: view.operator.clone(),
            school: view.school.clone(),
            phone: text(&view.phone),
            principal: text(&view.principal),
            second: view.backup_place.as_ref().map(|p| p.display().to_string()).unwrap_or_default(),
            terms: Season::ALL.map(days),
            ..Self::default()
        }
    }

    pub fn field(&mut self, field: Field) -> &mut String {
        let [autumn, spring] = &mut self.terms;
        match field {
            Field::Operator => &mut self.operator,
            Field::School => &mut self.school,
            Field::Phone => &mut self.phone,
            Field::Principal => &mut self.principal,
            Field::Folder => &mut self.folder,
            Field::Second => &mut self.second,
            Field::First(Season::Autumn) => &mut autumn.0,
            Field::Last(Season::Autumn) => &mut autumn.1,
            Field::First(Season::Spring) => &mut spring.0,
            Field::Last(Season::Spring) => &mut spring.1,
            Field::Roster => &mut self.roster,
        }
    }

    /// The days of a term as typed.
    pub fn days(&self, season: Season) -> &(String, String) {
        let [autumn, spring] = &self.terms;
        if season == Season::Autumn { autumn } else { spring }
    }

    /// The term, or which field is wrong and why.
    pub fn term(&self, season: Season, tr: &Tr) -> Result<Term, (Field, String)> {
        let (first, last) = self.days(season);
        let read = |field, typed: &str| -> Result<NaiveDate, (Field, String)> {
            date_field::day(typed).ok_or_else(|| (field, tr.first_start_day_wrong()))
        };
        let term = Term {
            season,
            first: read(Field::First(season), first)?,
            last: read(Field::Last(season), last)?,
        };
        if term.last <= term.first {
            return Err((Field::Last(season), tr.first_start_day_order()));
        }
        Ok(term)
    }

    /// What saving the answer of a question means, or which field is wrong and why.
    pub fn ops(&self, step: FirstStep, tr: &Tr) -> Result<Vec<SettingsOp>, (Field, String)> {
        let some = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
        Ok(match step {
            FirstStep::Identity => {
                let operator = some(&self.operator)
                    .ok_or_else(|| (Field::Operator, tr.first_start_operator_missing()))?;
                vec![SettingsOp::Operator(operator)]
            }
            FirstStep::School => {
                let name =
                    some(&self.school).ok_or_else(|| (Field::School, tr.first_start_school_missing()))?;
                vec![SettingsOp::School { name, phone: some(&self.phone), principal: some(&self.principal) }]
            }
            FirstStep::Place => vec![SettingsOp::BackupPlace(super::path(&self.second))],
            FirstStep::Terms => Season::ALL
                .into_iter()
                .map(|season| self.term(season, tr).map(SettingsOp::Term))
                .collect::<Result<Vec<_>, _>>()?,
            FirstStep::Roster => Vec::new(),
        })
    }
}
