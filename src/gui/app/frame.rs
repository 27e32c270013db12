//! The frame around the screen: sidebar, saved, backup, last action.

use chrono::NaiveDateTime;
use iced::widget::container;
use iced::{Length, Subscription, time, window};

use super::input::PLACES;
use super::{App, Message};
use crate::domain::calendar::Season;
use crate::gui::Element;
use crate::gui::dialog;
use crate::gui::frame::{FrameContent, LastAction, NavItem, Saved, frame};
use crate::gui::keymap::{Area, hints};
use crate::gui::route::{Place, Route};
use crate::gui::screen::KeyPress;
use crate::gui::theme::Tone;
use crate::gui::widget::{
    Dialog as Sheet, Icon, State, dialog_layer, focus_steps, page_ground, uncaught_keys,
};
use crate::i18n::Tr;

/// The screens of the sidebar.
pub(in crate::gui) const SCREENS: [Place; 6] =
    [Place::Today, Place::Roster, Place::Trace, Place::Plan, Place::Print, Place::Usb];
/// The places at its foot.
pub(in crate::gui) const FOOT: [Place; 2] = [Place::Settings, Place::Help];

impl App {
    /// Keys of the alerts on the banner of the open class sheet.
    #[cfg(test)]
    pub(in crate::gui) fn alerts_on_sheet(&self) -> Vec<String> {
        match &self.shown {
            crate::gui::screen::shown::Shown::ClassSheet(sheet) => sheet.alert_keys(),
            _ => Vec::new(),
        }
    }

    /// The whole window.
    pub fn view(&self) -> Element<'_, Message> {
        if let Some(why) = &self.broken {
            return broken(why);
        }
        let page = self.shown.view(&self.context);
        let form = self.shown.is_form(self.typing);
        let whole = if self.route == Route::FirstStart {
            page.body.map(Message::Screen)
        } else {
            let content = FrameContent {
                breadth: self.context.breadth(),
                side: self.context.side(),
                school: self.school(),
                day: self.day(),
                week: self.week(),
                items: self.items(&SCREENS),
                settings: self.items(&FOOT),
                saved: self.saved_word(),
                backup: self.backup(),
                person: self.context.shell.operator.clone(),
                lock: None,
                header: page.header.map(Message::Screen),
                keys: if form { hints(Area::Form, &self.context.tr) } else { page.keys },
                last: self.last(),
            };
            frame(content, page.body.map(Message::Screen))
        };
        let over = self.dialog.as_ref().map(|dialog| dialog::view(dialog, &self.context.tr, Message::Dialog));
        let ground = page_ground(dialog_layer(whole, over), self.pages);
        // Esc leaves a form at once, also where a field would take it to lose the focus.
        let leave = (form && self.shown.escape().is_some()).then(|| Message::Key(KeyPress::escape()));
        let stepped = focus_steps(ground, &self.steps).tell(Message::Typing).escape(leave);
        uncaught_keys(stepped, Message::Key)
    }

    fn school(&self) -> String {
        let shell = &self.context.shell;
        if shell.demo { self.context.tr.frame_demo(&shell.school) } else { shell.school.clone() }
    }

    fn day(&self) -> String {
        let date = self.context.now.date();
        format!("{date} {}", self.context.tr.weekday(date))
    }

    fn week(&self) -> String {
        let tr = &self.context.tr;
        match self.context.shell.term {
            Some((Season::Autumn, week)) => tr.frame_week_autumn(week),
            Some((Season::Spring, week)) => tr.frame_week_spring(week),
            None => tr.frame_no_term(),
        }
    }

    fn items(&self, places: &[Place]) -> Vec<NavItem<Message>> {
        let open = self.context.shell.due.sum();
        let mut items =
            items(places, self.route.place(), &self.context.tr, |place| Message::Go(self.route_of(place)));
        for (item, place) in items.iter_mut().zip(places) {
            item.count = if *place == Place::Trace { open } else { 0 };
        }
        items
    }

    fn saved_word(&self) -> Saved<Message> {
        let tr = &self.context.tr;
        if let (false, Some(why)) = (self.saves_slowly, &self.context.shell.backup_trouble) {
            let (word, on_press) = (why.happened.clone(), Some(Message::Explain(why.clone())));
            return Saved { state: State::Exceptions, word, hour: None, on_press };
        }
        if !self.saves_slowly && self.shown.unsaved(&self.context).is_some() {
            let state = State::Other(Icon::Pencil, Tone::Warn);
            return Saved { state, word: tr.frame_unsaved(), hour: None, on_press: None };
        }
        let (state, word) = match (self.saves_slowly, self.context.shell.saved_at) {
            (false, Some(at)) => (State::Nil, tr.frame_saved(&self.hour_or_day(at))),
            (false, None) => (State::Nil, tr.frame_nothing_to_save()),
            (true, _) => (State::Running, tr.frame_saving()),
        };
        let hour = self.context.shell.saved_at.filter(|_| !self.saves_slowly).map(|at| self.hour_or_day(at));
        Saved { state, word, hour, on_press: None }
    }

    /// The hour; of an earlier day the day, since its hour alone would be read as one of today.
    fn hour_or_day(&self, at: NaiveDateTime) -> String {
        if at.date() == self.context.now.date() {
            self.context.tr.time(at)
        } else {
            at.format("%m-%d").to_string()
        }
    }

    fn backup(&self) -> String {
        let tr = &self.context.tr;
        match &self.context.shell.backup {
            Some((at, _)) => tr.frame_backup(&self.hour_or_day(*at)),
            None => tr.frame_no_backup(),
        }
    }

    fn last(&self) -> LastAction<Message> {
        let tr = &self.context.tr;
        let undoable = self.context.shell.last.as_ref();
        let text = if self.said.text.is_empty() {
            undoable.map(|line| tr.frame_just_now(&line.words)).unwrap_or_default()
        } else {
            let next = undoable.filter(|_| self.said.undone);
            next.map_or_else(|| self.said.text.clone(), |line| tr.undoing_next(&self.said.text, &line.words))
        };
        let undo = undoable.map(|_| (tr.frame_undo(), "Ctrl+Z".to_owned(), Message::Undo));
        LastAction { text, undo, fresh: self.said.fresh }
    }

    /// What the window listens to.
    pub fn subscription(&self) -> Subscription<Message> {
        let mut sources = vec![
            window::resize_events().map(|(_, size)| Message::Resized(size)),
            window::open_events().map(Message::Appeared),
            iced::event::listen_with(|event, _, _| match event {
                iced::Event::Window(window::Event::FileDropped(path)) => Some(Message::Dropped(path)),
                _ => None,
            }),
            time::every(std::time::Duration::from_secs(20)).map(|_| Message::Tick),
        ];
        if self.said.fresh {
            sources.push(time::every(std::time::Duration::from_millis(600)).map(|_| Message::Faded));
        }
        if self.saving > 0 && !self.saves_slowly {
            sources.push(time::every(std::time::Duration::from_millis(200)).map(|_| Message::SavesSlowly));
        }
        Subscription::batch(sources)
    }
}

fn broken(why: &crate::i18n::Explanation) -> Element<'_, Message> {
    let text = format!("{}\n{}\n[{}]", why.meaning, why.remedy, why.code);
    let sheet = Sheet::new(why.happened.as_str(), crate::gui::widget::text(text));
    dialog_layer(container(crate::gui::widget::text("")).center(Length::Fill), Some(sheet))
}

/// The items of the sidebar that lead to places.
pub(in crate::gui) fn items<M>(
    places: &[Place],
    current: Option<Place>,
    tr: &Tr,
    go: impl Fn(Place) -> M,
) -> Vec<NavItem<M>> {
    let item = |place: &Place| NavItem {
        icon: icon_of(*place),
        word: word_of(*place, tr),
        key: PLACES.iter().find(|(known, ..)| known == place).map_or("", |(.., key)| key).to_owned(),
        current: current == Some(*place),
        count: 0,
        on_press: go(*place),
    };
    places.iter().map(item).collect()
}

fn icon_of(place: Place) -> Icon {
    match place {
        Place::Today => Icon::CalendarCheck,
        Place::Roster => Icon::List,
        Place::Trace => Icon::Phone,
        Place::Plan => Icon::ShieldCheck,
        Place::Print => Icon::Printer,
        Place::Usb => Icon::Usb,
        Place::Settings => Icon::Sliders,
        Place::Help => Icon::Help,
    }
}

fn word_of(place: Place, tr: &Tr) -> String {
    match place {
        Place::Today => tr.frame_today(),
        Place::Roster => tr.frame_roster(),
        Place::Trace => tr.frame_trace(),
        Place::Plan => tr.frame_plan(),
        Place::Print => tr.frame_print(),
        Place::Usb => tr.frame_usb(),
        Place::Settings => tr.frame_settings(),
        Place::Help => tr.frame_help(),
    }
}
