//! A file for an office without this program.

/// A finished file that travels beside the data: the day's report as PDF and xlsx.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// File name; characters that a stick cannot hold are replaced.
    pub name: String,
    /// The whole file.
    pub bytes: Vec<u8>,
}
