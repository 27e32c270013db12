//! For whom one sheet of a form is.

use serde::Deserialize;

/// For whom one sheet of a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// The school.
    #[default]
    School,
    /// A class.
    Class,
    /// A class, a dormitory or the staff.
    Group,
    /// A person.
    Person,
    /// A class or a group beside the classes: lists of names.
    Names,
    /// A bus line.
    Bus,
}

impl Extent {
    /// Whether a class can be chosen.
    pub const fn is_of_class(self) -> bool {
        matches!(self, Self::Class | Self::Group | Self::Person | Self::Names)
    }

    /// Whether dormitories and the staff can be chosen.
    pub const fn is_of_group(self) -> bool {
        matches!(self, Self::Group)
    }

    /// Whether a bus line can be chosen.
    pub const fn is_of_bus(self) -> bool {
        matches!(self, Self::Names | Self::Bus)
    }

    /// Whether anything but the school can be chosen.
    pub const fn is_chosen(self) -> bool {
        !matches!(self, Self::School)
    }
}
