//! 名册 on a small screen with large text.

use super::*;
use crate::gui::screen::bench::whole;
use crate::gui::widget::stage::Stage;

#[test]
fn at_150_per_cent_the_list_of_classes_keeps_its_rows() {
    let (_folder, mut book) = book();
    for grade in ["一", "二", "三", "四", "五", "六"] {
        let class = format!("{grade}年级(1)班");
        book.add_pupil(&NewPupil { name: "韦小满".into(), class, ..NewPupil::default() }).unwrap();
    }
    let mut roster = Roster::at(RosterPlace::default(), context_day());
    load(&mut roster, &mut book, &context(Language::Chinese, SIZES[3]));
    for language in Language::ALL {
        let context = context(language, SIZES[3]);
        for class in [false, true] {
            let part =
                if class { Part::Class(roster.data.as_ref().unwrap().classes[0].id) } else { Part::All };
            roster.update(Message::Show(part), &context);
            load(&mut roster, &mut book, &context);
            let mut stage = Stage::new(whole(&roster, &context), SIZES[3]);
            let seen = stage.in_sight();
            let classes = roster.data.as_ref().unwrap().classes.iter();
            let rows = classes.filter(|class| seen.contains(&class.short)).count();
            assert!(rows >= 4, "{rows} {class} {language:?}: {seen:?}");
            let tr = &context.tr;
            for word in [tr.roster_screen_import(), tr.roster_screen_new_pupil(), "韦小满".to_owned()] {
                assert!(seen.contains(&word), "{word}: {seen:?}");
            }
            picture(&roster, &context, &format!("roster-low-{class}-{language:?}"));
        }
    }
    assert_nothing_cut(&roster, "a class at 150 %");
    assert_tab_reaches_all(&roster, "a class at 150 %");
}

#[test]
fn every_button_of_the_side_names_its_key_in_both_languages() {
    let (_folder, mut book, mut roster, _) = roster(9);
    let kind = crate::domain::free_group::FreeGroupKind::Bus;
    book.change_free_group(&crate::ops::roster::FreeGroupOp::Add { label: "东线".into(), kind }).unwrap();
    for language in Language::ALL {
        for size in [SIZES[0], SIZES[3]] {
            let context = context(language, size);
            load(&mut roster, &mut book, &context);
            let words = Stage::new(whole(&roster, &context), size).words();
            for key in ["Ctrl+I", "Ctrl+N", "Ctrl+T", "Ctrl+M", "Ctrl+S", "Ctrl+P", "Ctrl+U"] {
                assert!(words.iter().any(|word| word == key), "{key} {language:?} {size:?}: {words:?}");
            }
        }
    }
    let context = context(Language::English, SIZES[0]);
    picture(&roster, &context, "roster-keys-English");
    let print = KeyPress { key: Key::Character("p".into()), modifiers: Modifiers::CTRL, in_field: false };
    assert_eq!(roster.key(&print, &context), Some(Message::Print));
}

#[test]
fn marking_in_a_group_without_anybody_lists_all_pupils() {
    let (_folder, mut book, mut roster, context) = roster(9);
    let kind = crate::domain::free_group::FreeGroupKind::Bus;
    let add = crate::ops::roster::FreeGroupOp::Add { label: "东线".into(), kind };
    let group = book.change_free_group(&add).unwrap();
    load(&mut roster, &mut book, &context);
    roster.update(Message::Show(Part::Group(group)), &context);
    load(&mut roster, &mut book, &context);
    assert!(roster.people().is_empty());
    let ctrl_m = KeyPress { key: Key::Character("m".into()), modifiers: Modifiers::CTRL, in_field: false };
    let switch = roster.key(&ctrl_m, &context).unwrap();
    let effects = roster.update(switch, &context);
    assert!(matches!(&effects[..], [Effect::Load(_), Effect::Focus(_)]), "{effects:?}");
    load(&mut roster, &mut book, &context);
    assert_eq!((roster.part(), roster.people().len()), (Part::All, 9));
    assert_eq!(roster.marked(roster.people()[0]), Some(false), "rows are marked, not opened");
}
