//! What is decided about an import on the command line, and values of one person.

use serde_json::{Value, json};

use crate::book::{Book, roster};

fn pupil(book: &Book, at: usize) -> Value {
    book.json(&["roster", "list"])[at].clone()
}

fn key(line: &Value) -> String {
    line["key"].as_str().unwrap().to_owned()
}

#[test]
fn single_values_are_set_as_a_cell_would_be_read_and_taken_back() {
    let book = Book::with_roster();
    let before = pupil(&book, 0);
    let key = key(&before);
    let sets = ["--set", "birth=2016.9.1", "--set", "boarding=住校", "--set", "name= 王 小 明 "];
    let edited = book.json(&[&["roster", "edit", &key], &sets[..]].concat());
    assert_eq!(edited["key"], json!(key));
    let after = pupil(&book, 0);
    assert_eq!((&after["name"], &after["birth"]), (&json!("王小明"), &json!("2016-09-01")));
    for wrong in ["birth=也许", "class=三1班", "post=教师", "nonsense=1", "name="] {
        let (code, error) = book.refused(&["roster", "edit", &key, "--set", wrong]);
        assert_eq!((code, &error["code"]), (2, &json!("bad_value")), "{wrong}");
    }
    let (_, error) = book.refused(&["roster", "edit", &key, "--set", "allergy=青霉素"]);
    assert!(error["remedy"].as_str().unwrap().contains("roster health"), "{error}");
    let (code, error) = book.refused(&["roster", "edit", "nobody", "--set", "birth="]);
    assert_eq!((code, &error["code"]), (1, &json!("no_such_person")));
    assert_eq!(book.refused(&["roster", "edit", &key]).0, 2);
    book.json(&["undo"]);
    assert_eq!(pupil(&book, 0), before);
}

#[test]
fn the_files_value_is_taken_where_that_is_said() {
    let book = Book::with_roster();
    let key = key(&pupil(&book, 0));
    let path = roster("01-standard.xlsx");
    let import = |more: &[&str]| {
        let start = ["roster", "import", path.to_str().unwrap()];
        book.json(&[&start[..], more].concat())
    };
    let edit = ["roster", "edit", &key, "--set", "guardian_phone=16399999999", "--set", "address=手改的住址"];
    book.json(&edit);
    let conflicts = import(&["--dry-run"])["conflicts"].as_array().unwrap().len();
    assert_eq!(conflicts, 2);
    let phone = format!("{key}.guardian_phone");
    for (choice, taken) in [("all", 2), (key.as_str(), 2), (phone.as_str(), 1)] {
        let dry = import(&["--dry-run", "--take-file", choice]);
        assert_eq!(dry["taken"].as_array().unwrap().len(), taken, "{choice}");
        assert_eq!(dry["conflicts"].as_array().unwrap().len(), 2 - taken, "{choice}");
        assert_eq!(dry["changed"], json!(1));
    }
    let (text, _) =
        book.text(&["roster", "import", path.to_str().unwrap(), "--dry-run", "--take-file", &phone]);
    assert!(text.contains("监护人电话 改用文件里的值"), "{text}");
    assert_eq!(import(&["--dry-run"])["conflicts"].as_array().unwrap().len(), 2, "nothing was written");
    let done = import(&["--take-file", &phone]);
    assert_eq!(
        (&done["taken"][0]["field"], &done["taken"][0]["old"]),
        (&json!("guardian_phone"), &json!("16399999999"))
    );
    let again = import(&[]);
    assert_eq!((&again["changed"], again["conflicts"].as_array().unwrap().len()), (&json!(0), 1));
    for wrong in ["somebody", &format!("{key}.nonsense"), "all.address"] {
        assert_eq!(book.refused(&["roster", "import", "x.xlsx", "--take-file", wrong]).0, 2, "{wrong}");
    }
}

#[test]
fn the_staff_are_in_the_exported_roster() {
    let book = Book::with_roster();
    book.json(&["staff", "add", "--name", "韦老师", "--post", "校医"]);
    let export = |name: &str, more: &[&str]| {
        let file = book.folder().join(name);
        let start = ["roster", "export", file.to_str().unwrap()];
        let written = book.json(&[&start[..], more].concat());
        let plan = book.json(&["roster", "import", file.to_str().unwrap(), "--dry-run"]);
        (written["pupils"].clone(), written["staff"].clone(), plan["unchanged"].clone())
    };
    let pupils = book.json(&["roster", "list"]).as_array().unwrap().len();
    assert_eq!(export("all.xlsx", &[]), (json!(pupils), json!(1), json!(pupils + 1)));
    assert_eq!(export("pupils.csv", &[]), (json!(pupils), json!(0), json!(pupils)));
    assert_eq!(export("staff.csv", &["--staff"]), (json!(0), json!(1), json!(1)));
}

#[test]
fn who_is_not_in_the_file_leaves_where_that_is_said() {
    let book = Book::with_roster();
    let all = book.json(&["roster", "list"]);
    let file = book.folder().join("now.csv");
    book.json(&["roster", "export", file.to_str().unwrap()]);
    let text = std::fs::read_to_string(&file).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.truncate(lines.len() - 2);
    std::fs::write(&file, lines.join("\n")).unwrap();
    let import = |more: &[&str]| {
        let start = ["roster", "import", file.to_str().unwrap()];
        book.json(&[&start[..], more].concat())
    };
    let missing = import(&["--dry-run"])["not_in_file"].clone();
    assert_eq!(missing.as_array().unwrap().len(), 2);
    let (one, there) = (key(&missing[0]), key(&all[0]));
    let dry = import(&["--dry-run", "--left", &one, "--left-on", "2025-10-20"]);
    assert_eq!((&dry["left"], &dry["leavers"][0]["key"]), (&json!(1), &json!(one)));
    assert_eq!(dry["not_in_file"].as_array().unwrap().len(), 1);
    assert_eq!(import(&["--dry-run", "--left", "all"])["left"], json!(2));
    let (code, error) = book.refused(&["roster", "import", file.to_str().unwrap(), "--left", &there]);
    assert_eq!((code, &error["code"]), (1, &json!("not_missing")));
    assert_eq!(book.refused(&["roster", "import", "x.csv", "--left-on", "2025-10-20"]).0, 2);
    assert_eq!(book.json(&["roster", "list"]), all, "nothing was written");
    import(&["--left", "all", "--left-on", "2025-10-20"]);
    let count = |day: &str| book.json(&["roster", "list", "--date", day]).as_array().unwrap().len();
    assert_eq!((count("2025-10-19"), count("2025-10-20")), (365, 363));
    book.json(&["roster", "undo-import"]);
    assert_eq!(count("2025-10-20"), 365);
}

#[test]
fn a_whole_class_gets_a_room_the_way_to_school_and_their_parents_in_one_step() {
    let book = Book::with_roster();
    let first = pupil(&book, 0);
    let class = first["class"].as_str().unwrap();
    let of = |book: &Book| book.json(&["roster", "list", "--class", class]).as_array().unwrap().clone();
    let before = of(&book);
    let set = book.json(&["dormitory", "set", "--class", class, "--room", "2 舍 203"]);
    assert_eq!(set["count"], json!(before.len()));
    assert!(of(&book).iter().all(|line| line["dormitory"] == json!("2 舍 203")));
    let day = ["roster", "boarding", "--class", class, "--person", &key(&first), "--boarding", "走读"];
    assert_eq!(book.json(&day)["count"], json!(before.len()), "nobody twice");
    assert!(of(&book).iter().all(|line| line["boarding"] == json!("走读") && line["dormitory"].is_null()));
    let left = ["roster", "left-behind", "--class", class, "--left-behind", "双亲"];
    assert_eq!(book.json(&left)["count"], json!(before.len()));
    let kept = book.json(&["roster", "person", &key(&first)]);
    assert_eq!(kept["person"]["left_behind"], json!("both_parents"));
    for _ in 0..3 {
        book.json(&["undo"]);
    }
    assert_eq!(of(&book), before);
    assert_eq!(book.refused(&["dormitory", "set", "--room", "2"]).0, 2, "nobody is named");
    assert_eq!(book.refused(&["roster", "boarding", "--find", "没有这个人", "--boarding", "住校"]).0, 1);
    // Everything of one person is one document.
    for part in ["cases", "isolations", "contacts", "returns", "home", "corrections", "memberships"] {
        assert!(!kept[part].is_null(), "{part}");
    }
}

#[test]
fn a_whole_class_rides_on_a_bus_line_and_who_left_is_pointed_to() {
    let book = Book::with_roster();
    book.json(&["roster", "group", "add", "东线", "--bus"]);
    let first = pupil(&book, 0);
    let class = first["class"].as_str().unwrap();
    let size = book.json(&["roster", "list", "--class", class]).as_array().unwrap().len();
    let joined = book.json(&["roster", "group", "join", "东线", "--class", class, "--person", &key(&first)]);
    assert_eq!(joined["count"], json!(size), "nobody twice");
    let on = |book: &Book| book.json(&["roster", "list", "--group", "东线"]).as_array().unwrap().len();
    assert_eq!(on(&book), size);
    let (name, key) = (first["name"].as_str().unwrap(), key(&first));
    let left = book.json(&["roster", "group", "leave", "东线", "--find", name]);
    assert_eq!((left["count"].as_u64(), on(&book)), (Some(1), size - 1));
    book.json(&["undo"]);
    assert_eq!(on(&book), size);
    assert_eq!(book.refused(&["roster", "group", "join", "东线"]).0, 2);
    let (code, error) = book.refused(&["roster", "group", "join", "东线", "--find", "没有这个人"]);
    assert_eq!((code, &error["code"]), (1, &json!("no_such_person")));
    // Who left is named with class and day, and with the key that opens the file.
    book.json(&["roster", "leave", "--person", &key]);
    assert_eq!(book.json(&["roster", "list", "--find", name]), json!([]));
    let (text, _) = book.text(&["roster", "list", "--find", name]);
    for word in [name, class, "起离校", &key] {
        assert!(text.contains(word), "{word}: {text}");
    }
}
