//! What was decided stands above every doubt; what nobody decided is never guessed.

use super::*;
use crate::ops::choice_error::ChoiceError;

const ID: &str = "110105201703011012";

fn row(row: u32) -> RowRef {
    RowRef { sheet: None, row }
}

/// Reviews and imports as the command line does.
fn decided(
    book: &mut Book,
    request: &mut ImportRequest,
    decisions: &[(u32, Decision)],
) -> Result<ImportSummary, OpError> {
    request.options.decisions = decisions.iter().map(|(at, decision)| (row(*at), *decision)).collect();
    let document = book.read_roster(request, &mut Silent)?;
    book.refuse_idle_choices(&document, &request.options)?;
    let plan = book.plan_import(document, &request.options)?;
    book.import(&plan, &mut Silent)
}

#[test]
fn somebody_new_with_the_number_of_another_comes_in_once_it_is_decided() {
    let (folder, mut book) = autumn();
    import(
        &mut book,
        &table(&folder, &format!("班级,姓名,身份证号\n三年级1班,甲甲,\n三年级1班,乙乙,{ID}\n")),
    );
    let text = format!("班级,姓名,身份证号\n三年级1班,甲甲,\n三年级1班,乙乙,{ID}\n三年级1班,新来,{ID}\n");
    let mut request = table(&folder, &text);
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 2, 1, 0));
    let summary = decided(&mut book, &mut request, &[(4, Decision::New)]).unwrap();
    assert_eq!(counts(&summary), (1, 0, 2, 0, 0));
    request.options.decisions.clear();
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 3, 0, 0));
}

#[test]
fn the_second_row_of_somebody_new_comes_in_once_it_is_decided() {
    let (folder, mut book) = autumn();
    let text = format!("班级,姓名,身份证号\n三年级1班,甲甲,{ID}\n三年级2班,甲甲,{ID}\n");
    let mut request = table(&folder, &text);
    assert_eq!(counts(&import(&mut book, &request)), (1, 0, 0, 1, 0));
    let (_other, mut book) = autumn();
    let summary = decided(&mut book, &mut request, &[(3, Decision::New)]).unwrap();
    assert_eq!(counts(&summary), (2, 0, 0, 0, 0));
}

#[test]
fn two_rows_of_namesakes_are_told_apart() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名\n三年级1班,甲甲\n三年级1班,乙乙\n"));
    let key = key_of(&book, "甲甲");
    let mut request = table(
        &folder,
        "班级,姓名,监护人电话\n三年级1班,乙乙,\n三年级1班,甲甲,16311110001\n三年级1班,甲甲,16311110002\n",
    );
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 1, 2, 0));
    let summary =
        decided(&mut book, &mut request, &[(3, Decision::Person(key)), (4, Decision::New)]).unwrap();
    assert_eq!(counts(&summary), (1, 1, 1, 0, 0));
}

#[test]
fn two_rows_cannot_be_decided_to_be_one_person() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名\n三年级1班,甲甲\n三年级1班,乙乙\n"));
    let one = Decision::Person(key_of(&book, "甲甲"));
    let mut request = table(
        &folder,
        "班级,姓名,监护人电话\n三年级1班,乙乙,\n三年级1班,甲甲,16311110001\n三年级1班,甲甲,16311110002\n",
    );
    let refused = decided(&mut book, &mut request, &[(3, one), (4, one)]);
    assert!(matches!(refused, Err(OpError::Choice(ChoiceError::DecidedTwice { .. }))));
}

#[test]
fn a_pupils_row_is_never_a_member_of_staff() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名\n三年级1班,甲甲\n三年级2班,丁丁\n"));
    let new = crate::ops::roster::NewStaff { name: "王老师".into(), ..Default::default() };
    let teacher = book.add_staff(&new).unwrap().key;
    let mut request = table(
        &folder,
        "班级,姓名,监护人电话\n三年级2班,丁丁,\n三年级1班,甲甲,16311110001\n三年级1班,甲甲,16311110002\n",
    );
    let refused = decided(&mut book, &mut request, &[(3, Decision::Person(teacher))]);
    assert!(matches!(refused, Err(OpError::Choice(ChoiceError::OtherKind { .. }))));
}

#[test]
fn a_name_column_that_was_sorted_apart_renames_nobody() {
    let (folder, mut book) = autumn();
    let numbers: Vec<String> = (0..6).map(|at| format!("L00500{at}")).collect();
    let names = ["甲甲", "乙乙", "丙丙", "丁丁", "戊戊", "己己"];
    let file = |shift: usize| {
        let rows = numbers.iter().enumerate().map(|(at, number)| {
            format!("三年级{}班,{},2017-03-0{},{number}\n", at % 2 + 1, names[(at + shift) % 6], at + 1)
        });
        format!("班级,姓名,出生日期,学籍号\n{}", rows.collect::<String>())
    };
    import(&mut book, &table(&folder, &file(0)));
    let summary = import(&mut book, &table(&folder, &file(1)));
    assert_eq!(counts(&summary), (0, 0, 0, 6, 0));
    assert_eq!(summary.doubtful[0].candidates.len(), 2, "whose number and whose name");
    // A real new name is one, and the old one stays known.
    let renamed = file(0).replace("丁丁", "丁丁丁");
    assert_eq!(counts(&import(&mut book, &table(&folder, &renamed))), (0, 1, 5, 0, 0));
    assert_eq!(counts(&import(&mut book, &table(&folder, &file(0)))), (0, 1, 5, 0, 0));
    // One who takes the name of somebody who is long gone.
    let two = "班级,姓名,出生日期,学籍号\n三年级2班,戊戊,2017-03-02,L005001\n";
    assert_eq!(counts(&import(&mut book, &table(&folder, two))).3, 0, "the namesake is in another class");
}

#[test]
fn a_class_whose_kind_was_set_by_hand_is_the_same_class() {
    use crate::domain::group::Group;
    use crate::domain::school_class::ClassKind;
    let (folder, mut book) = autumn();
    let text = "班级,姓名,出生日期\n一年级,甲甲,2018-03-01\n二年级,乙乙,2017-03-02\n";
    import(&mut book, &table(&folder, text));
    for (class, kind) in [("一年级", ClassKind::TeachingPoint), ("二年级", ClassKind::MultiGrade)] {
        let Group::Class(class) = book.find_class(class, book.today()).unwrap().group else { panic!() };
        book.set_class_kind(class, kind, None).unwrap();
    }
    assert_eq!(counts(&import(&mut book, &table(&folder, text))), (0, 0, 2, 0, 0));
    let path = folder.path().join("out.xlsx");
    let written = book.export_roster(&path, book.today(), ExportPart::Whole).unwrap();
    assert_eq!(written.pupils, 2);
    let again = import(&mut book, &ImportRequest { path, ..ImportRequest::default() });
    assert_eq!(counts(&again), (0, 0, 2, 0, 0));
    assert_eq!(book.class_list(book.today()).unwrap().len(), 2);
}

#[test]
fn a_corrected_name_without_numbers_is_asked_about() {
    let (folder, mut book) = autumn();
    let text = "姓名,出生日期,班级\n张晓明,2018-03-05,三(1)班\n李四,2018-03-06,三(1)班\n";
    import(&mut book, &table(&folder, text));
    let key = key_of(&book, "张晓明");
    let request = table(&folder, &text.replace('晓', "小"));
    let plan = book.review_import(&request, &mut Silent).unwrap();
    let doubt = plan.rows.iter().find(|row| row.name == "张小明").unwrap();
    assert!(matches!(&doubt.action, RowAction::Doubtful(people) if people.iter().any(|one| one.key == key)));
    assert!(plan.not_in_file.is_empty(), "the doubtful row may mean the pupil");
    // A number that is another one is another pupil.
    let numbered = "姓名,出生日期,班级,学籍号\n张晓明,2018-03-05,三(1)班,G430525201803050016\n\
                    李四,2018-03-06,三(1)班,\n";
    import(&mut book, &table(&folder, numbered));
    let other = numbered.replace('晓', "小").replace("0016", "0024");
    let plan = book.review_import(&table(&folder, &other), &mut Silent).unwrap();
    assert!(plan.rows.iter().any(|row| row.name == "张小明" && row.action == RowAction::New));
}

#[test]
fn a_rejected_row_means_whoever_has_its_numbers() {
    let (folder, mut book) = autumn();
    let text = "学籍号,姓名,班级\nG430525201811078166,江兰,一(1)班\nL002,贾婷琪,一(1)班\n";
    import(&mut book, &table(&folder, text));
    let plan = book.review_import(&table(&folder, &text.replace("江兰", "")), &mut Silent).unwrap();
    assert_eq!(plan.document.rows_rejected.len(), 1);
    assert!(plan.not_in_file.is_empty());
}
