use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use tempfile::TempDir;

use super::safe_name::{LONGEST, is_safe};
use super::target::targets_of;
use super::*;
use crate::disk::{DiskError, DiskFault, Fault, FaultyFiles, RealFiles, sha256_hex};
use crate::domain::progress::{Cancelled, Progress, Silent, Stage};
use crate::i18n::{Explain as _, Language, Tr};

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
}

fn at(d: u32) -> NaiveDateTime {
    day(d).and_hms_opt(14, 20, 0).unwrap()
}

fn field(name: &str, title: &str, kind: FieldKind) -> Field {
    Field { name: name.into(), title: title.into(), kind, description: format!("{title}。") }
}

fn table() -> DataTable {
    let row = |class: &str, present: Cell| {
        vec![
            Cell::Date(day(23)),
            Cell::Text(class.to_owned()),
            present,
            Cell::Boolean(class.len() > 3),
            Cell::DateTime(at(23)),
        ]
    };
    DataTable {
        name: "class_day".into(),
        title: "各班每日人数".into(),
        fields: vec![
            field("date", "日期", FieldKind::Date),
            field("class", "班级", FieldKind::String),
            field("present", "实到", FieldKind::Integer),
            field("confirmed", "已确认", FieldKind::Boolean),
            field("confirmed_at", "确认时间", FieldKind::DateTime),
        ],
        primary_key: vec!["date".into(), "class".into()],
        rows: vec![
            row("三（1）班", Cell::Integer(42)),
            row("“快班”, 带\"引号\"\n和换行", Cell::Integer(0)),
            row("一", Cell::Empty),
        ],
    }
}

fn content() -> PackageContent {
    PackageContent {
        school_id: uuid::Uuid::from_u128(7),
        school_name: "云坪镇石桥学校".into(),
        device: uuid::Uuid::from_u128(9),
        sequence: 1,
        previous_digest: None,
        from: day(23),
        to: day(27),
        made_at: at(27),
        level: Level::Counts,
        tables: vec![table(), DataTable { name: "empty".into(), rows: Vec::new(), ..table() }],
        attachments: vec![
            Attachment { name: "日报_2026-11-27.pdf".into(), bytes: b"%PDF-1.7".to_vec() },
            Attachment { name: "日报_2026-11-27.xlsx".into(), bytes: vec![5; 70_000] },
        ],
        program_version: "0.1.0".into(),
    }
}

fn exported(content: &PackageContent) -> (TempDir, ExportReport) {
    let stick = tempfile::tempdir().unwrap();
    let report = export(content, stick.path(), &RealFiles, &mut Silent).unwrap();
    (stick, report)
}

fn all_files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            found.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_package_is_written_and_verified() {
    let (stick, report) = exported(&content());
    assert_eq!(report.folder, stick.path().join("云坪镇石桥学校_2026-11-27_第0001号"));
    let paths: Vec<&str> = report.files.iter().map(|file| file.path.as_str()).collect();
    let expected = [
        "data/class_day.csv",
        "data/empty.csv",
        "datapackage.json",
        "日报_2026-11-27.pdf",
        "日报_2026-11-27.xlsx",
        "manifest.json",
    ];
    assert_eq!(paths, expected);
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 1);
    let csv = fs::read_to_string(report.folder.join("data/class_day.csv")).unwrap();
    assert!(csv.starts_with("date,class,present,confirmed,confirmed_at\r\n2026-11-23,三（1）班,42,true,"));
    assert!(csv.ends_with("2026-11-23,一,,false,2026-11-23T14:20:00\r\n"));

    let verified = verify(&report.folder).unwrap();
    assert_eq!(verified.digest, report.digest);
    assert_eq!(verified.digest, sha256_hex(&fs::read(report.folder.join("manifest.json")).unwrap()));
    assert_eq!(verified.manifest.tables.iter().map(|t| t.rows).collect::<Vec<_>>(), [3, 0]);
    assert!(!verified.manifest.signed && verified.manifest.school.provisional);
    assert!(verified.unlisted.is_empty());
    assert_eq!(verify(&report.folder.join("manifest.json")).unwrap(), verified);
    fs::write(report.folder.join("Thumbs.db"), b"x").unwrap();
    assert_eq!(verify(&report.folder).unwrap().unlisted, ["Thumbs.db"]);
}

#[test]
fn equal_content_gives_equal_bytes() {
    let read = |(stick, _report): &(TempDir, ExportReport)| {
        all_files(stick.path())
            .into_iter()
            .map(|(path, bytes)| (path.strip_prefix(stick.path()).unwrap().to_owned(), bytes))
            .collect::<Vec<_>>()
    };
    let (one, two) = (exported(&content()), exported(&content()));
    assert_eq!(read(&one), read(&two));
    assert_eq!(one.1.digest, two.1.digest);
}

#[test]
fn packages_are_chained() {
    let stick = tempfile::tempdir().unwrap();
    let first = export(&content(), stick.path(), &RealFiles, &mut Silent).unwrap();
    let again = export(&content(), stick.path(), &RealFiles, &mut Silent).unwrap_err();
    assert!(matches!(again, ExchangeError::Disk(DiskError { fault: DiskFault::Exists, .. })));
    let second = PackageContent {
        sequence: 2,
        previous_digest: Some(first.digest.clone()),
        made_at: at(30),
        ..content()
    };
    let second = export(&second, stick.path(), &RealFiles, &mut Silent).unwrap();
    let verified = verify(&second.folder).unwrap();
    assert_eq!(verified.manifest.previous_digest, Some(first.digest));
    let unchained = PackageContent { sequence: 3, ..content() };
    assert!(matches!(
        export(&unchained, stick.path(), &RealFiles, &mut Silent).unwrap_err(),
        ExchangeError::Content { .. }
    ));
}

#[test]
fn what_contradicts_itself_is_not_packed() {
    let mut short = table();
    short.rows[0].pop();
    let mut twice = table();
    let row = twice.rows[0].clone();
    twice.rows.push(row);
    let mut kind = table();
    kind.rows[0][2] = Cell::Text("42".into());
    let mut nameless = table();
    nameless.rows[0][1] = Cell::Empty;
    let mut path = table();
    path.name = "../x".into();
    let mut keyless = table();
    keyless.primary_key = vec!["none".into()];
    for wrong in [short, twice, kind, nameless, path, keyless] {
        let stick = tempfile::tempdir().unwrap();
        let content = PackageContent { tables: vec![wrong], ..content() };
        let error = export(&content, stick.path(), &RealFiles, &mut Silent).unwrap_err();
        assert!(matches!(error, ExchangeError::Content { .. }), "{error}");
        assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0);
    }
    let stick = tempfile::tempdir().unwrap();
    let named = PackageContent { level: Level::Cases, ..content() };
    let error = export(&named, stick.path(), &RealFiles, &mut Silent).unwrap_err();
    assert_eq!(error, ExchangeError::NeedsSeal { level: Level::Cases });
    let attachments = vec![Attachment { name: "Manifest.JSON".into(), bytes: Vec::new() }];
    let posing = PackageContent { attachments, ..content() };
    assert!(export(&posing, stick.path(), &RealFiles, &mut Silent).is_err());
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0);
}

struct StopAt(usize);

impl Progress for StopAt {
    fn report(&mut self, _stage: Stage, _done: usize, _total: usize) -> Result<(), Cancelled> {
        self.0 = self.0.checked_sub(1).ok_or(Cancelled)?;
        Ok(())
    }
}

#[test]
fn a_failing_stick_keeps_nothing() {
    let faults = [
        (Fault::LittleSpace(1_000), DiskFault::Full),
        (Fault::FullAfter(300), DiskFault::Full),
        (Fault::FullAfter(60_000), DiskFault::Full),
        (Fault::ReadOnly, DiskFault::ReadOnly),
        (Fault::ShortReadBack, DiskFault::Differs),
        (Fault::ChangedReadBack, DiskFault::Differs),
        (Fault::NoRename, DiskFault::Permission),
        (Fault::NoFolderFlush, DiskFault::Removed),
        (Fault::GoneAfter(0), DiskFault::Removed),
        (Fault::GoneAfter(4), DiskFault::Removed),
    ];
    for (fault, reported) in faults {
        let stick = tempfile::tempdir().unwrap();
        fs::write(stick.path().join("other.txt"), b"kept").unwrap();
        let error = export(&content(), stick.path(), &FaultyFiles::new(fault), &mut Silent).unwrap_err();
        assert_eq!(error.code(), reported.code(), "{fault:?}");
        assert_eq!(all_files(stick.path()), [(stick.path().join("other.txt"), b"kept".to_vec())]);
        assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 1, "{fault:?}");
    }
    // Every point at which the person can stop: six files written, six read back.
    for step in 0..12 {
        let stick = tempfile::tempdir().unwrap();
        let error = export(&content(), stick.path(), &RealFiles, &mut StopAt(step)).unwrap_err();
        assert_eq!(error, ExchangeError::Cancelled);
        assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0, "{step}");
    }
    let gone = Path::new("/no/such/stick");
    let error = export(&content(), gone, &RealFiles, &mut Silent).unwrap_err();
    assert_eq!(error.code(), "disk_missing");
}

/// A folder that this user may not write; as root there is no such folder.
#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let stick = tempfile::tempdir().unwrap();
    fs::set_permissions(stick.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let result = export(&content(), stick.path(), &RealFiles, &mut Silent);
    fs::set_permissions(stick.path(), fs::Permissions::from_mode(0o755)).unwrap();
    match result {
        Err(error) => {
            assert_eq!(error.code(), "disk_permission");
            assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0);
        }
        Ok(_) => println!("this user may write everywhere"),
    }
}

/// Changes a package, mending the manifest's digest of the file so that only the wanted fault remains.
fn forge(folder: &Path, path: &str, change: impl Fn(&str) -> String) {
    let text = change(&fs::read_to_string(folder.join(path)).unwrap());
    fs::write(folder.join(path), &text).unwrap();
    let manifest = folder.join("manifest.json");
    let mut parsed: Manifest = serde_json::from_slice(&fs::read(&manifest).unwrap()).unwrap();
    for file in parsed.files.iter_mut().filter(|file| file.path == path) {
        file.bytes = text.len() as u64;
        file.sha256 = sha256_hex(text.as_bytes());
    }
    fs::write(manifest, serde_json::to_vec(&parsed).unwrap()).unwrap();
}

fn edit_manifest(folder: &Path, from: &str, to: &str) {
    let path = folder.join("manifest.json");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

type Harm = (&'static str, fn(&Path));
type Forgery = (&'static str, fn(&str) -> String);

#[test]
fn hostile_and_damaged_packages_are_refused() {
    let csv = "data/class_day.csv";
    let harms: [Harm; 17] = [
        ("not_a_package", |f| fs::remove_file(f.join("manifest.json")).unwrap()),
        ("not_a_package", |f| fs::write(f.join("manifest.json"), b"{}").unwrap()),
        ("not_a_package", |f| edit_manifest(f, "chenjian-package", "other-package")),
        ("package_newer", |f| edit_manifest(f, "\"format_version\": 1", "\"format_version\": 2")),
        ("package_changed", |f| edit_manifest(f, "\"sequence\": 1", "\"sequence\": 0")),
        ("package_changed", |f| edit_manifest(f, "\"previous_digest\": null", "\"previous_digest\": \"x\"")),
        ("package_unsafe_path", |f| edit_manifest(f, "日报_2026-11-27.pdf", "../日报_2026-11-27.pdf")),
        ("package_unsafe_path", |f| edit_manifest(f, "日报_2026-11-27.pdf", "/etc/passwd")),
        ("package_unsafe_path", |f| edit_manifest(f, "日报_2026-11-27.pdf", "C:x.pdf")),
        ("package_unsafe_path", |f| edit_manifest(f, "日报_2026-11-27.pdf", "Manifest.json")),
        ("package_too_large", |f| edit_manifest(f, "\"bytes\": 70000", "\"bytes\": 99999999999")),
        ("package_too_large", |f| edit_manifest(f, "\"bytes\": 70000", "\"bytes\": 69999")),
        ("package_changed", |f| edit_manifest(f, "\"bytes\": 70000", "\"bytes\": 70001")),
        ("package_lacking", |f| fs::remove_file(f.join("日报_2026-11-27.pdf")).unwrap()),
        ("package_lacking", |f| fs::remove_dir_all(f.join("data")).unwrap()),
        ("package_too_large", |f| fs::write(f.join("manifest.json"), vec![b' '; 2 << 20]).unwrap()),
        ("package_changed", |f| {
            let path = f.join("日报_2026-11-27.pdf");
            fs::write(path, b"%PDF-1.8").unwrap();
        }),
    ];
    for (at, (code, harm)) in harms.into_iter().enumerate() {
        let (_stick, report) = exported(&content());
        harm(&report.folder);
        let error = verify(&report.folder).unwrap_err();
        assert_eq!(error.code(), code, "{at}: {error}");
    }
    let forgeries: [Forgery; 5] = [
        ("package_row_count", |t| t.replace("2026-11-23,一,,false,2026-11-23T14:20:00\r\n", "")),
        ("package_bad_row", |t| t.replace(",42,", ",forty,")),
        ("package_bad_row", |t| t.replace("2026-11-23,一", "2026-13-23,一")),
        ("package_bad_row", |t| t.replace("date,class", "date,klass")),
        ("package_bad_row", |t| t.replace(",42,", ",")),
    ];
    for (code, change) in forgeries {
        let (_stick, report) = exported(&content());
        forge(&report.folder, csv, change);
        assert_eq!(verify(&report.folder).unwrap_err().code(), code);
    }
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let (stick, report) = exported(&content());
    let path = report.folder.join("日报_2026-11-27.pdf");
    fs::rename(&path, stick.path().join("outside.pdf")).unwrap();
    std::os::unix::fs::symlink(stick.path().join("outside.pdf"), &path).unwrap();
    assert_eq!(verify(&report.folder).unwrap_err().code(), "package_unsafe_path");
}

#[test]
fn names_fit_every_stick() {
    let cases = [
        ("石桥学校", "石桥学校"),
        ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"),
        ("con", "_con"),
        ("Lpt1.txt", "_Lpt1.txt"),
        ("CON .txt", "_CON .txt"),
        (" 学校. ", "学校"),
        ("...", "_"),
        ("", "_"),
        ("\u{202e}fdp.exe", "_fdp.exe"),
        ("COM10", "COM10"),
    ];
    for (text, name) in cases {
        assert_eq!(safe_name(text, LONGEST), name);
    }
    let long = safe_name(&format!("{}.xlsx", "长".repeat(80)), LONGEST);
    assert_eq!(long.chars().count(), 60);
    assert!(long.ends_with("长.xlsx"));
    let school = PackageContent { school_name: "长".repeat(80), sequence: 12_345, ..content() };
    assert_eq!(school.folder_name().chars().count(), 60);
    assert!(school.folder_name().ends_with("_2026-11-27_第12345号"));
}

#[test]
fn mounted_sticks_are_found() {
    let media = tempfile::tempdir().unwrap();
    let stick = media.path().join("石桥 报送");
    let locked = media.path().join("KINGSTON");
    fs::create_dir(&stick).unwrap();
    fs::create_dir(&locked).unwrap();
    export(&content(), &stick, &RealFiles, &mut Silent).unwrap();
    let root = media.path().display().to_string();
    let table = format!(
        "sysfs /sys sysfs rw 0 0\n/dev/sdb1 {root}/石桥\\040报送 vfat rw,nosuid 0 0\n\
         /dev/sdc1 {root}/KINGSTON exfat ro,nosuid 0 0\n/dev/sdd1 {root}/pulled-out vfat rw 0 0\nbroken\n"
    );
    let found = targets_of(&table, &[media.path()], &RealFiles);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].path, stick);
    assert_eq!((found[0].label.as_str(), found[0].packages), ("石桥 报送", 1));
    assert!(found[0].is_usable() && found[0].free.is_some());
    let locked = (found[1].file_system.as_deref(), found[1].fault);
    assert_eq!(locked, (Some("exfat"), Some(TargetFault::ReadOnly)));
    // Whatever is plugged in here: the question itself is answered.
    let _ = targets(&RealFiles);
}

#[test]
fn every_error_is_explained() {
    let path = || "data/x.csv".to_owned();
    let errors = [
        ExchangeError::Cancelled,
        ExchangeError::NeedsSeal { level: Level::Full },
        ExchangeError::Content { part: path() },
        ExchangeError::NotAPackage { path: PathBuf::from("/media/x") },
        ExchangeError::Newer { found: 2, known: 1 },
        ExchangeError::Lacking { path: path() },
        ExchangeError::Changed { path: path() },
        ExchangeError::UnsafePath { path: path() },
        ExchangeError::TooLarge { path: path() },
        ExchangeError::RowCount { table: "x".into(), stated: 2, found: 1 },
        ExchangeError::BadRow { table: "x".into(), line: 4 },
    ];
    for language in Language::ALL {
        let tr = Tr::new(language);
        for error in &errors {
            let words = error.explain(&tr);
            assert_eq!(words.code, error.code());
            assert!([&words.happened, &words.meaning, &words.remedy].iter().all(|text| text.len() > 10));
        }
    }
}

proptest! {
    #[test]
    fn any_name_becomes_a_safe_one(text in ".{0,90}", longest in 10..70_usize) {
        let name = safe_name(&text, longest);
        prop_assert!(!name.is_empty());
        prop_assert!(name.chars().count() <= longest);
        prop_assert_eq!(safe_name(&name, longest), name.clone());
        if longest <= LONGEST {
            prop_assert!(is_safe(&name));
        }
    }

    #[test]
    fn any_texts_survive_the_csv(texts in proptest::collection::vec("[^\u{0}]{1,12}", 0..8)) {
        let mut table = table();
        table.rows.truncate(1);
        for (at, text) in texts.iter().enumerate() {
            let mut row = table.rows[0].clone();
            row[1] = Cell::Text(format!("{at}{text}"));
            table.rows.push(row);
        }
        let rows = table.rows.len() as u64;
        let (_stick, report) = exported(&PackageContent { tables: vec![table], ..content() });
        prop_assert_eq!(verify(&report.folder).unwrap().manifest.tables[0].rows, rows);
    }
}
