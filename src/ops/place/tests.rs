use std::path::{Path, PathBuf};

use super::drive::from_mounts;
use super::*;
use crate::disk::RealFiles;

const GIGABYTE: u64 = 1_000_000_000;

fn drive(root: &str, kind: DriveKind, gigabytes: u64) -> Drive {
    Drive { root: root.into(), kind, free: Some(gigabytes * GIGABYTE) }
}

/// A classroom computer: C with the system, D and E, the program on the desktop of C.
fn classroom() -> Surroundings {
    Surroundings {
        drives: vec![
            drive("C:\\", DriveKind::System, 20),
            drive("D:\\", DriveKind::Fixed, 42),
            drive("E:\\", DriveKind::Fixed, 14),
            drive("F:\\", DriveKind::Fixed, 0),
        ],
        current: "C:\\用户\\教师\\数据".into(),
        user: Some("C:\\用户\\教师\\数据".into()),
        portable: Some("C:\\晨检簿\\数据".into()),
        books: Vec::new(),
    }
}

fn folders(places: &[Candidate]) -> Vec<String> {
    places.iter().map(|place| place.folder.display().to_string()).collect()
}

#[test]
fn another_drive_is_recommended_and_drive_c_warned_of() {
    let places = Candidate::judge(&classroom());
    assert_eq!(
        folders(&places),
        ["D:\\晨检簿", "E:\\晨检簿", "C:\\用户\\教师\\数据", "C:\\晨检簿\\数据"],
        "a drive without room (a disc) is no place, and the user's folder stands there once"
    );
    assert!(places[0].recommended && places.iter().skip(1).all(|place| !place.recommended));
    assert_eq!(places[0].caution, None);
    assert_eq!(places[0].free, Some(42 * GIGABYTE));
    assert_eq!((places[2].kind, places[2].caution), (PlaceKind::User, Some(Caution::RestoreCard)));
    assert_eq!((places[3].kind, places[3].caution), (PlaceKind::Portable, Some(Caution::RestoreCard)));
}

#[test]
fn with_drive_c_alone_nothing_is_recommended() {
    let mut around = classroom();
    around.drives.truncate(1);
    let places = Candidate::judge(&around);
    assert!(!places.is_empty() && places.iter().all(|place| !place.recommended));
    assert!(places.iter().all(|place| place.caution == Some(Caution::RestoreCard)));
}

#[test]
fn a_folder_that_holds_a_book_comes_first() {
    let mut around = classroom();
    around.books = vec!["E:\\晨检簿".into()];
    let places = Candidate::judge(&around);
    assert!(places[0].holds_book && places[0].recommended);
    assert_eq!(places[0].folder, Path::new("E:\\晨检簿"));
}

#[test]
fn mounts_are_read_and_the_users_folder_is_taken_on_linux() {
    let mut drives = from_mounts(
        "proc /proc proc rw 0 0\n/dev/sda2 / ext4 rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n/dev/sda1 /boot/efi vfat rw 0 0\n\
         /dev/sdb1 /media/wang/U\\040盘 exfat rw 0 0\n/dev/sda3 /data ext4 rw 0 0\nnonsense\n",
    );
    for drive in &mut drives {
        drive.free = Some(9 * GIGABYTE);
    }
    let roots: Vec<_> = drives.iter().map(|drive| (drive.root.clone(), drive.kind)).collect();
    let expected = [
        ("/", DriveKind::Fixed),
        ("/tmp", DriveKind::Memory),
        ("/media/wang/U 盘", DriveKind::Removable),
        ("/data", DriveKind::Fixed),
    ];
    assert_eq!(roots, expected.map(|(root, kind)| (PathBuf::from(root), kind)));
    let around = Surroundings {
        drives,
        current: "/tmp/try".into(),
        user: Some("/home/wang/.local/share/chenjian".into()),
        portable: None,
        books: Vec::new(),
    };
    let places = Candidate::judge(&around);
    assert_eq!(
        folders(&places),
        ["/home/wang/.local/share/chenjian", "/data/晨检簿", "/media/wang/U 盘/晨检簿", "/tmp/try"]
    );
    assert!(places[0].recommended);
    assert_eq!(places[2].caution, Some(Caution::Stick));
    assert_eq!(places[3].caution, Some(Caution::Memory));
}

#[test]
fn too_little_room_is_said() {
    let mut around = classroom();
    around.drives[1].free = Some(GIGABYTE / 10);
    let places = Candidate::judge(&around);
    assert_eq!(places[0].folder, Path::new("E:\\晨检簿"));
    assert_eq!(places[1].caution, Some(Caution::LittleRoom));
}

#[test]
fn trying_a_folder_leaves_nothing_behind() {
    let home = tempfile::tempdir().unwrap();
    let deep = home.path().join("晨检簿/里面");
    try_folder(&RealFiles, &deep).unwrap();
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    std::fs::create_dir(home.path().join("有")).unwrap();
    try_folder(&RealFiles, &home.path().join("有")).unwrap();
    assert!(home.path().join("有").is_dir(), "a folder that was there stays");
    let file = home.path().join("file");
    std::fs::write(&file, "x").unwrap();
    assert!(try_folder(&RealFiles, &file.join("below")).is_err());
    assert_eq!(std::fs::read(&file).unwrap(), b"x");
}

#[test]
fn the_books_folder_is_found() {
    let home = tempfile::tempdir().unwrap();
    assert!(!holds_book(home.path()));
    std::fs::write(home.path().join(BOOK_FILE), "x").unwrap();
    assert!(holds_book(home.path()));
}
