//! Somebody at the window without a window: presses keys, commits what an input method would, clicks words; every
//! task and the book's thread really run.

#![allow(dead_code)] // flows use what they need

use std::pin::pin;

use iced::advanced::clipboard;
use iced::advanced::input_method::Event as Ime;
use iced::advanced::widget::operation::{self, Operation};
use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced::keyboard::{self, Key, Location, Modifiers, key};
use iced::{Event, Pixels, Point, Size, Task, mouse, window};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};

use super::app::{App, Message, input};
use super::theme::{font, size};
use super::{Start, Theme};

type View<'a> = UserInterface<'a, Message, Theme, iced::Renderer>;

/// Somebody at the window.
pub struct Robot {
    pub app: App,
    cache: Option<Cache>,
    renderer: iced::Renderer,
    size: Size,
    cursor: mouse::Cursor,
    pub ended: bool,
}

impl Robot {
    /// Opens the window and waits until everything is shown.
    pub fn start(start: Start, size: Size) -> Self {
        font::load();
        let renderer = iced::Renderer::new(font::REGULAR, Pixels(size::BODY.size));
        let (app, task) = App::new(start);
        let cursor = mouse::Cursor::Unavailable;
        let mut robot = Self { app, cache: Some(Cache::default()), renderer, size, cursor, ended: false };
        robot.perform(vec![task]);
        robot.say(Message::Resized(size));
        robot
    }

    /// Sends a message and waits for what follows.
    pub fn say(&mut self, message: Message) {
        let task = self.app.update(message);
        self.perform(vec![task]);
        self.draw();
    }

    /// Draws the window, as it does after every message.
    fn draw(&mut self) {
        let redraw = Event::Window(window::Event::RedrawRequested(std::time::Instant::now()));
        for message in self.events(&[redraw]) {
            let task = self.app.update(message);
            self.perform(vec![task]);
        }
    }

    /// Presses a key.
    pub fn press(&mut self, key: impl Into<Key>, modifiers: Modifiers) {
        self.send(&[pressed(key.into(), modifiers)]);
    }

    /// Presses a named key alone.
    pub fn tap(&mut self, key: key::Named) {
        self.press(Key::Named(key), Modifiers::empty());
    }

    /// Types plain characters one by one.
    pub fn type_keys(&mut self, keys: &str) {
        for c in keys.chars() {
            self.press(Key::Character(c.to_string().into()), Modifiers::empty());
        }
    }

    /// Answers the question of a dialog with its act.
    pub fn confirm(&mut self) {
        for _ in 0..3 {
            if self.focused() == Some("dialog-act".into()) {
                break;
            }
            self.tap(key::Named::Tab);
        }
        self.tap(key::Named::Enter);
    }

    /// Presses a letter with Ctrl.
    pub fn ctrl(&mut self, letter: &str) {
        self.press(Key::Character(letter.into()), Modifiers::CTRL);
    }

    /// Commits a text as an input method does.
    pub fn commit(&mut self, text: &str) {
        self.send(&[Event::InputMethod(Ime::Commit(text.to_owned()))]);
    }

    /// Clicks the middle of a place.
    pub fn click_at(&mut self, place: Point) {
        self.cursor = mouse::Cursor::Available(place);
        self.send(&[
            Event::Mouse(mouse::Event::CursorMoved { position: place }),
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
        ]);
    }

    /// The name of what has the focus.
    pub fn focused(&mut self) -> Option<iced::advanced::widget::Id> {
        let mut focused = input::Focused::default();
        let cache = self.cache.take().unwrap_or_default();
        let mut view: View<'_> = UserInterface::build(self.app.view(), self.size, cache, &mut self.renderer);
        view.operate(&self.renderer, &mut operation::black_box(&mut focused));
        self.cache = Some(view.into_cache());
        focused.0
    }

    /// Types signs and Enter (`⏎`) in goes: those of one go arrive at once, and the window is not drawn before the last.
    pub fn type_in_goes(&mut self, goes: &[&str]) {
        for go in goes {
            let key = |sign: char| match sign {
                '⏎' => Key::Named(key::Named::Enter),
                ' ' => Key::Named(key::Named::Space),
                sign => Key::Character(sign.to_string().into()),
            };
            let events: Vec<_> = go.chars().map(|sign| pressed(key(sign), Modifiers::empty())).collect();
            for message in self.events(&events) {
                let task = self.app.update(message);
                self.perform(vec![task]);
            }
        }
        self.draw();
    }

    /// Presses named keys faster than the window is painted: all of them arrive at once.
    pub fn tap_at_once(&mut self, keys: &[key::Named]) {
        let events = keys.iter().map(|key| pressed(Key::Named(*key), Modifiers::empty()));
        self.send(&events.collect::<Vec<_>>());
    }

    /// Turns the wheel over a place, in lines; below 0 goes down.
    pub fn wheel_at(&mut self, place: Point, lines: f32) {
        self.cursor = mouse::Cursor::Available(place);
        let delta = mouse::ScrollDelta::Lines { x: 0.0, y: lines };
        self.send(&[
            Event::Mouse(mouse::Event::CursorMoved { position: place }),
            Event::Mouse(mouse::Event::WheelScrolled { delta }),
        ]);
    }

    /// All texts that are made now, in sight or near it.
    pub fn words(&mut self) -> Vec<String> {
        let mut words = Words::default();
        let cache = self.cache.take().unwrap_or_default();
        let mut view: View<'_> = UserInterface::build(self.app.view(), self.size, cache, &mut self.renderer);
        view.operate(&self.renderer, &mut words);
        self.cache = Some(view.into_cache());
        words.0
    }

    fn send(&mut self, events: &[Event]) {
        for message in self.events(events) {
            self.say(message);
        }
        self.draw();
    }

    /// What the window says to events that reach it at once.
    fn events(&mut self, events: &[Event]) -> Vec<Message> {
        let mut messages = Vec::new();
        let (renderer, cursor) = (&mut self.renderer, self.cursor);
        let cache = self.cache.take().unwrap_or_default();
        let mut view: View<'_> = UserInterface::build(self.app.view(), self.size, cache, renderer);
        let _ = view.update(events, cursor, renderer, &mut clipboard::Null, &mut messages);
        self.cache = Some(view.into_cache());
        messages
    }

    /// Runs tasks and everything that follows from them.
    fn perform(&mut self, mut tasks: Vec<Task<Message>>) {
        while let Some(task) = tasks.pop() {
            let Some(stream) = task::into_stream(task) else { continue };
            let mut stream = pin!(stream);
            while let Some(action) = block_on(stream.next()) {
                match action {
                    Action::Output(message) => tasks.push(self.app.update(message)),
                    Action::Widget(operation) => self.operate(operation),
                    Action::Exit => self.ended = true,
                    _ => {}
                }
            }
        }
    }

    fn operate(&mut self, mut operation: Box<dyn Operation>) {
        let cache = self.cache.take().unwrap_or_default();
        let mut view: View<'_> = UserInterface::build(self.app.view(), self.size, cache, &mut self.renderer);
        loop {
            view.operate(&self.renderer, operation.as_mut());
            match operation.finish() {
                operation::Outcome::Chain(next) => operation = next,
                _ => break,
            }
        }
        self.cache = Some(view.into_cache());
    }
}

fn pressed(key: Key, modifiers: Modifiers) -> Event {
    let text = match &key {
        Key::Character(c) if !modifiers.command() && !modifiers.alt() => Some(c.clone()),
        Key::Named(key::Named::Space) => Some(" ".into()),
        _ => None,
    };
    let physical_key = key::Physical::Unidentified(key::NativeCode::Unidentified);
    Event::Keyboard(keyboard::Event::KeyPressed {
        key: key.clone(),
        modified_key: key,
        physical_key,
        location: Location::Standard,
        modifiers,
        text,
        repeat: false,
    })
}

/// The texts of a view.
#[derive(Default)]
struct Words(Vec<String>);

impl Operation for Words {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text(&mut self, _id: Option<&iced::advanced::widget::Id>, _bounds: iced::Rectangle, text: &str) {
        self.0.push(text.to_owned());
    }
}
