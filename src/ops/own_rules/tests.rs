use chrono::{NaiveDate, NaiveDateTime};

use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::progress::Silent;
use crate::domain::rule_book::{FigureUnit, figures};
use crate::domain::temperature::Temperature;
use crate::i18n::{Explain, Language, Tr};
use crate::ops::clock::FixedClock;
use crate::ops::error::OpError;
use crate::ops::sample_book::{book, book_in, morning, person, with};
use crate::ops::{Book, Op};

const COUNT: &str = "clusters/clusters/cn2006-1d3/count";

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(on: u32) -> NaiveDateTime {
    day(on).and_hms_opt(9, 0, 0).unwrap()
}

fn new(path: &str, value: &str, from: Option<u32>) -> NewOwnRule {
    NewOwnRule {
        path: path.into(),
        value: value.into(),
        valid_from: from.map(day),
        source: "县疾控〔2026〕12 号".into(),
        approved_by: "何志远".into(),
        ..NewOwnRule::default()
    }
}

fn vomiting(book: &mut Book, on: u32, people: &[u128]) {
    for n in people {
        book.record(morning(1, day(on)), person(*n), &with(Attendance::Present, &["vomiting"])).unwrap();
    }
}

fn alerts(book: &Book, on: u32) -> Vec<(String, usize)> {
    let alerts = book.alerts_on(day(on)).unwrap().into_iter().filter(|alert| alert.rule == "cn2006-1d3");
    alerts.map(|alert| (alert.rule, alert.count)).collect()
}

fn refused(book: &mut Book, new: &NewOwnRule) -> OwnRuleError {
    match book.set_own_rule(new) {
        Err(OpError::OwnRule(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_figure_of_the_files_is_listed_once_and_can_be_set() {
    let (_folder, mut book) = book();
    for language in Language::ALL {
        book.set_language(language);
        let lines = book.figure_lines(day(23), false).unwrap();
        assert!(lines.len() > 150, "{}", lines.len());
        for line in &lines {
            assert!(!line.rule.is_empty() && !line.name.is_empty(), "{line:?}");
        }
        let key = "tracing/first_by";
        let hour = lines.iter().find(|line| line.path == key).unwrap();
        assert_eq!(hour.shipped.as_deref(), Some("14:00"));
    }
    // Each for itself: whatever is set, the rules can be read, or it is refused with words.
    let mut fits = 0;
    for figure in figures().unwrap() {
        let usual = if figure.unit == FigureUnit::Degrees { "380" } else { "30" };
        let value = figure.shipped.clone().unwrap_or_else(|| usual.to_owned());
        let wanted = new(&figure.path, &figure.unit.shown(&value), None);
        match book.own_rule(&wanted, &[]) {
            Ok(rule) => fits += usize::from(Book::fits(&[rule]).is_ok()),
            Err(error) => panic!("{}: {}", figure.path, error.explain(book.tr()).happened),
        }
    }
    // A share in a rule over the whole school has no head-count.
    assert!(fits + 30 > figures().unwrap().len(), "{fits}");
}

#[test]
fn a_county_asks_for_two_from_a_day_on_and_days_before_are_judged_as_they_were() {
    let (folder, mut book) = book();
    vomiting(&mut book, 23, &[101, 102]);
    assert!(alerts(&book, 23).is_empty());
    book.set_own_rule(&new(COUNT, "2", Some(24))).unwrap();
    assert!(alerts(&book, 23).is_empty(), "not from today on");
    book.clock = Box::new(FixedClock(at(24)));
    let _ = book.load(&crate::ops::Query::Shell).unwrap();
    vomiting(&mut book, 24, &[103, 104]);
    assert_eq!(alerts(&book, 24), [("cn2006-1d3".to_owned(), 2)]);
    assert!(alerts(&book, 23).is_empty(), "a day is judged by the figure in force on it");
    let alert = book.alerts_on(day(24)).unwrap();
    let view = book.alert_views(alert, day(24)).unwrap().remove(0);
    assert_eq!(
        (view.rule.name.as_str(), view.rule.source.as_str()),
        ("1 天 3 例（本校）", "县疾控〔2026〕12 号")
    );
    assert!(view.rule.text.starts_with("本校规定：人数 2（原为 3）。同一班级"), "{}", view.rule.text);
    let line = book.figure_lines(day(24), true).unwrap().remove(0);
    assert_eq!((line.shipped.as_deref(), line.own.unwrap().value.as_deref()), (Some("3"), Some("2")));
    // A restart reads the same; withdrawing gives the shipped figure back from that day on.
    drop(book);
    let options = crate::ops::OpenOptions {
        folder: folder.path().to_owned(),
        now: Some(at(25)),
        operator: Some("王秀兰".into()),
        ..Default::default()
    };
    let mut book = Book::open(&options).unwrap();
    assert_eq!(alerts(&book, 24).len(), 1);
    vomiting(&mut book, 25, &[105, 106]);
    assert_eq!(alerts(&book, 25).len(), 1);
    book.withdraw_own_rule(COUNT, None).unwrap();
    assert!(alerts(&book, 25).is_empty() && alerts(&book, 24).len() == 1);
    book.undo(None).unwrap();
    assert_eq!(alerts(&book, 25).len(), 1);
}

#[test]
fn a_temperature_typed_by_the_school_is_confirmed_and_counts_at_once() {
    let (_folder, mut book) = book();
    let key = morning(1, day(23));
    let warm = Finding { temperature: Temperature::parse("37.3@ear"), ..with(Attendance::Present, &[]) };
    book.record(key, person(103), &warm).unwrap();
    let fever = |book: &Book| book.sheet_view(key).unwrap().lines[2].fever;
    assert!(!fever(&book));
    book.set_own_rule(&new("temperature/limits/check_sheet-ear/tenths", "37.2", None)).unwrap();
    assert!(fever(&book), "the shipped entry was not confirmed, the school's is");
    let own = book.shell_view().unwrap().own_rules;
    let rules = rules_with(&own, day(23)).unwrap();
    assert!(rules.is_fever(Temperature::parse("37.2@ear").unwrap()), "as in the window");
    book.undo(None).unwrap();
    assert!(!fever(&book));
}

#[test]
fn limits_of_cases_and_hours_of_calls_follow_the_school() {
    let (_folder, mut book) = book();
    book.set_own_rule(&new("reporting/editions/2-24/hours/c", "12", None)).unwrap();
    assert_eq!(book.notifiable("流感").unwrap().hours, 12);
    let name = book.case_edition(book.now()).unwrap().name.zh.clone();
    assert_eq!(name, "2/24 小时（本校）");
    book.set_own_rule(&new("tracing/first_by", "10:30", None)).unwrap();
    assert_eq!(book.rules().tracing().first_by.to_string(), "10:30:00");
    book.set_own_rule(&new("diseases/diseases/mumps/exclusions/mumps-9d/days_from_onset", "12", None))
        .unwrap();
    let (_, entry) = book.rules().exclusion("mumps-9d").unwrap();
    assert_eq!(entry.days_from_onset, Some(12));
    let mumps = book.rules().disease("mumps").unwrap();
    assert!(!mumps.source.starts_with("own:"), "the class stays the law's");
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let (_folder, mut book) = book();
    let before = book.store.journal_head().unwrap();
    assert!(matches!(
        refused(&mut book, &new("clusters/none", "2", None)),
        OwnRuleError::NoSuchFigure { .. }
    ));
    for value in ["", "0", "-1", "many", "2.5"] {
        assert!(
            matches!(refused(&mut book, &new(COUNT, value, None)), OwnRuleError::BadFigure { .. }),
            "{value}"
        );
    }
    let hot = new("temperature/limits/check_sheet-ear/tenths", "55", None);
    assert!(matches!(refused(&mut book, &hot), OwnRuleError::BadFigure { .. }));
    let hour = new("tracing/first_by", "25:00", None);
    assert!(matches!(refused(&mut book, &hour), OwnRuleError::BadFigure { .. }));
    let nobody = NewOwnRule { approved_by: " ".into(), ..new(COUNT, "2", None) };
    assert_eq!(refused(&mut book, &nobody), OwnRuleError::Unapproved);
    assert!(matches!(refused(&mut book, &new(COUNT, "2", Some(22))), OwnRuleError::GoneBy { .. }));
    let share = new("clusters/clusters/disease-week-10/share", "30", None);
    assert!(matches!(refused(&mut book, &share), OwnRuleError::DoesNotFit { .. }));
    let long = NewOwnRule { text: "长".repeat(301), ..new(COUNT, "2", None) };
    assert!(matches!(refused(&mut book, &long), OwnRuleError::TooLong { .. }));
    let none = book.withdraw_own_rule(COUNT, None);
    assert!(matches!(none, Err(OpError::OwnRule(OwnRuleError::NotOwn { .. }))));
    assert_eq!(book.store.journal_head().unwrap(), before);
}

#[test]
fn another_school_takes_the_figures_from_a_file_or_none_of_them() {
    let (folder, mut book) = book();
    book.set_own_rule(&new(COUNT, "2", None)).unwrap();
    book.set_own_rule(&new("temperature/limits/check_sheet-axillary/tenths", "37.3", Some(30))).unwrap();
    let file = folder.path().join("本校规定.toml");
    assert_eq!(book.export_own_rules(&file).unwrap(), 2);
    let other = tempfile::tempdir().unwrap();
    let mut there = book_in(other.path());
    there.clock = Box::new(FixedClock(at(26)));
    there.run(&Op::OwnRules(OwnRuleOp::Import(file.clone())), &mut Silent).unwrap();
    let lines = there.figure_lines(day(26), true).unwrap();
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line.own.as_ref().or(line.next.as_ref()).unwrap().valid_from, line.own.is_some()))
        .collect();
    assert_eq!(told, [(day(26), true), (day(30), false)], "what has begun elsewhere begins here today");
    there.undo(None).unwrap();
    assert!(there.figure_lines(day(26), true).unwrap().is_empty(), "one act");
    // A wrong entry: its number is said and nothing is taken.
    let text = std::fs::read_to_string(&file).unwrap().replace("\"37.3\"", "\"373\"");
    std::fs::write(&file, text).unwrap();
    let error = there.import_own_rules(&file).unwrap_err();
    let said = error.explain(&Tr::new(Language::Chinese));
    assert_eq!(said.happened, "第 2 项：这个数值用不上：373");
    for text in ["", "figures = 3", "[[figures]]\nrule = \"x\"", "\u{0}\u{1}"] {
        std::fs::write(&file, text).unwrap();
        let taken = there.import_own_rules(&file);
        assert!(matches!(taken, Ok(0) | Err(OpError::OwnRule(OwnRuleError::Unreadable { .. }))), "{text}");
    }
    assert!(there.import_own_rules(&folder.path().join("none.toml")).is_err());
    assert!(there.figure_lines(day(26), true).unwrap().is_empty());
}
