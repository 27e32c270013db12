//! Changes of one person or of several at once, each sent as one act so that one undo takes it back.

use super::hand_in::HANDED_IN;
use super::{ClassSheet, FindingEdit, JUMP, ONSET, Place, ROWS, fever};
use crate::domain::finding::Finding;
use crate::domain::id::PersonId;
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::ops::Op;
use crate::ops::check::{CheckOp, SheetLine};

impl ClassSheet {
    /// Whom a mark is set for: the people of the list, else the current one.
    fn marked(&self) -> Vec<PersonId> {
        if self.several.is_empty() { self.current.into_iter().collect() } else { self.several.clone() }
    }

    /// A key on the current row, or on those of the list.
    pub(super) fn change_marked(&mut self, edit: &FindingEdit, context: &Context) -> Vec<Effect> {
        self.change_all(&self.marked(), edit, context)
    }

    /// Writes the marks that were written last once more, for the current row or those of the list.
    pub(super) fn repeat(&mut self, context: &Context) -> Vec<Effect> {
        let last = self.lines().iter().find(|line| Some(line.person) == self.last);
        let Some(finding) = last.and_then(|line| line.finding.clone()) else {
            return vec![Effect::Notify(context.tr.sheet_repeat_nothing())];
        };
        let mut effects = self.finish(context);
        effects.extend(self.change_marked(&FindingEdit::Repeat(finding), context));
        effects
    }

    /// Changes one person.
    pub(super) fn change(&mut self, person: PersonId, edit: &FindingEdit, context: &Context) -> Vec<Effect> {
        self.change_all(&[person], edit, context)
    }

    /// Changes the copy at once and sends the whole findings to the disk. Where the report has gone out, the reason
    /// is asked first, and the copy stays as it is until the change is written.
    fn change_all(&mut self, people: &[PersonId], edit: &FindingEdit, context: &Context) -> Vec<Effect> {
        let findings = self.findings_after(people, edit);
        if findings.is_empty() {
            return Vec::new();
        }
        if !matches!(edit, FindingEdit::Clear) {
            self.last = findings.first().map(|(person, _)| *person);
        }
        let op = CheckOp::Record { key: self.key, findings, reason: self.reason.clone() };
        if self.reason.is_none() && self.view.as_ref().is_some_and(|view| view.reported) {
            return vec![Effect::Ask(Dialog::reason(Op::Check(op)))];
        }
        if let (Some(view), CheckOp::Record { findings, .. }) = (&mut self.view, &op) {
            for line in &mut view.lines {
                let Some((_, finding)) = findings.iter().find(|(person, _)| *person == line.person) else {
                    continue;
                };
                line.finding = (*finding != Finding::default()).then(|| finding.clone());
                line.proposal = None;
                line.fever = fever(line, &context.rules);
            }
            view.draft |= view.confirmed.is_none();
        }
        self.saving += 1;
        vec![Effect::Run(Op::Check(op))]
    }

    /// The whole findings after a change, of those whom it changes.
    fn findings_after(&self, people: &[PersonId], edit: &FindingEdit) -> Vec<(PersonId, Finding)> {
        let lines: Vec<&SheetLine> =
            self.lines().iter().filter(|line| people.contains(&line.person)).collect();
        let all_held = lines.iter().all(|line| edit.is_held(line));
        let changed = |line: &&SheetLine| {
            if edit.is_held(line) && !all_held {
                return None;
            }
            if *edit == FindingEdit::Accept && (line.finding.is_some() || line.proposal.is_none()) {
                return None;
            }
            let finding = edit.apply(line);
            let same = line.finding.as_ref().map_or(finding.is_empty(), |before| *before == finding);
            (!same || line.proposal.is_some()).then_some((line.person, finding))
        };
        lines.iter().filter_map(changed).collect()
    }

    /// The focus goes to where the keys go.
    pub(super) fn focus_place(&self) -> Vec<Effect> {
        let part = match self.place {
            Place::Jump => JUMP,
            Place::Row => ROWS,
            Place::Details => ONSET,
            Place::HandIn => HANDED_IN,
        };
        vec![Effect::Focus(part.into())]
    }
}
