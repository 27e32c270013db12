//! People of the school: pupils and staff.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::PersonId;

/// Pupil or staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonKind {
    /// 学生
    Pupil,
    /// 教职工
    Staff,
}

/// Sex as the roster gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 男
    Male,
    /// 女
    Female,
}

/// 就读方式
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Boarding {
    /// 走读
    Day,
    /// 住校
    Boarder,
}

/// 留守: parents away from home for more than three months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftBehind {
    /// 否
    No,
    /// 单亲留守
    OneParent,
    /// 双亲留守
    BothParents,
    /// The file only says yes.
    Yes,
}

/// A pupil or a member of staff. Class and dormitory are dated and stand in
/// [`super::enrolment::Enrolment`] and [`super::enrolment::DormitoryStay`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Key, kept through re-import, undo and restore.
    pub id: PersonId,
    /// Pupil or staff.
    pub kind: PersonKind,
    /// Name as stored, separator U+00B7.
    pub name: String,
    /// 曾用名
    pub former_name: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub birth: Option<NaiveDate>,
    /// 民族
    pub ethnicity: Option<String>,
    /// 身份证件类型 where the file names one; absent means resident ID.
    pub id_type: Option<String>,
    /// 身份证件号, upper case, as written even if the check digit is wrong.
    pub id_number: Option<String>,
    /// 学籍号
    pub student_no: Option<String>,
    /// 就读方式
    pub boarding: Option<Boarding>,
    /// 留守
    pub left_behind: Option<LeftBehind>,
    /// 监护人
    pub guardian: Option<String>,
    /// 与监护人关系
    pub guardian_relation: Option<String>,
    /// 监护人电话
    pub guardian_phone: Option<String>,
    /// Own telephone (staff).
    pub phone: Option<String>,
    /// 岗位 (staff).
    pub post: Option<String>,
    /// 任教班级 (staff), as the school writes them, `、` between them.
    #[serde(default)]
    pub teaches: Option<String>,
    /// 住址
    pub address: Option<String>,
    /// 紧急联系人, with the relation where it is known.
    #[serde(default)]
    pub emergency_contact: Option<String>,
    /// 紧急联系电话
    #[serde(default)]
    pub emergency_phone: Option<String>,
    /// 备注
    pub remark: Option<String>,
}

impl Person {
    /// A person of whom only the name is known.
    pub fn named(id: PersonId, kind: PersonKind, name: impl Into<String>) -> Self {
        Self {
            id,
            kind,
            name: name.into(),
            former_name: None,
            sex: None,
            birth: None,
            ethnicity: None,
            id_type: None,
            id_number: None,
            student_no: None,
            boarding: None,
            left_behind: None,
            guardian: None,
            guardian_relation: None,
            guardian_phone: None,
            phone: None,
            post: None,
            teaches: None,
            address: None,
            emergency_contact: None,
            emergency_phone: None,
            remark: None,
        }
    }
}
