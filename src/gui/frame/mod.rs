//! The frame around every screen: sidebar (or rail), header, bottom bar.
//!
//! ```no_run
//! use chenjian::gui::{Element, theme::Breadth, frame::{FrameContent, Header, LastAction, NavItem, Saved, frame}};
//! use chenjian::gui::widget::{Icon, KeyHint, State, text};
//! let content = FrameContent {
//!     breadth: Breadth::Wide,
//!     side: 152.0,
//!     school: "云坪镇石桥学校".into(),
//!     day: "2026-11-23 星期一".into(),
//!     week: "秋季学期 第 12 周".into(),
//!     items: vec![NavItem { icon: Icon::CalendarCheck, word: "今天".into(), key: "F2".into(), current: true, count: 0, on_press: () }],
//!     settings: vec![],
//!     saved: Saved { state: State::Nil, word: "已全部保存 09:12".into(), hour: Some("09:12".into()), on_press: None },
//!     backup: "备份 D: 09:00".into(),
//!     person: "王秀兰".into(),
//!     lock: Some(("锁定".into(), ())),
//!     header: Header::new("今天"),
//!     keys: vec![KeyHint::new("Enter", "登记异常")],
//!     last: LastAction { text: "刚才：六（1）班记为零报告".into(), undo: Some(("撤销".into(), "Ctrl+Z".into(), ())), fresh: false },
//! };
//! let whole: Element<'_, ()> = frame(content, text("…"));
//! ```

mod bottom_bar;
mod header;
mod sidebar;
#[cfg(test)]
mod tests;

use iced::Length::Fill;
use iced::widget::{column, container, row};

use super::Element;
use super::theme::{Breadth, Palette, Theme};
use super::widget::{Icon, KeyHint, State};

pub use header::Header;

/// An item of the sidebar.
#[derive(Debug, Clone)]
pub struct NavItem<M> {
    /// Its picture.
    pub icon: Icon,
    /// Its word.
    pub word: String,
    /// Its function key.
    pub key: String,
    /// Whether its screen is shown.
    pub current: bool,
    /// What is open in it; 0 shows nothing.
    pub count: usize,
    /// Goes there.
    pub on_press: M,
}

/// The state of saving.
#[derive(Debug, Clone)]
pub struct Saved<M> {
    /// `Nil` saved, `Running` being saved, `Exceptions` failed.
    pub state: State,
    /// 已全部保存 09:12.
    pub word: String,
    /// The hour alone, for the rail.
    pub hour: Option<String>,
    /// Opens the reason of a failure.
    pub on_press: Option<M>,
}

/// What was done last, with the way back.
#[derive(Debug, Clone)]
pub struct LastAction<M> {
    /// 刚才：六（1）班记为零报告; may be empty.
    pub text: String,
    /// 撤销, Ctrl+Z and the message.
    pub undo: Option<(String, String, M)>,
    /// Announces it with an accent ground for a moment.
    pub fresh: bool,
}

/// Everything around the screen's own content.
pub struct FrameContent<'a, M> {
    /// How much room there is.
    pub breadth: Breadth,
    /// Width of the sidebar or rail in effective pixels.
    pub side: f32,
    /// Name of the school.
    pub school: String,
    /// 2026-11-23 星期一.
    pub day: String,
    /// 秋季学期 第 12 周.
    pub week: String,
    /// The screens.
    pub items: Vec<NavItem<M>>,
    /// The items at the foot: settings, help.
    pub settings: Vec<NavItem<M>>,
    /// The state of saving.
    pub saved: Saved<M>,
    /// 备份 D: 09:00.
    pub backup: String,
    /// Who works here.
    pub person: String,
    /// 锁定 and its message.
    pub lock: Option<(String, M)>,
    /// Title and commands.
    pub header: Header<'a, M>,
    /// The keys that work here, most important first.
    pub keys: Vec<KeyHint>,
    /// What was done last.
    pub last: LastAction<M>,
}

/// The whole window: `body` in its frame.
pub fn frame<'a, M: Clone + 'a>(
    content: FrameContent<'a, M>,
    body: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let FrameContent {
        breadth,
        side,
        school,
        day,
        week,
        items,
        settings,
        saved,
        backup,
        person,
        lock,
        header,
        keys,
        last,
    } = content;
    let side = sidebar::Sidebar {
        breadth,
        width: side,
        school,
        day,
        week,
        items,
        settings,
        saved,
        backup,
        person,
        lock,
    };
    let main = column![
        header.view(breadth),
        container(body).width(Fill).height(Fill),
        bottom_bar::view(breadth, keys, last),
    ];
    row![side.view(), main.width(Fill).height(Fill)].width(Fill).height(Fill).into()
}

/// A line of 1 px across.
fn line_across<'a, M: 'a>() -> Element<'a, M> {
    iced::widget::rule::horizontal(1).into()
}

/// A ground of one colour.
fn ground(pick: fn(&Palette) -> iced::Color) -> impl Fn(&Theme) -> container::Style {
    move |theme| container::Style {
        background: Some(iced::Background::Color(pick(theme.palette()))),
        ..container::Style::default()
    }
}
