//! Taking an import back: the last one, never an older one in its place.

use super::*;
use crate::i18n::{Explain, Language, Tr};
use crate::ops::roster::UndoImportError;

fn refusal(book: &mut Book) -> UndoImportError {
    match book.undo_import(None).unwrap_err() {
        OpError::UndoImport(error) => *error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_import_that_changed_nothing_hides_the_one_before() {
    let (folder, mut book) = autumn();
    let first = import(&mut book, &fixture("01-standard.xlsx"));
    drop(book);
    let mut book = open(folder.path(), "2025-10-16T09:30:00");
    let again = import(&mut book, &fixture("01-standard.xlsx"));
    assert_eq!((counts(&again), again.act), ((0, 0, 365, 0, 0), None));
    drop(book);
    let mut book = open(folder.path(), "2025-10-17T08:00:00");
    let journal = book.store.journal_head().unwrap();
    let error = refusal(&mut book);
    let UndoImportError::Idle { file, at, older: Some(older) } = &error else { panic!("{error:?}") };
    assert_eq!((file.as_str(), at.to_string().as_str()), ("01-standard.xlsx", "2025-10-16 09:30:00"));
    assert_eq!(Some(older.id), first.act);
    for language in [Language::Chinese, Language::English] {
        let said = error.explain(&Tr::new(language));
        assert!(said.happened.contains("2025-10-16 09:30") && said.happened.contains("01-standard.xlsx"));
        assert!(said.meaning.contains("2025-10-15 08:00") && said.meaning.contains("365"), "{said:?}");
        assert!(said.remedy.contains(&older.id.to_string()));
    }
    assert_eq!((book.store.journal_head().unwrap(), list(&book, "2025-10-16").len()), (journal, 365));
    // Named, it is taken back; another import after an idle one is the last again.
    let (id, other) = (older.id, OperationId(uuid::Uuid::nil()));
    assert!(book.undo_import(Some(other)).is_err());
    assert!(book.undo_import(Some(id)).unwrap().report.kept.is_empty());
    assert!(list(&book, "2025-10-16").is_empty());
    import(&mut book, &fixture("01-standard.xlsx"));
    assert_eq!(book.undo_import(None).unwrap().operation.detail["file"], "01-standard.xlsx");
}

#[test]
fn what_was_taken_back_is_not_followed_by_an_older_import() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n"));
    import(&mut book, &table(&folder, "班级,姓名,出生日期\n三年级1班,乙乙,2017-03-02\n"));
    book.undo_import(None).unwrap();
    let UndoImportError::TakenBack { older } = refusal(&mut book) else { panic!() };
    assert_eq!(list(&book, "2025-10-15").len(), 1);
    book.undo_import(Some(older.id)).unwrap();
    assert!(list(&book, "2025-10-15").is_empty());
    assert!(matches!(book.undo_import(None), Err(OpError::Storage(_))), "there is none");
    // No other step passes for an import.
    let new = crate::ops::roster::NewStaff { name: "王芳".into(), ..Default::default() };
    book.add_staff(&new).unwrap();
    let step = book.undo_list().unwrap()[0].id.parse().unwrap();
    let error = book.undo_import(Some(step)).unwrap_err();
    assert_eq!(error.explain(book.tr()).code, "no_import");
}

#[test]
fn an_import_of_which_all_is_in_use_stays_to_be_taken_back_and_says_whose() {
    let (folder, mut book) = autumn();
    import(
        &mut book,
        &table(&folder, "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n三年级1班,乙乙,2017-03-02\n"),
    );
    let today = book.today();
    let class = book.class_groups(today).unwrap().remove(0).group;
    book.set_nil(SheetKey { group: class, date: today, session: Session::Morning }).unwrap();
    let sheet = book.undo_list().unwrap()[0].clone();
    let head = book.store.journal_head().unwrap();
    let undone = book.undo_import(None).unwrap();
    assert!(undone.is_nothing() && undone.operation.state == crate::ops::undo::UndoState::Open);
    let said = undone.words(book.tr());
    assert!(said.starts_with("没有撤销") && said.contains("甲甲") && said.contains("乙乙"), "{said}");
    assert_eq!(undone.kept_list(book.tr()).len(), 2);
    assert_eq!(book.store.journal_head().unwrap(), head, "nothing is written");
    assert_eq!(book.undo_list().unwrap().len(), 2, "it is not spent");
    // Ctrl+Z goes on to what it can take back; then the import is free.
    assert_eq!(book.shell_view().unwrap().last.unwrap().id, sheet.id);
    book.undo(None).unwrap();
    assert!(book.undo_import(None).unwrap().report.kept.is_empty());
    assert!(list(&book, "2025-10-15").is_empty());
}
