//! One pupil as the file has it.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::field::Field;
use super::field_set::FieldSet;
use super::row_note::RowOrigin;
use crate::domain::class_label::ClassLabel;
use crate::domain::person::{Boarding, LeftBehind, Sex};
use crate::domain::person_name::half_width;
use crate::domain::school_class::ClassKind;

/// The class of a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RecordClass {
    /// What the name says; `None` where it is the school's own word, such as `苗苗班`.
    pub label: Option<ClassLabel>,
    /// As the file writes it.
    pub written: String,
}

impl RecordClass {
    /// Whether two rows mean one class: by grade and number, else by the word.
    pub fn is_same(&self, other: &Self) -> bool {
        self.label == other.label && self.key() == other.key()
    }

    /// What makes two rows mean one class.
    pub fn key(&self) -> (Option<ClassLabel>, String) {
        let ordinary = self.label.is_some_and(|label| label.kind == ClassKind::Ordinary);
        (self.label, if ordinary { String::new() } else { word(&self.written) })
    }
}

fn word(written: &str) -> String {
    half_width(written).chars().filter(|c| !c.is_whitespace()).collect()
}

/// A pupil. A field without a column in the file is `None` and not in [`Self::columns`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PupilRecord {
    /// Where it came from.
    pub origin: RowOrigin,
    /// A row of another sheet that may mean the same pupil, where no number tells.
    pub repeats: Option<RowOrigin>,
    /// Fields that the table has columns for.
    pub columns: FieldSet,
    /// Fields that no cell holds: they were read out of the identity number.
    pub derived: FieldSet,
    /// Name, cleaned.
    pub name: String,
    /// 曾用名
    pub former_name: Option<String>,
    /// Sex; out of a valid identity number where the column is empty.
    pub sex: Option<Sex>,
    /// Birth date; out of a valid identity number where the column is empty or unreadable.
    pub birth: Option<NaiveDate>,
    /// 身份证件类型
    pub id_type: Option<String>,
    /// 身份证件号
    pub id_number: Option<String>,
    /// 学籍号
    pub student_no: Option<String>,
    /// 民族
    pub ethnicity: Option<String>,
    /// Class, from its column, the sheet's name or the title.
    pub class: Option<RecordClass>,
    /// What the column of the grade tells; counts where the class tells none, as a 复式班.
    pub own_grade: Option<u8>,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// 入学年月 as year and month.
    pub enrolled: Option<(i32, u32)>,
    /// 就读方式
    pub boarding: Option<Boarding>,
    /// 宿舍
    pub dormitory: Option<String>,
    /// 留守
    pub left_behind: Option<LeftBehind>,
    /// 监护人
    pub guardian: Option<String>,
    /// 与监护人关系
    pub guardian_relation: Option<String>,
    /// 监护人电话
    pub guardian_phone: Option<String>,
    /// 住址
    pub address: Option<String>,
    /// 备注
    pub remark: Option<String>,
}

impl PupilRecord {
    /// The year of entry that names the class, where it may be one of a primary or of a junior school.
    pub fn open_cohort(&self, school_year: i32) -> Option<i32> {
        let class = self.class.as_ref()?;
        let entered = ClassLabel::cohort(&class.written)?;
        let lowest = u8::try_from(school_year - entered + 1).ok().filter(|grade| (1..=3).contains(grade));
        (lowest.is_some() && class.label?.grade == lowest).then_some(entered)
    }

    /// Puts a class that is named by its year of entry into a junior school, where `junior` says so of the year.
    pub(super) fn settle_cohort(&mut self, school_year: i32, junior: impl Fn(i32) -> bool) {
        if self.open_cohort(school_year).is_some_and(junior)
            && let Some(class) = &mut self.class
        {
            class.label = class.label.map(ClassLabel::in_junior_school);
        }
    }

    /// The grade that the class name tells, else the own one.
    pub fn grade(&self) -> Option<u8> {
        self.class.as_ref().and_then(|c| c.label).and_then(|l| l.grade).or(self.own_grade)
    }
}

/// 男, 女: the words of the file format, whatever the language of the screen.
pub const fn sex_word(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "男",
        Sex::Female => "女",
    }
}

const fn boarding_word(boarding: Boarding) -> &'static str {
    match boarding {
        Boarding::Day => "走读",
        Boarding::Boarder => "住校",
    }
}

const fn left_behind_word(left_behind: LeftBehind) -> &'static str {
    match left_behind {
        LeftBehind::No => "否",
        LeftBehind::OneParent => "单亲",
        LeftBehind::BothParents => "双亲",
        LeftBehind::Yes => "是",
    }
}

impl Serialize for PupilRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sheet", &self.origin.sheet)?;
        map.serialize_entry("row", &self.origin.row)?;
        map.serialize_entry("name", &self.name)?;
        if let Some(former_name) = &self.former_name {
            map.serialize_entry("former_name", former_name)?;
        }
        let label = self.class.as_ref().and_then(|c| c.label);
        map.serialize_entry("grade", &self.grade())?;
        map.serialize_entry("class_no", &label.and_then(|l| l.class_no))?;
        map.serialize_entry("class_as_written", &self.class.as_ref().map(|c| &c.written))?;
        let texts = [
            (Field::Sex, "sex", self.sex.map(sex_word)),
            (Field::IdType, "id_type", self.id_type.as_deref()),
            (Field::IdNumber, "id_number", self.id_number.as_deref()),
            (Field::StudentNo, "student_no", self.student_no.as_deref()),
            (Field::Ethnicity, "ethnicity", self.ethnicity.as_deref()),
            (Field::Boarding, "boarding", self.boarding.map(boarding_word)),
            (Field::Dormitory, "dormitory", self.dormitory.as_deref()),
            (Field::LeftBehind, "left_behind", self.left_behind.map(left_behind_word)),
            (Field::Guardian, "guardian", self.guardian.as_deref()),
            (Field::GuardianRelation, "guardian_relation", self.guardian_relation.as_deref()),
            (Field::GuardianPhone, "guardian_phone", self.guardian_phone.as_deref()),
            (Field::Address, "address", self.address.as_deref()),
            (Field::Remark, "remark", self.remark.as_deref()),
        ];
        for (_, key, value) in texts.iter().filter(|(field, _, _)| self.columns.has(*field)) {
            map.serialize_entry(key, value)?;
        }
        if self.columns.has(Field::Birth) {
            map.serialize_entry("birth", &self.birth)?;
        }
        if self.columns.has(Field::SeatNo) {
            map.serialize_entry("seat_no", &self.seat_no)?;
        }
        if self.columns.has(Field::Enrolled) {
            let month = self.enrolled.map(|(year, month)| format!("{year:04}-{month:02}"));
            map.serialize_entry("enrolled", &month)?;
        }
        map.end()
    }
}
