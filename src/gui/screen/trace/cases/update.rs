//! What 病例 asks for.

use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::form::{CaseEdit, CaseForm};
use super::view::{DISEASE, FIND};
use super::{CasesTab, Message, Work, row_id};
use crate::domain::id::CaseId;
use crate::domain::illness_case::StepState;
use crate::domain::report_entry::ReportSubject;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::trace::TracePlace;
use crate::gui::screen::trace::tell::{FIRST, TellForm};
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::typed::Typed;
use crate::i18n::Explanation;
use crate::ops::case::CaseOp;
use crate::ops::print::{CASE, PaperId};
use crate::ops::report_log::LogOp;
use crate::ops::reporting::ReportingOp;
use crate::ops::roster::{RosterFilter, RosterPage};
use crate::ops::{Answer, Op, Query};

impl Screen for CasesTab {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Cases(self.chosen)]
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        match (answer, &mut self.work) {
            (Answer::Cases(data), _) => {
                let first = self.data.is_none();
                self.chosen = data.shown.as_ref().map(|shown| shown.line.key);
                let own =
                    self.wanted.take().and_then(|who| data.lines.iter().find(|line| line.person == who));
                let other = own.map(|line| line.key).filter(|key| Some(*key) != self.chosen);
                self.data = Some(*data);
                match other {
                    Some(case) => self.choose(case),
                    None if first && self.work == Work::Look => self.focus_row(),
                    // Whose case it is was said before.
                    None if first => vec![Effect::Focus(DISEASE.into())],
                    None => Vec::new(),
                }
            }
            // An answer that is not the last one fits what was typed before.
            (Answer::Roster(_) | Answer::Diseases(_), _) if self.asked > 1 => {
                self.asked -= 1;
                Vec::new()
            }
            (Answer::Roster(found), Work::Write(form)) => {
                form.found_people(&found.lines);
                self.found(context)
            }
            (Answer::Diseases(found), Work::Write(form)) => {
                form.found_diseases(found);
                self.found(context)
            }
            _ => Vec::new(),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(case) => self.choose(case),
            Message::Move(step) => self.step(step),
            Message::Tell(step) => self.tell(step.as_deref()),
            Message::TellEdit(edit) => {
                if let Work::Tell(form) = &mut self.work {
                    form.change(std::mem::discriminant(&edit), |form| form.edit(edit));
                }
                Vec::new()
            }
            Message::New => {
                self.work = Work::Write(Box::new(Typed::new(CaseForm::empty())));
                vec![Effect::Focus(FIND.into())]
            }
            Message::Edit => {
                let Some(form) = self.shown().map(CaseForm::of) else { return Vec::new() };
                self.work = Work::Write(Box::new(Typed::new(form)));
                vec![Effect::Focus(DISEASE.into())]
            }
            Message::CaseEdit(edit) => self.edit(edit, context),
            Message::End => {
                self.work = Work::End(None, String::new());
                vec![Effect::Focus("outcome-recovered".into())]
            }
            Message::Outcome(outcome) => {
                if let Work::End(chosen, _) = &mut self.work {
                    *chosen = Some(outcome);
                }
                Vec::new()
            }
            Message::EndNote(text) => {
                if let Work::End(_, note) = &mut self.work {
                    *note = text;
                }
                Vec::new()
            }
            Message::Reopen => self.run_on(CaseOp::Reopen),
            Message::Save => self.save(context),
            Message::Cancel => {
                self.work = Work::Look;
                self.focus_row()
            }
            Message::Print => vec![Effect::Go(Route::Print(Some(PaperId::Form(CASE.to_owned()))))],
            Message::Person => {
                self.shown().map(|shown| Effect::Go(Route::Person(shown.line.person))).into_iter().collect()
            }
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if press.modifiers.command() && press.key == Key::Named(Named::Enter) {
            return (self.work != Work::Look).then_some(Message::Save);
        }
        if press.ctrl() == Some('p') {
            return Some(Message::Print);
        }
        if press.in_field || self.work != Work::Look {
            return None;
        }
        let shown = self.shown();
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (_, Some('n')) => Some(Message::New),
            (_, Some('r')) => shown
                .filter(|shown| shown.steps.iter().any(|s| s.state.is_owed()))
                .map(|_| Message::Tell(None)),
            (Key::Named(Named::Enter), _) => shown.map(|_| Message::Edit),
            (_, Some('p')) => shown.map(|_| Message::Person),
            (_, Some('j')) => shown.filter(|shown| shown.line.closed_on.is_none()).map(|_| Message::End),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, _context: &Context) -> Vec<Effect> {
        if let Answer::Case(case) = answer {
            self.chosen = Some(*case);
        }
        if matches!(op, Op::Reporting(_)) {
            self.work = Work::Look;
            return self.focus_row();
        }
        Vec::new()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        match (op, &mut self.work) {
            (Op::Reporting(_), Work::Tell(form)) => Some(form.refuse(why)),
            (Op::Reporting(_), Work::Write(form)) => {
                form.wrong = Some((None, why.happened.clone()));
                Some(Vec::new())
            }
            _ => None,
        }
    }

    fn escape(&self) -> Option<Message> {
        (self.work != Work::Look).then_some(Message::Cancel)
    }

    fn is_form(&self, _typing: bool) -> bool {
        self.work != Work::Look
    }

    fn place(&self) -> Option<Route> {
        self.shown().map(|shown| Route::Trace(TracePlace::case_of(shown.line.person)))
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let begun = match &self.work {
            Work::Look => false,
            Work::Tell(form) => form.is_begun(),
            Work::Write(form) => form.is_begun(),
            Work::End(outcome, note) => outcome.is_some() || !note.is_empty(),
        };
        begun.then(|| context.tr.case_unsaved())
    }

    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        let typed = match &mut self.work {
            Work::Look => false,
            Work::Tell(form) => form.take_back(),
            Work::Write(form) => form.take_back(),
            Work::End(_, note) if !note.is_empty() => {
                note.clear();
                true
            }
            Work::End(outcome, _) => outcome.take().is_some(),
        };
        typed.then(Vec::new)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl CasesTab {
    fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|case| Effect::Focus(row_id(case).into())).into_iter().collect()
    }

    fn choose(&mut self, case: CaseId) -> Vec<Effect> {
        if self.work != Work::Look {
            return Vec::new();
        }
        self.chosen = Some(case);
        let mut effects = vec![Effect::Load(Query::Cases(self.chosen))];
        effects.extend(self.focus_row());
        effects
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let lines = self.lines();
        let at = lines.iter().position(|line| Some(line.key) == self.chosen);
        let last = lines.len().saturating_sub(1);
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize).min(last));
        match lines.get(next).map(|line| line.key) {
            Some(case) => self.choose(case),
            None => Vec::new(),
        }
    }

    fn tell(&mut self, step: Option<&str>) -> Vec<Effect> {
        let Some(shown) = self.shown() else { return Vec::new() };
        let wanted = shown.steps.iter().find(|line| match step {
            Some(step) => line.step == step,
            None => matches!(line.state, StepState::Open | StepState::Late),
        });
        let Some(line) = wanted else { return Vec::new() };
        let subject = ReportSubject::Case(shown.line.key);
        let form = TellForm::new(subject, &line.step, &line.name, &line.whom);
        self.work = Work::Tell(Box::new(Typed::new(form)));
        vec![Effect::Focus(FIRST.into())]
    }

    fn edit(&mut self, edit: CaseEdit, context: &Context) -> Vec<Effect> {
        let Work::Write(form) = &mut self.work else { return Vec::new() };
        if matches!(edit, CaseEdit::TakePerson | CaseEdit::TakeDisease) {
            let first = form.first(&edit).filter(|_| self.asked == 0);
            // Enter may come before what it means is found.
            self.enter = Some(edit).filter(|_| self.asked > 0);
            return first.map(|first| self.edit(first, context)).unwrap_or_default();
        }
        self.enter = None;
        let ask = match &edit {
            CaseEdit::FindPerson(text) => {
                let filter = RosterFilter { find: text.clone(), ..RosterFilter::default() };
                let page = RosterPage { filter, ..RosterPage::default() };
                Some(Query::Roster(context.now.date(), page)).filter(|_| !text.trim().is_empty())
            }
            CaseEdit::FindDisease(text) => {
                Some(Query::Diseases(text.clone())).filter(|_| !text.trim().is_empty())
            }
            _ => None,
        };
        let next = match &edit {
            CaseEdit::Person(..) => Some(Effect::Focus("find-disease".into())),
            CaseEdit::Disease(..) => Some(Effect::Focus("certainty".into())),
            _ => None,
        };
        form.change(edit.place(), |form| form.edit(edit));
        if ask.is_some() {
            self.asked += 1;
        }
        ask.map(Effect::Load).or(next).into_iter().collect()
    }

    fn save(&mut self, context: &Context) -> Vec<Effect> {
        let tr = &context.tr;
        match &mut self.work {
            Work::Look => Vec::new(),
            Work::Tell(form) => {
                if let Some(report) = form.report(context.now) {
                    return vec![run(ReportingOp::Log(LogOp::Add(Box::new(report))))];
                }
                form.refuse_time(tr.log_wrong_time())
            }
            Work::Write(form) => match form.op(context.now, tr) {
                Ok(op) => vec![run(ReportingOp::Case(op))],
                Err((part, words)) => {
                    let at = part.map_or(DISEASE, super::form::Part::id);
                    form.wrong = Some((part, words));
                    vec![Effect::Focus(at.into())]
                }
            },
            Work::End(Some(outcome), note) => {
                let (outcome, note) = (*outcome, Some(note.clone()));
                self.run_on(move |case| CaseOp::Close { case, on: None, outcome, note })
            }
            Work::End(None, _) => vec![Effect::Focus("outcome-recovered".into())],
        }
    }

    /// Everything that was asked is answered: what Enter meant meanwhile is taken.
    fn found(&mut self, context: &Context) -> Vec<Effect> {
        self.asked = 0;
        self.enter.take().map(|edit| self.edit(edit, context)).unwrap_or_default()
    }

    fn run_on(&self, op: impl FnOnce(CaseId) -> CaseOp) -> Vec<Effect> {
        self.chosen.map(|case| run(ReportingOp::Case(op(case)))).into_iter().collect()
    }
}

fn run(op: ReportingOp) -> Effect {
    Effect::Run(Op::Reporting(op))
}
