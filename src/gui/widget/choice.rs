//! One out of few: segments side by side, or cards with a reason below each other.
//!
//! A group is one step of the Tab order; arrows choose inside it, the mouse chooses at once.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{Card, radio_cards, segments}};
//! let session: Element<'_, u8> = segments("session", [(0, "晨检"), (1, "午检")], 0, |chosen| chosen);
//! let folder: Element<'_, u8> = radio_cards("folder", vec![Card::new(0, "D:\\晨检簿").detail("关机重开后还在")], Some(0), |c| c);
//! ```

use std::borrow::Cow;

use iced::advanced::widget::Id;
use iced::keyboard::{Key, key::Named};
use iced::widget::{Column, Row, column, container, row, space};
use iced::{Alignment, Background, Border, Length::Fill, border};

use super::{Look, Press, control, text};
use crate::gui::Element;
use crate::gui::theme::{Ink, Theme, size};

/// The neighbour of the chosen one among `count`, not beyond the ends; the first where nothing is chosen.
fn neighbour(chosen: Option<usize>, count: usize, forward: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (chosen, forward) {
        (None, _) => 0,
        (Some(at), true) => (at + 1).min(last),
        (Some(at), false) => at.saturating_sub(1),
    })
}

/// The step of an arrow key: forward or back.
fn arrow(key: &Key) -> Option<bool> {
    match key {
        Key::Named(Named::ArrowRight | Named::ArrowDown) => Some(true),
        Key::Named(Named::ArrowLeft | Named::ArrowUp) => Some(false),
        _ => None,
    }
}

/// Segments of 34 px: the chosen one has accent ground and is bold. Where there is no room they go on in a second line.
#[allow(clippy::needless_pass_by_value)] // callers hand over the value that they show
pub fn segments<'a, T, W, M>(
    id: impl Into<Id>,
    options: impl IntoIterator<Item = (T, W)>,
    chosen: T,
    on_choose: impl Fn(T) -> M + 'a,
) -> Element<'a, M>
where
    T: PartialEq + Clone + 'a,
    W: Into<Cow<'a, str>>,
    M: Clone + 'a,
{
    let (values, words): (Vec<T>, Vec<W>) = options.into_iter().unzip();
    let at = values.iter().position(|value| *value == chosen);
    let parts = values.iter().zip(words).enumerate().map(|(index, (value, word))| {
        let on = at == Some(index);
        control(text(word).line().bold_if(on))
            .on_press(on_choose(value.clone()))
            .mouse_only()
            .height(size::CONTROL - 2.0)
            .padding([0.0, 14.0])
            .radius(size::RADIUS - 1.0)
            .look(move |palette, press| Look {
                ground: if on {
                    Some(palette.accent)
                } else {
                    matches!(press, Press::Hovered | Press::Pressed).then_some(palette.accentsoft)
                },
                text: Some(if on { palette.onaccent } else { palette.text }),
                ..Look::default()
            })
            .into()
    });
    let count = values.len();
    control(Row::with_children(parts).wrap())
        .id(id)
        .on_key(move |key, modifiers| {
            let forward = arrow(key).filter(|_| modifiers.is_empty())?;
            neighbour(at, count, forward).and_then(|i| values.get(i)).map(|value| on_choose(value.clone()))
        })
        .padding(1.0)
        .look(|palette, _| Look {
            ground: Some(palette.surface),
            edge: Some(palette.control),
            ..Look::default()
        })
        .into()
}

/// A choice with a reason.
pub struct Card<'a, T, M> {
    value: T,
    title: Cow<'a, str>,
    detail: Option<Cow<'a, str>>,
    small: bool,
    side: Option<Element<'a, M>>,
}

impl<'a, T, M> Card<'a, T, M> {
    /// A choice with its name.
    pub fn new(value: T, title: impl Into<Cow<'a, str>>) -> Self {
        Self { value, title: title.into(), detail: None, small: false, side: None }
    }

    /// The reason below the name.
    pub fn detail(mut self, detail: impl Into<Cow<'a, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The reason in 13 px: facts rather than a reason.
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// A chip or a button at the right of the name.
    pub fn side(mut self, side: impl Into<Element<'a, M>>) -> Self {
        self.side = Some(side.into());
        self
    }
}

/// Cards below each other; the ring lies on the chosen one.
pub fn radio_cards<'a, T, M>(
    id: impl Into<Id>,
    cards: Vec<Card<'a, T, M>>,
    chosen: Option<T>,
    on_choose: impl Fn(T) -> M + 'a,
) -> Element<'a, M>
where
    T: PartialEq + Clone + 'a,
    M: Clone + 'a,
{
    let values: Vec<T> = cards.iter().map(|card| card.value.clone()).collect();
    let at = chosen.and_then(|chosen| values.iter().position(|value| *value == chosen));
    let shown = cards.into_iter().enumerate().map(|(index, card)| {
        let message = on_choose(card.value.clone());
        one_card(card, at == Some(index), message)
    });
    let list = Column::with_children(shown).spacing(size::GAP).width(Fill);
    let count = values.len();
    control(list)
        .id(id)
        .width(Fill)
        .ring_on(Some(at.unwrap_or(0)))
        .on_key(move |key, modifiers| {
            let forward = arrow(key).filter(|_| modifiers.is_empty());
            let wanted = match (forward, key) {
                (Some(forward), _) => neighbour(at, count, forward),
                (None, Key::Named(Named::Space)) => at.or(Some(0)),
                _ => None,
            };
            wanted.and_then(|i| values.get(i)).map(|value| on_choose(value.clone()))
        })
        .into()
}

fn one_card<'a, T, M: Clone + 'a>(card: Card<'a, T, M>, on: bool, message: M) -> Element<'a, M> {
    let Card { title, detail, small, side, .. } = card;
    let name = row![text(title).bold_if(on).width(Fill)].push(side).spacing(size::GAP);
    let detail = detail.map(|words| if small { text(words).small() } else { text(words) });
    let words = column![name].push(detail.map(|detail| detail.ink(Ink::Text2))).width(Fill);
    let mark = column![space().height(3), radio_mark(on)];
    control(row![mark, words].spacing(size::INSIDE))
        .on_press(message)
        .mouse_only()
        .width(Fill)
        .padding([10.0, 14.0])
        .look(move |palette, press| Look {
            ground: Some(if on || press == Press::Hovered { palette.accentsoft } else { palette.surface }),
            edge: Some(palette.control),
            ..Look::default()
        })
        .into()
}

/// One of several that exclude each other, each a step of its own: a round mark with words that wrap.
pub fn radio<'a, M: Clone + 'a>(
    id: impl Into<Id>,
    label: impl Into<Cow<'a, str>>,
    on: bool,
    on_choose: M,
) -> Element<'a, M> {
    let mark = column![space().height(3), radio_mark(on)];
    control(row![mark, text(label)].spacing(size::GAP)).id(id).on_press(on_choose).padding([2.0, 4.0]).into()
}

/// The round mark of a choice: filled when chosen.
fn radio_mark<'a, M: 'a>(on: bool) -> Element<'a, M> {
    let dot =
        container(space().width(size::BOX / 2.0).height(size::BOX / 2.0)).style(move |theme: &Theme| {
            container::Style {
                background: on.then(|| Background::Color(theme.palette().accent)),
                border: border::rounded(size::BOX / 4.0),
                ..container::Style::default()
            }
        });
    container(dot)
        .width(size::BOX)
        .height(size::BOX)
        .align_x(Alignment::Center)
        .align_y(Alignment::Center)
        .style(move |theme: &Theme| {
            let palette = theme.palette();
            let (color, width) = if on { (palette.accent, 2.0) } else { (palette.control, 1.0) };
            container::Style {
                background: Some(Background::Color(palette.surface)),
                border: Border { color, width, radius: border::radius(size::BOX / 2.0) },
                ..container::Style::default()
            }
        })
        .into()
}
