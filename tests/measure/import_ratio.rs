//! How long importing 3,000 pupils takes, as a multiple of reading the cells and inserting them plainly: both in one
//! run, on the same disk, each the best of nine, in the time that passes and in the processor's.
//!
//! `cargo run --release --example import_ratio [pupils]`

// A measurement speaks to its terminal and ends where something is wrong.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::unchecked_time_subtraction
)]

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use chenjian::domain::person::{Boarding, Sex};
use chenjian::domain::progress::{Cancelled, Progress, Silent, Stage};
use chenjian::ops::roster::import::{ImportRequest, PupilRecord};
use chenjian::ops::{Book, OpenOptions};
use rusqlite::{Connection, params};

/// A workbook with the columns of a common list.
fn write_roster(path: &Path, pupils: usize) {
    let titles = [
        "班级",
        "学号",
        "姓名",
        "性别",
        "出生日期",
        "民族",
        "身份证号",
        "学籍号",
        "就读方式",
        "监护人",
        "与监护人关系",
        "监护人电话",
        "住址",
    ];
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "云坪镇石桥学校2026-2027学年学生名册").unwrap();
    for (column, title) in (0..).zip(titles) {
        sheet.write_string(1, column, title).unwrap();
    }
    let surnames = ["王", "李", "张", "覃", "韦", "莫", "欧阳", "龙", "吴", "石"];
    let given = ["雨泽", "梓涵", "欣怡", "子轩", "若兰", "家乐", "小溪", "振宇", "思远", "佳琪", "浩然"];
    for at in 0..pupils {
        let row = u32::try_from(at + 2).unwrap();
        let class = at / 50;
        let birth = format!("{}{:02}{:02}", 2014 + class % 6, at % 12 + 1, at % 28 + 1);
        let cells = [
            format!("{}年级{}班", ["一", "二", "三", "四", "五", "六"][class / 10 % 6], class % 10 + 1),
            (at % 50 + 1).to_string(),
            format!("{}{}", surnames[at % 10], given[at / 10 % 11]),
            if at % 2 == 0 { "男" } else { "女" }.to_owned(),
            birth.clone(),
            "壮族".to_owned(),
            format!("451225{birth}{at:04}"),
            format!("G451225{birth}{at:04}"),
            if at % 5 == 0 { "住校" } else { "走读" }.to_owned(),
            format!("{}某", surnames[at % 10]),
            "父亲".to_owned(),
            format!("1631111{at:04}"),
            format!("云坪镇石桥村{}组", at % 30),
        ];
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, &cell).unwrap();
        }
    }
    book.save(path).unwrap();
}

/// A point in time by the wall's clock and by the processor's.
#[derive(Clone, Copy)]
struct Moment(Instant, Duration);

/// What lies between two moments.
#[derive(Clone, Copy, Default)]
struct Span {
    passed: Duration,
    /// Time of the processor; zero where the system does not tell.
    worked: Duration,
}

impl Moment {
    fn now() -> Self {
        // The kernel adds up at a change of threads.
        std::thread::yield_now();
        let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
        let worked = stat.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or_default();
        Self(Instant::now(), Duration::from_nanos(worked))
    }

    fn elapsed(self) -> Span {
        let now = Self::now();
        Span { passed: now.0 - self.0, worked: now.1.saturating_sub(self.1) }
    }
}

/// For each stage the shortest time of all runs.
fn best<const N: usize>(best: &mut Option<[Span; N]>, found: [Span; N]) {
    let best = best.get_or_insert(found);
    for (best, found) in best.iter_mut().zip(found) {
        best.passed = best.passed.min(found.passed);
        best.worked = best.worked.min(found.worked);
    }
}

/// The cells as the program's own reader gives them, then one row for each pupil in a bare table of its own, and
/// the rows of person, class and boarding in the tables of a book, each in one transaction and flushed like the book's.
fn plain(roster: &Path, folder: &Path) -> [Span; 3] {
    let book = open(&folder.join("reader"));
    let request = ImportRequest { path: roster.to_owned(), ..ImportRequest::default() };
    let start = Moment::now();
    let document = book.read_roster(&request, &mut Silent).unwrap();
    let read = start.elapsed();
    let start = Moment::now();
    bare_table(&folder.join("plain.db"), &document.pupils);
    let bare = start.elapsed();
    drop(book);
    drop(open(&folder.join("plain")));
    let start = Moment::now();
    book_tables(&folder.join("plain/chenjian.db"), &document.pupils);
    [read, bare, start.elapsed()]
}

fn connect(path: &Path) -> Connection {
    let store = Connection::open(path).unwrap();
    let _: String = store.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).unwrap();
    store.pragma_update(None, "synchronous", "FULL").unwrap();
    store
}

/// What the file says of a pupil, as it is stored.
fn values(pupil: &PupilRecord) -> [Option<String>; 11] {
    [
        Some(pupil.name.clone()),
        pupil.sex.map(|sex| if sex == Sex::Male { "male" } else { "female" }.to_owned()),
        pupil.birth.map(|day| day.to_string()),
        pupil.ethnicity.clone(),
        pupil.id_number.clone(),
        pupil.student_no.clone(),
        pupil.boarding.map(|boarding| if boarding == Boarding::Day { "day" } else { "boarder" }.to_owned()),
        pupil.guardian.clone(),
        pupil.guardian_relation.clone(),
        pupil.guardian_phone.clone(),
        pupil.address.clone(),
    ]
}

fn bare_table(path: &Path, pupils: &[PupilRecord]) {
    let mut store = connect(path);
    store
        .execute_batch(
            "CREATE TABLE pupil (id INTEGER PRIMARY KEY, class TEXT, seat INTEGER, name TEXT, sex TEXT, birth TEXT,
             ethnicity TEXT, id_number TEXT, student_no TEXT, boarding TEXT, guardian TEXT, relation TEXT,
             phone TEXT, address TEXT)",
        )
        .unwrap();
    let transaction = store.transaction().unwrap();
    let sql = "INSERT INTO pupil VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let mut insert = transaction.prepare(sql).unwrap();
    for pupil in pupils {
        let [name, sex, birth, ethnicity, id, number, boarding, guardian, relation, phone, address] =
            values(pupil);
        let class = pupil.class.as_ref().map(|class| &class.written);
        insert
            .execute(params![
                class,
                pupil.seat_no,
                name,
                sex,
                birth,
                ethnicity,
                id,
                number,
                boarding,
                guardian,
                relation,
                phone,
                address
            ])
            .unwrap();
    }
    drop(insert);
    transaction.commit().unwrap();
}

fn book_tables(path: &Path, pupils: &[PupilRecord]) {
    let mut store = connect(path);
    let transaction = store.transaction().unwrap();
    let sql = "INSERT INTO person (id, kind, name, sex, birth, ethnicity, id_number, student_no, boarding, guardian,
               guardian_relation, guardian_phone, address) VALUES (?, 'pupil', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let mut person = transaction.prepare(sql).unwrap();
    let sql = "INSERT INTO enrolment VALUES (?, ?, ?, ?, '2026-09-01', NULL)";
    let mut enrolment = transaction.prepare(sql).unwrap();
    let sql = "INSERT INTO boarding VALUES (?, ?, '2026-09-01', NULL)";
    let mut span = transaction.prepare(sql).unwrap();
    let sql = "INSERT INTO school_class (id, school_year, label, kind, sort_order) VALUES (?, 2026, ?, 'ordinary', 1)";
    let mut class = transaction.prepare(sql).unwrap();
    let mut classes: HashMap<&str, String> = HashMap::new();
    for pupil in pupils {
        let key = uuid::Uuid::now_v7().to_string();
        let [name, sex, birth, ethnicity, id, number, boarding, guardian, relation, phone, address] =
            values(pupil);
        person
            .execute(params![
                key, name, sex, birth, ethnicity, id, number, boarding, guardian, relation, phone, address
            ])
            .unwrap();
        let label = pupil.class.as_ref().unwrap().written.as_str();
        let own: &String = classes.entry(label).or_insert_with(|| {
            let own = uuid::Uuid::now_v7().to_string();
            class.execute(params![own, label]).unwrap();
            own
        });
        enrolment.execute(params![key, own, pupil.grade(), pupil.seat_no]).unwrap();
        if boarding.is_some() {
            span.execute(params![key, boarding]).unwrap();
        }
    }
    drop((person, enrolment, span, class));
    transaction.commit().unwrap();
}

fn open(folder: &Path) -> Book {
    let now = "2026-11-23T09:12:00".parse().ok();
    Book::open(&OpenOptions { folder: folder.to_owned(), now, seed: Some(1), ..OpenOptions::default() })
        .unwrap()
}

/// Comparing and writing with journal and everything; reading is part of it. The backup before it is one file's
/// copy, checked, and told by itself.
fn whole(roster: &Path, folder: &Path) -> [Span; 5] {
    let mut book = open(&folder.join("book"));
    let request = ImportRequest { path: roster.to_owned(), ..ImportRequest::default() };
    let start = Moment::now();
    let document = book.read_roster(&request, &mut Silent).unwrap();
    let read = start.elapsed();
    let start = Moment::now();
    let plan = book.plan_import(document, &request.options).unwrap();
    let compared = start.elapsed();
    let start = Moment::now();
    let mut stages = Stages(None);
    let summary = book.import(&plan, &mut stages).unwrap();
    let written = start.elapsed();
    let backup =
        stages.0.map(|saving| Span { passed: saving.0 - start.0, worked: saving.1.saturating_sub(start.1) });
    assert_eq!(summary.new, plan.rows.len(), "{summary:?}");
    // A second time nothing is written.
    let again = Moment::now();
    let plan = book.review_import(&request, &mut Silent).unwrap();
    assert_eq!(book.import(&plan, &mut Silent).unwrap().unchanged, plan.rows.len());
    [read, compared, backup.unwrap_or_default(), written, again.elapsed()]
}

/// Notes when the saving begins, which is when the backup is made.
struct Stages(Option<Moment>);

impl Progress for Stages {
    fn report(&mut self, stage: Stage, _done: usize, _total: usize) -> Result<(), Cancelled> {
        if stage == Stage::Saving {
            let _ = self.0.get_or_insert_with(Moment::now);
        }
        Ok(())
    }
}

fn main() {
    let pupils = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(3000);
    let home = tempfile::tempdir().unwrap();
    let roster = home.path().join("roster.xlsx");
    write_roster(&roster, pupils);
    let (mut plainly, mut import) = (None, None);
    for run in 0..9 {
        let folder = home.path().join(run.to_string());
        std::fs::create_dir_all(&folder).unwrap();
        best(&mut plainly, plain(&roster, &folder));
        best(&mut import, whole(&roster, &folder));
    }
    let ([read, bare, rows], [own, compare, backup, write, again]) = (plainly.unwrap(), import.unwrap());
    println!("{pupils} pupils");
    for (clock, time) in [("passed", (|span| span.passed) as fn(Span) -> Duration), ("worked", |s| s.worked)]
    {
        let all = time(own) + time(compare) + time(write);
        println!("time {clock}");
        println!("  plainly: read {:?} + insert into a bare table {:?}", time(read), time(bare));
        println!("           or into the book's tables of people, enrolments and boarding {:?}", time(rows));
        println!(
            "  import:  read {:?} + compare {:?} + write {:?} = {all:?}, of that the backup {:?}",
            time(own),
            time(compare),
            time(write),
            time(backup)
        );
        println!("  again, unchanged: {:?}", time(again));
        let ratio = |plain: Duration| all.as_secs_f64() / plain.as_secs_f64().max(f64::EPSILON);
        let (bare, rows) = (ratio(time(read) + time(bare)), ratio(time(read) + time(rows)));
        println!("  ratio {rows:.2} to the book's tables, {bare:.2} to the bare one");
    }
}
