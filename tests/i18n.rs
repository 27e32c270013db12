//! Every message of the catalog is used. That none is missing or differs between the languages is checked
//! when the program is built.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found
}

#[test]
fn every_message_is_used() {
    let code: String =
        files(Path::new("src"), "rs").iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let mut unused = Vec::new();
    for path in files(Path::new("i18n/zh-CN"), "ftl") {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((id, _)) = line.split_once(" =") else { continue };
            if !id.starts_with(|c: char| c.is_ascii_lowercase()) {
                continue;
            }
            let method = id.replace('-', "_");
            if !code.contains(&format!(".{method}(")) && !code.contains(&format!("Tr::{method}")) {
                unused.push(format!("{}: {id}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(unused.is_empty(), "unused messages:\n{}", unused.join("\n"));
}

#[test]
fn chinese_text_has_full_width_punctuation_and_speaks_politely() {
    let mut wrong = Vec::new();
    for path in files(Path::new("i18n/zh-CN"), "ftl") {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((id, text)) = line.split_once(" = ") else { continue };
            let han = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
            let chars: Vec<char> = text.chars().collect();
            let half =
                chars.windows(2).any(|pair| han(pair[0]) && [',', ';', ':', '!', '?'].contains(&pair[1]));
            if half || text.contains('你') {
                wrong.push(format!("{}: {id}", path.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
