use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Option<(Option<u8>, Option<u16>)> {
    ClassLabel::parse(text, 2025).map(|l| (l.grade, l.class_no))
}

#[test]
fn every_spelling_met_in_real_papers() {
    for (text, grade, class_no) in [
        ("一年级(1)班", 1, Some(1)),
        ("一（1）", 1, Some(1)),
        ("一年级（１）班", 1, Some(1)),
        ("三2班", 3, Some(2)),
        ("三二班", 3, Some(2)),
        ("三（二）班", 3, Some(2)),
        ("三.2", 3, Some(2)),
        ("3.2", 3, Some(2)),
        ("3-2", 3, Some(2)),
        ("3年级2班", 3, Some(2)),
        ("三年2班", 3, Some(2)),
        ("三 年 级 二 班", 3, Some(2)),
        ("701", 7, Some(1)),
        ("704班", 7, Some(4)),
        ("0902", 9, Some(2)),
        ("初二(3)班", 8, Some(3)),
        ("初中二年级3班", 8, Some(3)),
        ("初三", 9, None),
        ("高三(1)班", 12, Some(1)),
        ("2025级8班", 1, Some(8)),
        ("2023级(2)班", 3, Some(2)),
        ("202501", 1, Some(1)),
        ("202001", 6, Some(1)),
        ("学前班", 0, None),
        ("学前二班", 0, Some(2)),
        ("六年级69班", 6, Some(69)),
        ("六年级二十一班", 6, Some(21)),
        ("一年级", 1, None),
        ("一", 1, None),
        ("小学四年级（2）班", 4, Some(2)),
        ("七年级", 7, None),
        ("四年级1班", 4, Some(1)),
        ("六.1", 6, Some(1)),
        ("九（十二）班", 9, Some(12)),
        ("四年级甲班", 4, Some(1)),
        ("三（乙）班", 3, Some(2)),
    ] {
        assert_eq!(read(text), Some((Some(grade), class_no)), "{text}");
    }
}

#[test]
fn names_that_tell_no_grade() {
    for text in ["", "三班", "十二班", "2班", "12", "苗苗班", "#N/A", "张三", "第一学期", "三年级实验班"]
    {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(ClassLabel::parse("一二年级复式班", 2025).unwrap().kind, ClassKind::MultiGrade);
    let point = ClassLabel::parse("老鹰岩教学点一年级", 2025).unwrap();
    assert_eq!((point.kind, point.grade), (ClassKind::TeachingPoint, Some(1)));
}

#[test]
fn short_forms() {
    for (text, short) in [
        ("三年级(2)班", "三（2）"),
        ("一年级", "一"),
        ("学前班", "学前"),
        ("初一3班", "七（3）"),
        ("高二1班", "高二（1）"),
        ("一二年级复式班", "复式"),
    ] {
        assert_eq!(ClassLabel::parse(text, 2025).unwrap().short(), short);
    }
    assert_eq!(ClassLabel::cohort("2025级8班"), Some(2025));
    assert_eq!(ClassLabel::cohort("202501"), Some(2025));
    assert_eq!(ClassLabel::cohort("701"), None);
}

#[test]
fn numbers_and_years_that_stand_alone() {
    for (text, number) in [("1", 1), ("02班", 2), ("（三）班", 3), ("十二班", 12), ("第2班", 2)] {
        assert_eq!(ClassLabel::bare_number(text), Some(number), "{text}");
    }
    for text in ["", "班", "苗苗班", "1月", "三年级1班"] {
        assert_eq!(ClassLabel::bare_number(text), None, "{text}");
    }
    for (text, year) in
        [("2026级", Some(2026)), ("2026", Some(2026)), ("26级", Some(2026)), ("2026年级", Some(2026))]
    {
        assert_eq!(ClassLabel::entry_year(text), year, "{text}");
    }
    let of = |label: &str, grade| ClassLabel::of_class(label, 2025, grade).unwrap().short();
    assert_eq!(of("2025级1班", Some(7)), "七（1）");
    assert_eq!((of("2025级1班", None).as_str(), of("三1班", Some(4)).as_str()), ("一（1）", "三（1）"));
    for text in ["三年级", "3", "10年级", "2026届", "1850级", "学前班"] {
        assert_eq!(ClassLabel::entry_year(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn the_short_form_reads_back(grade in 0_u8..=12, class_no in proptest::option::of(1_u16..=99)) {
        let label = ClassLabel::ordinary(grade, class_no);
        prop_assert_eq!(ClassLabel::parse(&label.short(), 2025), Some(label));
        prop_assert_eq!(ClassLabel::parse(&label.full(), 2025), Some(label));
    }

    #[test]
    fn no_text_breaks_it(text in "[一二三十初高年级班学前复式0-9().级 ]{0,12}|\\PC{0,12}", year in 1900..2200) {
        let _ = ClassLabel::parse(&text, year);
        let _ = ClassLabel::cohort(&text);
    }
}
