//! How long importing 3,000 pupils takes, as a multiple of reading the cells and inserting them plainly: both in one
//! run, on the same disk, each the best of five.
//!
//! `cargo run --release --example import_ratio [pupils]`

// A measurement speaks to its terminal and ends where something is wrong.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::unchecked_time_subtraction
)]

use std::path::Path;
use std::time::{Duration, Instant};

use chenjian::domain::progress::Silent;
use chenjian::ops::roster::import::ImportRequest;
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

/// The cells as the program's own reader gives them, one row of a bare table for each pupil, in one transaction.
fn plain(roster: &Path, folder: &Path) -> (Duration, Duration) {
    let book = open(&folder.join("reader"));
    let request = ImportRequest { path: roster.to_owned(), ..ImportRequest::default() };
    let start = Instant::now();
    let document = book.read_roster(&request, &mut Silent).unwrap();
    let read = start.elapsed();
    let start = Instant::now();
    let mut store = Connection::open(folder.join("plain.db")).unwrap();
    let _: String = store.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).unwrap();
    store.pragma_update(None, "synchronous", "FULL").unwrap();
    store
        .execute_batch(
            "CREATE TABLE pupil (id INTEGER PRIMARY KEY, class TEXT, seat INTEGER, name TEXT, sex TEXT, birth TEXT,
             ethnicity TEXT, id_number TEXT, student_no TEXT, boarding TEXT, guardian TEXT, relation TEXT,
             phone TEXT, address TEXT)",
        )
        .unwrap();
    let transaction = store.transaction().unwrap();
    {
        let mut insert = transaction
            .prepare(
                "INSERT INTO pupil VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )
            .unwrap();
        for pupil in &document.pupils {
            insert
                .execute(params![
                    pupil.class.as_ref().map(|class| &class.written),
                    pupil.seat_no,
                    pupil.name,
                    pupil.sex.map(|sex| format!("{sex:?}")),
                    pupil.birth.map(|day| day.to_string()),
                    pupil.ethnicity,
                    pupil.id_number,
                    pupil.student_no,
                    pupil.boarding.map(|boarding| format!("{boarding:?}")),
                    pupil.guardian,
                    pupil.guardian_relation,
                    pupil.guardian_phone,
                    pupil.address,
                ])
                .unwrap();
        }
    }
    transaction.commit().unwrap();
    (read, start.elapsed())
}

fn open(folder: &Path) -> Book {
    let now = "2026-11-23T09:12:00".parse().ok();
    Book::open(&OpenOptions { folder: folder.to_owned(), now, seed: Some(1), ..OpenOptions::default() })
        .unwrap()
}

/// Comparing and writing with journal, backup and everything; reading is part of it.
fn whole(roster: &Path, folder: &Path) -> [Duration; 4] {
    let mut book = open(&folder.join("book"));
    let request = ImportRequest { path: roster.to_owned(), ..ImportRequest::default() };
    let start = Instant::now();
    let document = book.read_roster(&request, &mut Silent).unwrap();
    let read = start.elapsed();
    let plan = book.plan_import(document, &request.options).unwrap();
    let compared = start.elapsed();
    let summary = book.import(&plan, &mut Silent).unwrap();
    let all = start.elapsed();
    assert_eq!(summary.new, plan.rows.len(), "{summary:?}");
    // A second time nothing is written.
    let again = Instant::now();
    let plan = book.review_import(&request, &mut Silent).unwrap();
    assert_eq!(book.import(&plan, &mut Silent).unwrap().unchanged, plan.rows.len());
    [read, compared - read, all - compared, again.elapsed()]
}

fn main() {
    let pupils = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(3000);
    let home = tempfile::tempdir().unwrap();
    let roster = home.path().join("roster.xlsx");
    write_roster(&roster, pupils);
    let sum = |parts: &[Duration]| parts.iter().sum::<Duration>();
    let mut best: Option<(Duration, Duration)> = None;
    let mut best_whole: Option<[Duration; 4]> = None;
    for run in 0..5 {
        let folder = home.path().join(run.to_string());
        std::fs::create_dir_all(&folder).unwrap();
        let found = plain(&roster, &folder);
        best = Some(best.filter(|b| b.0 + b.1 <= found.0 + found.1).unwrap_or(found));
        let found = whole(&roster, &folder);
        best_whole = Some(best_whole.filter(|b| sum(&b[..3]) <= sum(&found[..3])).unwrap_or(found));
    }
    let ((read, insert), parts) = (best.unwrap(), best_whole.unwrap());
    println!("{pupils} pupils");
    println!("plainly: read {read:?} + insert {insert:?} = {:?}", read + insert);
    println!(
        "import:  read {:?} + compare {:?} + write {:?} = {:?}",
        parts[0],
        parts[1],
        parts[2],
        sum(&parts[..3])
    );
    println!("again, unchanged: {:?}", parts[3]);
    println!("ratio {:.2}", sum(&parts[..3]).as_secs_f64() / (read + insert).as_secs_f64());
}
