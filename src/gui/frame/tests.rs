use iced::Length::Fill;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use iced::widget::{column, row};

use super::*;
use crate::gui::theme::size;
use crate::gui::widget::stage::{Stage, find_overflow};
use crate::gui::widget::{button, chip, icon, text};

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Go(&'static str),
    Undo,
    Lock,
}

const SCREENS: [(Icon, &str, &str); 7] = [
    (Icon::CalendarCheck, "今天", "F2"),
    (Icon::List, "名册", "F3"),
    (Icon::Phone, "追踪", "F4"),
    (Icon::ShieldCheck, "预案", "F5"),
    (Icon::Book, "台账", "F6"),
    (Icon::Printer, "打印", "F7"),
    (Icon::Usb, "U盘", "F8"),
];

fn item((icon, word, key): (Icon, &str, &'static str)) -> NavItem<Message> {
    let count = if key == "F4" { 12 } else { 0 };
    NavItem {
        icon,
        word: word.into(),
        key: key.into(),
        current: key == "F2",
        count,
        on_press: Message::Go(key),
    }
}

fn content<'a>(breadth: Breadth, school: &str, last: &str) -> FrameContent<'a, Message> {
    let deadline = row![icon(Icon::Clock), text("日报 11:30 截止，还有 2 小时 18 分").line()].spacing(8);
    FrameContent {
        breadth,
        side: if breadth == Breadth::Wide { size::SIDEBAR } else { size::RAIL },
        school: school.into(),
        day: "2026-11-23 星期一".into(),
        week: "秋季学期 第 12 周".into(),
        items: SCREENS.map(item).into(),
        settings: vec![item((Icon::Sliders, "设置", "F9")), item((Icon::Help, "帮助", "F1"))],
        saved: Saved {
            state: State::Nil,
            word: "已全部保存 09:12".into(),
            hour: Some("09:12".into()),
            on_press: None,
        },
        backup: "备份 D: 09:00".into(),
        person: "王秀兰".into(),
        lock: Some(("锁定".into(), Message::Lock)),
        header: Header::new("今天")
            .narrow(chip(State::Unchecked, "未检，录入中"))
            .right(deadline)
            .right(button("日报").icon(Icon::Printer).key("Ctrl+P").on_press(Message::Go("print"))),
        keys: vec![
            KeyHint::new("↑↓", "选班"),
            KeyHint::new("0", "零报告"),
            KeyHint::new("Enter", "登记异常"),
            KeyHint::new("Ctrl+K", "找人"),
        ],
        last: LastAction {
            text: last.into(),
            undo: Some(("撤销".into(), "Ctrl+Z".into(), Message::Undo)),
            fresh: false,
        },
    }
}

fn whole<'a>(width: f32) -> Element<'a, Message> {
    frame(content(Breadth::of(width), "云坪镇石桥学校", "刚才：六（1）班记为零报告"), text("内容"))
}

#[test]
fn nothing_is_cut_at_any_width() {
    for (width, height) in [(1024.0, 690.0), (931.0, 627.0), (960.0, 500.0), (680.0, 460.0), (512.0, 384.0)] {
        let found = find_overflow(whole(width), (width, height));
        assert!(found.is_empty(), "{width}: {found:#?}");
    }
}

/// The frame in English, with more keys and commands than there is room for.
fn crowded<'a>(width: f32) -> Element<'a, Message> {
    let mut full = content(Breadth::of(width), "云坪镇石桥学校", "");
    let english = [(Icon::CalendarCheck, "Today", "F2"), (Icon::List, "Roster", "F3")];
    full.side = full.side.max(size::RAIL_LONG);
    full.items = english.map(item).into();
    full.settings = vec![item((Icon::Sliders, "Settings", "F2")), item((Icon::Help, "Help", "F1"))];
    full.keys = (0..8).map(|_| KeyHint::new("Ctrl+Enter", "Open what is chosen")).collect();
    let command = |word: &'static str, id| button(word).key("Ctrl+I").id(id).on_press(Message::Undo);
    full.header = Header::new("A title of some length")
        .narrow(text("896 pupils, 615 boarders, 223 staff and more").line())
        .right(command("Import the roster", "first"))
        .right(command("Add a new pupil", "last"));
    frame(full, text("内容"))
}

#[test]
fn commands_and_the_way_back_keep_their_room() {
    for width in [1366.0, 1020.0, 960.0, 931.0, 683.0, 512.0] {
        let mut stage = Stage::new(crowded(width), (width, 690.0));
        let stops = stage.stops();
        for name in ["first", "last", "undo"] {
            let stop = stops.iter().find(|stop| stop.id == Some(name.into())).unwrap();
            let right = stop.bounds.x + stop.bounds.width;
            assert!(right <= width && stop.bounds.width > 40.0, "{width} {name}: {:?}", stop.bounds);
        }
        let cut = stage.overflow();
        // Keys without room are left out, and nothing else.
        let others: Vec<_> =
            cut.iter().filter(|cut| !["Ctrl+Enter", "Open what is chosen"].contains(&&*cut.text)).collect();
        assert!(others.is_empty(), "{width}: {others:#?}");
    }
}

#[test]
fn long_names_wrap_or_shorten() {
    let school = "广西壮族自治区百色市靖西市云坪镇石桥村九年一贯制寄宿学校";
    let last = "刚才：".to_owned() + &"把很长很长的一件事情记下来了".repeat(5);
    let found = find_overflow(frame(content(Breadth::Wide, school, &last), text("内容")), (1024.0, 690.0));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_click_and_the_keyboard_reach_every_item() {
    let mut stage = Stage::new(whole(1024.0), (1024.0, 690.0));
    stage.click("名册");
    stage.click("撤销");
    stage.click("锁定");
    assert_eq!(stage.messages(), [Message::Go("F3"), Message::Undo, Message::Lock]);
    let stops = stage.stops().len();
    assert_eq!(stops, 9 + 1 + 1 + 1);
    stage
        .operate::<()>(crate::gui::widget::focus::step(crate::gui::widget::focus::Step::To("nav-F4".into())));
    stage.key(Named::Enter, Modifiers::empty());
    assert_eq!(stage.messages(), [Message::Go("F4")]);
}

#[test]
fn picture() {
    for (theme, name) in Theme::ALL.into_iter().zip(["light", "dark", "contrast"]) {
        let mut stage = Stage::new(whole(1024.0), (1024.0, 768.0));
        stage.operate::<()>(crate::gui::widget::focus::step(crate::gui::widget::focus::Step::To(
            "nav-F4".into(),
        )));
        stage.picture(theme, 1.0, &format!("frame-{name}"));
    }
    let mut stage = Stage::new(whole(800.0), (800.0, 600.0));
    stage.picture(Theme::Light, 1.0, "frame-rail");
    let mut stage = Stage::new(column![whole(512.0)].width(Fill), (512.0, 384.0));
    stage.picture(Theme::Light, 2.0, "frame-narrow");
}
