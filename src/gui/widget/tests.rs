use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row, scrollable, text_input};
use iced::{Event, Length::Fill};

use super::focus::{self, Step};
use super::stage::{Stage, find_overflow};
use super::*;
use crate::gui::Element;
use crate::gui::theme::Theme;

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Pressed(&'static str),
    Typed(String),
}

fn press(label: &'static str) -> Element<'static, Message> {
    button(label).id(label).on_press(Message::Pressed(label)).into()
}

fn mixed(value: &str) -> Element<'_, Message> {
    column![
        press("甲"),
        text_input("", value).id("name").on_input(Message::Typed),
        button("不可").id("off"),
        row![press("乙"), press("丙")],
    ]
    .into()
}

#[test]
fn tab_walks_in_tree_order_without_a_dead_step() {
    let mut stage = Stage::new(mixed(""), (400.0, 300.0));
    let mut seen = Vec::new();
    for _ in 0..5 {
        stage.operate::<()>(focus::step(Step::Next));
        seen.push(stage.focused());
    }
    assert_eq!(seen, [Some(0), Some(1), Some(2), Some(3), Some(0)]);
    stage.operate::<()>(focus::step(Step::Previous));
    assert_eq!(stage.focused(), Some(3));
    stage.operate::<()>(focus::step(Step::To("name".into())));
    assert_eq!(stage.focused(), Some(1));
    stage.operate::<()>(focus::step(Step::To("nobody".into())));
    assert_eq!(stage.focused(), Some(1), "an unknown name must not take the focus away");
}

#[test]
fn enter_space_and_a_click_press() {
    let mut stage = Stage::new(mixed(""), (400.0, 300.0));
    stage.operate::<()>(focus::step(Step::To("乙".into())));
    assert_eq!(stage.key(Named::Enter, Modifiers::empty()), iced::event::Status::Captured);
    stage.key(Named::Space, Modifiers::empty());
    assert_eq!(stage.key(Named::Enter, Modifiers::CTRL), iced::event::Status::Ignored);
    stage.click("丙");
    assert_eq!(stage.focused(), Some(3));
    stage.click("不可");
    assert_eq!(stage.messages(), [Message::Pressed("乙"), Message::Pressed("乙"), Message::Pressed("丙")]);
}

#[test]
fn a_control_with_another_name_does_not_inherit_the_focus() {
    let mut stage = Stage::new(press("甲"), (400.0, 300.0));
    stage.operate::<()>(focus::step(Step::Next));
    stage.show(press("甲"));
    assert_eq!(stage.focused(), Some(0));
    stage.show(press("乙"));
    assert_eq!(stage.focused(), None);
}

#[test]
fn an_input_method_commits_into_the_field_with_the_focus() {
    let mut stage = Stage::new(mixed("王"), (400.0, 300.0));
    stage.commit("小明");
    assert_eq!(stage.messages(), []);
    stage.operate::<()>(focus::step(Step::To("name".into())));
    stage.operate::<()>(iced::advanced::widget::operation::text_input::move_cursor_to_end("name".into()));
    stage.commit("小明");
    assert_eq!(stage.messages(), [Message::Typed("王小明".into())]);
}

#[test]
fn the_focus_scrolls_into_view() {
    let words: Vec<String> = (0..40).map(|i| format!("第 {i} 行")).collect();
    let list = || -> Element<'_, Message> {
        let rows = words.iter().map(|w| {
            control(text(w.clone()))
                .id(w.clone())
                .on_press(Message::Pressed(""))
                .height(28)
                .width(Fill)
                .into()
        });
        container(scrollable(iced::widget::Column::with_children(rows)).width(Fill)).height(280).into()
    };
    let mut stage = Stage::new(list(), (400.0, 300.0));
    let place = |stage: &mut Stage<'_, Message>, word: &str| {
        let target = iced_test::selector::Selector::find(word.to_owned());
        stage.operate(target).flatten().and_then(|found| iced_test::selector::Bounded::visible_bounds(&found))
    };
    assert_eq!(place(&mut stage, "第 30 行"), None);
    stage.operate::<()>(focus::step(Step::To("第 30 行".into())));
    let seen = place(&mut stage, "第 30 行").expect("in view");
    assert!((seen.y + seen.height) <= 280.0 && seen.y > 200.0, "{seen:?}");
    stage.operate::<()>(focus::step(Step::To("第 2 行".into())));
    assert!(place(&mut stage, "第 2 行").expect("in view").y < 4.0);
    stage.operate::<()>(focus::step(Step::Previous));
    stage.operate::<()>(focus::step(Step::Previous));
    stage.operate::<()>(focus::step(Step::Previous));
    assert!(place(&mut stage, "第 39 行").is_some(), "before the first comes the last");
}

#[test]
fn text_without_room_is_found() {
    let word = "疑似流行性腮腺炎（丙类）报告";
    let why = |view: Element<'static, Message>, width: f32| -> Vec<&'static str> {
        find_overflow(view, (width, 60.0)).into_iter().map(|o| o.why).collect()
    };
    assert_eq!(why(text(word).into(), 300.0), Vec::<&str>::new());
    assert_eq!(why(text(word).into(), 120.0), Vec::<&str>::new(), "it wraps into two lines");
    assert_eq!(why(text(word).line().into(), 120.0), ["too wide"]);
    assert_eq!(why(text(word).shorten().into(), 120.0), Vec::<&str>::new());
    assert_eq!(why(text(word).into(), 60.0), ["too high"]);
    assert_eq!(why(container(text(word)).height(20).into(), 300.0), ["too high"]);
    assert_eq!(why(row![container(text("")).width(290), text("十二个").line()].into(), 300.0), ["too wide"]);
}

#[test]
fn shortening_keeps_what_fits() {
    let shown = |text: Text<'static>, width: f32| {
        let mut stage = Stage::<Message>::new(Element::from(text), (width, 60.0));
        let bounds = stage.texts().first().map(|(_, b)| b.width).unwrap();
        assert!(bounds <= width, "{bounds}");
        (stage.words(), bounds)
    };
    let word = "欧阳若兰阿依古丽买买提";
    let (words, width) = shown(text(word).shorten(), 100.0);
    assert_eq!(words, [word], "the whole text stays known to tests");
    assert!(width > 80.0);
    assert!(shown(text(word).shorten_middle(), 100.0).1 > 80.0);
    assert!((shown(text(word).shorten(), 165.5).1 - 165.0).abs() < 0.6);
}

#[test]
fn a_window_event_passes_every_widget() {
    let mut stage = Stage::new(mixed(""), (400.0, 300.0));
    let status = stage.send([Event::Window(iced::window::Event::Focused)]);
    assert_eq!(status, [iced::event::Status::Ignored]);
}

fn gallery<'a>() -> Element<'a, Message> {
    let message = || Message::Pressed("");
    let icons = Icon::ALL.iter().fold(row![].spacing(8), |row, picture| row.push(icon(*picture)));
    let buttons = row![
        button("确认本表，下一班").primary().key("Ctrl+Enter").on_press(message()),
        button("日报").icon(Icon::Printer).key("Ctrl+P").id("ring").on_press(message()),
        button("删除").danger().on_press(message()),
        button("撤销").plain().icon(Icon::Undo).key("Ctrl+Z").on_press(message()),
        button("下一页").icon_after(Icon::ChevronRight),
        button("选择").small().key("O").on_press(message()),
        button("").icon(Icon::Plus).on_press(message()),
    ]
    .spacing(8);
    let chips = [
        (State::Unchecked, "未检"),
        (State::NotDone, "未做"),
        (State::Nil, "零报告"),
        (State::Received, "已接收"),
        (State::Exceptions, "有异常"),
        (State::Late, "已过 09:00"),
        (State::Running, "进行中"),
        (State::NotBegun, "未起算"),
        (State::Proposal, "沿用周五，待确认"),
        (State::Waiting, "待接收"),
        (State::Unreadable, "读不出"),
        (State::Locked, "只读"),
        (State::Doubtful, "存疑"),
        (State::Refused, "拒收"),
        (State::Changed, "变更"),
        (State::Added, "新增"),
        (State::Unchanged, "不变"),
    ]
    .into_iter()
    .fold(row![].spacing(4), |row, (state, word)| row.push(chip(state, word)));
    let type_sizes = row![
        text("92").figure(),
        text("今天").title(),
        text("三（2）班今日呕吐 3 人").section(),
        text("正文 Body 15"),
        text("小字 Small 13").small(),
        text("合计 365").bold(),
    ]
    .spacing(16);
    column![icons, buttons, chips.wrap(), type_sizes, key_hint(&KeyHint::new("Ctrl+Enter", "确认本表"))]
        .spacing(16)
        .padding(16)
        .into()
}

#[test]
fn gallery_pictures() {
    for (theme, name) in Theme::ALL.into_iter().zip(["light", "dark", "contrast"]) {
        let mut stage = Stage::new(gallery(), (1024.0, 768.0));
        assert_eq!(stage.overflow(), []);
        stage.operate::<()>(focus::step(Step::To("ring".into())));
        stage.picture(theme, 1.0, &format!("gallery-{name}"));
    }
}
