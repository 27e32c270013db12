//! What holds for every roster: nothing is lost, nothing is doubled, empty never overwrites.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::TestCaseError;

use super::*;
use crate::domain::person::{Boarding, Person, Sex};
use crate::ops::roster::NewPupil;

const DAY: &str = "2025-10-15";
const TITLES: [&str; 10] =
    ["班级", "姓名", "出生日期", "身份证号", "学籍号", "性别", "监护人电话", "住址", "备注", "宿舍"];
/// Columns beside class and name, which each file has.
const FURTHER: std::ops::Range<usize> = 2..TITLES.len();

/// One row of a file, under [`TITLES`].
type FileRow = [String; TITLES.len()];

/// Texts that files and programs stumble over.
pub(super) fn odd_text() -> impl Strategy<Value = String> {
    let odd = [
        "",
        "=1+1",
        "+1",
        "-王",
        "@王",
        "'=x",
        "''+1",
        "王,四",
        "\"王\"",
        "a\nb",
        "007",
        "12345678901234567890",
        "\t5",
        " 前后 ",
        "#王",
        "𠮷田",
        "𫖯𬀩",
        "龘",
        "é",
        "一；二",
        "1.10E+17",
        "🌾",
        "\u{200b}",
        "'",
        "1/2",
        "是",
    ];
    prop_oneof![select(odd.to_vec()).prop_map(str::to_owned), "[一-龥a-z0-9,;\"'=+@ ·-]{0,9}"]
}

pub(super) fn name() -> impl Strategy<Value = String> {
    let names = [
        "王伟",
        "李娜",
        "阿依·古丽",
        "买买提江・图尔荪",
        "𠮷田一",
        "𫖯𬀩",
        "欧阳小明",
        "Anna Maria",
        "=王",
        "@李",
        "+张",
        "-赵",
        "钱，一",
        "孙\"二\"",
        "周'三",
        "㛃",
        "曾",
        "007",
        "单于",
        "葛〇",
        "王 伟",
    ];
    select(names.to_vec()).prop_map(str::to_owned)
}

fn file_row() -> impl Strategy<Value = FileRow> {
    let classes = select(vec!["一年级(1)班", "一年级(2)班", "三年级(1)班", "苗苗班"]);
    let births = select(vec!["", "2016-09-01", "2016-09-02", "2017-03-05"]);
    let sexes = select(vec!["", "男", "女"]);
    let phones = select(vec!["", "16311110001", "163 1111 0002", "0771-5550123"]);
    let rooms = select(vec!["", "", "1舍101", "2舍203"]);
    let texts = (odd_text(), odd_text(), rooms);
    (classes, name(), births, any::<bool>(), any::<bool>(), sexes, phones, texts).prop_map(
        |(class, name, birth, id, student_no, sex, phone, (address, remark, room))| {
            // Numbers are given by place, so that no two rows share one.
            let flag = |has: bool| if has { "x".to_owned() } else { String::new() };
            let own = [class, &name, birth].map(str::to_owned);
            let [class, name, birth] = own;
            let numbers = [flag(id), flag(student_no)];
            let [id, student_no] = numbers;
            let [sex, phone, room] = [sex, phone, room].map(str::to_owned);
            [class, name, birth, id, student_no, sex, phone, address, remark, room]
        },
    )
}

fn file_rows() -> impl Strategy<Value = Vec<FileRow>> {
    prop::collection::vec(file_row(), 1..14).prop_map(|mut rows| {
        for (row, at) in rows.iter_mut().zip(10_u32..) {
            if row[3] == "x" {
                row[3] = format!("1101051949123100{at}");
            }
            if row[4] == "x" {
                row[4] = format!("L0050{at}");
            }
        }
        rows
    })
}

fn write(folder: &tempfile::TempDir, rows: &[FileRow], columns: &[usize]) -> ImportRequest {
    let path = folder.path().join("roster.csv");
    let mut writer = csv::Writer::from_path(&path).unwrap();
    writer.write_record(columns.iter().map(|column| TITLES[*column])).unwrap();
    for row in rows {
        writer.write_record(columns.iter().map(|column| row[*column].as_str())).unwrap();
    }
    writer.flush().unwrap();
    ImportRequest { path, ..ImportRequest::default() }
}

fn all_columns() -> Vec<usize> {
    (0..TITLES.len()).collect()
}

/// Fields, class, seat and room.
pub(super) type Known = (crate::storage::Row, String, u32, Option<String>);

/// Everything known of everybody by key.
pub(super) fn people(book: &Book) -> BTreeMap<PersonId, Known> {
    let lines = list(book, DAY);
    let stored = |id| super::super::record_fields::filled(&book.store.person(id).unwrap().unwrap());
    let known = |line: RosterLine| (line.key, (stored(line.key), line.class, line.seat_no, line.dormitory));
    lines.into_iter().map(known).collect()
}

/// The same without keys and numbers, to compare two books.
pub(super) fn contents(book: &Book) -> Vec<String> {
    let mut all: Vec<String> = people(book)
        .into_values()
        .map(|(row, class, _, room)| format!("{class} {room:?} {}", json!(row)))
        .collect();
    all.sort();
    all
}

/// Nothing of what was known is gone or another, and nobody came in.
pub(super) fn nothing_lost(before: &BTreeMap<PersonId, Known>, book: &Book) -> Result<(), TestCaseError> {
    let after = people(book);
    prop_assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (id, (row, class, seat, room)) in before {
        let (now, now_class, now_seat, now_room) = &after[id];
        prop_assert_eq!((class, seat, room), (now_class, now_seat, now_room));
        for (field, value) in row {
            prop_assert_eq!(now.get(field), Some(value), "{}", field);
        }
    }
    Ok(())
}

/// What somebody made of the file before it is imported again.
#[derive(Debug, Clone)]
struct Mutation {
    order: u64,
    columns: Vec<usize>,
    blanks: Vec<prop::sample::Index>,
    gone: Option<prop::sample::Index>,
    next_year: bool,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let further = subsequence(FURTHER.collect::<Vec<_>>(), 1..=FURTHER.len()).prop_shuffle();
    let blanks = prop::collection::vec(any::<prop::sample::Index>(), 0..12);
    let gone = prop::option::of(any::<prop::sample::Index>());
    (any::<u64>(), further, blanks, gone, any::<bool>()).prop_map(
        |(order, further, blanks, gone, next_year)| {
            let columns = further.into_iter().chain([1, 0]).collect();
            Mutation { order, columns, blanks, gone, next_year }
        },
    )
}

impl Mutation {
    /// The rows as the file has them then; classes go up only with the new year.
    fn of(&self, rows: &[FileRow], next_year: bool) -> Vec<FileRow> {
        let mut rows = rows.to_vec();
        for blank in &self.blanks {
            let at = blank.index(rows.len() * FURTHER.len());
            rows[at / FURTHER.len()][FURTHER.start + at % FURTHER.len()] = String::new();
        }
        for row in rows.iter_mut().filter(|_| next_year) {
            row[0] = row[0].replacen('三', "四", 1).replacen('一', "二", 1);
        }
        if let Some(gone) = &self.gone {
            rows.remove(gone.index(rows.len()));
        }
        shuffled(rows, self.order)
    }
}

fn shuffled(mut rows: Vec<FileRow>, seed: u64) -> Vec<FileRow> {
    use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
    rows.sort_by_key(|row| BuildHasherDefault::<DefaultHasher>::default().hash_one((seed, row)));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn importing_twice_changes_nothing(rows in file_rows()) {
        let (folder, mut book) = autumn();
        let request = write(&folder, &rows, &all_columns());
        let first = import(&mut book, &request);
        prop_assert_eq!(first.changed + first.unchanged, 0);
        let (before, journal) = (people(&book), book.store.journal_head().unwrap());
        prop_assert_eq!(before.len(), first.new);
        let again = import(&mut book, &request);
        prop_assert_eq!((again.new, again.changed, again.conflicts.len()), (0, 0, 0));
        prop_assert_eq!(book.store.journal_head().unwrap(), journal);
        prop_assert_eq!(people(&book), before);
    }

    #[test]
    fn the_order_of_rows_and_columns_does_not_matter(
        rows in file_rows(),
        columns in Just(all_columns()).prop_shuffle(),
        seed in any::<u64>(),
    ) {
        let (folder, mut book) = autumn();
        let first = import(&mut book, &write(&folder, &rows, &all_columns()));
        let other_rows = shuffled(rows.clone(), seed);
        let request = write(&folder, &other_rows, &columns);
        let (_other_folder, mut other) = autumn();
        prop_assert_eq!(import(&mut other, &request).new, first.new);
        prop_assert_eq!(contents(&other), contents(&book));
        let before = people(&book);
        let again = import(&mut book, &request);
        prop_assert_eq!((again.new, again.changed, again.conflicts.len()), (0, 0, 0));
        nothing_lost(&before, &book)?;
    }

    #[test]
    fn blank_cells_and_missing_columns_erase_nothing(
        rows in file_rows(),
        kept in subsequence(FURTHER.collect::<Vec<_>>(), 0..=FURTHER.len()),
        blanks in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
        gone in any::<prop::sample::Index>(),
    ) {
        let (folder, mut book) = autumn();
        import(&mut book, &write(&folder, &rows, &all_columns()));
        let before = people(&book);
        let mut poorer = rows.clone();
        poorer.remove(gone.index(rows.len()));
        for blank in blanks {
            let at = blank.index(rows.len() * FURTHER.len());
            if let Some(row) = poorer.get_mut(at / FURTHER.len()) {
                row[FURTHER.start + at % FURTHER.len()] = String::new();
            }
        }
        let columns: Vec<usize> = [0, 1].into_iter().chain(kept).collect();
        if columns.len() > 2 && !poorer.is_empty() {
            let plan = book.review_import(&write(&folder, &poorer, &columns), &mut Silent);
            // Blanks may leave nothing that is a table of people.
            if let Ok(plan) = plan {
                let summary = book.import(&plan, &mut Silent).unwrap();
                prop_assert_eq!(summary.new, 0, "{:?}", plan.rows);
            }
        }
        nothing_lost(&before, &book)?;
    }

    #[test]
    fn file_after_file_loses_nothing_and_doubles_nobody(
        rows in file_rows(),
        mutations in prop::collection::vec(mutation(), 1..5),
    ) {
        let (folder, mut book) = autumn();
        import(&mut book, &write(&folder, &rows, &all_columns()));
        let before = people(&book);
        let mut next_year = false;
        for mutation in mutations {
            if mutation.next_year && !next_year {
                next_year = true;
                drop(book);
                book = open(folder.path(), "2026-10-15T08:00:00");
            }
            let rows = mutation.of(&rows, next_year);
            let mut request = write(&folder, &rows, &mutation.columns);
            request.school_year = next_year.then_some(2026);
            request.options.as_of = if next_year { "2026-09-01".parse().ok() } else { None };
            // Blanks may leave nothing that is a table of people.
            let Ok(plan) = book.review_import(&request, &mut Silent) else { continue };
            let summary = book.import(&plan, &mut Silent).unwrap();
            prop_assert_eq!(summary.new, 0, "{:?}", plan.rows);
            let again = import(&mut book, &request);
            prop_assert_eq!((again.new, again.changed), (0, 0));
            nothing_lost(&before, &book)?;
        }
        let today = if next_year { "2026-10-15" } else { DAY };
        let mut present: Vec<PersonId> = list(&book, today).into_iter().map(|line| line.key).collect();
        present.sort_unstable();
        prop_assert_eq!(present, before.keys().copied().collect::<Vec<_>>(), "each once");
        prop_assert_eq!(book.store.people(PersonKind::Pupil).unwrap().len(), before.len());
        prop_assert!(book.store.journal_is_whole().unwrap());
    }

    #[test]
    fn what_a_hand_has_changed_is_kept(rows in file_rows(), who in any::<prop::sample::Index>()) {
        let (folder, mut book) = autumn();
        let request = write(&folder, &rows, &all_columns());
        import(&mut book, &request);
        let id = *who.get(&people(&book).into_keys().collect::<Vec<_>>());
        let mut person = book.store.person(id).unwrap().unwrap();
        person.guardian_phone = Some("16399999999".into());
        person.address = Some("手改的住址".into());
        person.ethnicity = Some("苗族".into());
        book.edit_person(&person).unwrap();
        let before = people(&book);
        let again = import(&mut book, &request);
        prop_assert_eq!((again.new, again.changed), (0, 0));
        prop_assert!(again.conflicts.iter().all(|c| c.key == Some(id)));
        nothing_lost(&before, &book)?;
    }

    #[test]
    fn next_years_file_moves_people_and_keeps_yesterday(rows in file_rows(), gone in any::<prop::sample::Index>()) {
        let (folder, mut book) = autumn();
        // Somebody without any number and birth date cannot be told from a namesake.
        let sure: Vec<FileRow> = rows.into_iter().filter(|row| row[3..5].iter().any(|n| !n.is_empty())).collect();
        prop_assume!(!sure.is_empty());
        import(&mut book, &write(&folder, &sure, &all_columns()));
        let before = people(&book);
        drop(book);
        let mut book = open(folder.path(), "2026-10-15T08:00:00");
        let mut next = sure.clone();
        if next.len() > 1 {
            next.remove(gone.index(sure.len()));
        }
        for row in &mut next {
            row[0] = row[0].replacen('三', "四", 1).replacen('一', "二", 1);
        }
        let mut request = write(&folder, &next, &all_columns());
        request.school_year = Some(2026);
        request.options.as_of = "2026-09-01".parse().ok();
        let summary = import(&mut book, &request);
        prop_assert_eq!((summary.new, summary.doubtful.len()), (0, 0));
        prop_assert_eq!(summary.changed, next.len());
        nothing_lost(&before, &book)?;
        let now = list(&book, "2026-09-01");
        prop_assert_eq!(now.len(), before.len(), "who is not in the file stays until somebody decides");
        let again = import(&mut book, &request);
        prop_assert_eq!((again.new, again.changed), (0, 0));
    }

    #[test]
    fn whatever_was_typed_is_exported_and_comes_back_unchanged(rows in file_rows(), rooms in any::<bool>()) {
        let (folder, mut book) = autumn();
        let some = |text: &str| Some(text.to_owned());
        for (row, at) in rows.iter().zip(1_u32..) {
            let class = if row[0] == "苗苗班" { "学前班" } else { row[0].as_str() };
            let new = NewPupil { name: row[1].clone(), class: class.to_owned(), ..NewPupil::default() };
            let key = book.add_pupil(&new).unwrap().key;
            let person = Person {
                former_name: some(&row[8]),
                birth: row[2].parse().ok(),
                sex: (row[5] == "女").then_some(Sex::Female),
                id_number: some(&row[3]),
                student_no: some(&row[4]),
                boarding: rooms.then_some(Boarding::Boarder),
                guardian: some(&row[7]),
                guardian_relation: some(&row[8]),
                guardian_phone: some(if at % 3 == 0 { &row[7] } else { &row[6] }),
                ethnicity: some(if at % 2 == 0 { "苗" } else { &row[8] }),
                address: some(&row[7]),
                remark: some(&row[8]),
                ..book.store.person(key).unwrap().unwrap()
            };
            book.edit_person(&person).unwrap();
            if rooms {
                book.set_dormitory(key, Some(&format!("{}舍0{at}", at % 2)), DAY.parse().unwrap()).unwrap();
            }
        }
        for ending in ["xlsx", "csv"] {
            let path = folder.path().join(format!("out.{ending}"));
            let written = book.export_roster(&path, DAY.parse().unwrap(), ExportPart::Whole).unwrap();
            prop_assert_eq!(written.pupils, rows.len());
            let request = ImportRequest { path, ..ImportRequest::default() };
            let plan = book.review_import(&request, &mut Silent).unwrap();
            let summary = plan.summary();
            prop_assert_eq!(counts(&summary), (0, 0, rows.len(), 0, 0), "{} {:#?}", ending, plan.rows);
            let (_copy_folder, mut copy) = autumn();
            import(&mut copy, &request);
            let day: NaiveDate = DAY.parse().unwrap();
            prop_assert_eq!(copy.roster_table(day).unwrap().0.rows, book.roster_table(day).unwrap().0.rows);
        }
    }
}
