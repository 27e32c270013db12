//! Which school year a file is about, and what a new year makes of pupils whose grade is their own.

use super::*;
use crate::domain::promotion::PromotionError;
use crate::ops::promotion::PromotionRequest;

const THIS: &str = "班级,姓名,学籍号\n一年级1班,甲甲,L001\n二年级1班,乙乙,L002\n三年级1班,丙丙,L003\n";
const NEXT: &str = "班级,姓名,学籍号\n二年级1班,甲甲,L001\n三年级1班,乙乙,L002\n四年级1班,丙丙,L003\n";

#[test]
fn next_years_list_without_a_title_is_not_this_years() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, THIS));
    drop(book);
    let mut book = open(folder.path(), "2026-08-25T08:00:00");
    // This year's list stays this year's, in summer too.
    assert_eq!(counts(&import(&mut book, &table(&folder, THIS))), (0, 0, 3, 0, 0));
    let plan = book.review_import(&table(&folder, NEXT), &mut Silent).unwrap();
    assert_eq!((plan.school_year, plan.as_of), (2026, "2026-09-01".parse().unwrap()));
    assert!(plan.proposes_year(book.today()));
    book.import(&plan, &mut Silent).unwrap();
    let classes = |date: &str| {
        let classes = book.class_list(date.parse().unwrap()).unwrap();
        classes.into_iter().filter(|class| class.head_count > 0).map(|class| class.class).collect::<Vec<_>>()
    };
    assert_eq!(classes("2026-08-25"), ["一年级1班", "二年级1班", "三年级1班"]);
    assert_eq!(classes("2026-09-01"), ["二年级1班", "三年级1班", "四年级1班"]);
    // What was chosen stands.
    let this = ImportRequest { school_year: Some(2025), ..table(&folder, NEXT) };
    assert!(matches!(book.review_import(&this, &mut Silent), Err(OpError::OlderRoster { .. })));
}

#[test]
fn in_summer_a_list_of_nobody_known_is_next_years() {
    let (folder, book) = book_on("2026-07-20T08:00:00");
    let plan = book.review_import(&table(&folder, THIS), &mut Silent).unwrap();
    assert_eq!((plan.school_year, plan.as_of), (2026, "2026-09-01".parse().unwrap()));
}

#[test]
fn a_grade_of_ones_own_goes_on_in_the_next_years_file() {
    let (folder, mut book) = autumn();
    let text = "班级,姓名,学籍号\n一二年级复式班,甲甲,L001\n三年级1班,乙乙,L002\n";
    import(&mut book, &table(&folder, text));
    let key = key_of(&book, "甲甲");
    book.set_grade(key, 1).unwrap();
    drop(book);
    let mut book = open(folder.path(), "2026-09-10T08:00:00");
    let next = ImportRequest { school_year: Some(2026), ..table(&folder, &text.replace('三', "四")) };
    import(&mut book, &next);
    assert_eq!(book.store.enrolments_of(key).unwrap().last().unwrap().grade, Some(2));
}

#[test]
fn whose_grade_nobody_knows_is_unsure_and_goes_up_nowhere() {
    let (folder, mut book) = autumn();
    let text = "班级,姓名\n五六年级复式班,甲甲\n一年级1班,乙乙\n六年级1班,丙丙\n";
    import(&mut book, &table(&folder, text));
    let view = book.promotion_view(&PromotionRequest::default()).unwrap();
    assert_eq!((view.up, view.leaving, view.unsure), (1, 1, 1));
}

#[test]
fn five_grades_may_be_a_whole_school_so_somebody_is_asked() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名\n一年级1班,甲甲\n五年级1班,乙乙\n"));
    let mut request = PromotionRequest::default();
    assert!(!book.promotion_view(&request).unwrap().system_sure);
    let refused = book.promote(&request, &mut Silent);
    assert!(matches!(refused, Err(OpError::Promotion(PromotionError::WhichSystem))));
    request.system = Some("primary-six".into());
    assert_eq!(book.promote(&request, &mut Silent).unwrap().view.leaving, 0);
}

/// What the file of the next year makes of the pupils of this one, without a promotion in between.
fn next_year(system: Option<&str>, this: &str, next: &str) -> (usize, usize, usize) {
    let (folder, mut book) = autumn();
    if let Some(system) = system {
        book.set_system(Some(system)).unwrap();
    }
    import(&mut book, &table(&folder, this));
    drop(book);
    let mut book = open(folder.path(), "2026-09-10T08:00:00");
    let request = ImportRequest { school_year: Some(2026), ..table(&folder, next) };
    let summary = import(&mut book, &request);
    (summary.new, summary.changed, summary.doubtful.len())
}

#[test]
fn children_without_numbers_go_from_preschool_into_school() {
    for before in ["学前班", "大班", "大一班"] {
        let this = format!("姓名,出生日期,班级\n甲甲,2019-03-05,{before}\n乙乙,2018-03-05,一年级(1)班\n");
        let next = "姓名,出生日期,班级\n甲甲,2019-03-05,一年级(1)班\n乙乙,2018-03-05,二年级(1)班\n";
        assert_eq!(next_year(None, &this, next), (0, 2, 0), "{before}");
    }
    // Of two classes nobody knows which becomes the first.
    let this = "姓名,出生日期,班级\n甲甲,2019-03-05,学前班\n乙乙,2019-03-06,学前(2)班\n";
    let next = "姓名,出生日期,班级\n甲甲,2019-03-05,一年级(1)班\n乙乙,2019-03-06,一年级(2)班\n";
    assert_eq!(next_year(None, this, next), (0, 1, 1));
}

#[test]
fn in_a_five_four_school_the_first_junior_year_follows_the_fifth() {
    let this = "姓名,出生日期,班级\n甲甲,2015-03-05,五年级(1)班\n乙乙,2012-03-05,初三(1)班\n";
    let next = "姓名,出生日期,班级\n甲甲,2015-03-05,初一(1)班\n乙乙,2012-03-05,初四(1)班\n";
    assert_eq!(next_year(Some("nine-year-54"), this, next), (0, 2, 0));
}
