use super::*;
use crate::domain::person::Boarding;

#[test]
fn rooms_follow_the_file_and_the_day() {
    let (folder, mut book) = autumn();
    import(
        &mut book,
        &table(&folder, "班级,姓名,出生日期,就读方式,宿舍\n三年级1班,甲甲,2017-03-01,住校,201\n"),
    );
    let key = key_of(&book, "甲甲");
    let room = |book: &Book, day: &str| {
        let snapshot = RosterSnapshot::read(&book.store, PersonKind::Pupil).unwrap();
        snapshot.room_on(key, day.parse().unwrap()).map(str::to_owned)
    };
    assert_eq!(room(&book, "2025-09-01").as_deref(), Some("201"));
    import(
        &mut book,
        &table(&folder, "班级,姓名,出生日期,就读方式,宿舍\n三年级1班,甲甲,2017-03-01,住校,202\n"),
    );
    assert_eq!(room(&book, "2025-10-14").as_deref(), Some("201"));
    assert_eq!(room(&book, "2025-10-15").as_deref(), Some("202"));
    let summary =
        import(&mut book, &table(&folder, "班级,姓名,出生日期,就读方式\n三年级1班,甲甲,2017-03-01,走读\n"));
    assert_eq!(counts(&summary), (0, 1, 0, 0, 0));
    assert_eq!(room(&book, "2025-10-15"), None);
}

#[test]
fn who_has_a_room_is_a_boarder_from_that_day_unless_somebody_says_otherwise() {
    let (folder, mut book) = autumn();
    let head = "班级,姓名,出生日期,宿舍\n";
    let rows = |second: &str| {
        format!(
            "{head}三年级1班,甲甲,2017-03-01,201\n三年级1班,乙乙,2017-03-02,{second}\n\
             三年级1班,丙丙,2017-03-03,走读\n三年级1班,丁丁,2017-03-04,2\n"
        )
    };
    import(&mut book, &table(&folder, &rows("")));
    let boards = |book: &Book, day: &str| {
        let lines = list(book, day);
        lines.iter().map(|line| line.boarding.unwrap_or("-")).collect::<Vec<_>>()
    };
    assert_eq!(boards(&book, "2025-10-15"), ["住校", "-", "走读", "住校"]);
    assert_eq!(counts(&import(&mut book, &table(&folder, &rows("")))), (0, 0, 4, 0, 0));
    // A room of later on.
    assert_eq!(counts(&import(&mut book, &table(&folder, &rows("202")))), (0, 1, 3, 0, 0));
    assert_eq!(boards(&book, "2025-10-14"), ["住校", "-", "走读", "住校"]);
    assert_eq!(boards(&book, "2025-10-15"), ["住校", "住校", "走读", "住校"]);
    // The clerk says otherwise: the next file changes neither that nor the room.
    let first = key_of(&book, "甲甲");
    book.set_boarding(first, Some(Boarding::Day), "2025-10-15".parse().unwrap()).unwrap();
    let again = import(&mut book, &table(&folder, &rows("202")));
    let kept: Vec<_> = again.conflicts.iter().map(|c| (c.name.as_str(), c.field.as_str())).collect();
    assert_eq!(kept, [("甲甲", "dormitory")]);
    assert_eq!(boards(&book, "2025-10-15"), ["走读", "住校", "走读", "住校"]);
    let with = "班级,姓名,出生日期,就读方式,宿舍\n三年级1班,戊戊,2017-03-05,走读,201\n";
    import(&mut book, &table(&folder, with));
    assert_eq!(boards(&book, "2025-10-15").last(), Some(&"走读"), "the file says otherwise");
}
