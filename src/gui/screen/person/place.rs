//! The fields of the form.

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// 姓名
    Name,
    /// 班级 of a new pupil.
    Class,
    /// 性别
    Sex,
    /// 出生日期
    Birth,
    /// 就读方式
    Boarding,
    /// First day of another 就读方式.
    BoardingFrom,
    /// 宿舍
    Room,
    /// 留守
    LeftBehind,
    /// 监护人
    Guardian,
    /// Telephone: the guardian's of pupils, the own of staff.
    Phone,
    /// 与监护人关系
    Relation,
    /// 紧急联系人
    Emergency,
    /// 紧急联系电话
    EmergencyPhone,
    /// 住址
    Address,
    /// 学籍号
    StudentNo,
    /// 身份证号
    IdNumber,
    /// 备注
    Remark,
    /// 岗位
    Post,
    /// 任教班级
    Teaches,
    /// The class to move to.
    MoveClass,
    /// First day in the class.
    MoveFrom,
    /// First day without the pupil.
    LeaveOn,
    /// The own grade in a class of several.
    Grade,
    /// 曾用名
    FormerName,
    /// 民族
    Ethnicity,
    /// 证件类型
    IdType,
}

impl Place {
    /// Of a new pupil: what is needed comes first.
    pub(super) const NEW_PUPIL: [Self; 13] = [
        Self::Name,
        Self::Class,
        Self::Sex,
        Self::Birth,
        Self::Boarding,
        Self::Room,
        Self::MoveFrom,
        Self::LeftBehind,
        Self::Guardian,
        Self::Phone,
        Self::StudentNo,
        Self::IdNumber,
        Self::Remark,
    ];
    /// Of a pupil in the roster: the class changes by date, apart from these.
    pub(super) const PUPIL: [Self; 19] = [
        Self::Name,
        Self::FormerName,
        Self::Sex,
        Self::Birth,
        Self::Ethnicity,
        Self::Boarding,
        Self::Room,
        Self::BoardingFrom,
        Self::LeftBehind,
        Self::Guardian,
        Self::Relation,
        Self::Phone,
        Self::Emergency,
        Self::EmergencyPhone,
        Self::Address,
        Self::StudentNo,
        Self::IdType,
        Self::IdNumber,
        Self::Remark,
    ];
    /// Of staff.
    pub(super) const STAFF: [Self; 5] = [Self::Name, Self::Post, Self::Teaches, Self::Phone, Self::Remark];

    /// Its name for the focus and for tests.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Name => "person-name",
            Self::Class => "person-class",
            Self::Sex => "person-sex",
            Self::Birth => "person-birth",
            Self::Boarding => "person-boarding",
            Self::BoardingFrom => "person-boarding-from",
            Self::Room => "person-room",
            Self::LeftBehind => "person-left-behind",
            Self::Guardian => "person-guardian",
            Self::Phone => "person-phone",
            Self::Relation => "person-relation",
            Self::Emergency => "person-emergency",
            Self::EmergencyPhone => "person-emergency-phone",
            Self::Address => "person-address",
            Self::StudentNo => "person-student-no",
            Self::IdNumber => "person-id-number",
            Self::Remark => "person-remark",
            Self::Post => "person-post",
            Self::Teaches => "person-teaches",
            Self::MoveClass => "move-class",
            Self::MoveFrom => "move-from",
            Self::LeaveOn => "leave-on",
            Self::Grade => "person-grade",
            Self::FormerName => "person-former-name",
            Self::Ethnicity => "person-ethnicity",
            Self::IdType => "person-id-type",
        }
    }
}
