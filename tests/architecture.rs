//! The shape of the source, enforced: who may import whom, and how large things may get.

// clippy knows test functions, not the functions that they call.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const LINES_PER_FILE: usize = 400;
const VARIANTS_PER_MESSAGE: usize = 20;

/// Which other folders of `src` a folder may name in `crate::…`. Functions over 60 lines are clippy's to refuse.
fn allowed() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("domain", &[][..]),
        ("disk", &["domain", "i18n"][..]),
        ("i18n", &["domain"][..]),
        ("storage", &["domain", "disk", "i18n"][..]),
        ("roster_file", &["domain", "i18n"][..]),
        ("paper", &["domain", "i18n"][..]),
        ("exchange", &["domain", "disk", "i18n"][..]),
        ("ops", &["domain", "disk", "storage", "roster_file", "paper", "exchange", "i18n"][..]),
        ("cli", &["domain", "i18n", "ops"][..]),
        ("gui", &["domain", "i18n", "ops", "paper"][..]),
    ])
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n == "tests.rs") || path.components().any(|c| c.as_os_str() == "tests")
}

#[test]
fn layers_import_only_what_lies_below() {
    let mut wrong = Vec::new();
    for (layer, below) in allowed() {
        for path in sources(&Path::new("src").join(layer)) {
            if is_test(&path) {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for (number, line) in text.lines().enumerate() {
                if line.trim_start().starts_with("//") {
                    continue;
                }
                for (at, _) in line.match_indices("crate::") {
                    let rest = &line[at + "crate::".len()..];
                    let name: String =
                        rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    let known = allowed().contains_key(name.as_str());
                    if known && name != layer && !below.contains(&name.as_str()) {
                        wrong.push(format!("{}:{}: {layer} imports {name}", path.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_window_sees_only_the_layout_fonts_and_charts_of_paper() {
    for path in sources(Path::new("src/gui")) {
        let text = fs::read_to_string(&path).unwrap();
        for (at, _) in text.match_indices("crate::paper::") {
            let rest = &text[at + "crate::paper::".len()..];
            assert!(
                ["layout", "font", "chart"].iter().any(|part| rest.starts_with(part)),
                "{}: {}",
                path.display(),
                rest.lines().next().unwrap()
            );
        }
    }
}

#[test]
fn domain_is_pure() {
    for path in sources(Path::new("src/domain")) {
        let text = fs::read_to_string(&path).unwrap();
        for forbidden in
            ["std::fs", "std::io", "std::env", "rusqlite", "iced", "Local::now", "Utc::now", "fluent"]
        {
            assert!(!text.contains(forbidden), "{} uses {forbidden}", path.display());
        }
    }
}

#[test]
fn files_stay_small() {
    let large: Vec<String> = sources(Path::new("src"))
        .into_iter()
        .filter(|path| !is_test(path))
        .filter_map(|path| {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            (lines > LINES_PER_FILE).then(|| format!("{}: {lines} lines", path.display()))
        })
        .collect();
    assert!(large.is_empty(), "over {LINES_PER_FILE} lines:\n{}", large.join("\n"));
}

#[test]
fn names_say_what_is_inside() {
    for path in sources(Path::new("src")) {
        for part in path.components() {
            let name = part.as_os_str().to_string_lossy().replace(".rs", "");
            assert!(
                !["utils", "util", "common", "helpers", "helper", "types", "manager"]
                    .contains(&name.as_str()),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn messages_stay_small() {
    for path in sources(Path::new("src")) {
        let text = fs::read_to_string(&path).unwrap();
        let Some(at) = text.find("pub enum Message {") else { continue };
        let mut depth = 0_i32;
        let mut variants = 0;
        for line in text[at..].lines() {
            let trimmed = line.trim();
            if depth == 1 && trimmed.chars().next().is_some_and(char::is_uppercase) {
                variants += 1;
            }
            depth += i32::try_from(line.matches(['{', '(']).count()).unwrap();
            depth -= i32::try_from(line.matches(['}', ')']).count()).unwrap();
            if depth == 0 {
                break;
            }
        }
        assert!(variants <= VARIANTS_PER_MESSAGE, "{}: {variants} variants", path.display());
    }
}
