//! Values that are none, and numbers that two have.

use super::*;

#[test]
fn a_number_of_somebody_else_is_warned_of_with_its_cell() {
    let (folder, mut book) = autumn();
    import(
        &mut book,
        &table(
            &folder,
            "班级,姓名,出生日期,学籍号\n三年级1班,甲甲,2017-03-01,G1\n三年级1班,乙乙,2017-03-02,\n",
        ),
    );
    // 乙乙 is found by name and birth date; the number is 甲甲's, who is not in the file.
    let both = "班级,姓名,出生日期,身份证号,学籍号\n三年级1班,乙乙,2017-03-02,,G1\n";
    let plan = book.review_import(&table(&folder, both), &mut Silent).unwrap();
    assert!(
        matches!(plan.rows[0].action, RowAction::Changed(..) | RowAction::Doubtful(_)),
        "{:?}",
        plan.rows[0]
    );
    let mut request = table(&folder, both);
    let other = list(&book, "2025-10-15").into_iter().find(|line| line.name == "乙乙").unwrap().key;
    if matches!(plan.rows[0].action, RowAction::Doubtful(_)) {
        request.options.decisions = vec![(RowRef { sheet: None, row: 2 }, Decision::Person(other))];
    }
    let plan = book.review_import(&request, &mut Silent).unwrap();
    let warned = &plan.document.rows_warned;
    assert_eq!(
        warned.iter().filter(|row| row.reason == Warning::StudentNoDuplicate).count(),
        1,
        "{warned:?}"
    );
    let cell = cell_name::of_warning(&plan.document, &warned[0].origin, Warning::StudentNoDuplicate);
    assert_eq!(cell.as_deref(), Some("E2"));
    let report = ImportReport::before(&plan, "roster.csv".into(), book.tr());
    assert!(report.lines.iter().any(|line| line.reason.contains("学籍号")), "{:?}", report.lines);
    // Where the other one gets a new number by the same file, nobody shares it.
    let swapped = "班级,姓名,出生日期,学籍号\n三年级1班,甲甲,2017-03-01,G2\n三年级1班,乙乙,2017-03-02,G1\n";
    let mut request = table(&folder, swapped);
    let one = list(&book, "2025-10-15").into_iter().find(|line| line.name == "甲甲").unwrap().key;
    let decided = |row, key| (RowRef { sheet: None, row }, Decision::Person(key));
    request.options.decisions = vec![decided(2, one), decided(3, other)];
    let document = book.read_roster(&request, &mut Silent).unwrap();
    let plan = book.plan_import(document, &request.options).unwrap();
    let doubled = |plan: &ImportPlan| {
        plan.document.rows_warned.iter().any(|row| row.reason == Warning::StudentNoDuplicate)
    };
    assert!(!doubled(&plan), "{:?}", plan.document.rows_warned);
    // Two of one file.
    let two = "班级,姓名,出生日期,学籍号\n三年级1班,丙丙,2017-03-03,G7\n三年级1班,丁丁,2017-03-04,G7\n";
    assert!(doubled(&book.review_import(&table(&folder, two), &mut Silent).unwrap()));
}

#[test]
fn what_is_no_name_stays_out_and_a_number_is_no_kind_of_document() {
    let (folder, mut book) = autumn();
    let rows = "班级,姓名,出生日期,身份证件类型\n三年级1班,-,2017-03-01,\n三年级1班,@SUM(A1),2017-03-02,\n\
                三年级1班,=1+1,2017-03-03,\n三年级1班,甲甲,2017-03-04,430525201811078166\n\
                三年级1班,乙乙,2017-03-05,护照\n三年级1班,丙丙,2017-03-06,1\n";
    let plan = book.review_import(&table(&folder, rows), &mut Silent).unwrap();
    let rejected: Vec<_> =
        plan.document.rows_rejected.iter().map(|row| (row.origin.row, row.reason)).collect();
    assert_eq!(rejected, [2, 3, 4].map(|row| (row, Rejection::NameInvalid)));
    let odd: Vec<_> = plan
        .document
        .rows_warned
        .iter()
        .filter(|row| row.reason == Warning::IdTypeNumber)
        .map(|row| row.origin.row)
        .collect();
    assert_eq!(odd, [5], "1 is the code of the resident ID");
    book.import(&plan, &mut Silent).unwrap();
    let new = |name: &str| crate::ops::roster::NewPupil {
        name: name.into(),
        class: "三年级1班".into(),
        ..crate::ops::roster::NewPupil::default()
    };
    for name in ["-", "@SUM(A1)", "=1+1"] {
        assert!(matches!(book.add_pupil(&new(name)), Err(OpError::BadValue { .. })), "{name}");
    }
}
