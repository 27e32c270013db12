use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::make;
use crate::domain::progress::Silent;
use crate::domain::session::Session;
use crate::i18n::Language;
use crate::ops::OpError;
use crate::ops::book::{Book, OpenOptions};
use crate::ops::usb::verify_package;

fn files(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>, root: &Path) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found, root);
        } else {
            found.insert(path.strip_prefix(root).unwrap().to_owned(), std::fs::read(&path).unwrap());
        }
    }
}

fn contents(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    files(root, &mut found, root);
    found
}

#[test]
fn two_demos_are_equal_and_show_a_whole_day() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("a"), folder.path().join("b"));
    let report = make(&first, Language::Chinese, &mut Silent).unwrap();
    make(&second, Language::Chinese, &mut Silent).unwrap();
    let (one, two) = (contents(&first), contents(&second));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(two[path] == *bytes, "{} differs", path.display());
    }
    assert!(one.keys().all(|path| !path.to_string_lossy().contains("partial")), "{:?}", one.keys());
    // Again into the same folder.
    make(&first, Language::Chinese, &mut Silent).unwrap();
    assert!(contents(&first) == one);
    let count = |kind: &str| report.files.iter().find(|file| file.kind == kind).unwrap().count;
    assert!(count("roster") >= 360 && count("letters") == count("roster"));
    let package = report.files.iter().find(|file| file.kind == "usb_package").unwrap();
    assert!(verify_package(&package.path).unwrap().unlisted.is_empty());
    let book = Book::open(&OpenOptions {
        folder: report.data.clone(),
        now: Some(report.now),
        ..OpenOptions::default()
    })
    .unwrap();
    let view = book.today_view(report.now.date(), Session::Morning).unwrap();
    assert_eq!((view.lines.len(), view.due, view.checked), (16, 16, 13));
    let vomiting = view.alerts.iter().find(|alert| alert.rule.name.contains('1') && alert.people.len() == 3);
    assert_eq!(vomiting.map(|alert| alert.scope.as_str()), Some("三（2）"), "{:#?}", view.alerts);
    assert!(book.shell_view().unwrap().demo);
    let plan = book.plan_view(report.now.date()).unwrap();
    assert!(plan.sections.len() > 1);
    assert!(book.health().unwrap().journal_whole);
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("roster.xlsx"), "mine").unwrap();
    let refused = make(folder.path(), Language::Chinese, &mut Silent);
    assert!(matches!(refused, Err(OpError::NotADemoFolder { .. })));
    assert_eq!(contents(folder.path()).len(), 1);
}
