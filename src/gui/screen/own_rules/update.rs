//! What 本校规定 asks for.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{FILE, FIND, FigureForm, Message, OwnRules, Part, SHOWN, VALUE, file_typed, row_id};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::own_rules::OwnRuleOp;
use crate::ops::{Answer, Op, Query};

impl Screen for OwnRules {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Figures]
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        let Answer::Figures(data) = answer else { return Vec::new() };
        if self.data.replace(data).is_some() {
            return Vec::new();
        }
        let folder = context.saved_in.clone().unwrap_or_else(|| context.shell.save_folder.clone());
        self.file = folder.join(context.tr.own_rule_file_name()).display().to_string();
        vec![Effect::Focus(FIND.into())]
    }

    fn update(&mut self, message: Message, _context: &Context) -> Vec<Effect> {
        match message {
            Message::Find(typed) => {
                (self.find, self.marked) = (typed, 0);
                Vec::new()
            }
            Message::OnlyOwn => {
                (self.only_own, self.marked) = (!self.only_own, 0);
                Vec::new()
            }
            Message::Mark(step) => {
                let last = self.found().take(SHOWN).count().saturating_sub(1);
                self.marked = self.marked.saturating_add_signed(step as isize).min(last);
                let row = self.found().nth(self.marked).map(|line| row_id(&line.path));
                row.map(|row| Effect::Reveal(row.into())).into_iter().collect()
            }
            Message::Take(path) => self.take(path),
            Message::Edit(part, typed) => {
                if let Some(form) = &mut self.form {
                    form.wrong = None;
                    *match part {
                        Part::Value => &mut form.value,
                        Part::From => &mut form.from,
                        Part::Source => &mut form.source,
                        Part::ApprovedBy => &mut form.approved_by,
                        Part::Text => &mut form.text,
                    } = typed;
                }
                Vec::new()
            }
            Message::Save => self.save(),
            Message::Withdraw => {
                let own = self.line().filter(|line| line.own.is_some() || line.next.is_some());
                let op = own.map(|line| OwnRuleOp::Withdraw(line.path.clone(), None));
                op.map(|op| Effect::Run(Op::OwnRules(op))).into_iter().collect()
            }
            Message::Close => {
                self.form = None;
                vec![Effect::Focus(FIND.into())]
            }
            Message::File(typed) => {
                (self.file, self.wrong_file) = (typed, None);
                Vec::new()
            }
            Message::Export => self.with_file(OwnRuleOp::Export),
            Message::Import => self.with_file(OwnRuleOp::Import),
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match press.key {
            Key::Named(Named::Enter) if press.modifiers.command() => {
                self.form.as_ref().map(|_| Message::Save)
            }
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        let (Op::OwnRules(op), Answer::OwnRules(count)) = (op, answer) else { return Vec::new() };
        let tr = &context.tr;
        match op {
            OwnRuleOp::Set(_) | OwnRuleOp::Withdraw(..) => {
                self.form = None;
                vec![Effect::Focus(FIND.into())]
            }
            OwnRuleOp::Export(_) => vec![Effect::Notify(tr.own_rule_exported(*count))],
            OwnRuleOp::Import(_) => vec![Effect::Notify(tr.own_rule_imported(*count))],
        }
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let said = format!("{}\n{}", why.happened, why.remedy);
        match op {
            Op::OwnRules(OwnRuleOp::Export(_) | OwnRuleOp::Import(_)) => {
                self.wrong_file = Some(said);
                Some(vec![Effect::Focus(FILE.into())])
            }
            Op::OwnRules(_) => {
                let form = self.form.as_mut()?;
                let part = match why.code.as_str() {
                    "unapproved" if form.source.trim().is_empty() => Part::Source,
                    "unapproved" => Part::ApprovedBy,
                    "gone_by" => Part::From,
                    _ => Part::Value,
                };
                form.wrong = Some((part, said));
                Some(vec![Effect::Focus(part.id().into())])
            }
            _ => None,
        }
    }

    fn escape(&self) -> Option<Message> {
        self.form.is_some().then_some(Message::Close)
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let changed = self
            .line()
            .zip(self.form.as_ref())
            .is_some_and(|(line, form)| FigureForm { wrong: None, ..form.clone() } != FigureForm::of(line));
        changed.then(|| context.tr.own_rule_unsaved())
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl OwnRules {
    fn take(&mut self, path: Option<String>) -> Vec<Effect> {
        let wanted = match path {
            Some(path) => self.found().find(|line| line.path == path),
            None => self.found().nth(self.marked),
        };
        let Some(form) = wanted.map(FigureForm::of) else { return Vec::new() };
        let place = self.found().position(|line| line.path == form.path);
        self.marked = place.unwrap_or_default();
        self.form = Some(form);
        vec![Effect::Focus(VALUE.into())]
    }

    fn save(&self) -> Vec<Effect> {
        let Some(form) = &self.form else { return Vec::new() };
        match form.new_rule() {
            Some(new) => vec![Effect::Run(Op::OwnRules(OwnRuleOp::Set(Box::new(new))))],
            None => vec![Effect::Focus("from".into())],
        }
    }

    fn with_file(&self, op: fn(std::path::PathBuf) -> OwnRuleOp) -> Vec<Effect> {
        match file_typed(&self.file) {
            Some(file) => vec![Effect::Run(Op::OwnRules(op(file)))],
            None => vec![Effect::Focus(FILE.into())],
        }
    }
}
