//! Sheets that have counted people stay true, whatever is imported and from whichever day on.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::sheet::SheetState;
use crate::ops::promotion::PromotionRequest;
use crate::ops::roster::{LaterWhy, MembershipError};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What every sheet that counts says: head-count and who was present.
fn counted(book: &Book, days: &[NaiveDate]) -> BTreeMap<String, (usize, Option<usize>)> {
    let lines = days.iter().flat_map(|day| {
        let lines = book.check_status(*day).unwrap();
        lines.into_iter().map(move |line| (*day, line))
    });
    lines
        .filter(|(_, line)| line.state != SheetState::Unchecked)
        .map(|(day, line)| {
            (format!("{day} {} {:?}", line.class_key, line.session), (line.head_count, line.present))
        })
        .collect()
}

fn morning(book: &Book, class: &str, date: &str) -> SheetKey {
    let group = book.find_class(class, day(date)).unwrap().group;
    SheetKey { group, date: day(date), session: Session::Morning }
}

const THREE: &str =
    "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n三年级1班,乙乙,2017-03-02\n三年级1班,丙丙,2017-03-03\n";

#[test]
fn a_file_that_reaches_back_leaves_confirmed_sheets_as_they_were() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, THREE));
    book.set_nil(morning(&book, "三1班", "2025-10-13")).unwrap();
    let days = [day("2025-10-13")];
    let before = counted(&book, &days);
    assert_eq!(before.values().collect::<Vec<_>>(), [&(3, Some(3))]);

    let mut request = table(
        &folder,
        "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n三年级2班,乙乙,2017-03-02\n三年级1班,新来,2017-05-05\n",
    );
    request.options.as_of = Some(day("2025-09-01"));
    request.options.decisions =
        vec![(RowRef { sheet: None, row: 3 }, Decision::Person(key_of(&book, "乙乙")))];
    request.options.all_left = true;
    let summary = import(&mut book, &request);
    let later: Vec<_> = summary.later.iter().map(|l| (l.name.as_str(), l.from.to_string(), l.why)).collect();
    let from = || "2025-10-14".to_owned();
    assert_eq!(
        later,
        [
            ("乙乙", from(), LaterWhy::Checked),
            ("新来", from(), LaterWhy::Checked),
            ("丙丙", from(), LaterWhy::Checked)
        ]
    );
    assert_eq!(counted(&book, &days), before);
    let classes = book.class_list(day("2025-10-14")).unwrap();
    assert_eq!(classes.iter().map(|class| class.head_count).collect::<Vec<_>>(), [2, 1]);
    // The same once more asks for nothing and writes nothing.
    let head = book.store.journal_head().unwrap();
    request.options.decisions.clear();
    let again = import(&mut book, &request);
    assert_eq!((counts(&again), again.left, again.later.len()), ((0, 0, 3, 0, 0), 0, 0));
    assert_eq!(book.store.journal_head().unwrap(), head);
    undo_last(&mut book);
    assert_eq!(counted(&book, &days), before);
}

#[test]
fn a_sheet_of_this_morning_lets_who_is_new_come_in_tomorrow() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, THREE));
    book.set_nil(morning(&book, "三1班", "2025-10-15")).unwrap();
    let more = format!("{THREE}三年级1班,新来,2017-05-05\n三年级2班,别班,2017-06-06\n");
    let summary = import(&mut book, &table(&folder, &more));
    assert_eq!(counts(&summary), (2, 0, 3, 0, 0));
    assert_eq!(summary.later.len(), 1, "nobody has checked the other class");
    assert_eq!(book.check_status(day("2025-10-15")).unwrap()[0].present, Some(3));
    assert_eq!(list(&book, "2025-10-15").len(), 4);
    assert_eq!(list(&book, "2025-10-16").len(), 5);
}

#[test]
fn nobody_leaves_before_a_finding_and_nobody_before_coming() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, THREE));
    let ill = key_of(&book, "丙丙");
    let finding = Finding { attendance: Attendance::Ill, ..Finding::default() };
    book.record(morning(&book, "三1班", "2025-10-13"), ill, &finding).unwrap();
    let mut one = table(&folder, "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n");
    one.options.all_left = true;
    one.options.left_on = Some(day("2025-03-01"));
    let summary = import(&mut book, &one);
    let later: Vec<_> = summary.later.iter().map(|l| (l.name.as_str(), l.from.to_string(), l.why)).collect();
    assert_eq!(
        later,
        [
            ("乙乙", "2025-09-01".to_owned(), LaterWhy::BeforeEntry),
            ("丙丙", "2025-10-14".to_owned(), LaterWhy::Checked)
        ]
    );
    assert!(book.health().unwrap().strays.is_empty());
    assert_eq!(list(&book, "2025-10-13").len(), 2, "the ill child is still counted on its day");
}

#[test]
fn doctor_finds_whom_a_sheet_does_not_count() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, THREE));
    let ill = key_of(&book, "丙丙");
    let finding = Finding { attendance: Attendance::Ill, ..Finding::default() };
    book.record(morning(&book, "三1班", "2025-10-13"), ill, &finding).unwrap();
    assert!(book.health().unwrap().strays.is_empty());
    let gone = book
        .act("leave", json!({}), |act, _| crate::ops::roster::membership::leave(act, ill, day("2025-10-10")));
    gone.unwrap();
    let strays = book.health().unwrap().strays;
    assert_eq!(strays.len(), 1);
    assert_eq!((strays[0].name.as_str(), strays[0].finding.date), ("丙丙", day("2025-10-13")));
}

#[test]
fn a_day_of_another_school_year_is_refused() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, THREE));
    let mut request = table(&folder, THREE);
    for (as_of, left_on) in [
        (Some("2025-08-31"), None),
        (Some("2026-09-01"), None),
        (Some("2028-03-10"), None),
        (None, Some("2015-10-15")),
    ] {
        request.options.as_of = as_of.map(day);
        request.options.left_on = left_on.map(day);
        let refused = book.review_import(&request, &mut Silent);
        assert!(
            matches!(refused, Err(OpError::Membership(MembershipError::OtherYear { .. }))),
            "{as_of:?} {left_on:?}"
        );
    }
}

/// A pupil of the random school: class, boarder.
type Pupil = (usize, bool);

fn pupils() -> impl Strategy<Value = Vec<Pupil>> {
    prop::collection::vec((0..3_usize, any::<bool>()), 2..7)
}

fn file_of(folder: &tempfile::TempDir, pupils: &[(usize, Pupil)], grade: char) -> ImportRequest {
    let mut text = String::from("班级,姓名,学籍号,就读方式,宿舍\n");
    for (number, (class, boards)) in pupils {
        let boards = if *boards { "住校,1舍101" } else { "走读," };
        let _ = writeln!(text, "{grade}年级{}班,生{number},L00{number},{boards}", class + 1);
    }
    table(folder, &text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn confirmed_head_counts_are_the_same_before_and_after_any_import_and_promotion(
        first in pupils(),
        then in pupils(),
        confirmed in any::<u64>(),
        as_of in 0..45_i64,
        left in prop::option::of(-20..45_i64),
        found in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (folder, mut book) = autumn();
        let numbered = |pupils: &[Pupil], from: usize| -> Vec<(usize, Pupil)> {
            pupils.iter().copied().enumerate().map(|(at, pupil)| (at + from, pupil)).collect()
        };
        import(&mut book, &file_of(&folder, &numbered(&first, 0), '三'));
        let days = ["2025-09-29", "2025-10-13", "2025-10-14", "2025-10-15"].map(day);
        let mut bit = 0;
        for date in days {
            for line in book.check_status(date).unwrap() {
                bit += 1;
                if confirmed >> (bit % 64) & 1 == 1 {
                    let _ = book.set_nil(SheetKey { group: line.group, date, session: line.session });
                }
            }
        }
        if let Some(at) = found {
            let pupil = list(&book, "2025-10-15").remove(at.index(first.len()));
            let finding = Finding { attendance: Attendance::Ill, ..Finding::default() };
            let _ = book.record(morning(&book, &pupil.class, "2025-10-14"), pupil.key, &finding);
        }
        let before = counted(&book, &days);
        let start = day("2025-09-01");
        let mut request = file_of(&folder, &numbered(&then, 1), '三');
        request.options.as_of = Some(start + chrono::Duration::days(as_of));
        request.options.all_left = left.is_some();
        request.options.left_on = left.map(|left| start + chrono::Duration::days(left));
        import(&mut book, &request);
        prop_assert_eq!(&counted(&book, &days), &before);
        prop_assert!(book.health().unwrap().strays.is_empty());
        prop_assert!(book.health().unwrap().overlaps.is_empty());
        let head = book.store.journal_head().unwrap();
        let again = import(&mut book, &request);
        prop_assert_eq!((counts(&again), again.left), ((0, 0, then.len(), 0, 0), 0));
        prop_assert_eq!(book.store.journal_head().unwrap(), head);

        // A new year in which some came by a file and were checked before the others went up.
        drop(book);
        let mut book = open(folder.path(), "2026-09-09T08:00:00");
        let mut next = file_of(&folder, &numbered(&then, 1)[..1], '四');
        (next.school_year, next.options.as_of) = (Some(2026), Some(day("2026-09-01")));
        import(&mut book, &next);
        let autumn = ["2026-09-07", "2026-09-08", "2026-09-09"].map(day);
        for date in autumn {
            for line in book.check_status(date).unwrap() {
                let _ = book.set_nil(SheetKey { group: line.group, date, session: line.session });
            }
        }
        let all: Vec<NaiveDate> = days.into_iter().chain(autumn).collect();
        let before = counted(&book, &all);
        if book.promote(&PromotionRequest::default(), &mut Silent).is_ok() {
            prop_assert_eq!(&counted(&book, &all), &before);
            prop_assert!(book.health().unwrap().overlaps.is_empty());
        }
    }
}
