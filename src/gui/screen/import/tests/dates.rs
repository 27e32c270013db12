//! School year and first day in the wizard, and what begins later than the rest.

use super::*;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::gui::screen::bench::whole;
use crate::gui::widget::stage::Stage;
use crate::ops::roster::NewPupil;

fn character(sign: &str) -> KeyPress {
    press(Key::Character(sign.into()), Modifiers::empty())
}

fn strike(import: &mut Import, press: &KeyPress, book: &mut Book, context: &Context) -> Vec<Effect> {
    let message = import.key(press, context).unwrap();
    act(import, message, book, context)
}

fn enter() -> KeyPress {
    press(Key::Named(Named::Enter), Modifiers::empty())
}

fn dates(import: &Import) -> (i32, String) {
    let plan = import.plan().unwrap();
    (plan.school_year, plan.as_of.to_string())
}

#[test]
fn year_and_day_are_set_by_keys_and_the_file_is_compared_again() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let path = table(&folder, "三年级1班,甲甲,2017-03-01,男,,,,\n");
    let mut import = opened(&path, &mut book, &context);
    assert_eq!(dates(&import), (2026, "2026-09-01".into()), "an empty book begins with the term");
    let ask = strike(&mut import, &character("d"), &mut book, &context);
    assert_eq!(ask, [Effect::Focus(dating::YEAR.into())]);
    assert_nothing_cut(&import, "dates");
    assert_tab_reaches_all(&import, "dates");
    picture(&import, &context, "import-dates");
    // A digit chooses the year, and the day that was found for the other one is found anew.
    assert_eq!(import.dating.as_ref().unwrap().years, [2025, 2026, 2027]);
    strike(&mut import, &character("3"), &mut book, &context);
    assert_eq!(import.dating.as_ref().unwrap().day, "");
    strike(&mut import, &enter(), &mut book, &context);
    assert_eq!(dates(&import), (2027, "2027-09-01".into()));
    assert!(import.dating.is_none());
    // Back to this year, from a day of one's own.
    strike(&mut import, &character("d"), &mut book, &context);
    strike(&mut import, &character("2"), &mut book, &context);
    assert!(
        committed(&import, dating::DAY, "2026-11-02")
            .contains(&Message::Dating(dating::Message::Day("2026-11-02".into())))
    );
    act(&mut import, Message::Dating(dating::Message::Day("2026-11-02".into())), &mut book, &context);
    strike(&mut import, &enter(), &mut book, &context);
    assert_eq!(dates(&import), (2026, "2026-11-02".into()));
    act(&mut import, Message::Write, &mut book, &context);
    assert_eq!(import.written().unwrap().0.as_of.to_string(), "2026-11-02");
    // Another file begins without what was set.
    act(&mut import, Message::Again, &mut book, &context);
    assert_eq!(import.set, dating::Set::default());
}

#[test]
fn nothing_is_written_while_the_dates_are_asked() {
    for language in [Language::Chinese, Language::English] {
        let (folder, mut book) = book();
        let context = context(language, SIZES[0]);
        let path = table(&folder, "三年级1班,甲甲,2017-03-01,男,,,,\n");
        let mut import = opened(&path, &mut book, &context);
        let clicked = |import: &Import| {
            let mut stage = Stage::new(whole(import, &context), SIZES[0]);
            stage.click(&context.tr.import_write(1));
            stage.messages().into_iter().flatten().collect::<Vec<_>>()
        };
        strike(&mut import, &character("d"), &mut book, &context);
        strike(&mut import, &character("3"), &mut book, &context);
        // Neither by key nor by mouse.
        let confirm = press(Key::Named(Named::Enter), Modifiers::COMMAND);
        assert_eq!(import.key(&confirm, &context), None);
        assert!(!clicked(&import).contains(&Message::Write));
        act(&mut import, Message::Write, &mut book, &context);
        assert!(import.written().is_none());
        let words = Stage::new(whole(&import, &context), SIZES[0]).words();
        assert!(words.contains(&context.tr.import_dates_first()), "{words:?}");
        picture(&import, &context, "import-dates-asked");
        strike(&mut import, &enter(), &mut book, &context);
        assert!(clicked(&import).contains(&Message::Write));
        act(&mut import, Message::Write, &mut book, &context);
        assert_eq!(import.written().unwrap().0.as_of.to_string(), "2027-09-01");
    }
}

#[test]
fn a_day_that_cannot_be_is_said_and_nothing_is_lost() {
    let (_folder, mut book, mut import, context) = reviewed();
    act(&mut import, Message::Decide(Verdict::Other), &mut book, &context);
    act(&mut import, Message::Dating(dating::Message::Ask), &mut book, &context);
    let day = |text: &str| Message::Dating(dating::Message::Day(text.into()));
    act(&mut import, day("2026-11"), &mut book, &context);
    let wrong = strike(&mut import, &enter(), &mut book, &context);
    assert_eq!(wrong, [Effect::Focus(dating::DAY.into())]);
    // A day of another school year is refused by the comparison.
    act(&mut import, day("2028-03-01"), &mut book, &context);
    let refused = strike(&mut import, &enter(), &mut book, &context);
    assert_eq!(refused, [Effect::Focus(dating::DAY.into())]);
    assert!(import.dating.as_ref().unwrap().wrong.is_some());
    assert_nothing_cut(&import, "a refused day");
    assert_eq!(import.escape(), Some(Message::Dating(dating::Message::Close)));
    act(&mut import, Message::Dating(dating::Message::Close), &mut book, &context);
    assert_eq!(import.review().unwrap().decision(0), Some(Settled::As(Decision::New)));
    assert_eq!(import.set, dating::Set::default());
    // A day that can be keeps what was decided.
    act(&mut import, Message::Dating(dating::Message::Ask), &mut book, &context);
    act(&mut import, day("2026-11-30"), &mut book, &context);
    strike(&mut import, &enter(), &mut book, &context);
    assert_eq!(dates(&import).1, "2026-11-30");
    assert_eq!(import.review().unwrap().decision(0), Some(Settled::As(Decision::New)));
}

#[test]
fn whoever_changes_on_a_later_day_is_listed_before_anything_is_written() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    for name in ["甲甲", "乙乙"] {
        let new = NewPupil { name: name.into(), class: "三年级(1)班".into(), ..NewPupil::default() };
        book.add_pupil(&new).unwrap();
    }
    let date = context.now.date();
    let group = book.find_class("三1班", date).unwrap().group;
    book.set_nil(SheetKey { group, date, session: Session::Morning }).unwrap();
    let path = table(&folder, "三年级2班,甲甲,,,,,,\n三年级1班,丙丙,,,,,,\n");
    let mut import = opened(&path, &mut book, &context);
    act(&mut import, Message::Show(Kind::Doubtful), &mut book, &context);
    let review = import.review().unwrap();
    assert_eq!(review.count(Kind::Later), 1, "丙丙 comes the day after the confirmed sheet");
    assert_eq!(review.later(0).unwrap().from.to_string(), "2026-11-24");
    let y = import.key(&character("y"), &context).unwrap();
    assert_eq!(y, Message::Show(Kind::Later));
    act(&mut import, y, &mut book, &context);
    assert_nothing_cut(&import, "later");
    assert_tab_reaches_all(&import, "later");
    picture(&import, &context, "import-later");
    let words = Stage::new(whole(&import, &context), SIZES[0]).words();
    assert!(words.contains(&context.tr.import_later_checked("2026-11-24")), "{words:?}");
    // Of whoever is marked as left it is said when it is marked.
    act(&mut import, Message::Show(Kind::Missing), &mut book, &context);
    act(&mut import, Message::Decide(Verdict::Other), &mut book, &context);
    let review = import.review().unwrap();
    let day = review.leaves_later(0).map(|day| day.to_string());
    assert_eq!(day.as_deref(), Some("2026-11-24"));
    assert_nothing_cut(&import, "leaves later");
}
