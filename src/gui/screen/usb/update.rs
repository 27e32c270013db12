//! What U盘 asks for.

use std::path::PathBuf;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Message, Said, Usb};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick};
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::usb::{Level, UsbOp};
use crate::ops::{Answer, Op, Query};

impl Screen for Usb {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        vec![Query::Usb(context.now.date())]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Usb(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.data = Some(*data);
        self.settle();
        if first { vec![Effect::Focus("drives".into())] } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Drive(drive) => self.choose(drive, context),
            Message::Move(step) => self.step(step, context),
            Message::Refresh => {
                self.said = None;
                vec![Effect::Load(Query::Usb(context.now.date()))]
            }
            Message::Folder(typed) => {
                self.other = Some(typed);
                self.wrong = None;
                Vec::new()
            }
            Message::Choose => vec![Effect::Pick(Pick::Folder(context.tr.usb_screen_choose_title()))],
            Message::Write => self.write(context),
            Message::Stop => vec![Effect::Cancel],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match (&press.key, press.letter()) {
            (Key::Named(Named::Enter), _) if press.modifiers.command() => Some(Message::Write),
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (_, Some('r')) => Some(Message::Refresh),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, _context: &Context) -> Vec<Effect> {
        let (Op::Usb(_), Answer::Packaged(exported)) = (op, answer) else { return Vec::new() };
        self.busy = false;
        self.said = Some(Said::Written((**exported).clone()));
        vec![Effect::Focus("drives".into())]
    }

    fn refused(&mut self, op: &Op, why: &Explanation, context: &Context) -> Option<Vec<Effect>> {
        let Op::Usb(_) = op else { return None };
        self.busy = false;
        let cancelled = why.code == "cancelled";
        self.said = Some(if cancelled { Said::Cancelled } else { Said::Refused(why.clone()) });
        // The stick may be gone or full by now: look again.
        Some(vec![Effect::Load(Query::Usb(context.now.date()))])
    }

    fn picked(&mut self, path: PathBuf, _context: &Context) -> Vec<Effect> {
        self.other = Some(path.display().to_string());
        self.wrong = None;
        vec![Effect::Focus("folder".into())]
    }

    fn escape(&self) -> Option<Message> {
        self.busy.then_some(Message::Stop)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Usb {
    fn choose(&mut self, drive: Option<PathBuf>, context: &Context) -> Vec<Effect> {
        self.said = None;
        self.wrong = None;
        if let Some(drive) = drive {
            let fault = self.targets().iter().find(|target| target.path == drive).and_then(|t| t.fault);
            if let Some(fault) = fault {
                return vec![Effect::Notify(super::fault_words(fault, &context.tr))];
            }
            self.drive = Some(drive);
            self.other = None;
            return Vec::new();
        }
        let _ = self.other.get_or_insert_default();
        vec![Effect::Focus("folder".into())]
    }

    /// The drives that can be written in their order, then the other folder.
    fn step(&mut self, step: i32, context: &Context) -> Vec<Effect> {
        let usable = self.targets().iter().filter(|target| target.is_usable());
        let drives: Vec<PathBuf> = usable.map(|target| target.path.clone()).collect();
        let at = match (&self.other, &self.drive) {
            (None, Some(drive)) => drives.iter().position(|path| path == drive).unwrap_or(0),
            _ => drives.len(),
        };
        let next = at.saturating_add_signed(step as isize).min(drives.len());
        let mut effects = self.choose(drives.get(next).cloned(), context);
        if effects.is_empty() {
            effects.push(Effect::Focus("drives".into()));
        }
        effects
    }

    fn write(&mut self, context: &Context) -> Vec<Effect> {
        if self.busy {
            return Vec::new();
        }
        let Some(to) = self.to() else {
            if self.other.is_some() {
                self.wrong = Some(context.tr.usb_screen_no_folder());
                return vec![Effect::Focus("folder".into())];
            }
            return vec![Effect::Notify(context.tr.usb_screen_no_drive())];
        };
        self.busy = true;
        self.said = None;
        self.wrong = None;
        vec![Effect::Run(Op::Usb(UsbOp::Export { to, date: context.now.date(), level: Level::Counts }))]
    }
}
