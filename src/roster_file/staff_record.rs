//! One member of staff as the file has it.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::class_column;
use super::field::Field;
use super::field_set::FieldSet;
use super::pupil_record::{RecordClass, sex_word};
use super::row_note::RowOrigin;
use crate::domain::person::Sex;

/// A member of staff. A field without a column in the file is `None` and not in [`Self::columns`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffRecord {
    /// Where it came from.
    pub origin: RowOrigin,
    /// Fields that the table has columns for.
    pub columns: FieldSet,
    /// Fields that no cell holds: they were read out of the identity number.
    pub derived: FieldSet,
    /// Name, cleaned.
    pub name: String,
    /// 曾用名
    pub former_name: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth date.
    pub birth: Option<NaiveDate>,
    /// 身份证件类型
    pub id_type: Option<String>,
    /// 身份证件号
    pub id_number: Option<String>,
    /// 民族
    pub ethnicity: Option<String>,
    /// 岗位
    pub post: Option<String>,
    /// Own telephone.
    pub phone: Option<String>,
    /// 住址
    pub address: Option<String>,
    /// 备注
    pub remark: Option<String>,
    /// Classes taught, in the order of the file.
    pub classes: Vec<RecordClass>,
}

/// The post that makes a class teacher out of whoever teaches a class.
const CLASS_TEACHER: &str = "班主任";

/// Whether a post, one of several in one cell perhaps, is that of a class teacher.
pub fn tells_class_teacher(post: &str) -> bool {
    post.contains(CLASS_TEACHER)
}

/// The classes that one cell names.
pub fn taught_classes(text: &str, school_year: i32) -> Vec<RecordClass> {
    pieces(text).filter_map(|class| class_column::of_texts("", class, school_year)).collect()
}

/// The same classes as they are kept: one sign between two.
pub fn taught_text(text: &str) -> String {
    pieces(text).collect::<Vec<_>>().join("、")
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(separates_classes).map(str::trim).filter(|class| !class.is_empty())
}

/// Whether a sign stands between two classes in one cell.
pub fn separates_classes(sign: char) -> bool {
    matches!(sign, '、' | ',' | '，' | ';' | '；' | '\n' | '/')
}

impl Serialize for StaffRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sheet", &self.origin.sheet)?;
        map.serialize_entry("row", &self.origin.row)?;
        map.serialize_entry("name", &self.name)?;
        let texts = [
            (Field::FormerName, "former_name", self.former_name.as_deref()),
            (Field::Sex, "sex", self.sex.map(sex_word)),
            (Field::IdType, "id_type", self.id_type.as_deref()),
            (Field::IdNumber, "id_number", self.id_number.as_deref()),
            (Field::Ethnicity, "ethnicity", self.ethnicity.as_deref()),
            (Field::Post, "post", self.post.as_deref()),
            (Field::Phone, "phone", self.phone.as_deref()),
            (Field::Address, "address", self.address.as_deref()),
            (Field::Remark, "remark", self.remark.as_deref()),
        ];
        for (_, key, value) in texts.iter().filter(|(field, _, _)| self.columns.has(*field)) {
            map.serialize_entry(key, value)?;
        }
        if self.columns.has(Field::Birth) {
            map.serialize_entry("birth", &self.birth)?;
        }
        if self.columns.has(Field::Teaches) {
            let written: Vec<&str> = self.classes.iter().map(|c| c.written.as_str()).collect();
            map.serialize_entry("classes", &written)?;
        }
        map.end()
    }
}
