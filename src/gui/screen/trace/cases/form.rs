//! The form of a case: who, which disease found by name or pinyin, what is known.

use std::mem::{Discriminant, discriminant};

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::{Basis, CaseFacts, Certainty};
use crate::domain::temperature::Temperature;
use crate::gui::screen::trace::tell::past;
use crate::gui::typed::Typed;
use crate::gui::widget::date_field;
use crate::i18n::Tr;
use crate::ops::case::{CaseDraft, CaseOp, CaseView, DiseaseLine};
use crate::ops::roster::RosterLine;

/// Most matches that are offered.
pub(super) const MATCHES: usize = 5;

/// A field of the form whose value is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who: found, not typed.
    Person,
    /// Which disease: found, not typed.
    Disease,
    /// 发病日期
    Onset,
    /// When the school learned of it.
    Known,
    /// 体温
    Temperature,
    /// 就诊日期
    SeenOn,
    /// 就诊医院
    Hospital,
    /// 确诊日期
    DiagnosedOn,
    /// 确诊医院
    DiagnosedAt,
    /// When and with whom.
    ContactNote,
    /// 接种时间
    VaccinatedNote,
    /// 处理措施
    Measures,
    /// 备注
    Note,
}

impl Part {
    /// All that are typed, in the order of the form.
    pub const ALL: [Self; 11] = [
        Self::Onset,
        Self::Known,
        Self::Temperature,
        Self::SeenOn,
        Self::Hospital,
        Self::DiagnosedOn,
        Self::DiagnosedAt,
        Self::ContactNote,
        Self::VaccinatedNote,
        Self::Measures,
        Self::Note,
    ];

    /// Name of its field.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Person => "find-person",
            Self::Disease => "find-disease",
            Self::Onset => "case-onset",
            Self::Known => "case-known",
            Self::Temperature => "case-temperature",
            Self::SeenOn => "case-seen-on",
            Self::Hospital => "case-hospital",
            Self::DiagnosedOn => "case-diagnosed-on",
            Self::DiagnosedAt => "case-diagnosed-at",
            Self::ContactNote => "case-contact-note",
            Self::VaccinatedNote => "case-vaccinated-note",
            Self::Measures => "case-measures",
            Self::Note => "case-note",
        }
    }

    /// Whether a day is typed.
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Onset | Self::SeenOn | Self::DiagnosedOn)
    }

    /// Its label.
    pub fn label(self, tr: &Tr) -> String {
        match self {
            Self::Person => tr.case_whom(),
            Self::Disease => tr.case_disease(),
            Self::Onset => tr.case_onset(),
            Self::Known => tr.case_known(),
            Self::Temperature => tr.case_temperature(),
            Self::SeenOn => tr.case_seen_on(),
            Self::Hospital => tr.case_hospital(),
            Self::DiagnosedOn => tr.case_diagnosed_on(),
            Self::DiagnosedAt => tr.case_diagnosed_at(),
            Self::ContactNote => tr.case_contact_note(),
            Self::VaccinatedNote => tr.case_vaccinated_note(),
            Self::Measures => tr.case_measures(),
            Self::Note => tr.case_note(),
        }
    }
}

/// The form as it is typed.
pub type Writing = Typed<CaseForm, CasePlace>;
/// A field of it.
pub type CasePlace = (Discriminant<CaseEdit>, Option<Part>);

/// A change of the form.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseEdit {
    /// Whom one looks for.
    FindPerson(String),
    /// Somebody found.
    Person(PersonId, String),
    /// Which disease one looks for.
    FindDisease(String),
    /// A disease found: id and name.
    Disease(String, String),
    /// Enter: the first who is found.
    TakePerson,
    /// Enter: the first disease that is found.
    TakeDisease,
    /// 疑似, 确诊, 排除
    Certainty(Certainty),
    /// 报告依据
    Basis(Basis),
    /// 接触史
    Contact(bool),
    /// 免疫史
    Vaccinated(bool),
    /// A typed field.
    Text(Part, String),
}

impl CaseEdit {
    /// The field that it changes.
    pub fn place(&self) -> CasePlace {
        (discriminant(self), if let Self::Text(part, _) = self { Some(*part) } else { None })
    }
}

/// What is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseForm {
    /// The case; `None`: a new one.
    pub case: Option<CaseId>,
    /// Who.
    pub person: Option<(PersonId, String)>,
    /// What is looked for.
    pub find_person: String,
    /// Who fits.
    pub people: Vec<(PersonId, String)>,
    /// Id and name.
    pub disease: Option<(String, String)>,
    /// What is looked for.
    pub find_disease: String,
    /// What fits.
    pub diseases: Vec<DiseaseLine>,
    /// What is chosen of the facts; texts and days are typed beside.
    pub facts: CaseFacts,
    texts: [String; 11],
    /// What was looked for and not found.
    pub missing: Option<Part>,
    /// What is wrong, and where; `None`: with the whole.
    pub wrong: Option<(Option<Part>, String)>,
}

impl CaseForm {
    /// A new case.
    pub fn empty() -> Self {
        Self {
            case: None,
            person: None,
            find_person: String::new(),
            people: Vec::new(),
            disease: None,
            find_disease: String::new(),
            diseases: Vec::new(),
            facts: CaseFacts::default(),
            texts: Default::default(),
            missing: None,
            wrong: None,
        }
    }

    /// A case as it is.
    pub fn of(view: &CaseView) -> Self {
        let facts = view.facts.clone();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let texts = [
            day(facts.onset),
            view.line.known_at.format("%Y-%m-%d %H:%M").to_string(),
            facts.temperature.map(|t| t.to_string()).unwrap_or_default(),
            day(facts.seen_on),
            text(&facts.hospital),
            day(facts.diagnosed_on),
            text(&facts.diagnosed_at),
            text(&facts.contact_note),
            text(&facts.vaccinated_note),
            text(&facts.measures),
            text(&facts.note),
        ];
        Self {
            case: Some(view.line.key),
            person: Some((view.line.person, view.line.name.clone())),
            disease: Some((view.line.disease.clone(), view.line.disease_name.clone())),
            facts,
            texts,
            ..Self::empty()
        }
    }

    /// What is typed into a field.
    pub fn text(&self, part: Part) -> &str {
        let at = Part::ALL.iter().position(|other| *other == part);
        at.and_then(|at| self.texts.get(at)).map_or("", String::as_str)
    }

    /// Takes a change.
    pub fn edit(&mut self, edit: CaseEdit) {
        self.wrong = None;
        self.missing = None;
        match edit {
            CaseEdit::TakePerson | CaseEdit::TakeDisease => {}
            CaseEdit::FindPerson(text) => {
                self.find_person = text;
                self.people.clear();
            }
            CaseEdit::Person(person, name) => {
                self.person = Some((person, name));
                self.find_person.clear();
                self.people.clear();
            }
            CaseEdit::FindDisease(text) => {
                self.find_disease = text;
                self.diseases.clear();
            }
            CaseEdit::Disease(id, name) => {
                self.disease = Some((id, name));
                self.find_disease.clear();
                self.diseases.clear();
            }
            CaseEdit::Certainty(certainty) => self.facts.certainty = certainty,
            CaseEdit::Basis(basis) => {
                self.facts.basis = Some(basis).filter(|basis| self.facts.basis != Some(*basis));
            }
            CaseEdit::Contact(yes) => {
                self.facts.contact = Some(yes).filter(|_| self.facts.contact != Some(yes));
            }
            CaseEdit::Vaccinated(yes) => {
                self.facts.vaccinated = Some(yes).filter(|_| self.facts.vaccinated != Some(yes));
            }
            CaseEdit::Text(part, text) => {
                let at = Part::ALL.iter().position(|other| *other == part);
                if let Some(slot) = at.and_then(|at| self.texts.get_mut(at)) {
                    *slot = text;
                }
            }
        }
    }

    /// What Enter takes: the first of those found.
    pub fn first(&self, edit: &CaseEdit) -> Option<CaseEdit> {
        match edit {
            CaseEdit::TakePerson => {
                self.people.first().map(|(person, words)| CaseEdit::Person(*person, words.clone()))
            }
            _ => self.diseases.first().map(|line| CaseEdit::Disease(line.id.clone(), line.name.clone())),
        }
    }

    /// Takes who was found.
    pub fn found_people(&mut self, lines: &[RosterLine]) {
        let words = |line: &RosterLine| format!("{} {} {}", line.class, line.seat_no, line.name);
        self.people = lines.iter().take(MATCHES).map(|line| (line.key, words(line))).collect();
        self.missing = self.people.is_empty().then_some(Part::Person);
    }

    /// Takes which diseases were found.
    pub fn found_diseases(&mut self, lines: Vec<DiseaseLine>) {
        self.diseases = lines.into_iter().take(MATCHES).collect();
        self.missing = self.diseases.is_empty().then_some(Part::Disease);
    }

    /// What is to be done; the error says what is missing or wrong, and where.
    pub fn op(&self, now: NaiveDateTime, tr: &Tr) -> Result<CaseOp, (Option<Part>, String)> {
        let Some((person, _)) = &self.person else {
            return Err((Some(Part::Person), tr.case_whom_missing()));
        };
        let Some((disease, _)) = &self.disease else {
            return Err((Some(Part::Disease), tr.case_disease_missing()));
        };
        let draft = CaseDraft {
            disease: disease.clone(),
            known_at: self.moment(now, tr)?,
            learned_at: None,
            facts: self.facts(tr)?,
        };
        let draft = Box::new(draft);
        Ok(match self.case {
            Some(case) => CaseOp::Revise { case, draft },
            None => CaseOp::Open { person: *person, draft, origin: None },
        })
    }

    fn moment(&self, now: NaiveDateTime, tr: &Tr) -> Result<Option<NaiveDateTime>, (Option<Part>, String)> {
        match self.text(Part::Known).trim() {
            "" => Ok(None),
            typed => match past(typed, now) {
                Some(at) => Ok(Some(at)),
                None => Err((Some(Part::Known), tr.log_wrong_time())),
            },
        }
    }

    fn facts(&self, tr: &Tr) -> Result<CaseFacts, (Option<Part>, String)> {
        let day = |part: Part| match self.text(part).trim() {
            "" => Ok(None),
            typed => match date_field::day(typed) {
                Some(day) => Ok(Some(day)),
                None => Err((Some(part), tr.case_wrong_day())),
            },
        };
        let text = |part: Part| Some(self.text(part).trim().to_owned()).filter(|text| !text.is_empty());
        let temperature = match self.text(Part::Temperature).trim() {
            "" => None,
            typed => match Temperature::parse(typed) {
                Some(value) => Some(value),
                None => return Err((Some(Part::Temperature), tr.case_wrong_temperature())),
            },
        };
        Ok(CaseFacts {
            onset: day(Part::Onset)?,
            temperature,
            seen_on: day(Part::SeenOn)?,
            hospital: text(Part::Hospital),
            diagnosed_on: day(Part::DiagnosedOn)?,
            diagnosed_at: text(Part::DiagnosedAt),
            contact_note: text(Part::ContactNote),
            vaccinated_note: text(Part::VaccinatedNote),
            measures: text(Part::Measures),
            note: text(Part::Note),
            ..self.facts.clone()
        })
    }
}
