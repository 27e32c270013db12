//! A stay in a class, a room or among the staff.

use chrono::NaiveDate;
use serde::Serialize;

/// What somebody belonged to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Belonging {
    /// A class.
    Class,
    /// A dormitory room.
    Dormitory,
    /// The staff.
    Staff,
    /// Day pupil or boarder.
    Boarding,
    /// A bus line, a meal group or another group beside the classes.
    Group,
}

/// One stay by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MembershipLine {
    /// Of what.
    pub kind: Belonging,
    /// Name of the class, room or group as the school writes it; 走读, 住校.
    pub name: String,
    /// Number in the class or on the staff's sheet.
    pub number: Option<u32>,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
}
