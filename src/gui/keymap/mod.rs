//! Keys as data: what they do, where, and their words for bottom bar and help sheet.
//!
//! The letters of the class sheet stand beside the symptoms in the rule book; the sheet shows and reads them itself.
//!
//! ```
//! use chenjian::gui::keymap::{Area, Command, find, hints};
//! use chenjian::i18n::{Language, Tr};
//! use chenjian::gui::screen::KeyPress;
//! use iced::keyboard::{Key, Modifiers};
//!
//! let press = KeyPress { key: Key::Character("z".into()), modifiers: Modifiers::CTRL, in_field: false };
//! assert_eq!(find(Area::Today, &press), Some(Command::Undo));
//! assert_eq!(hints(Area::Today, &Tr::new(Language::Chinese))[1].word, "零报告");
//! ```

mod stroke;
mod table;
#[cfg(test)]
mod tests;

use super::screen::KeyPress;
use super::widget::KeyHint;
use crate::i18n::Tr;

pub use stroke::{Cap, Stroke};
use table::TABLE;

/// Where keys work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Area {
    /// In every screen; asked after the screen's own keys.
    Everywhere,
    /// 今天.
    Today,
    /// The jump field of the class sheet.
    SheetJump,
    /// A row of the class sheet; its letters stand in the rule book.
    SheetRow,
    /// 门口登记.
    Gate,
    /// 名册.
    Roster,
    /// The form of a person.
    Person,
    /// The sheets and columns of a roster file.
    ImportLayout,
    /// The import of a roster.
    Import,
    /// A value changed by hand that the import keeps; before the keys of the import.
    ImportKept,
    /// A pupil who is not in the imported file; before the keys of the import.
    ImportMissing,
    /// The meanings that a column of a roster file can have; before the keys of the columns.
    ImportMeanings,
    /// 升入新学年.
    Promotion,
    /// The field of the class to go to, in 升入新学年.
    PromotionTarget,
    /// The search among the pupils, in 升入新学年.
    PromotionFind,
    /// 追踪.
    Trace,
    /// 病例.
    Cases,
    /// 事件.
    Events,
    /// 上报记录.
    Log,
    /// 待返校 of 追踪.
    TraceReturns,
    /// 预案.
    Plan,
    /// 打印.
    Print,
    /// U盘.
    Usb,
    /// 帮助.
    Help,
    /// The first start.
    FirstStart,
    /// A form that is open on a screen; before the keys of the screen.
    Form,
    /// A question over a screen; nothing else works then.
    Dialog,
}

impl Area {
    /// All areas in the order of the help sheet.
    pub const ALL: [Self; 27] = [
        Self::Everywhere,
        Self::Today,
        Self::SheetJump,
        Self::SheetRow,
        Self::Gate,
        Self::Roster,
        Self::Person,
        Self::ImportLayout,
        Self::ImportMeanings,
        Self::Import,
        Self::ImportKept,
        Self::ImportMissing,
        Self::Promotion,
        Self::PromotionTarget,
        Self::PromotionFind,
        Self::Trace,
        Self::Cases,
        Self::Events,
        Self::Log,
        Self::TraceReturns,
        Self::Plan,
        Self::Print,
        Self::Usb,
        Self::Help,
        Self::FirstStart,
        Self::Form,
        Self::Dialog,
    ];

    /// Its name on the help sheet.
    pub fn word(self, tr: &Tr) -> String {
        match self {
            Self::Everywhere => tr.keys_area_everywhere(),
            Self::Today => tr.frame_today(),
            Self::SheetJump => tr.keys_area_sheet_jump(),
            Self::SheetRow => tr.keys_area_sheet_row(),
            Self::Gate => tr.gate_title(),
            Self::Roster => tr.frame_roster(),
            Self::Person => tr.person_area(),
            Self::ImportLayout => tr.keys_area_import_layout(),
            Self::Import => tr.keys_area_import(),
            Self::ImportKept => tr.keys_area_import_kept(),
            Self::ImportMissing => tr.keys_area_import_missing(),
            Self::ImportMeanings => tr.keys_area_import_meanings(),
            Self::Promotion => tr.promotion_title(),
            Self::PromotionTarget => tr.keys_area_promotion_target(),
            Self::PromotionFind => tr.keys_area_promotion_find(),
            Self::Trace => tr.frame_trace(),
            Self::Cases => tr.case_area(),
            Self::Events => tr.event_tab(),
            Self::Log => tr.issued_heading(),
            Self::TraceReturns => tr.return_area(),
            Self::Plan => tr.frame_plan(),
            Self::Print => tr.frame_print(),
            Self::Usb => tr.frame_usb(),
            Self::Help => tr.frame_help(),
            Self::FirstStart => tr.keys_area_first_start(),
            Self::Form => tr.keys_area_form(),
            Self::Dialog => tr.keys_area_dialog(),
        }
    }
}

/// What a key does. The screen or the root turns it into a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// The sheet of all keys.
    Help,
    /// To 今天.
    GoToday,
    /// To 名册.
    GoRoster,
    /// To 追踪.
    GoTrace,
    /// To 预案.
    GoPlan,
    /// To 打印.
    GoPrint,
    /// To U盘.
    GoUsb,
    /// To 设置.
    GoSettings,
    /// To the screen before; in a dialog the harmless answer.
    Back,
    /// Takes the last operation back.
    Undo,
    /// Finds a person, a form.
    Find,
    /// Moves the focus on.
    FocusNext,
    /// Moves the focus back.
    FocusPrevious,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// The row above, the choice to the left.
    Previous,
    /// The row below, the choice to the right.
    Next,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the beginning.
    First,
    /// To the end.
    Last,
    /// The heading above.
    HeadingBefore,
    /// The heading below.
    HeadingAfter,
    /// Opens what has the focus.
    Open,
    /// The main button of the screen: confirm, write, begin.
    Confirm,
    /// Prints.
    Print,
    /// Saves as a file.
    Save,
    /// Adds a new one.
    New,
    /// Adds a member of staff.
    NewStaff,
    /// Reads a roster file.
    Import,
    /// To the promotion to a new school year.
    Promote,
    /// Marks several pupils.
    Mark,
    /// Writes down that somebody was told.
    Tell,
    /// Ends a case or an event.
    Finish,
    /// The class before in the list.
    ClassBefore,
    /// The class after in the list.
    ClassAfter,
    /// Records a class as 零报告.
    Nil,
    /// To the gate.
    Gate,
    /// The classes to call, on paper.
    Calls,
    /// The corrections, on paper.
    Corrections,
    /// Opens the evidence of the alert.
    Evidence,
    /// Opens the alert whole, to answer it.
    Reply,
    /// Begins the emergency checklist.
    Emergency,
    /// Takes the proposal; marks a step as done.
    Accept,
    /// Clears the row.
    Clear,
    /// Writes the last marks once more.
    Repeat,
    /// Onset, severe signs, diagnosis and note of a row.
    Details,
    /// The first answer: the same person.
    Same,
    /// The second answer: another person.
    Other,
    /// The third answer: skip.
    Skip,
    /// The second answer for all, or for none again.
    All,
    /// To the sheets and columns of the file.
    Columns,
    /// To the values that were changed by hand.
    ShowKept,
    /// To the rows with something odd.
    ShowWarned,
    /// To the rows that only lack an identity number.
    ShowNoId,
    /// To those whose change begins on a later day.
    ShowLater,
    /// To the pupils who are not in the file.
    ShowMissing,
    /// Names who is responsible.
    Assign,
    /// Sets when it is due.
    SetDue,
    /// It is not done after all.
    Reopen,
    /// The check of somebody who is back.
    Return,
    /// A case of the current pupil.
    Case,
    /// Shows the text of the plan.
    Read,
    /// Looks again for drives.
    Refresh,
    /// Saves as a workbook.
    SaveWorkbook,
    /// Changes the layout of a form or letter.
    Layout,
    /// One class or the whole school.
    Scope,
    /// Blank or as recorded.
    Blank,
    /// Larger preview.
    ZoomIn,
    /// Smaller preview.
    ZoomOut,
    /// The whole page.
    WholePage,
    /// The page's width.
    PageWidth,
}

/// Strokes with what each does, under one word.
#[derive(Debug)]
pub struct Binding {
    /// Where it works.
    pub area: Area,
    /// The strokes in the order of their caps, each with its command.
    pub strokes: &'static [(Stroke, Command)],
    /// Its words.
    pub word: fn(&Tr) -> String,
    /// Whether it stands in the bottom bar too, not only on the help sheet.
    pub bar: bool,
}

impl Binding {
    /// The caps with the word.
    pub fn hint(&self, tr: &Tr) -> KeyHint {
        let caps: Vec<String> = self.strokes.iter().map(|(stroke, _)| stroke.label(tr)).collect();
        let arrows = caps.iter().all(|cap| cap.chars().count() == 1);
        KeyHint::new(caps.join(if arrows { "" } else { " " }), (self.word)(tr))
    }
}

/// All bindings.
pub const fn table() -> &'static [Binding] {
    TABLE
}

/// What a key does in an area. Only what no widget captured comes here; signs without Ctrl or Alt belong to a text
/// field that has the focus.
pub fn find(area: Area, press: &KeyPress) -> Option<Command> {
    let both = [area, Area::Everywhere];
    let areas = if area == Area::Dialog { both.get(..1) } else { both.get(..) }.unwrap_or_default();
    areas.iter().find_map(|area| {
        TABLE
            .iter()
            .filter(|binding| binding.area == *area)
            .flat_map(|binding| binding.strokes)
            .find(|(stroke, _)| stroke.matches(press))
            .map(|(_, command)| *command)
    })
}

/// The keys of an area for the bottom bar, most important first.
pub fn hints(area: Area, tr: &Tr) -> Vec<KeyHint> {
    TABLE
        .iter()
        .filter(|binding| binding.area == area && binding.bar)
        .map(|binding| binding.hint(tr))
        .collect()
}

/// All keys by area for the help sheet; areas without keys are left out.
pub fn help(tr: &Tr) -> Vec<(String, Vec<KeyHint>)> {
    Area::ALL
        .into_iter()
        .map(|area| {
            let keys = TABLE.iter().filter(|b| b.area == area).map(|binding| binding.hint(tr)).collect();
            (area.word(tr), keys)
        })
        .filter(|(_, keys): &(String, Vec<KeyHint>)| !keys.is_empty())
        .collect()
}
