//! Reading one long table says how far it is, and ends when it is told to, whatever kind of file it is.

use std::fmt::Write as _;

use super::*;
use crate::domain::progress::{Cancelled, Progress, Stage};

const ROWS: usize = 1200;

/// Notes what is reported; answers no to the report of that number.
struct Told {
    parts: Vec<usize>,
    last: usize,
}

impl Progress for Told {
    fn report(&mut self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        assert_eq!((stage, total), (Stage::Reading, 100));
        self.parts.push(done);
        if self.parts.len() > self.last { Err(Cancelled) } else { Ok(()) }
    }
}

fn long_table(row: impl Fn(&str, &str) -> String) -> String {
    (0..ROWS).fold(row("姓名", "住址"), |mut all, at| {
        let _ = write!(all, "{}", row(&format!("学生{at}"), &format!("青石坪镇{at}组")));
        all
    })
}

fn files() -> [(&'static str, Vec<u8>); 5] {
    let sheet = long_table(|name, address| {
        format!("<row><c t='str'><v>{name}</v></c><c t='str'><v>{address}</v></c></row>")
    });
    let open = long_table(|name, address| {
        let cell = |text| format!("<t:table-cell><x:p>{text}</x:p></t:table-cell>");
        format!("<t:table-row>{}{}</t:table-row>", cell(name), cell(address))
    });
    let open = format!("<o:document-content><t:table t:name='S'>{open}</t:table></o:document-content>");
    let page = long_table(|name, address| format!("<tr><td>{name}<td>{address}</tr>\n"));
    [
        ("xlsx", workbook_of(&format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>"))),
        ("ods", zipped(&[("content.xml", &open)])),
        ("html", format!("<html><table>{page}</table></html>").into_bytes()),
        ("csv", long_table(|name, address| format!("{name},{address}\n")).into_bytes()),
        ("xls", fixture("03-sheet-per-class.xls")),
    ]
}

#[test]
fn one_long_table_is_told_in_parts_and_can_be_stopped_at_each() {
    for (kind, bytes) in files() {
        let read_to = |last| {
            let mut told = Told { parts: Vec::new(), last };
            let answer = read(&bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut told);
            (answer, told.parts)
        };
        let (answer, parts) = read_to(usize::MAX);
        assert!(answer.is_ok(), "{kind}: {answer:?}");
        assert!(
            parts.is_sorted() && parts.first() == Some(&0) && parts.last() == Some(&100),
            "{kind} {parts:?}"
        );
        let cells = parts.iter().filter(|part| (1..=60).contains(*part)).count();
        let rows = parts.iter().filter(|part| (61..100).contains(*part)).count();
        assert!(cells >= 2 && rows >= 2, "{kind} {parts:?}");
        for last in 0..parts.len() {
            assert_eq!(read_to(last).0, Err(ReadError::Cancelled), "{kind} at report {last}");
        }
    }
}
