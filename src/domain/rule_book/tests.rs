use std::collections::BTreeSet;

use super::*;
use crate::domain::class_label::ClassLabel;
use crate::domain::id::ClassId;
use crate::domain::own_rule::OwnRuleBody;
use crate::domain::school_class::SchoolClass;
use crate::domain::symptom::SevereSign;
use crate::domain::temperature::{Site, Temperature};

fn book() -> RuleBook {
    RuleBook::shipped().unwrap()
}

#[test]
fn every_letter_means_one_thing() {
    let book = book();
    let letters: Vec<char> =
        book.symptoms().iter().map(|s| s.key).chain(book.attendances().iter().map(|a| a.key)).collect();
    assert_eq!(letters.iter().collect::<String>(), "FKYTNLOXDPHJZQBSCW");
    assert_eq!(letters.iter().collect::<BTreeSet<_>>().len(), 18);
    assert!(matches!(book.by_key('o'), Some(KeyMeaning::Symptom(s)) if s.code.as_str() == "vomiting"));
    assert!(matches!(book.by_key('B'), Some(KeyMeaning::Attendance(a)) if a.kind == Attendance::Ill));
    assert_eq!(book.by_key('A'), None);
}

#[test]
fn the_fourteen_codes_stand_in_order() {
    let codes: Vec<String> = book().symptoms().iter().map(|s| s.code.to_string()).collect();
    assert_eq!(
        codes.join(" "),
        "fever cough sore_throat headache dizziness fatigue vomiting diarrhoea abdominal_pain rash \
         jaundice conjunctivitis parotid other"
    );
}

#[test]
fn short_names_are_two_characters_and_names_are_there_in_both_languages() {
    let book = book();
    for symptom in book.symptoms() {
        assert_eq!(symptom.short.zh.chars().count(), 2, "{}", symptom.code);
        assert!(symptom.short.en.len() <= 7, "{}", symptom.code);
        assert!(!symptom.name.zh.is_empty() && !symptom.name.en.is_empty());
    }
    assert_eq!(book.name(&SymptomCode::new("parotid"), "zh-CN"), "腮腺肿大");
    assert_eq!(book.name(&SymptomCode::new("rash"), "en"), "Rash");
    assert_eq!(book.name(&SymptomCode::new("hiccups"), "en"), "hiccups");
}

#[test]
fn codes_outside_the_form_go_under_other() {
    let book = book();
    let of = |code| book.column_of(&SymptomCode::new(code)).to_string();
    for code in ["sore_throat", "headache", "dizziness", "fatigue", "abdominal_pain", "hiccups", "other"] {
        assert_eq!(of(code), "other");
    }
    assert_eq!(of("parotid"), "parotid");
    let columns: Vec<String> = book.columns().iter().map(|c| c.name.zh.clone()).collect();
    assert_eq!(columns.join(" "), "发热 皮疹 腹泻 呕吐 黄疸 结膜充血 腮腺肿大或疼痛 咳嗽 其他（注明）");
}

#[test]
fn every_entry_has_source_and_date() {
    let book = book();
    let mut entries = 0;
    for (file, id) in book.entry_sources() {
        let source = book.source(id).unwrap_or_else(|| panic!("{file}: {id}"));
        assert!(!source.date.is_empty() && !source.name.zh.is_empty() && !source.name.en.is_empty());
        entries += 1;
    }
    // Every `source` that a file of rules names is among them.
    let files = [
        include_str!("../../../assets/rules/calendar.toml"),
        include_str!("../../../assets/rules/clusters.toml"),
        include_str!("../../../assets/rules/diseases.toml"),
        include_str!("../../../assets/rules/home.toml"),
        include_str!("../../../assets/rules/numbers.toml"),
        include_str!("../../../assets/rules/pictures.toml"),
        include_str!("../../../assets/rules/reporting.toml"),
        include_str!("../../../assets/rules/school_systems.toml"),
        include_str!("../../../assets/rules/sessions.toml"),
        include_str!("../../../assets/rules/symptoms.toml"),
        include_str!("../../../assets/rules/temperature.toml"),
        include_str!("../../../assets/rules/tracing.toml"),
        include_str!("../../../assets/rules/vaccines.toml"),
    ];
    let named: usize = files.iter().map(|text| text.matches("source = \"").count()).sum();
    assert_eq!(entries, named);
}

#[test]
fn fever_begins_at_the_limit_of_the_site() {
    let book = book();
    let fever = |tenths, site| book.is_fever(Temperature::new(tenths, site).unwrap());
    assert!(fever(375, Site::Axillary) && !fever(374, Site::Axillary));
    assert!(fever(373, Site::Forehead) && !fever(372, Site::Forehead));
    assert!(fever(375, Site::Ear) && !fever(374, Site::Oral), "the axillary limit stands in");
    let limit = |purpose, site| book.limit_for(purpose, site);
    assert_eq!(limit(Purpose::EntryGate, Site::Axillary), 373);
    assert_eq!(limit(Purpose::EntryGate, Site::Forehead), 373, "36.8 and 37.3 contradict each other");
    assert_eq!(limit(Purpose::Ili, Site::Ear), 380);
    let open = book.temperature_limits().iter().filter(|limit| limit.status == Confirmation::Unconfirmed);
    assert!(open.clone().count() == 4 && open.filter(|limit| limit.note.is_some()).count() == 2);
    let instruments: BTreeSet<_> = book.instruments().iter().map(|entry| entry.instrument.name()).collect();
    assert_eq!(instruments.len(), crate::domain::measurement::Instrument::ALL.len());
    let finding = Finding { temperature: Temperature::new(382, Site::Axillary), ..Finding::default() };
    assert_eq!(book.codes(&finding), BTreeSet::from([SymptomCode::new(FEVER)]));
    assert!(book.is_illness(&finding));
    let finding = Finding { temperature: Temperature::new(368, Site::Axillary), ..Finding::default() };
    assert!(book.codes(&finding).is_empty() && !book.is_illness(&finding));
}

#[test]
fn alert_rules_are_found_by_id() {
    let book = book();
    assert_eq!(book.alert_rule("cn2006-1d3").unwrap().report_hours, Some(24));
    assert_eq!(book.alert_rule("cn2006-severe").unwrap().version, "2006");
    assert_eq!(book.alert_rule("ill-unknown-3").unwrap().report_hours, None);
    assert!(book.alert_rule("none").is_none());
    assert_eq!(book.sign_name(SevereSign::SevereGi, "zh-CN"), "剧烈呕吐或腹泻");
}

#[test]
fn a_broken_file_is_named() {
    let error = read::<SourceFile>("rules/sources.toml", "sources = 3").unwrap_err();
    assert!(matches!(error, RuleError::Unreadable { file: "rules/sources.toml", .. }));
    let mut book = book();
    book.sources.clear();
    assert!(matches!(book.check(), Err(RuleError::Inconsistent { .. })));
    let mut book = self::book();
    book.symptoms.attendance[0].key = 'F';
    assert!(matches!(book.check(), Err(RuleError::Inconsistent { file: "rules/symptoms.toml", .. })));
}

#[test]
fn school_systems_say_who_leaves() {
    let book = book();
    let classes = |labels: &[&str]| -> Vec<SchoolClass> {
        let class = |label: &&str| {
            let parsed = ClassLabel::parse(label, 2025);
            SchoolClass {
                id: ClassId(uuid::Uuid::from_u128(label.bytes().map(u128::from).sum())),
                school_year: 2025,
                label: (*label).to_owned(),
                kind: parsed.map(|told| told.kind).unwrap_or_default(),
                grade: parsed.and_then(|told| told.grade),
                class_no: parsed.and_then(|told| told.class_no),
                sort_order: 1,
                teacher: None,
                continues: None,
            }
        };
        labels.iter().map(class).collect()
    };
    let named = |labels: &[&str]| {
        let classes = classes(labels);
        let classes: Vec<&SchoolClass> = classes.iter().collect();
        SchoolSystem::fitting(book.systems(), &classes)[0].id.as_str()
    };
    assert_eq!(named(&["初一", "初二", "初三", "初四"]), "junior-four");
    assert_eq!(named(&["初一1班", "初三2班"]), "junior-three");
    assert_eq!(named(&["学前班"]), "preschool");
    assert_eq!(named(&["小班", "中班", "大班"]), "preschool");
    assert_eq!(named(&["小一班", "中一班", "大一班"]), "preschool");
    assert_eq!(named(&["小班", "大班", "一年级", "六年级"]), "primary-six");
    assert_eq!(named(&["一年级", "六年级", "初一", "初三"]), "nine-year");
    let five = classes(&["一年级", "五年级"]);
    let five: Vec<&SchoolClass> = five.iter().collect();
    let fitting = SchoolSystem::fitting(book.systems(), &five);
    assert_eq!((fitting[0].id.as_str(), fitting[1].id.as_str()), ("primary-five", "primary-six"));
    assert!(fitting[0].leaves_others(fitting[1], &five));
    let proposed = |grades: &[u8]| {
        let labels: Vec<String> =
            grades.iter().map(|grade| ClassLabel::ordinary(*grade, None).full()).collect();
        named(&labels.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(proposed(&[0, 1, 2, 3, 4, 5, 6]), "primary-six");
    assert_eq!(proposed(&[7, 8, 9]), "junior-three");
    assert_eq!(proposed(&[1, 6, 9]), "nine-year");
    assert_eq!(proposed(&[7, 12]), "secondary");
    assert_eq!(proposed(&[]), "primary-six");
    let ids: BTreeSet<&str> = book.systems().iter().map(|system| system.id.as_str()).collect();
    assert_eq!(ids.len(), book.systems().len());
    assert!(book.system("primary-five").unwrap().leaves(5) && !book.system("nine-year").unwrap().leaves(6));
}

#[test]
fn diseases_are_found_by_name_alias_and_pinyin() {
    let book = book();
    let best = |typed: &str| book.find_diseases(typed).first().map(|entry| entry.id.clone());
    for (typed, id) in [
        ("水痘", "chickenpox"),
        ("sd", "chickenpox"),
        ("liugan", "influenza"),
        ("lg", "influenza"),
        ("lxxsxy", "mumps"),
        ("saixian", "mumps"),
        ("szk", "hand-foot-mouth"),
        ("HFMD", "hand-foot-mouth"),
        ("诺如", "norovirus"),
        ("jiehe", "tuberculosis"),
        ("scarlet", "scarlet-fever"),
    ] {
        assert_eq!(best(typed).as_deref(), Some(id), "{typed}");
    }
    assert_eq!(book.find_diseases("没有这种病"), Vec::<&DiseaseEntry>::new());
    assert_eq!(book.find_diseases(" ").len(), book.diseases().len());
}

#[test]
fn a_written_diagnosis_names_the_longest_disease() {
    let book = book();
    let named = |text: &str| book.disease_in(text).map(|entry| entry.id.clone());
    assert_eq!(named("疑似流行性腮腺炎").as_deref(), Some("mumps"));
    assert_eq!(named("流行性感冒，甲型").as_deref(), Some("influenza"));
    assert_eq!(named("普通感冒").as_deref(), Some("common-cold"));
    assert_eq!(named("支原体肺炎").as_deref(), Some("mycoplasma"));
    assert_eq!(named("头晕"), None);
}

#[test]
fn each_scheme_gives_each_disease_its_hours() {
    let book = book();
    let hours = |edition: &str| {
        let edition = book.reporting_edition(edition).unwrap();
        ["cholera", "sars", "measles", "mumps", "unexplained", "chickenpox", "common-cold"]
            .map(|id| edition.hours_of(book.disease(id).unwrap()))
    };
    let all = |hours: [u32; 6]| hours.map(Some).into_iter().chain([None]).collect::<Vec<_>>();
    assert_eq!(hours("2-24").to_vec(), all([2, 2, 24, 24, 2, 24]));
    assert_eq!(hours("6-12-24").to_vec(), all([6, 6, 12, 24, 2, 24]));
    assert_eq!(hours("1-local").to_vec(), all([1; 6]));
    assert_eq!(book.default_reporting(), "2-24");
    assert!(book.reporting_edition("6-12-24").unwrap().older);
    let events = |id: &str| {
        let edition = book.event_edition(id).unwrap();
        let first = crate::domain::school_event::EventLevel::ALL.map(|level| edition.first.of(level));
        (first, edition.progress_by.to_string(), edition.closing_days)
    };
    assert_eq!(events("2h-7d"), ([120; 5], "17:00:00".to_owned(), 7));
    assert_eq!(events("30min-3d"), ([30, 30, 10, 0, 0], "17:00:00".to_owned(), 3));
}

#[test]
fn exclusion_entries_of_several_sources_stand_side_by_side() {
    let book = book();
    let mumps = book.disease("mumps").unwrap();
    let days: Vec<Option<u16>> = mumps.exclusions.iter().map(|entry| entry.days_from_onset).collect();
    assert_eq!(days, [Some(9), Some(14), Some(21), Some(21)]);
    assert!(mumps.exclusions.iter().any(|entry| entry.either));
    assert!(book.disease("tuberculosis").unwrap().asks_for_certificate());
    assert!(!mumps.asks_for_certificate());
    // What nobody has confirmed is listed as such and asks for nothing.
    let (disease, entry) = book.exclusion("pertussis-5d-21d").unwrap();
    assert_eq!((disease.id.as_str(), entry.status), ("pertussis", Standing::Unconfirmed));
    for disease in book.diseases() {
        for entry in &disease.exclusions {
            let days = [entry.days_from_onset, entry.days_after_symptoms, entry.days_of_treatment];
            assert!(days.iter().any(Option::is_some) || entry.condition.is_some(), "{}", entry.id);
        }
    }
}

#[test]
fn a_case_definition_asks_for_the_limit_of_its_purpose_and_site() {
    let codes = BTreeSet::from([SymptomCode::new("cough")]);
    let meets = |book: &RuleBook, tenths, site| {
        book.definition("ili").unwrap().is_met(&codes, Temperature::new(tenths, site))
    };
    let shipped = RuleBook::shipped().unwrap();
    assert!(!meets(&shipped, 379, Site::Axillary) && meets(&shipped, 380, Site::Axillary));
    assert!(
        !meets(&shipped, 379, Site::Ear) && meets(&shipped, 380, Site::Ear),
        "the axillary one stands in"
    );
    assert!(!shipped.definition("ili").unwrap().is_met(&codes, None));
    let own = |path: &str, value: &str| {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let body = OwnRuleBody {
            value: Some(value.to_owned()),
            version: 1,
            text: String::new(),
            source: "县通知".into(),
            approved_by: "何志远".into(),
            by: "王秀兰".into(),
            at: day.and_time(chrono::NaiveTime::MIN),
        };
        let rule = OwnRule { path: path.to_owned(), valid_from: day, body };
        RuleBook::with_own(&[rule], day, &Bilingual::default()).unwrap()
    };
    let lower = own("temperature/limits/ili-axillary/tenths", "375");
    assert!(meets(&lower, 375, Site::Axillary) && !meets(&lower, 374, Site::Axillary));
    // A figure that a school set where the limit stood before still holds.
    let before = own("clusters/definitions/ili/temperature", "385");
    assert!(meets(&before, 385, Site::Ear) && !meets(&before, 384, Site::Axillary));
}
