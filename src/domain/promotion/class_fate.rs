//! What is chosen for a class or a pupil.

/// What becomes of a class. Without a choice it goes up, or leaves where the school ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ClassFate {
    /// 升级: every pupil a grade higher, the name as the school writes it.
    #[default]
    Up,
    /// Into classes of these names. One: renamed, or merged with every other class that goes there. Several: the
    /// pupils are dealt out in the order of their seats.
    Into(Vec<String>),
    /// 毕业: all leave with the last day of the old year.
    Leave,
    /// The whole class does the year again under its name.
    Stay,
}

/// What becomes of one pupil, whatever the class does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PupilFate {
    /// 留级: into a class of the same grade.
    HeldBack,
    /// Into the class of that name, with the grade of that class.
    Into(String),
    /// 留级 into the class of that name.
    HeldBackInto(String),
    /// 离校 with the last day of the old year.
    Leave,
}
