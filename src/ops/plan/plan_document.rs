//! The plan as a document in the official style, to be stamped and filed: text, and each task with its person and day.

use super::PlanTaskView;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::job::Job;
use crate::ops::print::{Filling, PrintFacts, PrintRequest};
use crate::paper::font::Fonts;
use crate::paper::official::{OfficialDocument, OfficialLevel, OfficialPart, section_heading};

/// Id among the forms.
pub const PLAN_DOCUMENT: &str = "plan-document";

impl Book {
    /// Lays the plan out as a document. A task that nobody is named for keeps a space to write in, and so does everyone
    /// on a blank one.
    pub(in crate::ops) fn plan_document_job(&self, request: &PrintRequest) -> Result<Job, OpError> {
        let view = self.plan_view(request.date)?;
        let school = self.school()?;
        let blank = request.filling == Filling::Blank;
        let mut parts = Vec::new();
        let mut unnamed = 0;
        for (place, section) in view.sections.iter().enumerate() {
            let text = section_heading(&self.tr, place, &section.title);
            parts.push(OfficialPart { level: OfficialLevel::One, text });
            let told = section.text.iter().cloned();
            parts.extend(told.map(|text| OfficialPart { level: OfficialLevel::Text, text }));
            for (number, task) in (1..).zip(&section.tasks) {
                let who = task.responsible.as_ref().filter(|_| !blank).map(|person| person.name.as_str());
                unnamed += usize::from(who.is_none());
                let text = self.task_sentence(number, task, who);
                parts.push(OfficialPart { level: OfficialLevel::Text, text });
            }
        }
        let heading = self.plan.heading.get(self.tr.language().tag());
        let official = OfficialDocument {
            title: heading.replace("{school}", &school.name).trim().to_owned(),
            to: None,
            parts,
            signer: school.name,
            date: self.tr.long_day(request.date),
            demo: school.demo,
            made_at: self.now(),
        };
        let fonts = Fonts::covering(official.texts());
        let document = official.lay_out(&fonts, &self.tr)?;
        let facts = PrintFacts { balances: true, empty_fields: unnamed, ..PrintFacts::default() };
        Ok(Job { document, fonts, facts, report: None, people: Vec::new(), table: None, letters: None })
    }

    /// A task in words: what, who, when, what shows it.
    fn task_sentence(&self, number: usize, task: &PlanTaskView, who: Option<&str>) -> String {
        let tr = &self.tr;
        let room = tr.plan_document_room();
        let who = who.unwrap_or(&room);
        let days: Vec<_> = task.occurrences.iter().filter_map(|occurrence| occurrence.due).collect();
        let due = match (days.as_slice(), days.iter().min()) {
            ([day], _) => tr.long_day(*day),
            (_, Some(first)) => tr.plan_document_times(days.len(), &tr.long_day(*first)),
            (_, None) => room.clone(),
        };
        tr.plan_document_task(&due, number, &task.title, &task.wanted, who)
    }
}
