use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row, scrollable, text_input};
use iced::{Event, Length::Fill};

use super::focus::{self, Step};
use super::stage::{Stage, find_overflow};
use super::*;
use crate::gui::Element;
use crate::gui::theme::{Ink, Theme, Tone};

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
fn a_name_steps_down_before_it_is_shortened_and_two_lines_before_they_are() {
    let size = |text: Text<'static>, width: f32| {
        let mut stage = Stage::<Message>::new(Element::from(text), (width, 80.0));
        assert_eq!(stage.overflow(), [], "{width}");
        stage.texts().first().map(|(_, bounds)| (bounds.width.round() as u32, bounds.height.round() as u32))
    };
    let word = "欧阳若兰阿依古丽买买";
    assert_eq!(size(text(word).name(), 150.0), Some((150, 22)));
    assert_eq!(size(text(word).name(), 140.0), Some((130, 20)), "smaller and whole");
    assert_eq!(size(text(word).name(), 120.0), Some((117, 20)), "smaller and shortened");
    assert_eq!(size(text(word).two(), 150.0), Some((150, 22)));
    assert_eq!(size(text(word).two(), 70.0), Some((65, 40)), "two lines of five");
    assert_eq!(size(text(word).two(), 60.0).map(|(_, height)| height), Some(40), "two lines and …");
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

fn figure<'a>(number: u32) -> Element<'a, Message> {
    let ink = if number == 0 { Ink::Text3 } else { Ink::Inherit };
    text(number.to_string()).line().ink(ink).into()
}

fn classes<'a>(count: u32) -> Element<'a, Message> {
    let columns = Columns::new(vec![
        Column::new("班级", 80),
        Column::new("在籍", 52).right(),
        Column::new("因病", 52).right(),
        Column::new("状态", 100),
        Column::mark("发热", "F").group(),
        Column::mark("咳嗽", "K"),
        Column::new("异常", Fill).group(),
    ]);
    let rows = (0..count).map(|i| {
        let state = if i == 2 { chip(State::Unchecked, "未检") } else { chip(State::Nil, "零报告") };
        let mark = (i == 1).then(|| icon(Icon::Check).ink(Ink::Bad));
        let cells = vec![
            text(format!("三（{i}）")).bold().line().into(),
            figure(20 + i),
            figure(i % 3),
            state.into(),
            row![].push(mark).into(),
            text("").into(),
            text("水痘第 6 天 1 人").small().shorten().into(),
        ];
        row_button(format!("class-{i}"), columns.row(cells), Message::Pressed("class"))
            .zebra(i % 2 == 1)
            .chosen(i == 2)
            .last(i + 1 == count)
            .into()
    });
    table("classes", columns.head(), rows.collect(), 28.0)
}

fn parts<'a>() -> Element<'a, Message> {
    let message = || Message::Pressed("");
    let alert = banner(Tone::Bad, "三（2）班今日呕吐 3 人，达到聚集性疫情报告标准")
        .right(text("24 小时内报告，剩 23 小时 19 分").ink(Ink::Bad))
        .note("依据：同班 1 日内相似症状 3 例及以上，疫情报告工作规范（试行）2006，规则版本 2026-09")
        .action(button("启动应急清单").primary().key("A").on_press(message()));
    let notice = banner(Tone::Info, "数据和备份都加密。忘记密码时，只有恢复单能打开数据。").quiet();
    let choices = row![
        segments("session", [(0, "晨检"), (1, "午检"), (2, "晚检")], 0, |_| Message::Pressed(
            "session"
        )),
        checkbox("stick", "插着这个 U 盘时才备份", true, message()),
        checkbox("off", "另一件事", false, message()),
        toggle("t1", "发热", "F", true, message()),
        toggle("t2", "咳嗽", "K", false, message()),
    ]
    .spacing(8);
    let cards = radio_cards(
        "folder",
        vec![
            Card::new(0, "D:\\晨检簿")
                .detail("可用 42.6 GB。关机重开后还在，已用测试文件核实。")
                .side(chip(State::Other(Icon::Check, Tone::Ok), "推荐")),
            Card::new(1, "别的文件夹").side(button("选择").small().key("O").on_press(message())),
        ],
        Some(0),
        |_| Message::Pressed("card"),
    );
    let fields = row![
        Element::from(
            field("name", "姓名", "王小明", Message::Typed).error(Some("两人同名，请核对出生日期"))
        ),
        Element::from(field("find", "找人", "", Message::Typed).hint("号数或拼音首字母").lead(Icon::Search)),
        date_field("day", "日期", "2026-11-23", "年-月-日", None::<&str>, Message::Typed),
    ]
    .spacing(12);
    let state = ProgressState {
        stage: "写入并读回比对".into(),
        count: "12 / 40".into(),
        share: 0.3,
        left: "还要 8 秒".into(),
    };
    let lower = row![
        panel(container(progress(&state, Some(("停止", "Esc", message())))).padding(12))
            .head("写到 U 盘", Some(text("第 12 周").small())),
        panel(empty_state("还没有学生名册", Some(button("导入名册").primary().on_press(message())))),
    ]
    .spacing(10);
    column![Element::from(alert), Element::from(notice), choices, cards, fields, classes(6), lower]
        .spacing(10)
        .padding(16)
        .into()
}

fn ask<'a>() -> Dialog<'a, Message> {
    Dialog::new("清除这一行", text("已经写下的症状会去掉，可以撤销。"))
        .button(button("不清除").id("harmless").key("Esc").on_press(Message::Pressed("no")))
        .button(button("清除").danger().on_press(Message::Pressed("yes")))
}

#[test]
fn every_part_has_room_and_its_picture() {
    for (theme, name) in Theme::ALL.into_iter().zip(["light", "dark", "contrast"]) {
        let mut stage = Stage::new(parts(), (1024.0, 900.0));
        assert_eq!(stage.overflow(), []);
        stage.operate::<()>(focus::step(Step::To("folder".into())));
        stage.picture(theme, 1.0, &format!("parts-{name}"));
        let mut stage = Stage::new(dialog_layer(parts(), Some(ask())), (1024.0, 768.0));
        stage.operate::<()>(focus::step(Step::To("harmless".into())));
        stage.picture(theme, 1.0, &format!("dialog-{name}"));
    }
}

#[test]
fn a_dialog_keeps_tab_and_clicks_and_gives_the_focus_back() {
    let page = || mixed("");
    let mut stage = Stage::new(dialog_layer(page(), None), (600.0, 400.0));
    stage.operate::<()>(focus::step(Step::To("乙".into())));
    stage.show(dialog_layer(page(), Some(ask())));
    assert_eq!(stage.focused(), None, "nothing behind the question keeps the focus");
    assert_eq!(stage.stops().len(), 2);
    stage.click_at(iced::Point::new(20.0, 10.0));
    stage.commit("小明");
    assert_eq!(stage.messages(), []);
    stage.operate::<()>(focus::step(Step::Next));
    stage.operate::<()>(focus::step(Step::Next));
    stage.key(Named::Enter, Modifiers::empty());
    assert_eq!(stage.messages(), [Message::Pressed("yes")]);
    stage.show(dialog_layer(page(), None));
    assert_eq!(stage.focused(), Some(2));
}

#[test]
fn arrows_choose_inside_a_group() {
    let view = |chosen: u8| -> Element<'static, u8> {
        column![
            segments("session", [(0, "晨检"), (1, "午检"), (2, "晚检")], chosen, |c| c),
            radio_cards("cards", vec![Card::new(7, "甲"), Card::new(8, "乙")], None, |c| c)
        ]
        .into()
    };
    let mut stage = Stage::new(view(1), (400.0, 300.0));
    stage.operate::<()>(focus::step(Step::Next));
    stage.key(Named::ArrowLeft, Modifiers::empty());
    stage.key(Named::ArrowRight, Modifiers::empty());
    stage.operate::<()>(focus::step(Step::Next));
    stage.key(Named::Space, Modifiers::empty());
    stage.key(Named::ArrowDown, Modifiers::empty());
    stage.click("晚检");
    assert_eq!(stage.messages(), [0, 2, 7, 7, 2]);
    assert_eq!(stage.stops().len(), 2, "a group is one step of Tab");
}

#[test]
fn a_table_shows_whole_rows_under_its_head() {
    let view = container(classes(40)).height(300);
    let mut stage = Stage::new(Element::from(view), (900.0, 600.0));
    assert_eq!(stage.overflow(), []);
    stage.operate::<()>(focus::step(Step::To("class-30".into())));
    stage.picture(Theme::Light, 1.0, "table-light");
    let head = stage.texts().into_iter().find(|(t, _)| t == "在籍").unwrap().1;
    let cell = stage.texts().into_iter().find(|(t, _)| t == "24").unwrap().1;
    assert!((head.x + head.width - cell.x - cell.width).abs() < 0.6, "{head:?} {cell:?}");
}

#[test]
fn dates_are_masked_and_stepped() {
    use super::date_field::{day, is_impossible, mask, step};
    let first = chrono::NaiveDate::from_ymd_opt(2026, 9, 1);
    for typed in [
        "2026-9-1",
        "2026/9/1",
        "2026.9.1",
        "20260901",
        "２０２６０９０１",
        "２０２６－９－１",
        "2026年9月1日",
    ] {
        assert_eq!(day(&mask(typed)), first, "{typed}");
        // Sign by sign, each into what the field shows by then.
        let shown = typed.chars().fold(String::new(), |shown, sign| mask(&format!("{shown}{sign}")));
        assert_eq!(day(&shown), first, "{typed}");
    }
    assert_eq!(day("26-9-1"), None);
    assert!(is_impossible("2026-13-1") && !is_impossible("2026-11-0") && !is_impossible("2026-11"));
    assert_eq!(mask("20261123"), "2026-11-23");
    assert_eq!(mask("2026年11"), "2026-11");
    assert_eq!(mask("2026-11-231"), "2026-11-23");
    assert_eq!(day("2026-02-30"), None);
    assert_eq!(step("2026-12-31", true).as_deref(), Some("2027-01-01"));
    assert_eq!(step("2026-03-01", false).as_deref(), Some("2026-02-28"));
    assert_eq!(step("2026-03", false), None);
}

#[test]
fn ctrl_with_a_sign_is_not_typed_into_a_field() {
    use iced::keyboard::{Event as KeyEvent, Key, Location, key};
    let view: Element<'static, Message> = focus_fence(field("name", "", "", Message::Typed), false);
    let mut stage = Stage::new(view, (400.0, 300.0));
    stage.operate::<()>(focus::step(Step::To("name".into())));
    let minus = Key::Character("-".into());
    let pressed = |modifiers| {
        Event::Keyboard(KeyEvent::KeyPressed {
            key: minus.clone(),
            modified_key: minus.clone(),
            physical_key: key::Physical::Unidentified(key::NativeCode::Unidentified),
            location: Location::Standard,
            modifiers,
            text: Some("-".into()),
            repeat: false,
        })
    };
    assert_eq!(stage.send([pressed(Modifiers::CTRL)]), [iced::event::Status::Ignored]);
    stage.send([pressed(Modifiers::empty())]);
    assert_eq!(stage.messages(), [Message::Typed("-".into())]);
}

#[test]
fn a_date_typed_digit_by_digit_keeps_its_order() {
    for (typed, shown) in [
        ("20251020", "2025-10-20"),
        ("2025-10-20", "2025-10-20"),
        ("2025-10-2011", "2025-10-20"),
        ("2025-9-1", "2025-9-1"),
    ] {
        let values: Vec<String> = (0..=typed.len())
            .map(|at| super::date_field::mask(typed.get(..at).unwrap_or_default()))
            .collect();
        let field = |value| date_field("day", "", value, "年-月-日", None::<&str>, Message::Typed);
        let mut stage = Stage::new(field(""), (400.0, 300.0));
        stage.operate::<()>(focus::step(Step::To("day".into())));
        for (digit, value) in typed.chars().zip(&values[1..]) {
            stage.commit(&digit.to_string());
            let last = stage.messages().last().cloned();
            assert_eq!(last, Some(Message::Typed(value.clone())), "{typed} at {digit}");
            stage.show(field(value.as_str()));
        }
        assert_eq!(values.last().map(String::as_str), Some(shown));
    }
}

#[test]
fn a_field_takes_a_commit_and_reports_enter() {
    let view = || -> Element<'static, Message> {
        field("name", "姓名", "", Message::Typed).on_submit(Message::Pressed("enter")).into()
    };
    let mut stage = Stage::new(view(), (400.0, 300.0));
    stage.click_at(iced::Point::new(50.0, 38.0));
    assert_eq!(stage.focused(), Some(0));
    stage.commit("欧阳若兰");
    stage.key(Named::Enter, Modifiers::empty());
    assert_eq!(stage.messages(), [Message::Typed("欧阳若兰".into()), Message::Pressed("enter")]);
}

/// A landscape sheet with every kind of box.
fn sheet() -> crate::paper::layout::Sheet {
    use crate::paper::font::{FontKind, Fonts};
    use crate::paper::layout::{Align, Frame, Ink as Print, Pen, Sheet, Style};
    let fonts = Fonts::shipped();
    let mut pen = Pen::new(&fonts);
    let title = Style::points(FontKind::SerifBold, 18.0);
    pen.aligned(20.0, 257.0, 24.0, title, Align::Centre, "云坪镇石桥学校晨检情况日报表");
    let frame = |x: f32, y: f32| Frame { x, y, width: 28.0, height: 8.0 };
    for row in 0_u8..12 {
        for column in 0_u8..9 {
            let place = frame(20.0 + f32::from(column) * 28.0, 40.0 + f32::from(row) * 8.0);
            if row == 0 {
                pen.fill(place, Print::Pale);
            }
            pen.border(place, 0.2);
            let kind = if row == 0 { FontKind::SansBold } else { FontKind::SansRegular };
            let baseline = place.y + 5.6;
            pen.aligned(place.x, 28.0, baseline, Style::points(kind, 10.0), Align::Centre, "呕吐 13");
        }
    }
    let body = Style::points(FontKind::SerifRegular, 12.0);
    let words = "出勤、缺勤和症状人数只含已检的 13 班 273 人，另有事假 1 人；聚集性疫情 1 起。".repeat(4);
    pen.paragraph(Frame { x: 20.0, y: 145.0, width: 252.0, height: 40.0 }, body, 7.0, 8.0, &words);
    pen.dashes([20.0, 190.0], 272.0, 0.3, [2.0, 1.0]);
    pen.turned(Frame { x: 8.0, y: 40.0, width: 8.0, height: 96.0 }, body, "装订线，请勿书写");
    pen.corner_mark(297.0, "演示数据");
    Sheet { width: 297.0, height: 210.0, items: pen.items }
}

#[test]
fn paper_stays_paper_in_every_theme_and_size() {
    let sheet = sheet();
    for (theme, name) in Theme::ALL.into_iter().zip(["light", "dark", "contrast"]) {
        let mut stage = Stage::<Message>::new(
            paper_view("sheet", &sheet, Zoom::Page, |_| Message::Pressed("scrolled")),
            (648.0, 520.0),
        );
        assert!(stage.words().iter().any(|word| word == "云坪镇石桥学校晨检情况日报表"));
        stage.picture(theme, 1.0, &format!("paper-{name}"));
    }
    let mut stage = Stage::<Message>::new(
        paper_view("sheet", &sheet, Zoom::Percent(100), |_| Message::Pressed("scrolled")),
        (648.0, 520.0),
    );
    stage.picture(Theme::Light, 1.0, "paper-full");
    let room = iced::Size::new(648.0, 520.0);
    assert_eq!(Zoom::Page.percent(&sheet, room), 55);
    assert_eq!(Zoom::Percent(125).percent(&sheet, room), 125);
}
