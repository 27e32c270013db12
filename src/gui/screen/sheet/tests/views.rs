//! The sheet as it is drawn, clicked and typed into.

use super::*;
use crate::domain::cluster::{Alert, AlertSubject};
use crate::domain::symptom::SevereSign;
use crate::gui::screen::bench::{
    SIZES, assert_nothing_cut, assert_tab_reaches_all, committed, picture, whole,
};
use crate::gui::theme::Theme;
use crate::gui::widget::focus;
use crate::gui::widget::stage::Stage;
use crate::ops::alerts::{AlertPerson, AlertView, RuleWords};

/// A name of fifty characters, as minorities' names may be.
const LONGEST: &str =
    "阿卜杜热合曼·买买提依明·阿卜杜拉·吐尔逊·阿卜杜热合曼·买买提依明·阿卜杜拉·吐尔逊江·玉素甫";

fn alert() -> AlertView {
    let people = [8, 9, 10].map(|seat| AlertPerson {
        person: pupil(seat),
        seat_no: Some(seat),
        name: NAMES[seat as usize - 1].to_owned(),
        group: group(8),
        sheet: key(),
        group_name: "八（1）".into(),
        words: "呕吐 发热 38.1".into(),
    });
    AlertView {
        alert: Alert {
            rule: "cn2006-1d3".into(),
            version: "2026-09".into(),
            scope: group(8).into(),
            subject: AlertSubject::Symptom(SymptomCode::new("vomiting")),
            from: today(),
            to: today(),
            raised_on: today(),
            count: 3,
            needed: 3,
            head_count: None,
            persons: people.iter().map(|person| person.person).collect(),
        },
        key: "cn2006-1d3/x/vomiting/2026-11-23".into(),
        scope: "八（1）".into(),
        scope_words: "八（1）班".into(),
        subject: Some("呕吐".into()),
        people: people.to_vec(),
        rule: RuleWords {
            name: "1 日 3 例".into(),
            text: "同班 1 日内相似症状 3 例及以上".into(),
            source: "学校和托幼机构传染病疫情报告工作规范（试行）".into(),
            report_hours: Some(24),
            ..RuleWords::default()
        },
        answer: None,
    }
}

/// Sixty pupils with everything that a row can show.
fn full(name: &str) -> ClassSheet {
    let mut view = view_of((0..60).map(|at| if at % 7 == 3 { name } else { NAMES[at % NAMES.len()] }));
    let everything = Finding {
        temperature: Temperature::new(392, Site::Forehead),
        onset: today().pred_opt(),
        severe: SevereSign::ALL.into_iter().collect(),
        seen_doctor: Some(true),
        diagnosis: Some("疑似流行性腮腺炎".into()),
        sent_home: true,
        note: Some("家长已来电，下午到县医院".into()),
        ..ill(&["fever", "vomiting", "parotid", "other"])
    };
    for (at, kind) in Attendance::ALL.into_iter().enumerate() {
        view.lines[at].finding = Some(Finding { attendance: kind, ..ill(&["cough"]) });
    }
    view.lines[5].finding = Some(everything);
    view.lines[5].fever = true;
    view.lines[6].proposal = Some(ill(&["fever"]));
    view.lines[6].proposal_from = NaiveDate::from_ymd_opt(2026, 11, 20);
    view.lines[7].proposal = Some(ill(&["rash"]));
    view.lines[7].proposal_from = NaiveDate::from_ymd_opt(2026, 9, 30);
    view.group.teacher = Some(name.to_owned());
    view.draft = true;
    let mut sheet = ClassSheet::new(key());
    let _ = load(&mut sheet, &view);
    sheet
}

fn with_alert(mut sheet: ClassSheet) -> ClassSheet {
    if let Some(view) = &mut sheet.view {
        view.alerts = vec![alert(), alert()];
    }
    sheet
}

#[test]
fn nothing_is_cut_in_any_language_at_any_size() {
    assert_nothing_cut(&ClassSheet::new(key()), "loading");
    assert_nothing_cut(&sheet(), "twelve");
    for name in ["阿依夏木·阿卜杜热合曼", LONGEST, "Abdurahman Memetimin"] {
        let mut sheet = full(name);
        assert_nothing_cut(&sheet, name);
        let _ = find(&mut sheet, "1");
        assert_nothing_cut(&sheet, "matches");
        let _ = find(&mut sheet, "zzz");
        assert_nothing_cut(&sheet, "no matches");
        for seat in [4, 6, 7] {
            let _ = sheet.update(Message::Enter(Some(pupil(seat))), &here());
            let _ = type_keys(&mut sheet, "38");
            assert_nothing_cut(&sheet, "a row");
        }
        let _ = sheet.update(Message::Details(Some(pupil(4))), &here());
        let _ = sheet.update(Message::Onset("2026-11-24".into()), &here());
        assert_nothing_cut(&sheet, "details");
        let _ = sheet.update(Message::Escape, &here());
        let _ = sheet.update(Message::HandIn(HandInMessage::Open), &here());
        sheet.hand_in.as_mut().unwrap().wrong = true;
        assert_nothing_cut(&sheet, "hand-in");
        assert_tab_reaches_all(&sheet, "hand-in");
        let _ = sheet.update(Message::Escape, &here());
        let _ = sheet.update(Message::Find("1 2 5-9".into()), &here());
        assert_nothing_cut(&sheet, "several found");
        let _ = sheet.update(Message::Enter(None), &here());
        assert_nothing_cut(&sheet, "several");
        assert_nothing_cut(&with_alert(full(name)), "alerts");
    }
}

#[test]
fn sheets_without_work_say_why() {
    let mut none = view_of(Vec::<String>::new());
    none.due = false;
    let mut sunday = view_of(NAMES);
    sunday.due = false;
    let mut done = view_of(NAMES);
    done.state = SheetState::Exceptions;
    done.confirmed = Some((LONGEST.into(), here().now));
    done.lines[0].finding = Some(ill(&[]));
    for (view, what) in [(none, "nobody"), (sunday, "not due"), (done, "confirmed")] {
        let mut sheet = ClassSheet::new(key());
        let _ = load(&mut sheet, &view);
        assert_nothing_cut(&sheet, what);
        assert_tab_reaches_all(&sheet, what);
    }
}

#[test]
fn a_wrong_temperature_is_told_whole_below_its_row() {
    for (language, size) in [(Language::Chinese, SIZES[0]), (Language::English, (1024.0, 768.0))] {
        let context = context(language, size);
        let mut sheet = full(LONGEST);
        let _ = sheet.update(Message::Enter(Some(pupil(4))), &context);
        for digit in ['5', '5'] {
            let _ = sheet.update(Message::Key(RowKey::Digit(digit)), &context);
        }
        let _ = sheet.update(Message::Confirm, &context);
        let texts = Stage::new(whole(&sheet, &context), size).texts();
        let words = context.tr.sheet_no_temperature("55");
        assert!(texts.iter().any(|(text, _)| *text == words), "{words}");
        assert_nothing_cut(&sheet, "wrong temperature");
    }
}

#[test]
fn a_day_of_onset_that_cannot_be_or_is_long_ago_is_answered_below_its_field() {
    let context = here();
    let said = |onset: &str| {
        let mut sheet = on_row(6);
        let _ = type_keys(&mut sheet, "i");
        let _ = sheet.update(Message::Onset(onset.into()), &context);
        assert_nothing_cut(&sheet, onset);
        let mut stage = Stage::new(whole(&sheet, &context), (1024.0, 768.0));
        stage.texts().into_iter().map(|(text, _)| text).collect::<Vec<_>>()
    };
    let tr = &context.tr;
    assert!(said("2026-11-24").contains(&tr.sheet_detail_onset_late()));
    assert!(said("2026-02-30").contains(&tr.sheet_detail_onset_wrong()));
    let doubtful = tr.sheet_detail_onset_doubtful("2016-11-22");
    assert!(said("2016-11-22").contains(&doubtful) && !said("2026-11-10").contains(&doubtful));
}

#[test]
fn tab_reaches_everything() {
    assert_tab_reaches_all(&with_alert(sheet()), "sheet");
    let mut open = on_row(2);
    let _ = type_keys(&mut open, "i");
    assert_tab_reaches_all(&open, "details");
}

#[test]
fn what_an_input_method_commits_arrives_in_every_field() {
    assert_eq!(committed(&sheet(), JUMP, "王"), [Message::Arrived(Place::Jump), Message::Find("王".into())]);
    let mut open = on_row(6);
    let _ = type_keys(&mut open, "i");
    for (field, edit) in
        [("note", FindingEdit::Note("水痘".into())), ("diagnosis", FindingEdit::Diagnosis("水痘".into()))]
    {
        assert_eq!(committed(&open, field, "水痘").last(), Some(&Message::Detail(pupil(6), edit)));
    }
    let typed = committed(&open, ONSET, "2026-11-20");
    assert_eq!(typed.last(), Some(&Message::Onset("2026-11-20".into())));
}

#[test]
fn on_a_row_words_of_an_input_method_are_nothing_and_full_width_keys_are_keys() {
    let sheet = on_row(6);
    assert_eq!(committed(&sheet, ROWS, "飞"), [Message::Arrived(Place::Row)]);
    let keys = committed(&sheet, ROWS, "３８ｋ");
    let expected = [RowKey::Digit('3'), RowKey::Digit('8'), RowKey::Letter('k')].map(Message::Key);
    assert_eq!(keys[1..], expected);
}

#[test]
fn the_field_with_the_focus_hands_arrows_and_escape_on() {
    let mut sheet = sheet();
    let _ = find(&mut sheet, "wx");
    let context = here();
    let mut stage = Stage::new(whole(&sheet, &context), (1024.0, 768.0));
    let _ = stage.operate::<()>(focus::step(focus::Step::To(JUMP.into())));
    for (key, modifiers) in [
        (Named::ArrowRight, Modifiers::empty()),
        (Named::ArrowLeft, Modifiers::empty()),
        (Named::Enter, Modifiers::empty()),
        (Named::Enter, Modifiers::CTRL),
        (Named::Escape, Modifiers::empty()),
    ] {
        let _ = stage.key(key, modifiers);
    }
    let said: Vec<Message> = stage.messages().into_iter().flatten().collect();
    assert_eq!(
        said,
        [
            Message::Arrived(Place::Jump),
            Message::Choose(1),
            Message::Choose(-1),
            Message::Enter(None),
            Message::Confirm,
            Message::Escape
        ]
    );
}

#[test]
fn number_enter_and_temperature_in_one_go_reach_the_row() {
    let mut sheet = sheet();
    let context = here();
    let mut stage = Stage::new(whole(&sheet, &context), (1024.0, 768.0));
    let _ = stage.operate::<()>(focus::step(focus::Step::To(JUMP.into())));
    for key in "6\n382\n7\nk".chars() {
        let key = if key == '\n' { Named::Enter.into() } else { Key::Character(key.to_string().into()) };
        let _ = stage.key(key, Modifiers::empty());
    }
    let said: Vec<Message> = stage.messages().into_iter().flatten().collect();
    drop(stage);
    let saved: Vec<_> =
        said.into_iter().flat_map(|message| recorded(&sheet.update(message, &here()))).collect();
    let seats: Vec<_> = saved.iter().map(|(person, finding)| (*person, finding.temperature)).collect();
    assert_eq!(seats, [(pupil(6), Temperature::new(382, Site::Axillary)), (pupil(7), None)]);
}

#[test]
fn a_click_on_a_cell_sets_its_mark() {
    let sheet = sheet();
    let context = here();
    let mut stage = Stage::new(whole(&sheet, &context), (1024.0, 768.0));
    let place = |stage: &mut Stage<'_, Option<Message>>, word: &str| {
        stage.texts().into_iter().find(|(text, _)| text == word).unwrap().1
    };
    let (row, column) = (place(&mut stage, "李佳怡"), place(&mut stage, "O"));
    stage.click_at(iced::Point::new(column.center_x(), row.center_y()));
    stage.click_at(row.center());
    let said: Vec<Message> = stage.messages().into_iter().flatten().collect();
    let vomiting = FindingEdit::Symptom(SymptomCode::new("vomiting"));
    assert_eq!(said, [Message::Edit(pupil(6), vomiting), Message::Enter(Some(pupil(6)))]);
}

#[test]
fn pictures() {
    let size = SIZES[1];
    for (theme, name) in Theme::ALL.into_iter().zip(["light", "dark", "contrast"]) {
        let mut sheet = full("阿依夏木·阿卜杜热合曼");
        let _ = sheet.update(Message::Enter(Some(pupil(12))), &here());
        picture(&sheet, &Context { theme, ..context(Language::Chinese, size) }, &format!("sheet-{name}"));
    }
    let mut sheet = with_alert(full(LONGEST));
    let _ = sheet.update(Message::Details(Some(pupil(6))), &here());
    picture(&sheet, &context(Language::English, SIZES[0]), "sheet-details-en");
    picture(&sheet, &context(Language::Chinese, SIZES[0]), "sheet-details");
    let mut sheet = full("阿依夏木·阿卜杜热合曼");
    let _ = sheet.update(Message::Enter(Some(pupil(6))), &here());
    picture(&sheet, &context(Language::Chinese, SIZES[3]), "sheet-middle");
    picture(&sheet, &context(Language::Chinese, SIZES[4]), "sheet-narrow");
    picture(&sheet, &context(Language::English, SIZES[1]), "sheet-en");
}
