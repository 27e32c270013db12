use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::group::Group;
use crate::domain::id::ClassId;
use crate::domain::rule_book::ChosenCounting;
use crate::domain::session::Session::{self, AllDay, Evening, Morning, Noon};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::{Site, Temperature};

fn rules() -> RuleBook {
    RuleBook::shipped().unwrap()
}

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 10, day).unwrap()
}

fn member(n: u128, boarder: bool) -> Member {
    Member { person: person(n), boarder }
}

fn ill() -> Finding {
    Finding { attendance: Attendance::Ill, ..Finding::default() }
}

fn sheet(date: u32, session: Session, findings: &[(u128, Finding)]) -> Sheet {
    let key = SheetKey { group: Group::Class(ClassId(Uuid::nil())), date: day(date), session };
    Sheet {
        confirmed_at: day(date).and_hms_opt(8, 0, 0),
        findings: findings.iter().map(|(n, f)| (person(*n), f.clone())).collect(),
        ..Sheet::untouched(key)
    }
}

/// Whether a sheet of the only class counts everybody, in the evening those who board.
fn everyone(key: &SheetKey, boards: impl Fn(NaiveDate) -> bool) -> bool {
    key.group == Group::Class(ClassId(Uuid::nil())) && (key.session != Evening || boards(key.date))
}

/// What the absences that are open before a sheet propose for it.
fn proposed(members: &[Member], earlier: &[Sheet], today: &Sheet) -> Vec<(PersonId, Finding)> {
    let moment = |sheet: &Sheet| (sheet.key.date, sheet.key.session);
    let before: Vec<&Sheet> = earlier.iter().filter(|sheet| moment(sheet) < moment(today)).collect();
    let away = members.iter().filter_map(|member| {
        let counts = |key: &SheetKey| everyone(key, |_| member.boarder);
        let last = absences(&rules(), member.person, counts, &[], before.iter().copied()).pop()?;
        let shown =
            before.iter().find(|sheet| last.to.is_none() && Some(&sheet.key) == last.sheets.last())?;
        Some((member.person, shown.findings[&member.person].clone()))
    });
    proposals(&rules(), members, &away.collect(), today)
}

fn draft(date: u32, session: Session) -> Sheet {
    Sheet { confirmed_at: None, ..sheet(date, session, &[]) }
}

#[test]
fn an_absence_runs_until_the_day_before_the_first_sheet_without_the_pupil() {
    let sheets = [
        sheet(16, Morning, &[(1, Finding { onset: Some(day(15)), ..ill() })]),
        sheet(16, Noon, &[(1, ill())]),
        sheet(17, Morning, &[(1, ill())]),
        sheet(20, Morning, &[]),
        sheet(22, Morning, &[(1, Finding { attendance: Attendance::Unknown, ..Finding::default() })]),
    ];
    let found = absences(&rules(), person(1), |key| everyone(key, |_| false), &[], sheets.iter().rev());
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].from, found[0].to), (day(16), Some(day(19))), "the weekend keeps it open");
    assert_eq!((found[0].half_days, found[0].onset), (3, Some(day(15))));
    assert_eq!(found[0].sheets.len(), 3);
    assert_eq!((found[1].from, found[1].to, found[1].kind), (day(22), None, Attendance::Unknown));
    assert!(absences(&rules(), person(2), |key| everyone(key, |_| false), &[], &sheets).is_empty());
}

#[test]
fn back_at_noon_ends_it_on_the_same_day() {
    let sheets = [sheet(16, Morning, &[(1, ill())]), sheet(16, Noon, &[])];
    let found = absences(&rules(), person(1), |key| everyone(key, |_| false), &[], &sheets);
    assert_eq!((found[0].from, found[0].to, found[0].half_days), (day(16), Some(day(16)), 1));
}

#[test]
fn sheets_that_cannot_show_the_pupil_keep_it_open() {
    let mut dormitory = sheet(16, Evening, &[]);
    dormitory.key.group = Group::Dormitory(crate::domain::id::DormitoryId(Uuid::nil()));
    let sheets = [
        sheet(16, Morning, &[(1, ill())]),
        sheet(16, Evening, &[]),
        sheet(16, AllDay, &[]),
        dormitory,
        draft(17, Morning),
    ];
    assert_eq!(
        absences(&rules(), person(1), |key| everyone(key, |_| false), &[], &sheets)[0].to,
        None,
        "a day pupil"
    );
    assert_eq!(
        absences(&rules(), person(1), |key| everyone(key, |_| true), &[], &sheets)[0].to,
        Some(day(16)),
        "a boarder"
    );
}

#[test]
fn a_sheet_of_boarders_closes_it_only_while_the_pupil_boarded() {
    let sheets = [sheet(16, Morning, &[(1, ill())]), sheet(17, Evening, &[]), sheet(20, Evening, &[])];
    let found = |boards: fn(NaiveDate) -> bool| {
        absences(&rules(), person(1), |key| everyone(key, boards), &[], &sheets)[0].to
    };
    assert_eq!(found(|on| on >= day(18)), Some(day(19)), "a day pupil until the 18th");
    assert_eq!(found(|on| on < day(18)), Some(day(16)), "a boarder until the 18th");
    assert_eq!(found(|on| on > day(20)), None);
}

#[test]
fn leave_and_presence_with_symptoms_close_it() {
    for back in [
        Finding { attendance: Attendance::Leave, ..Finding::default() },
        Finding { symptoms: BTreeSet::from([SymptomCode::new("cough")]), ..Finding::default() },
    ] {
        let sheets = [sheet(16, Morning, &[(1, ill())]), sheet(17, Morning, &[(1, back)])];
        assert_eq!(
            absences(&rules(), person(1), |key| everyone(key, |_| false), &[], &sheets)[0].to,
            Some(day(16))
        );
    }
}

#[test]
fn a_proposal_keeps_the_illness_and_drops_the_day() {
    let finding = Finding {
        symptoms: BTreeSet::from([SymptomCode::new("vomiting")]),
        onset: Some(day(15)),
        diagnosis: Some("流感".into()),
        seen_doctor: Some(true),
        ..ill()
    };
    let written = Finding {
        temperature: Temperature::new(382, Site::Axillary),
        sent_home: true,
        note: Some("x".into()),
        ..finding.clone()
    };
    let earlier = [sheet(16, Morning, &[(1, written)])];
    let members = [member(1, false), member(2, false)];
    let carried = proposed(&members, &earlier, &draft(17, Morning));
    assert_eq!(carried, [(person(1), finding)]);
}

#[test]
fn a_day_pupil_is_still_proposed_after_an_evening_of_boarders() {
    let earlier = [
        sheet(16, Morning, &[(1, ill()), (2, ill())]),
        sheet(16, Noon, &[(1, ill()), (2, ill())]),
        sheet(16, Evening, &[]),
    ];
    let members = [member(1, false), member(2, true)];
    let carried = proposed(&members, &earlier, &draft(17, Morning));
    assert_eq!(carried, [(person(1), ill())]);
    let evening = proposed(&members, &earlier[..2], &draft(16, Evening));
    assert_eq!(evening, [(person(2), ill())], "only boarders are counted in the evening");
}

#[test]
fn nothing_is_proposed_twice_or_against_the_clerk() {
    let earlier = [sheet(16, Morning, &[(1, ill()), (2, ill()), (3, ill())])];
    let members = [member(1, false), member(2, false), member(3, false)];
    let mut today = draft(17, Morning);
    today.findings.insert(person(1), ill());
    today.declined.push(person(2));
    assert_eq!(proposed(&members, &earlier, &today), [(person(3), ill())]);
    assert!(proposed(&members[..2], &earlier, &today).is_empty(), "who has left");
    assert!(proposed(&members, &earlier, &sheet(17, Morning, &[])).is_empty(), "confirmed");
    assert!(proposed(&members, &earlier, &draft(16, Morning)).is_empty(), "not before");
    assert!(proposed(&members, &earlier, &draft(17, AllDay)).is_empty());
    let closed = [earlier[0].clone(), sheet(16, Noon, &[])];
    assert!(proposed(&members, &closed, &draft(17, Morning)).is_empty());
}

#[test]
fn who_is_back_with_a_sign_of_illness_is_not_well_yet() {
    let cough = Finding { symptoms: BTreeSet::from([SymptomCode::new("cough")]), ..Finding::default() };
    let sheets = [
        sheet(16, Morning, &[(1, ill())]),
        sheet(17, Morning, &[(1, cough)]),
        sheet(17, Noon, &[]),
        sheet(20, Morning, &[]),
    ];
    let found = absences(&rules(), person(1), |key| everyone(key, |_| false), &[], &sheets);
    let (key, instead) = found[0].closed_by.unwrap();
    assert_eq!((key.date, key.session, instead), (day(17), Morning, Attendance::Present));
    assert_eq!(found[0].well_on, Some(day(17)), "at noon");
    let found = absences(&rules(), person(1), |key| everyone(key, |_| false), &[], &sheets[..2]);
    assert_eq!((found[0].to, found[0].well_on), (Some(day(16)), None));
    let leave = Finding { attendance: Attendance::Leave, ..Finding::default() };
    let sheets = [sheet(16, Morning, &[(1, ill())]), sheet(17, Morning, &[(1, leave)])];
    let found = absences(&rules(), person(1), |key| everyone(key, |_| false), &[], &sheets);
    assert_eq!((found[0].closed_by.unwrap().1, found[0].well_on), (Attendance::Leave, None));
}

#[test]
fn half_days_of_a_part_of_an_absence_count_each_session_once() {
    let days = [(16, Morning), (16, Noon), (17, Morning), (20, Morning)];
    let sheets = days.map(|(day, session)| sheet(day, session, &[(1, ill())]));
    let found = absences(&rules(), person(1), |key| everyone(key, |_| false), &[], &sheets);
    let within = |from, to| found[0].half_days_within(&rules(), day(from), day(to));
    assert_eq!((within(16, 20), within(17, 19), within(21, 30)), (4, 1, 0));
    assert_eq!((found[0].distance(day(14)), found[0].distance(day(30))), (2, 0));
}

#[test]
fn half_days_follow_the_way_of_counting_that_held_on_the_day() {
    let both = |date| [sheet(date, Morning, &[(1, ill())]), sheet(date, Noon, &[(1, ill())])];
    // A morning; a noon; both; all of them twice, since a day is counted once.
    let cases = [
        (vec![sheet(16, Morning, &[(1, ill())])], [1, 2, 1]),
        (vec![sheet(16, Noon, &[(1, ill())])], [1, 1, 1]),
        (both(16).to_vec(), [2, 2, 2]),
        ([both(16), both(17)].concat(), [4, 4, 4]),
        (vec![sheet(16, Evening, &[(1, ill())])], [0, 0, 0]),
    ];
    for (sheets, wanted) in cases {
        for (id, wanted) in ["half-days", "lessons", "lessons-of-six"].into_iter().zip(wanted) {
            let mut rules = rules();
            rules.choose_counting(vec![ChosenCounting { from: day(1), id: id.into() }]);
            let found = absences(&rules, person(1), |key| everyone(key, |_| true), &[], &sheets);
            assert_eq!(found[0].half_days, wanted, "{id}: {:?}", found[0].sheets);
        }
    }
    // From the 17th on by lessons: the day before keeps its own.
    let mut rules = rules();
    rules.choose_counting(vec![ChosenCounting { from: day(17), id: "lessons".into() }]);
    let sheets = [sheet(16, Morning, &[(1, ill())]), sheet(17, Morning, &[(1, ill())])];
    assert_eq!(absences(&rules, person(1), |key| everyone(key, |_| false), &[], &sheets)[0].half_days, 1 + 2);
    rules.choose_counting(vec![ChosenCounting { from: day(1), id: "gone".into() }]);
    assert_eq!(rules.counting_on(day(16)).unwrap().id, "half-days");
}

#[test]
fn whoever_leaves_the_school_is_absent_until_the_last_day_there() {
    let sheets = [sheet(16, Morning, &[(1, ill())]), sheet(17, Morning, &[(1, ill())])];
    let left = |day: Option<NaiveDate>, sheets: &[Sheet]| {
        let left: Vec<NaiveDate> = day.into_iter().collect();
        absences(&rules(), person(1), |key| everyone(key, |_| false), &left, sheets)
    };
    let gone = left(Some(day(19)), &sheets);
    assert_eq!((gone[0].to, gone[0].left_on, gone[0].is_over()), (Some(day(19)), Some(day(19)), true));
    // Who is missed on a sheet after that came back and is absent anew.
    let again = left(Some(day(16)), &sheets);
    assert_eq!(
        again.iter().map(|it| (it.from, it.to)).collect::<Vec<_>>(),
        [(day(16), Some(day(16))), (day(17), None)]
    );
    let back = [sheets[0].clone(), sheets[1].clone(), sheet(24, Morning, &[(1, ill())])];
    let back = left(Some(day(19)), &back);
    assert_eq!(
        back.iter().map(|it| (it.from, it.to)).collect::<Vec<_>>(),
        [(day(16), Some(day(19))), (day(24), None)]
    );
    let unwell = Finding { symptoms: [SymptomCode::new("cough")].into(), ..Finding::default() };
    let unwell = [sheets[0].clone(), sheet(17, Morning, &[(1, unwell)])];
    assert!(!left(None, &unwell)[0].is_over());
    let unwell = left(Some(day(17)), &unwell);
    assert_eq!((unwell[0].to, unwell[0].is_over()), (Some(day(16)), true), "back with a cough, then gone");
}
