//! A picture with what one can choose beside it.

use super::{PictureRequest, PictureView};
use crate::domain::class_label::grade_name;
use crate::domain::group::Group;
use crate::domain::id::EventId;
use crate::domain::symptom::SymptomCode;
use crate::i18n::Language;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Whom a picture can be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureScope {
    /// A class.
    pub group: Option<Group>,
    /// A grade; neither: the school.
    pub grade: Option<u8>,
    /// Its name.
    pub name: String,
}

/// A picture for the window.
#[derive(Debug, Clone, PartialEq)]
pub struct PicturePage {
    /// The picture.
    pub view: PictureView,
    /// Days, whom it is of, sums.
    pub facts: Vec<String>,
    /// Remarks.
    pub notes: Vec<String>,
    /// Whom it can be of: the school, grades, classes.
    pub scopes: Vec<PictureScope>,
    /// Events, the newest first.
    pub events: Vec<(EventId, String)>,
    /// Symptoms with their names.
    pub symptoms: Vec<(SymptomCode, String)>,
}

impl Book {
    /// A picture for the window.
    ///
    /// # Errors
    /// Those of [`Book::picture`].
    pub fn picture_page(&self, request: &PictureRequest) -> Result<PicturePage, OpError> {
        let view = self.picture(request)?;
        let tag = self.tr.language().tag();
        let symptoms = self.rules.symptoms().iter();
        let events = self.store.events()?.into_iter();
        Ok(PicturePage {
            facts: self.picture_facts(&view),
            notes: self.picture_notes(&view),
            scopes: self.picture_scopes(&view)?,
            events: events.map(|event| (event.id, event.body.words.title)).collect(),
            symptoms: symptoms.map(|entry| (entry.code.clone(), entry.name.get(tag).to_owned())).collect(),
            view,
        })
    }

    fn picture_scopes(&self, view: &PictureView) -> Result<Vec<PictureScope>, OpError> {
        let tr = &self.tr;
        let classes = self.class_groups(view.to)?;
        let mut grades: Vec<u8> = classes.iter().filter_map(|info| info.grade).collect();
        grades.dedup();
        let chinese = tr.language() == Language::Chinese;
        let grade = |grade: u8| PictureScope {
            group: None,
            grade: Some(grade),
            name: tr.alert_grade(&if chinese { grade_name(grade) } else { grade.to_string() }),
        };
        let school = PictureScope { group: None, grade: None, name: tr.alert_school() };
        let class = |info: crate::ops::check::GroupInfo| PictureScope {
            group: Some(info.group),
            grade: None,
            name: info.short,
        };
        let scopes = std::iter::once(school).chain(grades.into_iter().map(grade));
        Ok(scopes.chain(classes.into_iter().map(class)).collect())
    }
}
