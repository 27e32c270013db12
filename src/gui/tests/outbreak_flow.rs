//! The outbreaks of `ops::alerts::outbreaks` typed at the window: the banner comes at the key that raises it.

use std::collections::BTreeSet;

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::rule_book::RuleBook;
use crate::ops::Book;
use crate::ops::alerts::outbreaks::{self, Raised, Script, ScriptSheet};
use crate::ops::preferences::Preferences;

fn start(folder: &std::path::Path, script: &Script, day: usize) -> Start {
    Start {
        open: outbreaks::options(folder, script, day),
        preferences: Preferences::default(),
        rules: RuleBook::shipped().unwrap(),
        remember: false,
    }
}

/// Types one sheet and looks at its banner after every group of keys.
fn type_sheet(robot: &mut Robot, script: &Script, sheet: &ScriptSheet, seen: &mut BTreeSet<String>) {
    let row = script.classes.iter().position(|(name, _)| *name == sheet.class).unwrap();
    robot.tap(Named::F2);
    robot.tap(Named::Home);
    for _ in 0..row {
        robot.tap(Named::ArrowDown);
    }
    robot.tap(Named::Enter);
    for key in robot.app.alerts_on_sheet() {
        seen.insert(key);
    }
    for entry in &sheet.entries {
        robot.type_keys(&entry.seat.to_string());
        robot.tap(Named::Enter);
        for keys in &entry.keys {
            let (last, before) = (keys.len() - 1, seen.clone());
            for (at, key) in keys.chars().enumerate() {
                robot.type_keys(&key.to_string());
                let new = new_alerts(robot, seen, &sheet.class);
                let raised = if at == last { entry.raised_by(keys) } else { Vec::new() };
                assert_eq!(new, raised, "{} {} {keys}", sheet.class, entry.seat);
            }
            if *seen != before {
                let shown = robot.words().iter().any(|words| words.contains("达到"));
                assert!(shown, "the banner stands above the rows");
            }
        }
        robot.tap(Named::Enter);
    }
    robot.press(Key::Named(Named::Enter), Modifiers::CTRL);
}

/// The alerts of the open sheet that were not there before the key.
fn new_alerts(robot: &Robot, seen: &mut BTreeSet<String>, class: &str) -> Vec<Raised> {
    let keys = robot.app.alerts_on_sheet().into_iter().filter(|key| seen.insert(key.clone()));
    let raised = |key: String| {
        let parts: Vec<&str> = key.split('/').collect();
        let scope = if parts[1].starts_with("class:") { class } else { parts[1] };
        Raised { rule: parts[0].to_owned(), scope: scope.to_owned(), subject: parts[2].to_owned() }
    };
    let mut found: Vec<Raised> = keys.map(raised).collect();
    found.sort();
    found
}

fn run(script: &Script) {
    let folder = tempfile::tempdir().unwrap();
    drop(outbreaks::school(folder.path(), script));
    let mut seen = BTreeSet::new();
    for (day, (date, sheets)) in script.days.iter().enumerate() {
        let mut robot = Robot::start(start(folder.path(), script, day), Size::new(1024.0, 768.0));
        for sheet in sheets {
            type_sheet(&mut robot, script, sheet, &mut seen);
        }
        drop(robot);
        let book = Book::open(&outbreaks::options(folder.path(), script, day)).unwrap();
        let _ = outbreaks::new_alerts(&book, &mut seen, *date);
    }
    assert_eq!(seen.len(), script.alerts());
}

#[test]
fn an_outbreak_in_a_class_alerts_at_the_right_key() {
    run(&Script::class());
}

#[test]
fn an_outbreak_in_a_school_alerts_at_the_right_key() {
    run(&Script::school());
}
