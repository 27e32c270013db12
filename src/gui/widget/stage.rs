//! The test bench of views: builds a view without a window, presses keys, clicks, asks and takes pictures.
//!
//! `Simulator` of `iced_test` works on our views too; this one also runs operations (focus, overflow), keeps the widget
//! state over several views and takes pictures at 100 %.

// A test bench fails tests by panicking.
#![allow(clippy::missing_panics_doc)]

mod in_sight;

use iced::advanced::clipboard;
use iced::advanced::renderer::{Headless as _, Quad};
use iced::advanced::widget::{Id, Operation, operation};
use iced::advanced::{mouse, renderer};
use iced::keyboard::{self, Key, Location, Modifiers, key};
use iced::theme::Base as _;
use iced::{Event, Pixels, Point, Rectangle, Size, event, window};
use iced_test::runtime::user_interface::{Cache, UserInterface};

use super::Report;
use crate::gui::Element;
use crate::gui::theme::{Theme, font, size};

/// A view on the bench with the widget state of the views before it.
pub struct Stage<'a, M> {
    view: Option<UserInterface<'a, M, Theme, iced::Renderer>>,
    renderer: iced::Renderer,
    size: Size,
    cursor: mouse::Cursor,
    messages: Vec<M>,
}

/// A text without enough room.
#[derive(Debug, Clone, PartialEq)]
pub struct Overflow {
    /// The text.
    pub text: String,
    /// What it needs.
    pub need: Size,
    /// What it has, in window coordinates.
    pub room: Rectangle,
    /// What is wrong.
    pub why: &'static str,
}

/// Something that takes the focus.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Its name, if it has one.
    pub id: Option<Id>,
    /// Where it lies in the window's coordinates (inside a list: in the list's).
    pub bounds: Rectangle,
    /// Whether it has the focus.
    pub focused: bool,
    /// Whether it is a text field.
    pub field: bool,
}

/// A drawn focus ring.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// Where it lies in the window.
    pub bounds: Rectangle,
    /// What of it is not cut off by the window or a list.
    pub seen: Option<Rectangle>,
}

impl<'a, M> Stage<'a, M> {
    /// Puts a view on the bench at an effective size in logical pixels.
    pub fn new(view: impl Into<Element<'a, M>>, size: impl Into<Size>) -> Self {
        font::load();
        let mut renderer = iced::Renderer::new(font::REGULAR, Pixels(size::BODY.size));
        let size = size.into();
        let view = UserInterface::build(view, size, Cache::default(), &mut renderer);
        let mut stage = Self {
            view: Some(view),
            renderer,
            size,
            cursor: mouse::Cursor::Unavailable,
            messages: Vec::new(),
        };
        stage.redraw();
        stage
    }

    /// Replaces the view as the application does after an update: the widgets keep their state.
    pub fn show(&mut self, view: impl Into<Element<'a, M>>) {
        if let Some(old) = self.view.take() {
            self.view = Some(UserInterface::build(view, self.size, old.into_cache(), &mut self.renderer));
        }
        self.redraw();
    }

    fn redraw(&mut self) {
        self.send([Event::Window(window::Event::RedrawRequested(std::time::Instant::now()))]);
    }

    /// Sends events; says which were captured.
    pub fn send(&mut self, events: impl IntoIterator<Item = Event>) -> Vec<event::Status> {
        let events: Vec<Event> = events.into_iter().collect();
        let Some(view) = &mut self.view else { return Vec::new() };
        view.update(&events, self.cursor, &mut self.renderer, &mut clipboard::Null, &mut self.messages).1
    }

    /// Presses and releases a key.
    pub fn key(&mut self, key: impl Into<Key>, modifiers: Modifiers) -> event::Status {
        let key = key.into();
        let text = match &key {
            Key::Character(c) if modifiers.is_empty() => Some(c.clone()),
            Key::Named(key::Named::Space) => Some(" ".into()),
            _ => None,
        };
        let physical_key = key::Physical::Unidentified(key::NativeCode::Unidentified);
        let pressed = Event::Keyboard(keyboard::Event::KeyPressed {
            key: key.clone(),
            modified_key: key,
            physical_key,
            location: Location::Standard,
            modifiers,
            text,
            repeat: false,
        });
        self.send([pressed]).first().copied().unwrap_or(event::Status::Ignored)
    }

    /// Commits a text as an input method does.
    pub fn commit(&mut self, text: &str) {
        use iced::advanced::input_method::Event as Ime;
        self.send([Event::InputMethod(Ime::Commit(text.to_owned()))]);
    }

    /// Clicks a place.
    pub fn click_at(&mut self, place: Point) {
        self.cursor = mouse::Cursor::Available(place);
        self.send([
            Event::Mouse(mouse::Event::CursorMoved { position: place }),
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
        ]);
    }

    /// Clicks a text.
    pub fn click(&mut self, word: &str) {
        let found = self.texts().into_iter().find(|(text, _)| text == word);
        let (_, bounds) = found.unwrap_or_else(|| panic!("no text {word:?} in {:?}", self.words()));
        self.click_at(bounds.center());
    }

    /// Runs an operation with everything that follows from it.
    pub fn operate<T: 'static>(&mut self, operation: impl Operation<T> + 'static) -> Option<T> {
        let Some(view) = &mut self.view else { return None };
        let mut next: Box<dyn Operation<T>> = Box::new(operation);
        loop {
            view.operate(&self.renderer, &mut operation::black_box(next.as_mut()));
            match next.finish() {
                operation::Outcome::None => return None,
                operation::Outcome::Some(value) => return Some(value),
                operation::Outcome::Chain(following) => next = following,
            }
        }
    }

    /// Everything that takes the focus, in Tab order.
    pub fn stops(&mut self) -> Vec<Stop> {
        self.operate(Survey::default()).map(|s| s.stops).unwrap_or_default()
    }

    /// The index in [`stops`](Self::stops) of what has the focus; fails the test if there are two.
    pub fn focused(&mut self) -> Option<usize> {
        let Lit { lit, .. } = self.operate(Lit::default()).unwrap_or_default();
        assert!(lit.len() <= 1, "several have the focus: {lit:?}");
        lit.first().copied()
    }

    /// Draws the view and finds the focus rings in it.
    pub fn rings(&mut self, theme: Theme) -> Vec<Ring> {
        self.draw(theme);
        let is_ring = |border: &iced::Border| border.color == theme.palette().ring && border.width >= 2.0;
        let drawn = self.renderer.layers().iter().flat_map(|layer| {
            let rings = layer.quads.iter().filter(move |(quad, _)| is_ring(&quad.border));
            rings.map(|(Quad { bounds, .. }, _)| Ring {
                bounds: *bounds,
                seen: layer.bounds.intersection(bounds),
            })
        });
        drawn.collect()
    }

    /// All texts with their places.
    pub fn texts(&mut self) -> Vec<(String, Rectangle)> {
        self.operate(Survey::default()).map(|s| s.texts).unwrap_or_default()
    }

    /// All texts.
    pub fn words(&mut self) -> Vec<String> {
        self.texts().into_iter().map(|(text, _)| text).collect()
    }

    /// All texts that are wholly in sight, wherever lists are scrolled to.
    pub fn in_sight(&mut self) -> Vec<String> {
        let window = Rectangle::with_size(self.size);
        self.operate(in_sight::InSight::of(window)).map(|s| s.words).unwrap_or_default()
    }

    /// All texts that are cut, squeezed or outside of what they stand in.
    pub fn overflow(&mut self) -> Vec<Overflow> {
        let window = Rectangle::with_size(self.size);
        self.operate(Survey { inside: vec![window], ..Survey::default() }).map(|s| s.cut).unwrap_or_default()
    }

    /// The messages so far, taken out.
    pub fn messages(&mut self) -> Vec<M> {
        std::mem::take(&mut self.messages)
    }

    fn draw(&mut self, theme: Theme) {
        self.redraw();
        let Some(view) = &mut self.view else { return };
        let style = renderer::Style { text_color: theme.base().text_color };
        view.draw(&mut self.renderer, &theme, &style, self.cursor);
    }

    /// Writes `gui/NAME.png` in the system's temporary folder at a scale, 1.0 for 100 %.
    pub fn picture(&mut self, theme: Theme, scale: f32, name: &str) {
        self.draw(theme);
        let pixels = Size::new((self.size.width * scale) as u32, (self.size.height * scale) as u32);
        let bytes = self.renderer.screenshot(pixels, scale, theme.base().background_color);
        let folder = std::env::temp_dir().join("gui");
        std::fs::create_dir_all(&folder).expect("the folder");
        let file = std::fs::File::create(folder.join(format!("{name}.png"))).expect("the picture");
        let mut encoder = png::Encoder::new(file, pixels.width, pixels.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.write_header().and_then(|mut w| w.write_image_data(&bytes)).expect("the picture");
    }
}

/// All texts of a view at a size that have too little room. Empty is what every screen's test wants.
pub fn find_overflow<'a, M>(view: impl Into<Element<'a, M>>, size: impl Into<Size>) -> Vec<Overflow> {
    Stage::new(view, size).overflow()
}

/// Walks a view once and notes texts, focus and room.
#[derive(Default, Clone)]
struct Survey {
    stops: Vec<Stop>,
    texts: Vec<(String, Rectangle)>,
    cut: Vec<Overflow>,
    /// What the current widget must stay in, innermost last.
    inside: Vec<Rectangle>,
    next: Option<Rectangle>,
    /// Inside a list everything above may be left by scrolling.
    scrolls: bool,
    /// A text field says so just before it says that it takes the focus.
    field: bool,
}

impl Operation<Survey> for Survey {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Survey>)) {
        let scrolls = std::mem::take(&mut self.scrolls);
        let outer = self.inside.clone();
        if scrolls {
            self.inside.clear();
        }
        self.inside.extend(self.next.take());
        operate(self);
        self.inside = outer;
        self.next = None;
    }

    fn container(&mut self, _id: Option<&Id>, bounds: Rectangle) {
        self.next = Some(bounds);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        content_bounds: Rectangle,
        _translation: iced::Vector,
        _state: &mut dyn operation::Scrollable,
    ) {
        self.next = Some(content_bounds);
        self.scrolls = true;
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn operation::Focusable) {
        let field = std::mem::take(&mut self.field);
        self.stops.push(Stop { id: id.cloned(), bounds, focused: state.is_focused(), field });
    }

    fn text_input(&mut self, _id: Option<&Id>, _bounds: Rectangle, _state: &mut dyn operation::TextInput) {
        self.field = true;
    }

    fn text(&mut self, _id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.texts.push((text.to_owned(), bounds));
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn std::any::Any) {
        let Some(report) = state.downcast_ref::<Report>() else { return };
        if report.content.is_empty() {
            return;
        }
        let slack = 0.6;
        let within = |outer: &Rectangle| {
            bounds.x >= outer.x - slack
                && bounds.y >= outer.y - slack
                && bounds.x + bounds.width <= outer.x + outer.width + slack
                && bounds.y + bounds.height <= outer.y + outer.height + slack
        };
        let squeezed = report.need.height > report.line * 2.5 && bounds.width < report.line * 2.0;
        let why = if report.need.width > bounds.width + slack {
            "too wide"
        } else if report.need.height > bounds.height + slack {
            "too high"
        } else if squeezed {
            "squeezed"
        } else if report.shortened && bounds.width < report.line * 2.0 {
            "nothing left of it"
        } else if !self.inside.iter().all(within) {
            "outside"
        } else {
            return;
        };
        self.cut.push(Overflow { text: report.content.clone(), need: report.need, room: bounds, why });
    }

    fn finish(&self) -> operation::Outcome<Survey> {
        operation::Outcome::Some(self.clone())
    }
}

/// The places in the order of Tab of what has the focus.
#[derive(Default, Clone)]
struct Lit {
    stop: usize,
    lit: Vec<usize>,
}

impl Operation<Lit> for Lit {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Lit>)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn operation::Focusable) {
        self.lit.extend(state.is_focused().then_some(self.stop));
        self.stop += 1;
    }

    fn finish(&self) -> operation::Outcome<Lit> {
        operation::Outcome::Some(self.clone())
    }
}
