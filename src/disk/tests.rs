use std::fs;
use std::path::Path;

use super::*;
use crate::domain::progress::{Cancelled, Progress, Silent, Stage};
use crate::i18n::{Explain as _, Language, Tr};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_file_is_whole_and_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("日报.pdf");
    write_new(&RealFiles, &path, b"abc").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"abc");
    assert_eq!(names(folder.path()), ["日报.pdf"]);
    let error = write_new(&RealFiles, &path, b"xyz").unwrap_err();
    assert_eq!(error.fault, DiskFault::Exists);
    assert_eq!(fs::read(&path).unwrap(), b"abc");
    replace(&RealFiles, &path, b"xyz").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"xyz");
    assert_eq!(names(folder.path()), ["日报.pdf"]);
}

/// Every fault, with what it is reported as.
const FAULTS: [(Fault, DiskFault); 7] = [
    (Fault::LittleSpace(3), DiskFault::Full),
    (Fault::FullAfter(5), DiskFault::Full),
    (Fault::ReadOnly, DiskFault::ReadOnly),
    (Fault::ShortReadBack, DiskFault::Differs),
    (Fault::ChangedReadBack, DiskFault::Differs),
    (Fault::NoRename, DiskFault::Permission),
    (Fault::GoneAfter(0), DiskFault::Removed),
];

#[test]
fn a_failed_write_leaves_nothing_and_keeps_the_old() {
    for (fault, reported) in FAULTS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bin");
        let error = write_new(&FaultyFiles::new(fault), &path, b"0123456789").unwrap_err();
        assert_eq!(error.fault, reported, "{fault:?}");
        assert!(names(folder.path()).is_empty(), "{fault:?}: {:?}", names(folder.path()));
        fs::write(&path, b"old").unwrap();
        replace(&FaultyFiles::new(fault), &path, b"0123456789").unwrap_err();
        assert_eq!(fs::read(&path).unwrap(), b"old", "{fault:?}");
        assert_eq!(names(folder.path()), ["a.bin"], "{fault:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.bin");
    let error = write_new(&FaultyFiles::new(Fault::NoFolderFlush), &path, b"0123456789").unwrap_err();
    assert_eq!(error.fault, DiskFault::Removed);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_a_power_cut_left_is_cleared_and_tells_no_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("王小明.pdf");
    let digest: String = sha256_hex("王小明.pdf".as_bytes()).chars().take(16).collect();
    let left = format!(".chenjian-{digest}.partial");
    fs::write(folder.path().join(&left), b"half").unwrap();
    write_new(&RealFiles, &path, b"whole").unwrap();
    assert_eq!(names(folder.path()), ["王小明.pdf"]);
}

#[test]
fn a_backup_made_elsewhere_gets_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let (temporary, path) = (folder.path().join("x.tmp"), folder.path().join("x.db"));
    fs::write(&temporary, b"db").unwrap();
    publish(&RealFiles, &temporary, &path).unwrap();
    assert_eq!(names(folder.path()), ["x.db"]);
    fs::write(&temporary, b"db2").unwrap();
    publish(&RealFiles, &temporary, &path).unwrap();
    assert_eq!(names(folder.path()), ["x.db"]);
    assert_eq!(fs::read(&path).unwrap(), b"db2");
}

fn write_folder(layer: &dyn FileLayer, target: &Path, progress: &mut dyn Progress) -> Result<(), DiskError> {
    let mut writer = FolderWriter::begin(layer, target, 20, 2)?;
    writer.write("one.txt", b"0123456789")?;
    writer.write("data/two.txt", b"abcdefghij")?;
    writer.finish(progress).map(|files| {
        assert_eq!(files.iter().map(|f| f.path.as_str()).collect::<Vec<_>>(), ["one.txt", "data/two.txt"]);
    })
}

#[test]
fn a_folder_is_whole_or_absent() {
    let parent = tempfile::tempdir().unwrap();
    let target = parent.path().join("第0001号");
    fs::create_dir(parent.path().join("第0001号.partial")).unwrap();
    fs::write(parent.path().join("第0001号.partial/old"), b"half").unwrap();
    write_folder(&RealFiles, &target, &mut Silent).unwrap();
    assert_eq!(names(parent.path()), ["第0001号"]);
    assert_eq!(names(&target), ["data", "one.txt"]);
    assert_eq!(write_folder(&RealFiles, &target, &mut Silent).unwrap_err().fault, DiskFault::Exists);
    let faults = FAULTS.into_iter().chain([
        (Fault::FullAfter(15), DiskFault::Full),
        (Fault::NoFolderFlush, DiskFault::Removed),
        (Fault::GoneAfter(1), DiskFault::Removed),
    ]);
    for (fault, reported) in faults {
        let parent = tempfile::tempdir().unwrap();
        let layer = FaultyFiles::new(fault);
        let error = write_folder(&layer, &parent.path().join("f"), &mut Silent).unwrap_err();
        assert_eq!(error.fault, reported, "{fault:?}");
        assert!(names(parent.path()).is_empty(), "{fault:?}: {:?}", names(parent.path()));
    }
}

struct StopAt(usize);

impl Progress for StopAt {
    fn report(&mut self, _stage: Stage, done: usize, _total: usize) -> Result<(), Cancelled> {
        if done >= self.0 { Err(Cancelled) } else { Ok(()) }
    }
}

#[test]
fn a_stopped_folder_leaves_nothing() {
    for step in 0..2 {
        let parent = tempfile::tempdir().unwrap();
        let error = write_folder(&RealFiles, &parent.path().join("f"), &mut StopAt(step)).unwrap_err();
        assert_eq!(error.fault, DiskFault::Cancelled);
        assert!(names(parent.path()).is_empty());
    }
}

#[test]
fn the_systems_errors_are_told_apart() {
    let missing = fs::read("/no/such/folder/file").unwrap_err();
    assert_eq!(DiskFault::of(&missing), DiskFault::Missing);
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("gone").join("a.bin");
    assert_eq!(write_new(&RealFiles, &absent, b"1").unwrap_err().fault, DiskFault::Missing);
    let read = fs::read(folder.path()).unwrap_err();
    if cfg!(unix) {
        let fault = DiskError::from_io(DiskAction::Read, folder.path(), &read).fault;
        assert_eq!((fault, DiskFault::of(&read)), (DiskFault::Folder, DiskFault::Exists));
    }
    let long = folder.path().join("长".repeat(200));
    assert_eq!(write_new(&RealFiles, &long, b"1").unwrap_err().fault, DiskFault::BadName);
    let error = DiskError::from_io(
        DiskAction::Write,
        Path::new("/media/u"),
        &std::io::Error::from_raw_os_error(if cfg!(unix) { 28 } else { 112 }),
    );
    assert_eq!(error.fault, DiskFault::Full);
    for language in Language::ALL {
        let words = error.explain(&Tr::new(language));
        assert!(words.happened.contains("/media/u"));
        assert_eq!(words.code, "disk_full");
    }
}

/// A real file system of 64 KiB, where this user may mount one.
#[cfg(target_os = "linux")]
#[test]
fn a_really_full_and_a_really_read_only_stick() {
    let stick = tempfile::tempdir().unwrap();
    let mount = |options: &str| {
        std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "none"])
            .arg(stick.path())
            .output()
            .is_ok_and(|output| output.status.success())
    };
    if !mount("size=64k") {
        println!("this user cannot mount: the fault layer's tests stand in");
        return;
    }
    let path = stick.path().join("a.bin");
    let large = vec![7; 100_000];
    let before = write_new(&RealFiles, &path, &large).unwrap_err();
    fs::write(stick.path().join("filler"), vec![1; 40_000]).unwrap();
    // Straight to the file system, past the question how much is free.
    let full = RealFiles.create(&path, &large).unwrap_err();
    let _ = fs::remove_file(&path);
    let after = names(stick.path());
    let remounted = mount("remount,ro");
    let read_only = write_new(&RealFiles, &path, b"1").unwrap_err();
    let unmounted = std::process::Command::new("umount").arg(stick.path()).output().unwrap();
    assert!(unmounted.status.success());
    assert_eq!(before.fault, DiskFault::Full);
    assert_eq!(DiskFault::of(&full), DiskFault::Full);
    assert_eq!(after, ["filler"]);
    if remounted {
        assert_eq!(read_only.fault, DiskFault::ReadOnly);
    }
}
