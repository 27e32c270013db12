use crate::book::Book;

fn keys(view: &serde_json::Value) -> Vec<String> {
    let columns = view["paper"]["columns"].as_array().unwrap();
    columns.iter().map(|column| column["key"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_form_is_shown_edited_printed_and_restored() {
    let book = Book::with_roster();
    let shipped = book.json(&["form", "show", "absence-class"]);
    assert_eq!((shipped["own"].as_bool(), keys(&shipped)[0].as_str()), (Some(false), "no"));
    let edited = book.json(&[
        "form",
        "edit",
        "absence-class",
        "--title",
        "{school}缺勤表",
        "--rename",
        "name=学生",
        "--hide",
        "address",
        "--move",
        "phone=name",
        "--width",
        "cause=60",
        "--note",
        "每天第三节课前交。",
        "--label",
        "teacher=班主任签字：",
        "--add-place",
        "校医：",
    ]);
    assert_eq!(edited["own"], true);
    assert_eq!(keys(&edited)[..3], ["no", "phone", "name"]);
    let out = book.folder().join("表.pdf").display().to_string();
    let printed = book.json(&["form", "print", "absence-class", "--all", "--blank", "--out", &out]);
    assert!(printed["sheets"].as_u64().unwrap() >= 1);
    let listed = book.json(&["form", "list"]);
    let own: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .filter(|form| form["own"] == true)
        .map(|form| form["id"].as_str().unwrap())
        .collect();
    assert_eq!(own, ["absence-class"]);
    for (args, exit, code) in [
        (vec!["form", "edit", "absence-class", "--hide", "nothing"], 2, "no_such_part"),
        (vec!["form", "edit", "absence-class", "--title", "{x}"], 1, "unknown_field"),
        (vec!["form", "show", "labels"], 2, "not_editable"),
        (vec!["form", "restore", "bus"], 1, "not_own"),
        (vec!["form", "edit", "absence-class", "--width", "name=breit"], 2, "bad_value"),
    ] {
        let (got, error) = book.refused(&args);
        assert_eq!((got, error["code"].as_str()), (exit, Some(code)), "{args:?}");
    }
    assert_eq!(book.json(&["form", "restore", "absence-class"])["paper"], shipped["paper"]);
    book.json(&["undo"]);
    assert_eq!(book.json(&["form", "show", "absence-class"])["own"], true);
}

#[test]
fn layouts_go_through_files_to_another_school() {
    let book = Book::with_roster();
    let file = book.folder().join("winter.toml");
    let path = file.display().to_string();
    book.json(&["letter", "show", "winter", "--out", &path]);
    let text = std::fs::read_to_string(&file).unwrap();
    let changed = text.replacen("尊敬的{姓名}家长", "{姓名}家长您好", 1);
    assert_ne!(text, changed);
    std::fs::write(&file, &changed).unwrap();
    let kept = book.json(&["letter", "set", "winter", "--file", &path]);
    assert!(kept["own"] == true && kept["paper"]["zh"]["text"].as_str().unwrap().contains("{姓名}家长您好"));
    std::fs::write(&file, changed.replacen("{姓名}", "{名字}", 1)).unwrap();
    let (exit, error) = book.refused(&["letter", "set", "winter", "--file", &path]);
    assert_eq!((exit, error["code"].as_str()), (1, Some("unknown_field")));
    std::fs::write(&file, "letter = ").unwrap();
    let (exit, error) = book.refused(&["letter", "set", "winter", "--file", &path]);
    assert_eq!((exit, error["code"].as_str()), (1, Some("unreadable")));
    book.json(&["form", "edit", "visitor", "--title", "来客登记"]);
    let all = book.folder().join("all.toml").display().to_string();
    assert_eq!(book.json(&["form", "export", &all])["papers"], 2);
    let other = Book::with_roster();
    assert_eq!(other.json(&["form", "import", &all])["papers"], 2);
    assert_eq!(other.json(&["letter", "show", "winter"])["own"], true);
    assert_eq!(other.json(&["letter", "restore", "winter"])["own"], false);
}
