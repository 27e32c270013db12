//! What the book's thread answers: what was asked, what was done, what was refused.

use iced::Task;

use super::{App, Message, Said};
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::runner::{Asked, Number, Reply};
use crate::i18n::Explanation;
use crate::ops::shell::ShellView;
use crate::ops::{Answer, Op};

impl App {
    pub(super) fn reply(&mut self, number: Number, reply: Reply) -> Task<Message> {
        match reply {
            Reply::Opened => self.opened(),
            Reply::Answered(_, answer) => {
                self.context.work = None;
                self.answered(number, *answer)
            }
            Reply::Done(op, answer, changed, loaded) => {
                let done = self.done(&op, &answer);
                let load = if changed.any() { self.loaded(number, loaded) } else { Task::none() };
                Task::batch([done, load])
            }
            Reply::Refused(asked, why) => self.refused(&asked, why),
            Reply::Working(work) => {
                self.context.work = Some(work);
                Task::none()
            }
        }
    }

    fn answered(&mut self, number: Number, answer: Answer) -> Task<Message> {
        match answer {
            Answer::Shell(shell) => self.shell(*shell),
            answer if number > self.since => {
                let effects = self.shown.answered(answer, &self.context);
                self.perform(effects)
            }
            _ => Task::none(),
        }
    }

    fn shell(&mut self, shell: ShellView) -> Task<Message> {
        let first_start =
            shell.first_start && !self.context.shell.first_start && self.route != Route::FirstStart;
        let behind = shell.clock_behind.filter(|_| self.context.shell.clock_behind.is_none());
        self.context.follow_rules(&shell);
        self.context.shell = shell;
        if first_start {
            self.before.clear();
            self.route = Route::FirstStart;
            return self.show();
        }
        match behind {
            Some(behind) if self.dialog.is_none() => {
                self.dialog = Some(Dialog::ClockBehind { now: behind.now, last: behind.last });
                self.focus("dialog-harmless")
            }
            _ => Task::none(),
        }
    }

    /// Takes what came with an act; where the screen needs something else by now, that is asked instead.
    fn loaded(&mut self, number: Number, loaded: Vec<Reply>) -> Task<Message> {
        if !loaded.iter().filter_map(Reply::query).eq(&self.queries()) {
            return self.load();
        }
        let tasks: Vec<_> = loaded.into_iter().map(|reply| self.reply(number, reply)).collect();
        Task::batch(tasks)
    }

    /// One act less is being saved.
    fn act_ended(&mut self) {
        self.saving = self.saving.saturating_sub(1);
        self.saves_slowly &= self.saving > 0;
    }

    fn done(&mut self, op: &Op, answer: &Answer) -> Task<Message> {
        self.act_ended();
        self.context.work = None;
        // What was said of the action before is over; without words of its own the journal's are shown.
        self.said = Said::default();
        if let Answer::Undone(undone) = answer {
            let text = undone.words(&self.context.tr);
            self.say(text);
            self.said.undone = !undone.is_nothing();
        }
        let effects = self.shown.done(op, answer, &self.context);
        self.perform(effects)
    }

    fn refused(&mut self, asked: &Asked, why: Explanation) -> Task<Message> {
        self.context.work = None;
        match asked {
            Asked::Open => return self.not_opened(why),
            Asked::Op(op) => {
                self.act_ended();
                if let Some(effects) = self.shown.refused(op, &why, &self.context) {
                    let follow = self.perform(effects);
                    return Task::batch([follow, self.load()]);
                }
                // An undo that changes a sheet whose report has gone out is a correction: it asks why.
                if let (Op::Undo(_), "reason_needed") = (op, why.code.as_str()) {
                    let asked = self.perform(vec![Effect::Ask(Dialog::reason(op.clone()))]);
                    return Task::batch([asked, self.load()]);
                }
            }
            Asked::Query(query) => {
                if let Some(effects) = self.shown.unanswered(query, &why, &self.context) {
                    return self.perform(effects);
                }
                // Asking again would be refused again.
                self.dialog = Some(Dialog::Refused(why));
                return self.focus("dialog-harmless");
            }
        }
        self.dialog = Some(Dialog::Refused(why));
        Task::batch([self.focus("dialog-harmless"), self.load()])
    }
}
