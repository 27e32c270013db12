//! What a column means.

use serde::{Deserialize, Serialize};

/// A field of a person that a roster can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 序号: a number of the row, sometimes of the pupil.
    Serial,
    /// 班内学号
    SeatNo,
    /// 学籍号
    StudentNo,
    /// 姓名
    Name,
    /// 姓, where the name stands in two columns.
    FamilyName,
    /// 名, beside it.
    GivenName,
    /// 曾用名
    FormerName,
    /// 性别
    Sex,
    /// 出生日期
    Birth,
    /// 身份证件类型
    IdType,
    /// 身份证件号
    IdNumber,
    /// 民族
    Ethnicity,
    /// 年级, beside a column with the class number.
    Grade,
    /// 班级
    Class,
    /// 任教班级 (staff)
    Teaches,
    /// 就读方式
    Boarding,
    /// 宿舍
    Dormitory,
    /// 留守
    LeftBehind,
    /// 监护人
    Guardian,
    /// 与监护人关系
    GuardianRelation,
    /// 监护人电话
    GuardianPhone,
    /// 联系电话: the guardian's for pupils, the person's own for staff.
    Phone,
    /// 住址
    Address,
    /// 备注
    Remark,
    /// 入学年月
    Enrolled,
    /// 岗位 (staff)
    Post,
    /// National sheet: whether family member 1 is the guardian.
    FirstIsGuardian,
    /// National sheet: name of family member 2.
    SecondGuardian,
    /// National sheet: relation of family member 2.
    SecondRelation,
    /// National sheet: telephone of family member 2.
    SecondPhone,
    /// National sheet: whether family member 2 is the guardian.
    SecondIsGuardian,
    /// Nothing: the column is left out.
    Ignored,
}

impl Field {
    /// Reads the name used on the command line and in the data file, such as `student_no`.
    pub fn from_name(name: &str) -> Option<Self> {
        use serde::de::IntoDeserializer;
        use serde::de::value::{Error, StrDeserializer};
        let source: StrDeserializer<'_, Error> = name.into_deserializer();
        Self::deserialize(source).ok()
    }

    /// The name that [`Self::from_name`] reads.
    pub fn name(self) -> String {
        let written = serde_json::to_value(self).ok();
        written.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    }

    /// Only pupils have it.
    pub const fn of_pupils_only(self) -> bool {
        matches!(
            self,
            Self::SeatNo
                | Self::StudentNo
                | Self::Boarding
                | Self::LeftBehind
                | Self::Guardian
                | Self::GuardianRelation
                | Self::GuardianPhone
                | Self::Enrolled
        )
    }

    /// Only staff have it.
    pub const fn of_staff_only(self) -> bool {
        matches!(self, Self::Post | Self::Teaches)
    }
}
