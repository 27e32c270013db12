use chrono::NaiveDate;
use serde_json::json;

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::person::{Person, PersonKind};
use crate::domain::progress::{Cancelled, Progress, Silent, Stage};
use crate::domain::session::Session;
use crate::i18n::Language;
use crate::ops::OpError;
use crate::ops::book::Book;
use crate::ops::picture::PictureKind;
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
use crate::ops::settings::SettingsOp;
use crate::paper::form::FormTemplate;
use crate::paper::layout::tests::{assert_sound, words};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn all_words(document: &Document) -> String {
    assert_sound(document);
    document.sheets.iter().map(words).collect::<Vec<_>>().join("\u{c}")
}

fn shown(book: &mut Book, request: &PrintRequest) -> (String, PrintFacts) {
    let (mut text, mut page) = (String::new(), 0);
    loop {
        let look = book.preview(request, page, &mut Silent).unwrap();
        let from = page - look.first;
        text += &all_words(&look.document).split('\u{c}').skip(from).collect::<Vec<_>>().join("\n");
        page = look.first + look.document.sheets.len();
        if page >= look.facts.sheets {
            return (text, look.facts);
        }
    }
}

#[test]
fn every_form_prints_blank_and_filled_in_both_languages() {
    let (_folder, mut book) = book();
    book.choose_home(&crate::ops::home::HomeChoice::Module(true)).unwrap();
    let mut finding = with(Attendance::Ill, &["vomiting", "headache"]);
    finding.temperature = crate::domain::temperature::Temperature::parse("38.2@axillary");
    hand_in(&mut book, morning(1, day()), &[(102, finding)]);
    for language in Language::ALL {
        book.set_language(language);
        let papers = book.papers(day()).unwrap();
        // Labels, pictures, the work report and the plan are no forms of the engine.
        assert_eq!(papers.forms.len(), FormTemplate::all().unwrap().len() + 3 + PictureKind::ALL.len());
        assert_eq!((papers.forms[1].copies, papers.letters[0].copies, papers.classes.len()), (3, 29, 3));
        for form in &papers.forms {
            for filling in [Filling::Blank, Filling::Recorded, Filling::Everyone] {
                let request = PrintRequest { filling, ..PrintRequest::form(&form.id, day()) };
                let (text, facts) = shown(&mut book, &request);
                // Blank, the file of a person is one sheet without a name; labels name no school.
                let of_person = ["health-file", "temperature-14"].contains(&form.id.as_str());
                // Without a batch there is nobody to review.
                let one = filling == Filling::Blank && of_person
                    || [LABELS, "return-review"].contains(&form.id.as_str());
                let school = text.contains("云坪镇石桥学校") || form.id == LABELS;
                assert!(school && facts.sheets >= if one { 1 } else { form.copies }, "{}", form.id);
            }
        }
    }
}

#[test]
fn the_class_sheet_prints_every_name_blank_and_findings_filled() {
    let (_folder, mut book) = book();
    let mut finding = with(Attendance::Ill, &["vomiting", "headache"]);
    finding.temperature = crate::domain::temperature::Temperature::parse("38.2@axillary");
    finding.diagnosis = Some("急性胃肠炎".to_owned());
    hand_in(&mut book, morning(1, day()), &[(102, finding)]);
    hand_in(&mut book, morning(2, day()), &[]);
    let mut request = PrintRequest::form("class-day", day());
    request.scope = PrintScope::Group(class(1));
    let (text, facts) = shown(&mut book, &request);
    assert!(text.contains("学生0102") && !text.contains("学生0103"), "{text}");
    assert!(text.contains("38.2") && text.contains("头痛") && text.contains("急性胃肠炎"), "{text}");
    assert!(facts.unchecked.is_empty());
    request.filling = Filling::Everyone;
    assert!(shown(&mut book, &request).0.contains("学生0112"));
    request.filling = Filling::Blank;
    let blank = shown(&mut book, &request).0;
    assert!(blank.contains("学生0112") && !blank.contains("38.2"));
    let (text, facts) = shown(&mut book, &PrintRequest::form("class-day", day()));
    assert_eq!((facts.sheets, facts.unchecked), (3, vec!["九（1）".to_owned()]));
    assert!(text.contains("零报告") && text.contains("未检"));
}

#[test]
fn papers_about_the_absent_tell_whom_to_call_and_what_came_of_it() {
    use crate::domain::trace::{Basis, Diagnosis, Talk};
    use crate::ops::trace::NewTrace;
    let (_folder, mut book) = book();
    let mut pupil = book.store.person(person(102)).unwrap().unwrap();
    pupil.guardian = Some("韦春梅".into());
    pupil.guardian_relation = Some("祖母".into());
    pupil.guardian_phone = Some("16377420318".into());
    pupil.address = Some("大塘村 6 组".into());
    book.edit_person(&pupil).unwrap();
    let ill = |n, symptoms: &[&str]| (n, with(Attendance::Ill, symptoms));
    let early = (105, with(Attendance::Present, &["rash"]));
    hand_in(&mut book, morning(1, day()), &[ill(102, &["fever"]), ill(103, &[]), early]);
    hand_in(&mut book, morning(2, day()), &[]);
    let talk = Talk {
        reached: true,
        hospital: Some("云坪镇卫生院".into()),
        diagnosis: Some(Diagnosis { name: "流行性感冒".into(), basis: Basis::Certificate }),
        sent_where: Some("在家休息".into()),
        ..Talk::default()
    };
    book.add_trace(&NewTrace { person: person(102), at: None, next_call: None, talk }).unwrap();
    let text = |book: &mut Book, id: &str| shown(book, &PrintRequest::form(id, day())).0;
    let class = text(&mut book, "absence-class");
    for words in ["16377420318", "大塘村 6 组", "发热，云坪镇卫生院", "零报告", "未检", "待追踪"]
    {
        assert!(class.contains(words), "{words}: {class}");
    }
    let school = text(&mut book, "absence-school");
    assert!(school.contains("流行性感冒（诊断证明）") && school.contains("还有 1 个班未检"), "{school}");
    let causes = text(&mut book, "cause-trace");
    for words in ["疑似传染病", "早期症状", "因病缺勤", "在家休息", "皮疹"] {
        assert!(causes.contains(words), "{words}: {causes}");
    }
    let calls = text(&mut book, "trace-calls");
    assert!(calls.contains("学生0103") && !calls.contains("学生0102"), "a diagnosis ends the calls: {calls}");
    assert!(calls.contains("三（1）班") && calls.contains("14:00") && calls.contains("症状不明"), "{calls}");
}

#[test]
fn the_week_sheet_marks_what_was_seen() {
    let (_folder, mut book) = book();
    let mut finding = with(Attendance::Ill, &["cough"]);
    finding.temperature = crate::domain::temperature::Temperature::parse("38.2@axillary");
    hand_in(&mut book, morning(1, day()), &[(102, finding)]);
    let mut request = PrintRequest::form("class-week", day());
    request.scope = PrintScope::Group(class(1));
    let (text, _) = shown(&mut book, &request);
    assert!(text.replace(' ', "").contains("病热38.2咳") && text.contains("11-27"), "{text}");
}

/// One boarder of 三（1） with a long name in a room with a long name, the staff checked in the morning.
fn housed(book: &mut Book) -> Group {
    let name = "二号楼东侧三层男生宿舍 203";
    for check in ["staff-morning", "evening-dormitory"] {
        book.set_up(&SettingsOp::Check(check.into(), true)).unwrap();
    }
    let mut long = book.store.person(person(101)).unwrap().unwrap();
    long.name = "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木".to_owned();
    let mut teacher = book.store.person(person(902)).unwrap().unwrap();
    teacher.name = "欧阳若兰·阿依古丽·买买提江·吐尔逊".to_owned();
    teacher.post = Some("六年级班主任、语文教师、疫情报告人".to_owned());
    book.act("edit_person", json!({}), |act, _| {
        act.put(&long)?;
        Ok(act.put(&teacher).map(drop)?)
    })
    .unwrap();
    book.set_dormitory(person(101), Some(name), day()).unwrap();
    book.find_room(name).unwrap().group
}

#[test]
fn dormitories_and_staff_have_sheets_of_their_own_words() {
    let (folder, mut book) = book();
    let room = housed(&mut book);
    let staff =
        crate::domain::sheet::SheetKey { group: Group::Staff, date: day(), session: Session::Morning };
    hand_in(&mut book, staff, &[(902, with(Attendance::Ill, &["cough"]))]);
    hand_in(
        &mut book,
        crate::domain::sheet::SheetKey { group: room, session: Session::Evening, ..staff },
        &[],
    );
    for language in Language::ALL {
        book.set_language(language);
        let chinese = language == Language::Chinese;
        for (id, group, title) in [
            ("class-day", room, "学生宿舍晚检登记表"),
            ("class-day", Group::Staff, "教职工晨检登记表"),
            ("class-week", room, "晚检周表"),
            ("class-week", Group::Staff, "教职工晨检周表"),
        ] {
            for filling in [Filling::Blank, Filling::Recorded, Filling::Everyone] {
                let request = PrintRequest {
                    scope: PrintScope::Group(group),
                    session: Session::usual_of(group.kind()),
                    filling,
                    ..PrintRequest::form(id, day())
                };
                let (text, facts) = shown(&mut book, &request);
                let text = text.replace(['\n', ' '], "");
                assert_eq!((facts.sheets, facts.unchecked.len()), (1, 0), "{id} {title}");
                assert!(!chinese || text.contains(title), "{text}");
                assert!(!text.contains("班主任："), "{text}");
                let kind = group.kind().name();
                if let Some(look) = std::env::var_os("CHENJIAN_LOOK") {
                    let name = format!("{id}-{kind}-{filling:?}-{}.pdf", language.tag());
                    let op = PrintOp::SavePdf { request, path: std::path::Path::new(&look).join(name) };
                    book.run_print(&op, &mut Silent).unwrap();
                }
            }
        }
    }
    book.set_language(Language::Chinese);
    let whole = |book: &mut Book, session| {
        shown(book, &PrintRequest { session, ..PrintRequest::form("class-day", day()) })
    };
    let (text, facts) = whole(&mut book, Session::Morning);
    assert_eq!(facts.sheets, 4, "three classes and the staff");
    assert!(text.contains("三（1）") || text.contains("三年级(1)班"), "{text}");
    assert_eq!(whole(&mut book, Session::Evening).1.sheets, 1, "everyone who boards has a room");
    let request = PrintRequest { scope: PrintScope::Group(room), ..PrintRequest::form("class-week", day()) };
    let path = folder.path().join("week.xlsx");
    book.run_print(&PrintOp::SaveXlsx { request, path }, &mut Silent).unwrap();
    let letter =
        PrintRequest { scope: PrintScope::Group(Group::Staff), ..PrintRequest::letter("winter", day()) };
    assert!(book.preview(&letter, 0, &mut Silent).is_err(), "staff have no guardians");
}

#[test]
fn files_are_written_kept_and_the_same_each_time() {
    let (folder, mut book) = book();
    hand_in(&mut book, morning(1, day()), &[]);
    let save = |book: &mut Book, name: &str, request: &PrintRequest| {
        let path = folder.path().join(name);
        let request = request.clone();
        let workbook = path.extension().is_some_and(|ending| ending == "xlsx");
        let op = if workbook {
            PrintOp::SaveXlsx { request, path: path.clone() }
        } else {
            PrintOp::SavePdf { request, path: path.clone() }
        };
        let printed = book.run_print(&op, &mut Silent).unwrap();
        assert_eq!(printed.file.as_ref(), Some(&path));
        (std::fs::read(path).unwrap(), printed.facts)
    };
    let report = PrintRequest::form("school-day", day());
    let (pdf, facts) = save(&mut book, "日报.pdf", &report);
    assert!(pdf.starts_with(b"%PDF") && facts.number.as_deref() == Some("SQ-20261123-01"));
    assert_eq!(facts.unchecked, ["三（2）", "九（1）"]);
    assert_eq!(save(&mut book, "日报2.pdf", &report).0, pdf);
    let (workbook, _) = save(&mut book, "日报.xlsx", &report);
    assert_eq!(save(&mut book, "日报2.xlsx", &report).0, workbook);
    assert_eq!(book.store.issued_on("daily_report", day()).unwrap().len(), 1);
    let _ = save(&mut book, "预案.pdf", &PrintRequest::form("plan-checklist", day()));
    let kept = book.store.issued_on("print:plan-checklist", day()).unwrap();
    assert_eq!(kept[0].body["file"], "预案.pdf");
    let last = shown(&mut book, &report).1.last.unwrap();
    assert_eq!(last.1, "王秀兰");
    let nowhere = PrintOp::SavePdf { request: report, path: folder.path().join("none/x.pdf") };
    assert!(matches!(book.run_print(&nowhere, &mut Silent), Err(OpError::Disk(_))));
}

#[test]
fn every_guardian_gets_a_letter_with_a_number_of_its_own() {
    let (folder, mut book) = book();
    let path = folder.path().join("letters.pdf");
    let request = PrintRequest::letter("winter", day());
    let (text, facts) = shown(&mut book, &request);
    assert_eq!((facts.letters, facts.sheets), (29, 29));
    for n in 1..=29 {
        assert_eq!(text.matches(&format!("0001-{n:04}-")).count(), 1);
    }
    assert!(text.contains("学生0305") && text.contains("13800000001") && text.contains("2026年11月26日"));
    let op = PrintOp::SavePdf { request: request.clone(), path: path.clone() };
    let printed = book.run_print(&op, &mut Silent).unwrap();
    assert_eq!(printed.facts.letters, 29);
    assert!(shown(&mut book, &request).0.contains("0002-0001-"), "the next run has other numbers");
    let workbook = PrintOp::SaveXlsx { request, path };
    assert!(matches!(book.run_print(&workbook, &mut Silent), Err(OpError::NoWorkbook)));
}

struct Impatient;

impl Progress for Impatient {
    fn report(&mut self, _stage: Stage, _done: usize, _total: usize) -> Result<(), Cancelled> {
        Err(Cancelled)
    }
}

#[test]
fn names_without_glyphs_and_cancelling_leave_nothing_behind() {
    let (folder, mut book) = book();
    let path = folder.path().join("letters.pdf");
    book.act("edit_person", json!({}), |act, _| {
        act.put(&Person::named(person(207), PersonKind::Pupil, "王\u{2B820}文"))
            .map(drop)
            .map_err(OpError::from)
    })
    .unwrap();
    let save = |book: &mut Book, missing, progress: &mut dyn Progress| {
        let request = PrintRequest { missing, ..PrintRequest::letter("winter", day()) };
        book.run_print(&PrintOp::SavePdf { request, path: path.clone() }, progress)
    };
    let error = save(&mut book, MissingGlyph::Stop, &mut Silent).unwrap_err();
    assert!(
        matches!(&error, OpError::NamesWithoutGlyphs { places } if *places == ["三（2） 7"]),
        "{error:?}"
    );
    assert!(matches!(save(&mut book, MissingGlyph::Rule, &mut Impatient), Err(OpError::Cancelled(_))));
    assert!(!path.exists());
    let left = save(&mut book, MissingGlyph::LeaveOut, &mut Silent).unwrap().facts;
    assert_eq!((left.letters, left.left_out.len()), (28, 1));
    let ruled = save(&mut book, MissingGlyph::Rule, &mut Silent).unwrap().facts;
    assert_eq!((ruled.letters, ruled.missing.len()), (29, 1));
}

#[test]
fn a_health_file_is_one_page_for_a_pupil_a_class_and_blank() {
    use crate::domain::health_note::HealthKind;
    let (folder, mut book) = book();
    let today = book.today();
    let mut pupil = book.person_view(person(101)).unwrap().person;
    pupil.name =
        "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·艾合买提·玉素甫江·亚森江·热合曼·买买提".into();
    pupil.address = Some("云坪镇石桥村委会牛角冲屯第十二村民小组老祠堂后面第三家".into());
    book.edit_person(&pupil).unwrap();
    let notes = HealthKind::ALL.map(|kind| (kind, "哮喘，剧烈运动后发作，随身带药；".repeat(6)));
    book.set_health_notes(person(101), today, &notes).unwrap();
    let request = |scope, filling| PrintRequest { scope, filling, ..PrintRequest::form(HEALTH_FILE, today) };
    let sheets = |book: &mut Book, scope, filling| {
        let look = book.preview(&request(scope, filling), 0, &mut Silent).unwrap();
        assert_sound(&look.document);
        (look.document.sheets.len(), words(&look.document.sheets[0]))
    };
    let (count, text) = sheets(&mut book, PrintScope::Person(person(101)), Filling::Recorded);
    assert_eq!(count, 1);
    assert!(text.contains("哮喘") && text.contains("云坪镇石桥村") && text.contains("卡介苗"), "{text}");
    assert_eq!(sheets(&mut book, PrintScope::Group(class(1)), Filling::Recorded).0, 12);
    let (count, text) = sheets(&mut book, PrintScope::Group(class(1)), Filling::Blank);
    assert!(count == 12 && !text.contains("哮喘"), "{text}");
    assert_eq!(sheets(&mut book, PrintScope::School, Filling::Blank).0, 1);
    assert_eq!(sheets(&mut book, PrintScope::School, Filling::Recorded).0, 29);
    let path = folder.path().join("file.pdf");
    let scope = PrintScope::Person(person(101));
    book.run_print(&PrintOp::SavePdf { request: request(scope, Filling::Recorded), path }, &mut Silent)
        .unwrap();
    let papers = book.person_file(person(101), 0).unwrap().papers;
    assert_eq!(papers.len(), 1);
    assert!(!papers[0].opens && papers[0].title == "学生健康档案");
    assert!(book.person_file(person(102), 0).unwrap().papers.is_empty());
    if let Some(folder) = std::env::var_os("CHENJIAN_LOOK") {
        let look = std::path::Path::new(&folder);
        for (name, scope, filling) in [
            ("long", PrintScope::Person(person(101)), Filling::Recorded),
            ("blank", PrintScope::School, Filling::Blank),
        ] {
            let path = look.join(format!("health-file-{name}.pdf"));
            book.run_print(&PrintOp::SavePdf { request: request(scope, filling), path }, &mut Silent)
                .unwrap();
        }
    }
}

#[test]
fn a_name_that_no_font_draws_leaves_out_its_whole_health_file() {
    let (_folder, mut book) = book();
    let mut pupil = book.person_view(person(102)).unwrap().person;
    pupil.name = "王\u{3134f}".into();
    book.edit_person(&pupil).unwrap();
    let today = book.today();
    let request = PrintRequest {
        scope: PrintScope::Group(class(1)),
        missing: MissingGlyph::LeaveOut,
        ..PrintRequest::form(HEALTH_FILE, today)
    };
    let look = book.preview(&request, 0, &mut Silent).unwrap();
    let rare = look.facts.left_out.len();
    // A computer may have a font for it.
    assert_eq!(look.document.sheets.len(), 12 - rare);
    assert!(look.facts.left_out.iter().all(|name| name.seat_no == "2"));
}
