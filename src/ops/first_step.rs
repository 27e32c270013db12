//! The questions of the first start, kept in the book so that a power cut in the middle goes on there.

use std::path::Path;

use super::book::Book;
use super::error::OpError;
use super::place::{BOOK_FILE, backup_folder, holds_book};
use crate::disk::{FileLayer, RealFiles};
use crate::domain::person::PersonKind;
use crate::storage::{BackupInfo, Store};

/// A question of the first start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FirstStep {
    /// Language, and who works here.
    Identity,
    /// The school.
    School,
    /// Where the data and the backups lie.
    Place,
    /// The terms.
    Terms,
    /// The roster.
    Roster,
}

/// What is kept when all are answered.
const DONE: &str = "done";
const META: &str = "first_start";

impl FirstStep {
    /// All in their order.
    pub const ALL: [Self; 5] = [Self::Identity, Self::School, Self::Place, Self::Terms, Self::Roster];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::School => "school",
            Self::Place => "place",
            Self::Terms => "terms",
            Self::Roster => "roster",
        }
    }

    /// The question after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|step| *step > self)
    }

    /// The question before this one.
    pub fn before(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|step| *step < self)
    }
}

impl Book {
    /// The question that comes next; `None`: all are answered, or the book was filled in another way.
    pub fn first_step(&self) -> Result<Option<FirstStep>, OpError> {
        Ok(match self.store.meta(META)?.as_deref() {
            Some(DONE) => None,
            Some(name) => FirstStep::ALL.into_iter().find(|step| step.name() == name),
            None if self.school()?.name.is_empty() => Some(FirstStep::Identity),
            None => None,
        })
    }

    /// Removes the book in which the first start began before the data got another place: only one whose questions
    /// are still open and that knows nobody. What cannot be removed stays and harms nobody.
    pub(super) fn leave_behind(&self, folder: &Path) {
        let real = |folder: &Path| folder.canonicalize().ok();
        let book = folder.join(BOOK_FILE);
        if real(folder).is_none() || real(folder) == real(self.folder()) || !holds_book(folder) {
            return;
        }
        if !is_only_begun(&book) {
            return;
        }
        let beside = ["-wal", "-shm"].map(|end| folder.join(format!("{BOOK_FILE}{end}")));
        // A copy of an earlier book may be all that is left of it: only copies of this one go.
        let backups = BackupInfo::list(&backup_folder(folder)).into_iter().map(|info| info.path);
        let backups = backups.filter(|copy| is_only_begun(copy));
        for file in std::iter::once(book).chain(beside).chain(backups) {
            let _ = RealFiles.remove_file(&file);
        }
        // A folder that holds anything else is not empty and stays.
        let _ = std::fs::remove_dir(backup_folder(folder));
        let _ = std::fs::remove_dir(folder);
    }

    /// Keeps how far the first start is. A fact of this copy and no record, so it is not journalled.
    pub(super) fn set_first_step(&mut self, step: Option<FirstStep>) -> Result<(), OpError> {
        Ok(self.store.set_meta(META, step.map_or(DONE, FirstStep::name))?)
    }
}

/// Whether a book holds nothing but answers of an unfinished first start.
fn is_only_begun(book: &Path) -> bool {
    let Ok(store) = Store::open(book, None) else { return false };
    let asking = store.meta(META).is_ok_and(|step| step.is_some_and(|step| step != DONE));
    let nobody = |kind| store.people(kind).is_ok_and(|people| people.is_empty());
    asking && nobody(PersonKind::Pupil) && nobody(PersonKind::Staff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::OpenOptions;
    use crate::ops::roster::{NewStaff, RosterOp};

    fn begun(folder: &Path) -> Book {
        let options = OpenOptions { folder: folder.to_owned(), ..OpenOptions::default() };
        let mut book = Book::open(&options).unwrap();
        book.set_first_step(Some(FirstStep::Place)).unwrap();
        book
    }

    #[test]
    fn only_a_book_that_was_just_begun_is_removed() {
        let home = tempfile::tempdir().unwrap();
        let folder = |name: &str| home.path().join(name);
        let here = begun(&folder("here"));
        drop(begun(&folder("begun")));
        drop(begun(&folder("notes")));
        std::fs::write(folder("notes").join("名册.xlsx"), "mine").unwrap();
        begun(&folder("done")).set_first_step(None).unwrap();
        let staff = NewStaff { name: "王秀兰".into(), ..NewStaff::default() };
        let op = crate::ops::Op::Roster(RosterOp::AddStaff(staff));
        begun(&folder("people")).run(&op, &mut crate::domain::progress::Silent).unwrap();
        // A new book was begun where only the copies of an earlier one are left.
        let copy = begun(&folder("people")).back_up("daily").unwrap().path;
        drop(begun(&folder("wiped")));
        let kept = backup_folder(&folder("wiped")).join(copy.file_name().unwrap());
        std::fs::create_dir_all(kept.parent().unwrap()).unwrap();
        std::fs::copy(&copy, &kept).unwrap();
        for name in ["here", "begun", "notes", "done", "people", "wiped", "nowhere"] {
            here.leave_behind(&folder(name));
        }
        assert!(!folder("begun").exists());
        assert!(kept.exists() && !holds_book(&folder("wiped")));
        assert!(folder("notes").join("名册.xlsx").exists() && !holds_book(&folder("notes")));
        assert!(["here", "done", "people"].into_iter().all(|name| holds_book(&folder(name))));
    }
}
