use super::*;
use crate::i18n::Language;
use crate::paper::{OwnFault, Spot};

fn own(change: impl FnOnce(&mut OwnText)) -> OwnLetter {
    let mut letter = OwnLetter::of("spring");
    change(&mut letter.zh);
    letter
}

#[test]
fn no_shipped_letter_has_a_fault_and_nothing_said_is_the_shipped_letter() {
    for letter in LetterTemplate::all().unwrap() {
        let own = OwnLetter::of(&letter.id);
        let whole = own.whole(&letter);
        assert_eq!(whole.faults(&letter), [], "{}", letter.id);
        assert!(whole.beside(&letter).is_empty(), "{}", letter.id);
        assert_eq!(letter.with_own(&whole), letter);
        let text = toml::to_string(&whole).unwrap();
        assert_eq!(toml::from_str::<OwnLetter>(&text).unwrap(), whole, "{text}");
        for language in Language::ALL {
            assert!(letter.fields().all(|field| Field::from_name(field.name(language)) == Some(field)));
        }
    }
}

#[test]
fn words_of_the_school_are_laid_over_and_only_they_are_kept() {
    let shipped = LetterTemplate::shipped("spring").unwrap();
    let own = own(|text| {
        text.title = Some("{学校}的信".to_owned());
        text.text = Some("= {姓名}家长：\n好。\n- 一条\n> {日期}".to_owned());
        text.ticks = Some(vec!["看过了。".to_owned()]);
    });
    assert_eq!(own.faults(&shipped), []);
    let letter = shipped.with_own(&own);
    assert_eq!(letter.zh.parts.len(), 4);
    assert_eq!((letter.zh.slip.as_ref().unwrap().ticks.len(), &letter.en), (1, &shipped.en));
    let kept = own.whole(&shipped).beside(&shipped);
    assert_eq!(kept, own);
}

#[test]
fn unknown_fields_braces_and_what_is_too_long_are_named_at_their_place() {
    let shipped = LetterTemplate::shipped("spring").unwrap();
    let first = |text: &str| own(|own| own.text = Some(text.to_owned())).faults(&shipped).into_iter().next();
    let unknown = |field: &str| OwnFault::UnknownField { spot: Spot::Line(2), field: field.to_owned() };
    assert_eq!(first("好。\n请{名字}家长"), Some(unknown("名字")));
    // The letter about the season is told of no disease.
    assert_eq!(first("好。\n得了{病名}"), Some(unknown("病名")));
    for open in ["{姓名", "姓名}", "{姓名{班级}", "{姓名}}"] {
        assert_eq!(first(open), Some(OwnFault::OpenBrace { spot: Spot::Line(1) }), "{open}");
    }
    assert_eq!(first(""), Some(OwnFault::Empty { spot: Spot::Line(1) }));
    assert!(matches!(first("| 日期|体温"), Some(OwnFault::Days { .. })));
    let long = "每天早上看一看孩子有没有不舒服，有就打电话。\n".repeat(60);
    assert!(matches!(first(&long), Some(OwnFault::DoesNotFit { text, .. }) if text.is_empty()));
    let ticks = own(|own| own.ticks = Some(vec!["好".to_owned(); 5])).faults(&shipped);
    assert_eq!(ticks, [OwnFault::TooMany { spot: Spot::Tick(5) }]);
}
