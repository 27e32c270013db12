use chrono::NaiveTime;

use super::*;
use crate::domain::rule_book::NumberUnit;
use crate::domain::session::Session;
use crate::gui::effect::Effect;
use crate::gui::screen::Screen;
use crate::gui::screen::bench::{self, SIZES, context};
use crate::i18n::Language;
use crate::ops::home::{ConditionLine, HomeSettings};
use crate::ops::rule_choices::{ChosenBy, EditionLine};
use crate::ops::settings::{CheckSetting, CountingSetting, DeadlineSetting, SettingsOp};
use crate::ops::{Answer, Op};

fn data(long: bool) -> SettingsView {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let word = |short: &str| if long { short.repeat(9) } else { short.to_owned() };
    let exception = |date: &str| crate::domain::calendar::DayException {
        date: day(date),
        kind: ExceptionKind::DayOff,
        note: Some(word("国庆节")),
    };
    SettingsView {
        school: word("云坪镇石桥学校"),
        phone: Some("0735-2884017".into()),
        principal: Some(word("何志远")),
        operator: word("王秀兰"),
        terms: vec![
            Term { season: Season::Autumn, first: day("2026-09-01"), last: day("2027-01-22") },
            Term { season: Season::Spring, first: day("2027-02-24"), last: day("2027-07-10") },
        ],
        terms_set: false,
        exceptions: vec![exception("2026-10-01"), exception("2026-10-02")],
        folder: word("/home/clerk/晨检簿/").into(),
        backup_place: None,
        backup_place_there: false,
        backups: Vec::new(),
        first_step: None,
        system: Some("nine-year".into()),
        systems: vec![crate::ops::promotion::SystemChoice {
            id: "nine-year".into(),
            name: "九年一贯制（六三学制）".into(),
        }],
        checks: ["staff-morning", "evening-dormitory"]
            .map(|id| CheckSetting {
                id: id.into(),
                name: word("晚检按宿舍"),
                text: word("晚检每个宿舍一张检查表。没有登记宿舍的住校生仍在本班的晚检表上。"),
                on: id == "staff-morning",
                from: Some(day("2026-11-24")),
            })
            .to_vec(),
        editions: ["cn2006", "huzhou-2023"]
            .map(|id| EditionLine {
                id: id.into(),
                name: word("湖州市 2023 年聚集性疫情标准"),
                text: word("一个市的标准，按病种计数，多数看 7 天。别的地方先问当地疾控机构是否采用。"),
                source: "湖州市卫生健康委".into(),
                local: id != "cn2006",
                unconfirmed: id != "cn2006",
                optional: id != "cn2006",
                on: true,
                chosen: Some(ChosenBy { by: word("王秀兰"), at: "2026-11-23T08:05:00".parse().unwrap() }),
                rules: Vec::new(),
            })
            .to_vec(),
        countings: countings(&word),
        home: home(&word),
        deadlines: deadlines(),
    }
}

/// The module with a condition that the school chose, and one of a place.
fn home(word: &dyn Fn(&str) -> String) -> HomeSettings {
    let condition = |id: &str, local: bool| ConditionLine {
        id: id.into(),
        name: word("连续记录完整"),
        text: word("返校前连续这么多天，每天都有体温、有无症状、有无外出的记录。"),
        source: word("2020 年春季学期学校复课防控要求"),
        local,
        on: !local,
        number: Some(14),
        unit: Some(NumberUnit::Days),
        range: Some((1, 60)),
        chosen: (!local)
            .then(|| ChosenBy { by: word("王秀兰"), at: "2026-11-23T08:05:00".parse().unwrap() }),
    };
    HomeSettings {
        on: true,
        text: word("开学前在家连续观察。"),
        conditions: vec![condition("recorded", false), condition("outing", true)],
        ..HomeSettings::default()
    }
}

/// The hours of all sessions.
fn deadlines() -> Vec<DeadlineSetting> {
    [Session::Morning, Session::Noon, Session::Evening, Session::Holiday]
        .map(|session| DeadlineSetting {
            session,
            at: hour("08:20"),
            usual: hour("09:00"),
            from: (session == Session::Noon).then(|| "2026-11-24".parse().unwrap()),
        })
        .to_vec()
}

/// Two ways of counting.
fn countings(word: &dyn Fn(&str) -> String) -> Vec<CountingSetting> {
    ["half-days", "lessons"]
        .map(|id| CountingSetting {
            id: id.into(),
            name: word("按缺课节数（1～3 节半天，4 节以上一天）"),
            text: word("不足 1 节不算，1 至 3 节算半天，4 节及以上算一天。"),
            source: word("学校传染病预防控制工作表格示例"),
            on: id == "lessons",
            from: (id == "lessons").then(|| "2026-11-23".parse().unwrap()),
        })
        .to_vec()
}

fn hour(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

#[test]
fn hours_are_typed_in_any_way_and_an_empty_one_is_that_of_the_rules() {
    let context = context(Language::Chinese, SIZES[0]);
    let mut screen = screen(false);
    let mut typed = |text: &str| {
        let _ = screen.update(Message::Deadline(Session::Morning, text.to_owned()), &context);
        screen.update(Message::SaveDeadlines, &context)
    };
    let set = |at| vec![Effect::Run(Op::Settings(SettingsOp::Deadline(Session::Morning, at)))];
    for text in ["8:05", "0805", "８：０５", "805", "08.05"] {
        assert_eq!(typed(text), set(Some(hour("08:05"))), "{text}");
    }
    assert_eq!(typed(" "), set(None));
    assert!(typed("25:00").is_empty() && typed("8").is_empty() && typed("08:20").is_empty());
}

fn screen(long: bool) -> Settings {
    let mut screen = Settings::new();
    let context = context(Language::Chinese, SIZES[0]);
    let first = screen.answered(Answer::Settings(Box::new(data(long))), &context);
    assert_eq!(first, [Effect::Focus("school-name".into())]);
    screen
}

#[test]
fn what_is_typed_is_saved_and_kept_until_then() {
    let context = context(Language::Chinese, SIZES[0]);
    let mut screen = screen(false);
    assert_eq!(screen.unsaved(&context), None);
    screen.update(Message::School(SchoolField::Operator, "周敏".into()), &context);
    screen.answered(Answer::Settings(Box::new(data(false))), &context);
    assert!(screen.unsaved(&context).is_some(), "a reload does not take typed words away");
    let saved = screen.update(Message::SaveSchool, &context);
    assert_eq!(saved, [Effect::Run(Op::Settings(SettingsOp::Operator("周敏".into())))]);
    screen.update(Message::School(SchoolField::Name, "  ".into()), &context);
    assert!(screen.update(Message::SaveSchool, &context).is_empty(), "a school has a name");
}

#[test]
fn the_school_system_is_turned_through() {
    let context = context(Language::Chinese, SIZES[0]);
    let mut screen = screen(false);
    let system = |id: Option<&str>| [Effect::Run(Op::Settings(SettingsOp::System(id.map(str::to_owned))))];
    assert_eq!(screen.update(Message::System(-1), &context), system(None), "by the classes");
    assert_eq!(screen.update(Message::System(1), &context), system(Some("nine-year")));
}

#[test]
fn a_term_needs_two_days_in_order_and_holidays_may_be_ranges() {
    let context = context(Language::Chinese, SIZES[0]);
    let mut screen = screen(false);
    screen.update(Message::Term(Season::Autumn, End::Last, "2026-08-01".into()), &context);
    assert!(screen.update(Message::SaveTerm(Season::Autumn), &context).is_empty());
    screen.update(Message::Term(Season::Autumn, End::Last, "2027-01-15".into()), &context);
    assert_eq!(screen.update(Message::SaveTerm(Season::Autumn), &context).len(), 1);
    screen.update(Message::Day(End::First, "2027-01-01".into()), &context);
    screen.update(Message::Day(End::Last, "2027-01-03".into()), &context);
    assert_eq!(screen.update(Message::AddDays, &context).len(), 3);
    assert!(screen.update(Message::AddDays, &context).is_empty(), "the form is empty again");
}

#[test]
fn nothing_is_cut_and_tab_and_input_method_reach_everything() {
    for (what, screen) in [("empty", Settings::new()), ("full", screen(false)), ("longest", screen(true))] {
        bench::assert_nothing_cut(&screen, what);
    }
    let screen = screen(false);
    bench::assert_tab_reaches_all(&screen, "settings");
    for field in
        ["school-name", "school-phone", "school-principal", "school-operator", "day-note", "backup-place"]
    {
        assert_eq!(bench::committed(&screen, field, "王").len(), 1, "{field}");
    }
    let mut screen = screen;
    for form in &mut screen.terms {
        (form.first, form.last) = (String::new(), String::new());
    }
    let day = "2026-12-31";
    let typed = |field, message| assert_eq!(bench::committed(&screen, field, day), [message], "{field}");
    typed("autumn-first", Message::Term(Season::Autumn, End::First, day.into()));
    typed("autumn-last", Message::Term(Season::Autumn, End::Last, day.into()));
    typed("spring-first", Message::Term(Season::Spring, End::First, day.into()));
    typed("spring-last", Message::Term(Season::Spring, End::Last, day.into()));
    typed("day-first", Message::Day(End::First, day.into()));
    typed("day-last", Message::Day(End::Last, day.into()));
}

#[test]
fn an_edition_of_rules_is_chosen_by_its_box() {
    let mut settings = screen(false);
    let context = context(Language::Chinese, (1024.0, 768.0));
    let message = Message::Choose(SettingsOp::Rules("huzhou-2023".into(), false));
    let set = Op::Settings(SettingsOp::Rules("huzhou-2023".into(), false));
    assert_eq!(settings.update(message, &context), [Effect::Run(set)]);
}

#[test]
fn pages_turn_by_keys_although_a_field_has_the_focus() {
    let settings = Settings::new();
    let press = |key| crate::gui::screen::KeyPress {
        key: iced::keyboard::Key::Named(key),
        modifiers: iced::keyboard::Modifiers::empty(),
        in_field: true,
    };
    let here = context(Language::Chinese, (1024.0, 768.0));
    let down = settings.key(&press(iced::keyboard::key::Named::PageDown), &here).unwrap();
    let effects = Settings::new().update(down, &here);
    assert!(matches!(effects.as_slice(), [Effect::Scroll(..)]), "{effects:?}");
}
