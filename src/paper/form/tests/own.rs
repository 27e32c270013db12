//! Versions of a school's own: any order and any columns left out, renamed or widened, on paper without overlap.

use proptest::prelude::*;

use super::reference::filled;
use super::*;
use crate::paper::form::{OwnColumn, OwnForm, OwnPlace};
use crate::paper::{OwnFault, OwnWords, Spot};

fn lay_own(form: &FormTemplate, language: Language, name: &str, text: &str) -> FormRun {
    let content = filled(form, name, text, 4);
    let tr = Tr::new(language);
    layout(form, &content, &Fonts::shipped(), MissingGlyph::Stop, &tr, &mut Silent).unwrap()
}

fn words_of(zh: &str) -> OwnWords {
    OwnWords { zh: Some(zh.to_owned()), en: None }
}

#[test]
fn no_shipped_form_has_a_fault_and_nothing_said_is_the_shipped_form() {
    for form in FormTemplate::all().unwrap() {
        let own = OwnForm::of(&form.id);
        assert_eq!(own.whole(&form).faults(&form), [], "{}", form.id);
        assert!(own.whole(&form).beside(&form).is_empty(), "{}", form.id);
        let again = FormTemplate { shipped_order: Vec::new(), ..form.with_own(&own.whole(&form)) };
        assert_eq!(again, form);
        let text = toml::to_string(&own.whole(&form)).unwrap();
        assert_eq!(toml::from_str::<OwnForm>(&text).unwrap(), own.whole(&form), "{text}");
    }
}

#[test]
fn columns_are_renamed_left_out_and_moved_and_a_later_file_still_works() {
    let form = form("absence-class");
    let mut own = OwnForm::of(&form.id);
    own.title = words_of("{school}缺勤表（本校）");
    own.columns = vec![
        OwnColumn { key: "name".to_owned(), title: words_of("学生"), ..OwnColumn::default() },
        OwnColumn { key: "address".to_owned(), hidden: true, ..OwnColumn::default() },
        OwnColumn { key: "gone".to_owned(), ..OwnColumn::default() },
    ];
    own.signatures =
        vec![OwnPlace { label: words_of("校医："), space: Some(30.0), ..OwnPlace::default() }];
    assert_eq!(own.faults(&form), []);
    assert_eq!(own.unknown(&form), ["gone"]);
    let with = form.with_own(&own);
    let keys: Vec<&str> = with.columns.iter().map(|column| column.key.as_str()).collect();
    assert_eq!(keys[..4], ["no", "name", "sex", "age"], "what is not named stands where it was shipped");
    let all = words(&lay_own(&with, Language::Chinese, "李思远", "呕吐").document.sheets[0]);
    assert!(all.contains("缺勤表（本校）") && all.contains("学生") && all.contains("校医："), "{all}");
    assert!(!all.contains("家庭地址") && all.contains("班主任："), "{all}");
    // The other language has its own words.
    let english = words(&lay_own(&with, Language::English, "Li", "ill").document.sheets[0]);
    assert!(english.contains("Illness absences of a class") && english.contains("校医："), "{english}");
    let kept = own.beside(&form);
    assert_eq!(form.with_own(&kept), with);
    // A later file has one more column, behind the sex.
    let mut later = form.clone();
    later.columns.insert(3, Column { key: "minority".to_owned(), ..form.columns[2].clone() });
    let keys: Vec<String> = later.with_own(&kept).columns.into_iter().map(|column| column.key).collect();
    assert_eq!(keys[1..5], ["name", "sex", "minority", "age"]);
}

#[test]
fn a_row_that_says_something_instead_of_figures_keeps_its_class_wherever_it_stands() {
    let form = form("school-day");
    let order = ["present", "ill", "class", "enrolled", "grade"];
    let columns = order.map(|key| OwnColumn { key: key.to_owned(), ..OwnColumn::default() });
    let own = OwnForm { columns: columns.to_vec(), ..OwnForm::of("school-day") };
    let tr = Tr::new(Language::Chinese);
    let with = form.with_own(&own);
    let run = layout(&with, &school_day(), &Fonts::shipped(), MissingGlyph::Stop, &tr, &mut Silent).unwrap();
    assert_sound(&run.document);
    let all = words(&run.document.sheets[0]);
    assert_eq!(all.matches("未检").count(), 4, "{all}");
    assert!(all.contains("六") && all.contains("365") && all.contains("合计"), "{all}");
    let hidden: Vec<OwnColumn> = ["grade", "class", "enrolled"]
        .map(|key| OwnColumn { key: key.to_owned(), hidden: true, ..OwnColumn::default() })
        .to_vec();
    let own = OwnForm { columns: hidden, ..OwnForm::of("school-day") };
    assert!(matches!(own.faults(&form)[..], [OwnFault::NoTotals { .. }]), "{:?}", own.faults(&form));
}

#[test]
fn what_cannot_be_printed_is_refused_with_its_place() {
    let form = form("class-day");
    let faults = |own: OwnForm| own.faults(&form);
    let of = |change: fn(&mut OwnForm)| {
        let mut own = OwnForm::of("class-day");
        change(&mut own);
        own
    };
    let all = OwnForm::of("class-day").whole(&form).columns;
    let hidden = all.into_iter().map(|column| OwnColumn { hidden: true, ..column }).collect();
    assert_eq!(faults(OwnForm { columns: hidden, ..OwnForm::of("class-day") }), [OwnFault::NoColumns]);
    let column = |own: &mut OwnForm, title: &str, width| {
        let key = "fever".to_owned();
        own.columns = vec![OwnColumn { key, title: words_of(title), width, hidden: false }];
    };
    let found = faults(of(|own| own.title = words_of("{school}的{班级}表")));
    assert!(matches!(&found[..], [OwnFault::UnknownField { spot: Spot::Title, field }] if field == "班级"));
    let found = faults(of(|own| own.notes.zh = Some(vec!["好".to_owned(), "看{".to_owned()])));
    assert_eq!(found, [OwnFault::OpenBrace { spot: Spot::Note(2) }]);
    let found = faults(of(|own| own.title = words_of(" ")));
    assert_eq!(found, [OwnFault::Empty { spot: Spot::Title }]);
    let mut own = OwnForm::of("class-day");
    column(&mut own, "发热", Some(1.0));
    assert!(matches!(faults(own)[..], [OwnFault::TooNarrow { .. }]));
    let mut own = OwnForm::of("class-day");
    column(&mut own, "\u{2B820}", None);
    assert!(matches!(faults(own)[..], [OwnFault::NoGlyph { .. }]));
    let mut own = OwnForm::of("class-day");
    column(&mut own, "体温", Some(-1.0));
    own.columns.push(own.columns[0].clone());
    let found = faults(own);
    assert!(found.contains(&OwnFault::Twice { key: "fever".to_owned() }), "{found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Whatever order and whatever is left out: it is refused before it is kept, or nothing lies over anything and no text of
    /// a column that is printed is lost.
    #[test]
    fn any_order_and_any_columns_print_without_overlap(
        at in 0_usize..48,
        keys in proptest::collection::vec((0_u32..1000, proptest::bool::weighted(0.3)), 40),
        english in any::<bool>(),
    ) {
        let shipped = FormTemplate::all().unwrap().into_iter().nth(at).unwrap();
        let language = if english { Language::English } else { Language::Chinese };
        let mut columns: Vec<(u32, OwnColumn)> = shipped.columns.iter().zip(&keys).map(|(column, (place, hidden))| {
            (*place, OwnColumn { key: column.key.clone(), hidden: *hidden, ..OwnColumn::default() })
        }).collect();
        columns.sort_by_key(|(place, _)| *place);
        let columns = columns.into_iter().map(|(_, column)| column).collect();
        let own = OwnForm { columns, ..OwnForm::of(&shipped.id) };
        if own.faults(&shipped).is_empty() {
            let form = shipped.with_own(&own);
            for (name, text) in [("李思远", "呕吐两次"), (LONG, super::reference::TEXT)] {
                let run = lay_own(&form, language, name, text);
                assert_sound(&run.document);
                let all: String =
                    run.document.sheets.iter().flat_map(Sheet::texts).flat_map(|text| text.text.chars()).filter(|c| !c.is_whitespace()).collect();
                let names = form.shown().filter(|column| column.key.starts_with("name")).count();
                prop_assert_eq!(all.matches(name).count(), 4 * names, "{}", &form.id);
            }
            // Restored, it is the shipped form; kept, only what differs is kept.
            prop_assert_eq!(shipped.with_own(&own.beside(&shipped)), form);
            let mut whole: Vec<String> = own.whole(&shipped).columns.into_iter().map(|it| it.key).collect();
            let mut all: Vec<String> = shipped.columns.iter().map(|it| it.key.clone()).collect();
            whole.sort();
            all.sort();
            prop_assert_eq!(whole, all);
        }
    }
}
