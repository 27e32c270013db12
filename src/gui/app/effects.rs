//! Turning effects into tasks.

use std::time::{Duration, Instant};

use iced::Task;

use super::{App, Message, Room, Said, input, replied};
use crate::gui::dialog::{self, Dialog};
use crate::gui::effect::{Effect, Pick, Preference};
use crate::i18n::{Explanation, Tr};
use crate::ops::check::CheckOp;
use crate::ops::{Op, OpenOptions};

impl App {
    /// The screen that is shown.
    #[cfg(test)]
    pub(in crate::gui) fn shown(&self) -> &crate::gui::screen::shown::Shown {
        &self.shown
    }

    pub(super) fn perform(&mut self, effects: Vec<Effect>) -> Task<Message> {
        let tasks: Vec<_> = effects.into_iter().map(|effect| self.effect(effect)).collect();
        Task::batch(tasks)
    }

    fn effect(&mut self, effect: Effect) -> Task<Message> {
        match effect {
            Effect::Run(op) => {
                self.saving += 1;
                let then = self.queries();
                replied(self.runner.run(op, then))
            }
            Effect::Load(query) => replied(self.runner.load(query)),
            Effect::Go(route) => self.go(route),
            Effect::Back => self.back(),
            Effect::Ask(dialog) => {
                let first = dialog.first();
                self.dialog = Some(dialog);
                self.focus(first)
            }
            Effect::Focus(id) => self.focus(id),
            Effect::Reveal(id) => input::reveal(id),
            Effect::Scroll(id, to) => input::scroll(id, to),
            Effect::Notify(text) => {
                self.say(text);
                Task::none()
            }
            Effect::Pick(pick) => choose(pick, no_dialog(&self.context.tr)),
            Effect::Prefer(preference) => self.prefer(preference),
            Effect::Cancel => {
                self.runner.cancel();
                Task::none()
            }
            Effect::OpenBook(folder) => self.open_book(folder),
        }
    }

    fn open_book(&mut self, folder: std::path::PathBuf) -> Task<Message> {
        self.left = Some(std::mem::replace(&mut self.start.open.folder, folder));
        self.reopen()
    }

    fn reopen(&mut self) -> Task<Message> {
        self.open = false;
        let language = self.context.tr.language();
        replied(self.runner.open(OpenOptions { language, ..self.start.open.clone() }))
    }

    /// The book is open; if it is another one than before, it is the one to open from now on.
    pub(super) fn opened(&mut self) -> Task<Message> {
        self.open = true;
        self.broken = None;
        self.since = self.runner.last();
        self.since_when = self.clock.now();
        let remember = if self.left.take().is_some() {
            self.start.preferences.data = Some(self.start.open.folder.clone());
            self.remember()
        } else {
            Task::none()
        };
        Task::batch([remember, self.load()])
    }

    /// The book could not be opened: back to the one before, if there was one.
    pub(super) fn not_opened(&mut self, why: Explanation) -> Task<Message> {
        let Some(before) = self.left.take() else {
            self.broken = Some(why);
            return Task::none();
        };
        self.start.open.folder = before;
        self.dialog = Some(Dialog::Refused(why));
        Task::batch([self.focus("dialog-harmless"), self.reopen()])
    }

    fn prefer(&mut self, preference: Preference) -> Task<Message> {
        let mut follow = Task::none();
        match preference {
            Preference::SavedIn(folder) => {
                // Nothing that is shown depends on it.
                self.context.saved_in = Some(folder.clone());
                self.start.preferences.saved_in = Some(folder);
                return self.remember();
            }
            Preference::Language(language) => {
                self.start.preferences.language = Some(language);
                // What was said is in the other language; the journal says it again.
                self.said = Said::default();
                self.context.tr = Tr::new(language);
                follow = replied(self.runner.language(language));
            }
            Preference::Theme(theme) => {
                iced::theme::Base::name(&theme).clone_into(&mut self.start.preferences.theme);
                self.context.theme = theme;
            }
            Preference::Scale(scale) => {
                // The window keeps its size, so there is more or less room in it.
                let factor = f32::from(self.context.scale) / f32::from(scale);
                self.start.preferences.scale = scale;
                follow = self.lay_out(Room { size: self.context.size * factor, scale });
            }
        }
        Task::batch([follow, self.remember(), self.load()])
    }

    /// Writes the preferences down; a failure is said and nothing else.
    fn remember(&mut self) -> Task<Message> {
        if self.start.remember
            && let Err(error) = self.start.preferences.save()
        {
            let why = crate::i18n::Explain::explain(&error, &self.context.tr);
            self.say(why.happened);
        }
        Task::none()
    }

    pub(super) fn answer_dialog(&mut self, message: dialog::Message) -> Task<Message> {
        let dialog = self.dialog.take();
        match message {
            dialog::Message::Close => match dialog {
                Some(Dialog::ClockBehind { .. }) => iced::exit(),
                _ => Task::none(),
            },
            dialog::Message::ClockRight => self.perform(vec![Effect::Run(Op::AcceptClock)]),
            dialog::Message::Reason(typed) => {
                if let Some(Dialog::Reason { op, .. }) = dialog {
                    self.dialog = Some(Dialog::Reason { op, typed, empty: false });
                }
                Task::none()
            }
            dialog::Message::GiveReason => self.give_reason(dialog),
            dialog::Message::Act(op) => self.perform(vec![Effect::Run(op)]),
            dialog::Message::Leave(route) => {
                // The dialog is the answer to `unsaved`: go without asking again.
                let here = std::mem::replace(&mut self.route, route);
                self.leave(here);
                self.show()
            }
        }
    }

    fn give_reason(&mut self, dialog: Option<Dialog>) -> Task<Message> {
        match dialog.map(with_reason) {
            Some(Ok(op)) => self.perform(vec![Effect::Run(op)]),
            Some(Err(asked)) => {
                let first = asked.first();
                self.dialog = Some(*asked);
                self.focus(first)
            }
            None => Task::none(),
        }
    }
}

/// A change with the reason that was typed; without one it goes on being asked.
fn with_reason(dialog: Dialog) -> Result<Op, Box<Dialog>> {
    let Dialog::Reason { op, typed, .. } = dialog else { return Err(Box::new(dialog)) };
    let reason = typed.trim().to_owned();
    match *op {
        Op::Check(CheckOp::Record { key, findings, .. }) if !reason.is_empty() => {
            Ok(Op::Check(CheckOp::Record { key, findings, reason: Some(reason) }))
        }
        Op::Undo(target) if !reason.is_empty() => Ok(Op::UndoBecause(target, reason)),
        op => Err(Box::new(Dialog::Reason { op: Box::new(op), typed, empty: true })),
    }
}

/// Sooner than this nobody has seen a dialog and closed it: there is none.
const NO_DIALOG: Duration = Duration::from_millis(400);

/// That there is no dialog for files, and what does the same.
fn no_dialog(tr: &Tr) -> Explanation {
    let (happened, meaning) = (tr.frame_no_dialog(), tr.frame_no_dialog_meaning());
    Explanation::new("no_file_dialog", happened, meaning, tr.frame_no_dialog_remedy())
}

/// The system's dialog for files. Where there is none, that is said: the path field of the screen does the same.
fn choose(pick: Pick, none: Explanation) -> Task<Message> {
    let dialog = rfd::AsyncFileDialog::new();
    let asked = Instant::now();
    Task::perform(
        async move {
            let chosen = match pick {
                Pick::RosterFile => {
                    let endings = ["xlsx", "xls", "ods", "csv", "tsv", "txt", "htm", "html"];
                    dialog.add_filter("xlsx xls ods csv", &endings).pick_file().await
                }
                Pick::Folder(title) => dialog.set_title(title).pick_folder().await,
                Pick::Save(title, name, ending) => {
                    dialog
                        .set_title(title)
                        .set_file_name(name)
                        .add_filter(ending, &[ending])
                        .save_file()
                        .await
                }
            };
            let chosen = chosen.map(|handle| handle.path().to_owned());
            if chosen.is_none() && asked.elapsed() < NO_DIALOG { Err(none) } else { Ok(chosen) }
        },
        |chosen| chosen.map_or_else(Message::Explain, Message::Picked),
    )
}
