//! The data file of column titles and codes.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::field::Field;
use crate::domain::person_name::{half_width, is_invisible};

const SOURCE: &str = include_str!("../../assets/rules/roster_columns.toml");

#[derive(Debug, Default, Deserialize)]
struct TitleFile {
    fields: BTreeMap<Field, Vec<String>>,
    codes: Codes,
}

#[derive(Debug, Default, Deserialize)]
struct Codes {
    ethnicities: Vec<String>,
    id_types: BTreeMap<String, String>,
}

/// What column titles mean, and codes of the national sheet.
#[derive(Debug, Default)]
pub struct ColumnTitles {
    known: HashMap<String, (Field, usize)>,
    codes: Codes,
}

impl ColumnTitles {
    /// The shipped titles.
    pub fn shipped() -> Self {
        // A test reads the file, so the empty value never stands in.
        let file: TitleFile = toml::from_str(SOURCE).unwrap_or_default();
        let known = file
            .fields
            .into_iter()
            .flat_map(|(field, titles)| {
                titles.into_iter().enumerate().map(move |(rank, title)| (plain(&title), (field, rank)))
            })
            .collect();
        Self { known, codes: file.codes }
    }

    /// What a title means, and its rank among the titles of that field: the lower one is taken.
    pub fn field(&self, title: &str) -> Option<(Field, usize)> {
        let title = plain(title);
        let known = self.known.get(&title);
        known.or_else(|| title.strip_prefix("学生").and_then(|rest| self.known.get(rest))).copied()
    }

    /// 民族 in full: `汉`, `01` and `汉族` are one.
    pub fn ethnicity(&self, written: &str) -> String {
        let names = &self.codes.ethnicities;
        let by_code = written.parse::<usize>().ok().and_then(|code| names.get(code.checked_sub(1)?));
        by_code
            .or_else(|| names.iter().find(|name| *name == written))
            .map_or_else(|| written.to_owned(), |name| format!("{name}族"))
    }

    /// 身份证件类型 in words where the file has the code.
    pub fn id_type(&self, written: &str) -> String {
        self.codes.id_types.get(written).map_or(written, String::as_str).to_owned()
    }
}

/// A title without what varies: spaces, stars, brackets and what they hold, `/`.
pub fn plain(title: &str) -> String {
    let mut depth = 0_u32;
    half_width(title)
        .chars()
        .filter(|c| {
            match c {
                '(' | '[' | '【' | '〔' => depth += 1,
                ')' | ']' | '】' | '〕' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
                && !c.is_whitespace()
                && !is_invisible(*c)
                && !matches!(c, '*' | '★' | '☆' | '※' | '/' | '、' | ':' | '?' | '_' | '-' | '#')
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_is_read_and_no_title_means_two_things() {
        let file: TitleFile = toml::from_str(SOURCE).unwrap();
        let all: Vec<String> = file.fields.values().flatten().map(|t| plain(t)).collect();
        let distinct: std::collections::BTreeSet<&String> = all.iter().collect();
        let twice: Vec<&String> =
            distinct.iter().copied().filter(|t| all.iter().filter(|a| a == t).count() > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert_eq!(file.codes.ethnicities.len(), 56);
        assert!(all.iter().all(|t| !t.is_empty()));
    }

    #[test]
    fn titles_as_schools_write_them() {
        let titles = ColumnTitles::shipped();
        for (title, field) in [
            ("姓  名", Field::Name),
            ("★姓名(必填)", Field::Name),
            ("出生\n年月日", Field::Birth),
            ("住校/走读", Field::Boarding),
            ("学生身份证号码（18位）", Field::IdNumber),
            ("成员1姓名", Field::Guardian),
            ("监护人联系电话", Field::GuardianPhone),
            ("是否留守儿童?", Field::LeftBehind),
        ] {
            assert_eq!(titles.field(title).map(|f| f.0), Some(field), "{title}");
        }
        assert_eq!(titles.field("成员1身份证件号"), None);
        assert_eq!(titles.ethnicity("汉"), "汉族");
        assert_eq!(titles.ethnicity("08"), "壮族");
        assert_eq!(titles.ethnicity("汉族"), "汉族");
    }
}
