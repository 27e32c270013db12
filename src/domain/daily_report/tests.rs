use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::chosen_checks::ChosenChecks;
use crate::domain::enrolment::{DormitoryStay, Enrolment};
use crate::domain::finding::Finding;
use crate::domain::id::{ClassId, DormitoryId};
use crate::domain::temperature::{Site, Temperature};

const MONDAY: u32 = 20;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 10, n).unwrap()
}

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn class(n: u128) -> Group {
    Group::Class(class_id(n))
}

fn class_id(n: u128) -> ClassId {
    ClassId(Uuid::from_u128(n))
}

/// Classes 1 and 2 with ten pupils each, 11 … 20 and 21 … 30; 11 to 13 board. Class 3 has nobody.
fn membership() -> Membership {
    let enrolments: Vec<_> = (11..=30)
        .map(|n| Enrolment {
            person: person(n),
            class: class_id((n - 1) / 10),
            grade: Some(1),
            seat_no: 1,
            from: day(1),
            to: None,
        })
        .collect();
    let stays: Vec<_> = (11..=13)
        .map(|n| DormitoryStay {
            person: person(n),
            dormitory: DormitoryId(Uuid::nil()),
            from: day(1),
            to: None,
        })
        .collect();
    Membership::new(&enrolments, &stays)
}

fn sheet(of: u128, date: u32, session: Session, findings: &[(u128, Finding)]) -> Sheet {
    let key = SheetKey { group: class(of), date: day(date), session };
    Sheet {
        confirmed_at: day(date).and_hms_opt(8, 0, 0),
        findings: findings.iter().map(|(n, f)| (person(*n), f.clone())).collect(),
        ..Sheet::untouched(key)
    }
}

fn away(attendance: Attendance) -> Finding {
    Finding { attendance, ..Finding::default() }
}

fn with(codes: &[&str]) -> Finding {
    Finding { symptoms: codes.iter().map(|c| SymptomCode::new(c)).collect(), ..Finding::default() }
}

fn report(sheets: &[Sheet], date: u32) -> DailyReport {
    report_with(&[], &membership(), sheets, date)
}

fn report_with(choices: &[&str], membership: &Membership, sheets: &[Sheet], date: u32) -> DailyReport {
    let rules = RuleBook::shipped().unwrap();
    let mut calendar = Calendar::defaults(&rules, 2025);
    let choices = choices.iter().map(|id| (*id).to_owned()).collect();
    calendar.checks.push(ChosenChecks { from: day(1), choices });
    let groups = [class(1), class(2), class(3), room(), Group::Staff];
    daily_report(&rules, &calendar, DailyRecords { groups: &groups, membership, sheets }, day(date))
}

fn room() -> Group {
    Group::Dormitory(DormitoryId(Uuid::nil()))
}

fn column(code: &str) -> SymptomCode {
    SymptomCode::new(code)
}

#[test]
fn silence_is_not_health() {
    let found = report(&[sheet(1, MONDAY, Session::Morning, &[])], MONDAY);
    assert_eq!(found.main.unchecked, [class(2)]);
    assert!(!found.nil);
    assert_eq!((found.main.total.present, found.main.total.unchecked), (10, 10));
    let both = [sheet(1, MONDAY, Session::Morning, &[]), sheet(2, MONDAY, Session::Morning, &[])];
    let found = report(&both, MONDAY);
    assert!(found.nil && found.main.unchecked.is_empty() && found.main.groups.len() == 2);
    let mut draft = both.clone();
    draft[1].confirmed_at = None;
    draft[1].findings.insert(person(21), away(Attendance::Ill));
    let found = report(&draft, MONDAY);
    assert_eq!(found.main.unchecked, [class(2)]);
    assert!(found.main.total.ill.is_empty(), "a draft is not counted");
}

#[test]
fn the_sum_comes_out_and_latecomers_are_present() {
    let findings = [
        (11, away(Attendance::Ill)),
        (12, away(Attendance::Leave)),
        (13, away(Attendance::Late)),
        (14, away(Attendance::Unknown)),
        (15, with(&["cough", "sore_throat", "headache"])),
        (16, Finding { temperature: Temperature::new(381, Site::Axillary), ..Finding::default() }),
        (21, with(&["rash"])),
    ];
    let found = report(&[sheet(1, MONDAY, Session::Morning, &findings)], MONDAY);
    let one = &found.main.groups[0].figures;
    assert!(one.balances() && found.main.total.balances());
    assert_eq!((one.head_count, one.present), (10, 7));
    assert_eq!((one.ill.len(), one.leave.len(), one.late.len(), one.unknown.len()), (1, 1, 1, 1));
    assert_eq!((one.today_in(&column("cough")), one.today_in(&column("other"))), (1, 1));
    assert_eq!(one.today_in(&column("fever")), 1, "derived");
    assert_eq!(one.today_in(&column("rash")), 0, "not of this class");
    assert_eq!(one.illness.len(), 4);
    assert_eq!(one.today.len(), 9);
}

#[test]
fn leave_alone_is_a_zero_report() {
    let found = report(
        &[
            sheet(1, MONDAY, Session::Morning, &[(11, away(Attendance::Leave))]),
            sheet(2, MONDAY, Session::Morning, &[(22, away(Attendance::Late))]),
        ],
        MONDAY,
    );
    assert!(found.nil);
    assert_eq!(found.main.groups[0].state, SheetState::Exceptions);
}

#[test]
fn three_days_count_by_onset_and_each_person_once() {
    let onset = |n: u32| Finding { onset: Some(day(n)), ..with(&["vomiting"]) };
    let sheets = [
        sheet(1, 17, Session::Morning, &[(11, with(&["vomiting"])), (14, with(&["rash"]))]),
        sheet(1, 17, Session::Noon, &[(11, with(&["vomiting"]))]),
        sheet(
            1,
            MONDAY,
            Session::Morning,
            &[(12, onset(18)), (13, onset(17)), (15, onset(MONDAY)), (14, with(&["rash"]))],
        ),
        sheet(1, MONDAY, Session::Noon, &[(16, with(&["vomiting"]))]),
    ];
    let found = report(&sheets, MONDAY);
    let total = &found.main.total;
    assert_eq!(total.today_in(&column("vomiting")), 3);
    assert_eq!(total.last_three_days_in(&column("vomiting")), 2, "18 and 20 October; noon is later");
    assert_eq!(total.last_three_days_in(&column("rash")), 0, "began on Friday");
    let friday = report(&sheets, 17);
    assert_eq!(friday.main.total.last_three_days_in(&column("vomiting")), 1);
}

#[test]
fn whoever_is_known_to_be_ill_by_any_sheet_of_the_day_makes_it_no_zero_report() {
    let morning = [sheet(1, MONDAY, Session::Morning, &[]), sheet(2, MONDAY, Session::Morning, &[])];
    assert!(report(&morning, MONDAY).nil);
    for session in [Session::AllDay, Session::Noon, Session::Evening] {
        let ill = sheet(1, MONDAY, session, &[(11, with(&["vomiting"]))]);
        let found = report(&[morning.to_vec(), vec![ill.clone()]].concat(), MONDAY);
        assert!(!found.nil, "{session}");
        assert_eq!(found.main.total.illness.len(), 0, "the figures stay those of the morning");
        let draft = Sheet { confirmed_at: None, ..ill.clone() };
        assert!(report(&[morning.to_vec(), vec![draft]].concat(), MONDAY).nil, "nobody confirmed it");
        let leave = sheet(1, MONDAY, session, &[(11, away(Attendance::Leave))]);
        assert!(report(&[morning.to_vec(), vec![leave]].concat(), MONDAY).nil);
    }
    let yesterday = sheet(1, MONDAY - 1, Session::AllDay, &[(11, with(&["vomiting"]))]);
    assert!(report(&[morning.to_vec(), vec![yesterday]].concat(), MONDAY).nil);
}

#[test]
fn later_sessions_stand_for_themselves() {
    let sheets = [
        sheet(1, MONDAY, Session::Morning, &[]),
        sheet(2, MONDAY, Session::Morning, &[]),
        sheet(1, MONDAY, Session::Noon, &[(12, away(Attendance::Ill))]),
        sheet(1, MONDAY, Session::Evening, &[]),
        sheet(1, MONDAY, Session::AllDay, &[(15, with(&["fever"]))]),
    ];
    let found = report(&sheets, MONDAY);
    assert!(!found.nil, "the morning was clear, the day was not");
    let sessions: Vec<_> = found.later.iter().map(|l| (l.session, l.total.head_count)).collect();
    assert_eq!(sessions, [(Session::Noon, 20), (Session::Evening, 3), (Session::AllDay, 10)]);
    assert_eq!(found.later[0].unchecked, [class(2)]);
    assert_eq!(found.later[0].total.ill.len(), 1);
    assert!(found.later.iter().all(|l| l.total.balances()));
}

#[test]
fn a_boarder_on_the_sheets_of_class_and_dormitory_is_one_person() {
    let evening = |group, findings: &[(u128, Finding)]| {
        let mut evening = sheet(1, MONDAY, Session::Evening, findings);
        evening.key.group = group;
        evening
    };
    // 25 boards without a room.
    let boards = crate::domain::boarding_span::BoardingSpan {
        person: person(25),
        kind: crate::domain::person::Boarding::Boarder,
        from: chrono::NaiveDate::MIN,
        to: None,
    };
    let membership = membership().with_boarders(&[boards]);
    let sheets = [
        sheet(1, MONDAY, Session::Morning, &[(11, with(&["vomiting"]))]),
        sheet(2, MONDAY, Session::Morning, &[]),
        evening(room(), &[(11, with(&["vomiting"])), (12, away(Attendance::Ill))]),
    ];
    let found = report_with(&["evening-dormitory"], &membership, &sheets, MONDAY);
    assert_eq!(found.main.total.last_three_days_in(&column("vomiting")), 1);
    let later = &found.later[0];
    assert_eq!((later.session, later.total.head_count, later.total.unchecked), (Session::Evening, 4, 1));
    assert_eq!(later.unchecked, [class(2)], "the boarder without a room");
    assert_eq!((later.total.ill.len(), later.total.today_in(&column("vomiting"))), (1, 1));
    assert!(later.total.balances());
    // Registers of the whole day exist for both: everyone is counted in the class.
    let mut all_day = [sheet(1, MONDAY, Session::AllDay, &[]), evening(room(), &[(11, with(&["rash"]))])];
    all_day[1].key.session = Session::AllDay;
    let found = report_with(&[], &membership, &all_day, MONDAY);
    let total = &found.later[0].total;
    assert_eq!((total.head_count, total.today_in(&column("rash"))), (10, 1));
}

#[test]
fn the_staff_are_counted_apart_and_only_where_they_are_checked() {
    let membership = membership().with_staff(&[(91, 1), (92, MONDAY)].map(|(n, from)| {
        let person = person(n);
        crate::domain::employment::Employment { person, number: 1, from: day(from), to: None }
    }));
    let classes = [sheet(1, MONDAY, Session::Morning, &[]), sheet(2, MONDAY, Session::Morning, &[])];
    assert_eq!(report_with(&[], &membership, &classes, MONDAY).staff, None);
    let chosen = |sheets: &[Sheet], date| report_with(&["staff-morning"], &membership, sheets, date);
    let found = chosen(&classes, MONDAY);
    assert!(!found.nil && found.unchecked().eq([Group::Staff]), "silence is not health");
    let mut staff = sheet(1, MONDAY, Session::Morning, &[(91, with(&["fever"]))]);
    staff.key.group = Group::Staff;
    let sheets = [classes.as_slice(), &[staff]].concat();
    let found = chosen(&sheets, MONDAY);
    let figures = &found.staff.as_ref().unwrap().figures;
    assert_eq!((figures.head_count, figures.today_in(&column("fever"))), (2, 1));
    assert!(!found.nil && found.unchecked().next().is_none());
    assert_eq!((found.main.total.head_count, found.main.total.today_in(&column("fever"))), (20, 0));
    assert_eq!(chosen(&sheets, 17).staff.unwrap().figures.head_count, 1, "who came later is not counted");
}

#[test]
fn reports_from_before_groups_stood_in_them_are_read() {
    let sheets = [sheet(1, MONDAY, Session::Morning, &[])];
    let found = report(&sheets, MONDAY);
    let written = serde_json::to_string(&found).unwrap().replace("class:", "").replace(",\"staff\":null", "");
    assert!(!written.contains("staff"));
    assert_eq!(serde_json::from_str::<DailyReport>(&written).unwrap(), found);
}

fn any_finding() -> impl Strategy<Value = Finding> {
    (0..5_usize, proptest::option::of(360..400_u16), 0..3_usize).prop_map(|(kind, tenths, code)| Finding {
        attendance: Attendance::ALL[kind],
        temperature: tenths.and_then(|t| Temperature::new(t, Site::Axillary)),
        ..with([&[][..], &["cough"], &["rash", "fatigue"]][code])
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn every_row_and_the_total_balance(
        findings in proptest::collection::vec((11..=30_u128, any_finding()), 0..25),
        confirmed in any::<[bool; 2]>(),
    ) {
        let of = |n: u128| -> Vec<_> {
            findings.iter().filter(|(p, _)| (p - 1) / 10 == n).cloned().collect()
        };
        let sheets: Vec<_> = [1, 2]
            .into_iter()
            .zip(confirmed)
            .filter(|(_, confirmed)| *confirmed)
            .map(|(n, _)| sheet(n, MONDAY, Session::Morning, &of(n)))
            .collect();
        let found = report(&sheets, MONDAY);
        prop_assert!(found.main.total.balances());
        prop_assert_eq!(found.main.total.head_count, 20);
        prop_assert!(found.main.groups.iter().all(|c| c.figures.balances()));
        let sum: usize = found.main.groups.iter().map(|c| c.figures.today_in(&column("rash"))).sum();
        prop_assert_eq!(sum, found.main.total.today_in(&column("rash")));
    }
}

#[test]
fn the_last_three_days_of_a_group_that_is_not_checked_are_in_no_sum() {
    let sheets = [
        sheet(1, MONDAY, Session::Morning, &[(11, with(&["vomiting"]))]),
        sheet(2, MONDAY, Session::Morning, &[(21, with(&["vomiting"]))]),
        sheet(1, MONDAY + 1, Session::Morning, &[(11, with(&["vomiting"]))]),
    ];
    let found = report(&sheets, MONDAY + 1);
    let rows: usize =
        found.main.groups.iter().map(|row| row.figures.last_three_days_in(&column("vomiting"))).sum();
    assert_eq!((rows, found.main.total.last_three_days_in(&column("vomiting"))), (1, 1));
}
