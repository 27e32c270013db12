//! The sidebar, and the rail that replaces it in a smaller window.

use iced::Length::Fill;
use iced::widget::{Column, column, container, row, rule, scrollable, space};
use iced::{Alignment, Background, Border, Padding, border};

use super::{NavItem, Saved, ground, line_across};
use crate::gui::Element;
use crate::gui::theme::{Breadth, Ink, Theme, Tone, size};
use crate::gui::widget::{Icon, Look, Press, State, control, icon, text};

pub(super) struct Sidebar<M> {
    pub(super) breadth: Breadth,
    pub(super) width: f32,
    pub(super) school: String,
    pub(super) day: String,
    pub(super) week: String,
    pub(super) items: Vec<NavItem<M>>,
    pub(super) settings: Vec<NavItem<M>>,
    pub(super) saved: Saved<M>,
    pub(super) backup: String,
    pub(super) person: String,
    pub(super) lock: Option<(String, M)>,
}

impl<M: Clone> Sidebar<M> {
    pub(super) fn view<'a>(self) -> Element<'a, M>
    where
        M: 'a,
    {
        let wide = self.breadth == Breadth::Wide;
        let Self { width, school, day, week, items, settings, saved, backup, person, lock, .. } = self;
        let list =
            |items: Vec<NavItem<M>>| Column::with_children(items.into_iter().map(|item| entry(item, wide)));
        let mut whole = column![];
        if wide {
            whole = whole.push(grounded(place(school, day, week))).push(line_across());
        } else {
            whole = whole.push(grounded(date(&day))).push(line_across());
        }
        // In a very low window the screens scroll; settings and the state of saving stay.
        let bar = scrollable::Scrollbar::new().width(4).scroller_width(4);
        let screens = scrollable(list(items)).direction(scrollable::Direction::Vertical(bar));
        let middle = column![space().height(size::GAP), screens.width(Fill).height(Fill), list(settings)];
        whole = whole.push(grounded(middle).height(Fill)).push(line_across());
        whole = whole.push(grounded(if wide { foot(saved, backup, person, lock) } else { mark(saved) }));
        row![whole.width(width - 1.0).height(Fill), rule::vertical(1)].height(Fill).into()
    }
}

/// A part on the sidebar's ground. Each has its own: a ground is painted whole for whatever changes on it,
/// and the state of saving changes with every key.
fn grounded<'a, M: 'a>(part: impl Into<Element<'a, M>>) -> container::Container<'a, M, Theme> {
    container(part).width(Fill).style(ground(|p| p.side))
}

/// School, day and week.
fn place<'a, M: 'a>(school: String, day: String, week: String) -> Element<'a, M> {
    column![text(school).bold(), text(day).small().ink(Ink::Text2), text(week).small().ink(Ink::Text2)]
        .padding(Padding { top: 12.0, right: 12.0, bottom: 9.0, left: 16.0 })
        .into()
}

/// The rail's date, month and day above the weekday: a sheet without it could be of any day.
fn date<'a, M: 'a>(day: &str) -> Element<'a, M> {
    let (date, weekday) = day.split_once(' ').unwrap_or((day, ""));
    let short = date.split_once('-').map_or(date, |(_, day)| day);
    // Three letters, where a name is written with letters.
    let weekday = if weekday.is_ascii() { weekday.get(..3).unwrap_or(weekday) } else { weekday };
    let words = [short, weekday].map(|words| text(words.to_owned()).small().ink(Ink::Text2).shorten().into());
    container(Column::with_children(words).align_x(Alignment::Center)).center_x(Fill).padding([4, 2]).into()
}

fn entry<'a, M: Clone + 'a>(item: NavItem<M>, wide: bool) -> Element<'a, M> {
    let NavItem { icon: picture, word, key, current, count, on_press } = item;
    let ink = if current { Ink::Accent } else { Ink::Text };
    let id = format!("nav-{key}");
    let content: Element<'a, M> = if wide {
        let hint = text(key).small().line().ink(if current { Ink::Text2 } else { Ink::Text3 });
        let label = text(word).line().ink(ink).bold_if(current);
        let named = row![icon(picture).ink(ink), label]
            .push(badge(count, wide))
            .spacing(6)
            .align_y(Alignment::Center);
        row![named, space().width(Fill), hint].spacing(3).align_y(Alignment::Center).into()
    } else {
        let label = text(word).small().line().ink(ink).bold_if(current);
        // What is open takes the place of the key.
        let hint = (count == 0).then(|| text(key).small().line().ink(Ink::Text3));
        let sign = row![icon(picture).ink(ink)].push(badge(count, wide)).push(hint);
        let sign = sign.spacing(2).align_y(Alignment::Center);
        column![sign, label].width(Fill).align_x(Alignment::Center).into()
    };
    let padding =
        if wide { Padding { left: 14.0, right: 10.0, ..Padding::ZERO } } else { Padding::from([1.0, 3.0]) };
    control(content)
        .id(id)
        .on_press(on_press)
        .width(Fill)
        .height(if wide { size::ITEM } else { size::ROW_CHECK })
        .padding(padding)
        .radius(0.0)
        .look(move |palette, press| Look {
            ground: if current {
                Some(palette.surface)
            } else {
                matches!(press, Press::Hovered | Press::Pressed).then_some(palette.head)
            },
            bar: current.then_some((palette.accent, 3.0)),
            ..Look::default()
        })
        .into()
}

/// What is open in a screen; beyond two digits only that it is many, for which the rail has no room.
fn badge<'a, M: 'a>(count: usize, wide: bool) -> Option<Element<'a, M>> {
    let words = match count {
        0 => return None,
        100.. if wide => "99+".to_owned(),
        count => count.min(99).to_string(),
    };
    let words = container(text(words).small().bold().ink(Ink::Bad).line());
    let badge = words.padding([0.0, if wide { 4.0 } else { 2.0 }]).style(|theme: &Theme| {
        let palette = theme.palette();
        container::Style {
            background: Some(Background::Color(palette.badsoft)),
            border: Border { color: palette.bad, width: 1.0, radius: border::radius(9) },
            ..container::Style::default()
        }
    });
    Some(badge.into())
}

/// The sign of the state of saving.
const fn sign(state: State) -> (Icon, Ink) {
    match state {
        State::Nil => (Icon::Check, Ink::Ok),
        State::Running => (Icon::HalfDisc, Ink::Warn),
        other => (
            other.icon(),
            match other.tone() {
                Tone::Plain => Ink::Text2,
                tone => tone.ink(),
            },
        ),
    }
}

fn foot<'a, M: Clone + 'a>(
    saved: Saved<M>,
    backup: String,
    person: String,
    lock: Option<(String, M)>,
) -> Element<'a, M> {
    let (picture, ink) = sign(saved.state);
    let state = line(picture, saved.word, ink);
    let state: Element<'a, M> = match saved.on_press {
        Some(message) => control(state).id("saved").on_press(message).width(Fill).into(),
        None => state,
    };
    let lock = lock.map(|(word, message)| {
        control(text(word).small().line())
            .id("lock")
            .on_press(message)
            .look(|palette, _| Look { text: Some(palette.text2), ..Look::default() })
    });
    let who = row![line(Icon::User, person, Ink::Text2)].push(lock).align_y(Alignment::Center);
    column![state, line(Icon::Save, backup, Ink::Text2), who]
        .padding(Padding { top: 9.0, right: 12.0, bottom: 10.0, left: 16.0 })
        .into()
}

/// An icon with a word of one line.
fn line<'a, M: 'a>(picture: Icon, word: String, ink: Ink) -> Element<'a, M> {
    row![icon(picture).ink(ink), text(word).small().shorten().width(Fill).ink(ink)]
        .spacing(6)
        .align_y(Alignment::Center)
        .into()
}

/// The rail's state of saving: the icon alone, the words stand in the settings.
fn mark<'a, M: Clone + 'a>(saved: Saved<M>) -> Element<'a, M> {
    let (picture, ink) = sign(saved.state);
    let hour = saved.hour.map(|hour| text(hour).small().line().ink(ink));
    let sign = column![icon(picture).ink(ink)].push(hour).align_x(Alignment::Center);
    let sign = container(sign).center_x(Fill).center_y(size::BOTTOM);
    match saved.on_press {
        Some(message) => control(sign).id("saved").on_press(message).width(Fill).into(),
        None => sign.into(),
    }
}
